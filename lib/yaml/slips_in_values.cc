// Slips of whole values: curly quotes, full-width brackets, texts cut off by `#`.

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.h"
#include "yaml/lines.h"
#include "yaml/quote.h"
#include "yaml/slip_finders.h"

namespace catalog::yaml {

namespace {

struct Pair {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Pair, 4> kQuotes{{{"“", "”"}, {"‘", "’"}, {"＂", "＂"}, {"＇", "＇"}}};
constexpr std::array<Pair, 3> kLists{{{"［", "］"}, {"【", "】"}, {"〖", "〗"}}};
constexpr std::array<std::string_view, 2> kSeparators{"，", "、"};

/// Whether the first byte is one of those that the signs above begin with: most texts stop here.
bool may_begin_sign(std::string_view text) {
  return text.starts_with('\xE2') || text.starts_with('\xE3') || text.starts_with('\xEF');
}

template <class Pairs>
bool begins_with_one(std::string_view text, const Pairs& pairs) {
  return may_begin_sign(text) &&
         std::ranges::any_of(pairs, [&](const Pair& pair) { return text.starts_with(pair.open); });
}

/// Whether the `#` at `at`, where it begins a comment, was perhaps meant as text: a comment stands
/// behind two blanks or has one behind its sign; a number does not.
bool is_number_sign(std::string_view text, size_t at) {
  if (at < 2 || at + 1 >= text.size()) return false;
  if (text[at - 1] != ' ' || is_blank_or_break(text[at - 2])) return false;
  const CodePoint next = decode_utf8(text, at + 1);
  return is_han(next.value) || (next.value >= '0' && next.value <= '9');
}

class ValueFinder {
 public:
  ValueFinder(const Surface& surface, std::vector<Slip>& slips)
      : surface_(surface), text_(surface.text), slips_(slips) {}

  void take(Span value) {
    quotes(value);
    list(value);
  }

  /// “低保” as a whole value.
  void quotes(Span value) {
    const std::string_view text = surface_.cut(value);
    if (!may_begin_sign(text)) return;
    for (const auto& pair : kQuotes) {
      if (text.size() < pair.open.size() + pair.close.size() || !text.starts_with(pair.open) ||
          !text.ends_with(pair.close))
        continue;
      const std::string_view inside =
          text.substr(pair.open.size(), text.size() - pair.open.size() - pair.close.size());
      if (inside.find(pair.open) != std::string_view::npos ||
          inside.find(pair.close) != std::string_view::npos)
        continue;
      if (inside.find_first_of("\r\n") != std::string_view::npos) continue;
      const bool ascii =
          std::ranges::all_of(inside, [](char c) { return static_cast<uint8_t>(c) < 0x80; });
      slips_.push_back({SlipKind::CurlyQuotes,
                        value,
                        say({"“{}{}”不是 YAML 的引号，会成为文字的一部分",
                             "{}{} are no quotes to YAML; they become part of the text"},
                            pair.open, pair.close),
                        say({"切换到英文输入法，按双引号键（Shift+'）",
                             "switch to the English keyboard and type the double quote (Shift+')"}),
                        {{value, double_quoted(inside)}},
                        ascii});
    }
  }

  /// ［区级，街镇级］ or 【区级】 as a whole value.
  void list(Span value) {
    const std::string_view text = surface_.cut(value);
    if (!may_begin_sign(text)) return;
    for (const auto& pair : kLists) {
      if (!text.starts_with(pair.open)) continue;
      const bool half_close = text.ends_with("]");
      if (!half_close && !text.ends_with(pair.close)) continue;
      const uint32_t closing = half_close ? 1 : static_cast<uint32_t>(pair.close.size());
      const std::string_view inside =
          text.substr(pair.open.size(), text.size() - pair.open.size() - closing);
      if (inside.empty() || inside.find(pair.close) != std::string_view::npos ||
          inside.find_first_of("\r\n") != std::string_view::npos)
        continue;
      const Span open{value.begin, value.begin + static_cast<uint32_t>(pair.open.size())};
      Slip slip = bracket_slip(open, pair.open, "[");
      slip.edits = {{open, "["}, {{value.end - closing, value.end}, "]"}};
      separators({open.end, value.end - closing}, slip);
      slips_.push_back(std::move(slip));
    }
  }

  /// `[区级］`: closed by a full-width bracket, so that the list goes on over the next lines.
  void unclosed(const Brackets& brackets) {
    if (brackets.closed || brackets.mapping) return;
    // Of nested ones only the outermost is looked at.
    if (brackets.span.begin < unclosed_line_end_) return;
    const Span line = line_at(text_, brackets.span.begin);
    unclosed_line_end_ = line.end;
    const uint32_t end = content_end(text_, line);
    for (const auto& pair : kLists) {
      const auto bytes = static_cast<uint32_t>(pair.close.size());
      if (end < brackets.span.begin + bytes || !stands_at(text_, end - bytes, pair.close)) continue;
      const std::string_view inside = surface_.cut({brackets.span.begin, end - bytes});
      if (inside.find(pair.open) != std::string_view::npos) continue;
      Slip slip = bracket_slip({end - bytes, end}, pair.close, "]");
      slip.edits = {{{end - bytes, end}, "]"}};
      slips_.push_back(std::move(slip));
    }
  }

  /// `地址 #3`: the value ends before `#`.
  void hash(Span comment) {
    if (comment.size() < 2 || !is_number_sign(text_, comment.begin)) return;
    const auto in_block = ending_at(surface_.plain, comment.begin - 1);
    const auto value =
        in_block ? in_block : ending_at(surface_.plain_in_brackets, comment.begin - 1);
    if (!value) return;
    uint32_t end = content_end(text_, {comment.begin + 1, comment.end});
    if (!in_block) {
      end = static_cast<uint32_t>(std::min<size_t>(text_.find_first_of(",]}", comment.begin), end));
    }
    slips_.push_back(
        {SlipKind::HashComment,
         comment,
         say({"空格后的“#”开始了注释，“{}”不在值里",
              "the “#” behind a space begins a comment; “{}” is not part of the value"},
             surface_.cut(comment)),
         say({"用英文双引号（Shift+' 键）把整段文字括起来；确为注释的，“#”前空两格、后空一格",
              "put the whole text in double quotes (Shift+'); for a comment, write two spaces "
              "before “#” and one behind it"}),
         {{{value->begin, end}, double_quoted(text_.substr(value->begin, end - value->begin))}},
         false});
  }

 private:
  static Slip bracket_slip(Span at, std::string_view found, std::string_view meant) {
    return {SlipKind::FullwidthBracket,
            at,
            say({"“{}”不是列表的括号，应为半角的“{}”", "“{}” is no bracket of a list; “{}” is"},
                found, meant),
            say({"切换到英文输入法，按“{}”键（P 键右边）",
                 "switch to the English keyboard and type “{}” (right of P)"},
                meant),
            {},
            true};
  }

  void separators(Span inside, Slip& slip) const {
    for (uint32_t at = inside.begin; at < inside.end; at += character_bytes(text_, at)) {
      for (const auto sign : kSeparators) {
        if (!stands_at(text_, at, sign)) continue;
        slip.edits.push_back({{at, at + static_cast<uint32_t>(sign.size())}, ", "});
        slip.safe = false;
      }
    }
  }

  /// The text of the list that ends at `end`.
  static std::optional<Span> ending_at(const std::vector<Span>& texts, uint32_t end) {
    const auto behind = std::ranges::upper_bound(texts, end, {}, &Span::begin);
    if (behind == texts.begin() || std::prev(behind)->end != end) return std::nullopt;
    return *std::prev(behind);
  }

  const Surface& surface_;
  std::string_view text_;
  std::vector<Slip>& slips_;
  uint32_t unclosed_line_end_ = 0;
};

}  // namespace

bool may_slip_as_value(std::string_view value) {
  return begins_with_one(value, kQuotes) || begins_with_one(value, kLists);
}

bool may_cut_off(std::string_view text) {
  for (size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (is_number_sign(text, at)) return true;
  }
  return false;
}

void find_value_slips(const Surface& surface, const KnownWords&, std::vector<Slip>& slips) {
  ValueFinder finder(surface, slips);
  for (const auto& value : surface.plain) finder.take(value);
  for (const auto& brackets : surface.brackets) {
    finder.unclosed(brackets);
    for (const auto& entry : brackets.entries) {
      if (entry.plain) finder.quotes(entry.span);
    }
  }
  for (const auto& comment : surface.comments) finder.hash(comment);
}

}  // namespace catalog::yaml
