// Slips in lists and mappings in brackets.

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.h"
#include "yaml/lines.h"
#include "yaml/quote.h"
#include "yaml/slip_finders.h"

namespace catalog::yaml {

namespace {

constexpr std::string_view kComma = "，";
constexpr std::string_view kPause = "、";
constexpr std::string_view kColon = "：";
/// Parts of an entry that no vocabulary knows are taken for entries of their own up to this length
/// (code points).
constexpr size_t kShortPart = 8;
/// A bracket is looked for over this many entries behind the one that opens it.
constexpr size_t kFarthestClosing = 8;

/// +1 where an opening bracket or quote of Chinese prose begins, -1 where a closing one does, else
/// 0.
int bracket_sign(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '(') return 1;
  if (c == ')') return -1;
  // 《》〈〉〔〕【】 begin with E3 80, “” with E2 80, （） with EF BC.
  if (c != '\xE3' && c != '\xE2' && c != '\xEF') return 0;
  const std::string_view sign = text.substr(at, 3);
  for (const std::string_view open : {"《", "（", "〔", "“", "【", "〈"}) {
    if (sign == open) return 1;
  }
  for (const std::string_view close : {"》", "）", "〕", "”", "】", "〉"}) {
    if (sign == close) return -1;
  }
  return 0;
}

/// Bytes to go on from each byte: 0 where a sign of bracket_sign() or the full-width comma may
/// begin; a character of 汉字's commonest blocks (E4 to E9) is passed over at once.
constexpr std::array<uint8_t, 256> kSteps = [] {
  std::array<uint8_t, 256> steps{};
  steps.fill(1);
  for (size_t byte = 0xE4; byte <= 0xE9; ++byte) steps[byte] = 3;
  for (const uint8_t byte : {0x28, 0x29, 0xE2, 0xE3, 0xEF}) steps[byte] = 0;
  return steps;
}();

/// What an entry holds, seen in one pass.
struct Marks {
  int balance = 0;     ///< opening minus closing brackets
  bool comma = false;  ///< a full-width comma, or the pause mark
};

Marks marks_of(std::string_view text) {
  Marks marks;
  for (size_t at = 0; at < text.size();) {
    const uint8_t step = kSteps[static_cast<uint8_t>(text[at])];
    at += step;
    if (step > 0) continue;
    const int balance = bracket_sign(text, at);
    marks.balance += balance;
    if (balance == 0 && !marks.comma) {
      const std::string_view sign = text.substr(at, 3);
      marks.comma = sign == kComma || sign == kPause;
    }
    ++at;
  }
  return marks;
}

int bracket_balance(std::string_view text) { return marks_of(text).balance; }

std::vector<std::string_view> split(std::string_view text, bool at_pauses) {
  std::vector<std::string_view> parts;
  size_t from = 0;
  for (size_t at = 0; at < text.size();) {
    const bool comma =
        text.substr(at).starts_with(kComma) || (at_pauses && text.substr(at).starts_with(kPause));
    if (comma) {
      parts.push_back(trim_wide(text.substr(from, at - from)));
      from = at + kComma.size();
    }
    at += character_bytes(text, static_cast<uint32_t>(at));
  }
  parts.push_back(trim_wide(text.substr(from)));
  return parts;
}

/// The first `：` of a pair before its first `:`, if there is one.
size_t find_wide_colon(std::string_view pair, size_t half) {
  return pair.substr(0, std::min(half, pair.size())).find(kColon);
}

/// Whether the colon is followed by text.
bool lacks_blank(std::string_view pair, size_t half) {
  return half != std::string_view::npos && half + 1 < pair.size() &&
         !is_blank_or_break(pair[half + 1]);
}

class BracketFinder {
 public:
  BracketFinder(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips)
      : surface_(surface), text_(surface.text), known_(known), slips_(slips) {}

  void take(const Brackets& brackets) {
    bool unbalanced = false;
    for (const auto& entry : brackets.entries) {
      if (!entry.plain) continue;
      if (brackets.mapping) {
        colon(entry.span);
      } else {
        const Marks marks = marks_of(surface_.cut(entry.span));
        if (marks.comma) comma(entry.span);
        unbalanced = unbalanced || marks.balance > 0;
      }
      // In a text that was read no unquoted entry holds a bracket.
      if (!surface_.parsed) bracket(entry.span);
    }
    if (unbalanced) splits(brackets);
  }

 private:
  bool is_word(std::string_view part) const { return is_known(known_.is_word, part); }

  bool begins_with_word(std::string_view entry) const {
    return is_word(trim_wide(entry.substr(0, std::min(entry.find(kComma), entry.find(kPause)))));
  }

  /// Whether the entry was meant to be several.
  bool means_several(std::string_view entry, bool& safe) const {
    // Most entries with a pause mark are no words at all: their first part says so.
    const auto fine = begins_with_word(entry) ? split(entry, true) : std::vector{entry};
    safe = fine.size() > 1 && std::ranges::all_of(fine, [&](auto part) { return is_word(part); });
    if (!safe && entry.find(kComma) == std::string_view::npos) return false;
    if (is_word(entry)) return false;
    if (safe) return true;
    const auto parts = split(entry, false);
    if (parts.size() < 2) return false;
    if (std::ranges::any_of(parts,
                            [](auto part) { return part.empty() || bracket_balance(part) != 0; }))
      return false;
    if (std::ranges::any_of(parts, [&](auto part) { return is_word(part); })) return true;
    const bool short_parts =
        std::ranges::all_of(parts, [](auto part) { return count_code_points(part) <= kShortPart; });
    return short_parts && entry.find(kPause) == std::string_view::npos &&
           entry.find("。") == std::string_view::npos;
  }

  void comma(Span entry) {
    const std::string_view text = surface_.cut(entry);
    bool safe = false;
    if (!means_several(text, safe)) return;
    Slip slip{SlipKind::FullwidthCommaInList,
              {},
              say({"列表里用了全角标点，“{}”被当成了一项",
                   "a full-width mark stands in this list, so “{}” is one entry"},
                  text),
              say({"切换到英文输入法，按“,”键（半角逗号）隔开各项；确为一项的，用英文双引号括起来",
                   "switch to the English keyboard and type “,” between the entries; put it in "
                   "double quotes if it is one entry"}),
              {},
              safe};
    for (uint32_t at = entry.begin; at < entry.end; at += character_bytes(text_, at)) {
      if (!stands_at(text_, at, kComma) && !(safe && stands_at(text_, at, kPause))) continue;
      uint32_t to = at + static_cast<uint32_t>(kComma.size());
      while (to < entry.end && (is_blank(text_[to]) || wide_space_bytes(text_, to) > 0))
        to += std::max(1u, wide_space_bytes(text_, to));
      if (slip.edits.empty()) slip.at = {at, at + static_cast<uint32_t>(kComma.size())};
      slip.edits.push_back({{at, to}, ", "});
    }
    slips_.push_back(std::move(slip));
  }

  /// `{title：x}` and `{title:x}`.
  void colon(Span entry) {
    const std::string_view text = surface_.cut(entry);
    const size_t half = text.find(':');
    const size_t wide = find_wide_colon(text, half);
    if (wide != std::string_view::npos &&
        is_known(known_.is_key, trim_wide(text.substr(0, wide)))) {
      const uint32_t at = entry.begin + static_cast<uint32_t>(wide);
      uint32_t to = at + static_cast<uint32_t>(kColon.size());
      while (to < entry.end && is_blank(text_[to])) ++to;
      slips_.push_back(
          {SlipKind::FullwidthColon,
           {at, at + static_cast<uint32_t>(kColon.size())},
           say({"键“{}”后面是全角冒号，应为半角冒号加空格",
                "the key “{}” is followed by a full-width colon, not by a colon and a space"},
               trim_wide(text.substr(0, wide))),
           say({"切换到英文输入法，按“:”键（Shift+;），再按空格键",
                "switch to the English keyboard and type “:” (Shift+;) and a space"}),
           {{{at, to}, ": "}},
           true});
    } else if (lacks_blank(text, half) && is_known(known_.is_key, text.substr(0, half))) {
      const uint32_t at = entry.begin + static_cast<uint32_t>(half);
      slips_.push_back({SlipKind::ColonWithoutBlank,
                        {at, at + 1},
                        say({"键的冒号后面缺少空格，“{}”被当成了一个键",
                             "there is no space behind the colon, so “{}” is one key"},
                            text),
                        say({"在“:”后面按空格键", "type a space behind “:”"}),
                        {{{at + 1, at + 1}, " "}},
                        true});
    }
  }

  /// `国发[2012]45号`: only in texts that don't parse.
  void bracket(Span entry) {
    const std::string_view text = surface_.cut(entry);
    const size_t open = text.find('[');
    const size_t close = text.find(']', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || open == 0 || close == std::string_view::npos) return;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const bool year =
        inside.size() == 4 && inside.find_first_not_of("0123456789") == std::string_view::npos;
    const uint32_t at = entry.begin + static_cast<uint32_t>(open),
                   end = entry.begin + static_cast<uint32_t>(close);
    std::vector<Edit> edits{{entry, double_quoted(text)}};
    if (year && text.find('[', open + 1) == std::string_view::npos)
      edits = {{{at, at + 1}, "〔"}, {{end, end + 1}, "〕"}};
    slips_.push_back(
        {SlipKind::BracketInFlow,
         {at, end + 1},
         say({"列表中未加引号的“{}”含有半角方括号，会被当成另一个列表",
              "the unquoted “{}” holds half-width brackets, which begin another list"},
             text),
         say({"文号用六角括号“〔〕”，或用英文双引号（Shift+' 键）把这一项括起来",
              "use 〔〕 in document numbers, or put this entry in double quotes (Shift+')"}),
         std::move(edits),
         year});
  }

  /// Entries that open a bracket which a later entry closes were meant to be one.
  void splits(const Brackets& brackets) {
    const auto& entries = brackets.entries;
    for (size_t from = 0; from < entries.size(); ++from) {
      if (!entries[from].plain) continue;
      int balance = bracket_balance(surface_.cut(entries[from].span));
      size_t to = from;
      while (balance > 0 && to + 1 < entries.size() && to < from + kFarthestClosing &&
             entries[to + 1].plain) {
        balance += bracket_balance(surface_.cut(entries[++to].span));
      }
      if (to == from || balance != 0) continue;
      const Span whole{entries[from].span.begin, entries[to].span.end};
      const size_t comma_at = text_.find(',', entries[from].span.end);
      // In a text that does not parse, what ends an entry may be something else.
      if (comma_at == std::string_view::npos || comma_at >= whole.end) continue;
      const uint32_t comma = static_cast<uint32_t>(comma_at);
      const std::string_view text = surface_.cut(whole);
      const bool one_line = text.find_first_of("\r\n") == std::string_view::npos;
      slips_.push_back(
          {SlipKind::SplitInBrackets,
           {comma, comma + 1},
           say({"括号内的半角逗号把“{}”分成了 {} 项",
                "the half-width comma inside brackets splits “{}” into {} entries"},
               text, to - from + 1),
           say({"括号内用全角逗号“，”（中文输入法的“,”键），或用英文双引号（Shift+' "
                "键）把整项括起来",
                "write “，” inside brackets, or put the whole entry in double quotes (Shift+')"}),
           one_line ? std::vector<Edit>{{whole, double_quoted(text)}} : std::vector<Edit>{},
           false});
      from = to;
    }
  }

  const Surface& surface_;
  std::string_view text_;
  const KnownWords& known_;
  std::vector<Slip>& slips_;
};

}  // namespace

bool may_slip_in_list(std::string_view entry) {
  const Marks marks = marks_of(entry);
  return marks.comma || marks.balance > 0;
}

bool may_slip_in_mapping(std::string_view pair) {
  const size_t half = pair.find(':');
  return lacks_blank(pair, half) || find_wide_colon(pair, half) != std::string_view::npos;
}

void find_bracket_slips(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips) {
  BracketFinder finder(surface, known, slips);
  for (const auto& brackets : surface.brackets) finder.take(brackets);
}

}  // namespace catalog::yaml
