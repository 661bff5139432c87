// Slips at the beginning of lines: indentation, dashes, comment signs, colons behind keys.

#include <algorithm>
#include <array>
#include <string>

#include "yaml/encoding.h"
#include "yaml/lines.h"
#include "yaml/slip_finders.h"

namespace catalog::yaml {

namespace {

constexpr std::array<std::string_view, 6> kDashes{"－", "—", "–", "−", "﹣", "‐"};
constexpr std::string_view kFullwidthHash = "＃";
constexpr std::array<std::string_view, 3> kColons{"：", "﹕", "︰"};
constexpr size_t kLongestKey = 48;  ///< bytes; no key is longer

/// A full-width colon that may end a key.
struct WideColon {
  size_t at;  ///< bytes from the line's content
  size_t bytes;
};

/// The half-width colon of a key of bearable length, if there is one.
size_t find_half_colon(std::string_view content) {
  return content.substr(0, kLongestKey).find(':');
}

/// Calls f(WideColon) for the first of each of kColons before the half-width colon, until it
/// returns true.
template <class F>
void each_wide_colon(std::string_view content, size_t half, F&& f) {
  const std::string_view before =
      content.substr(0, std::min(half, kLongestKey + kColons[0].size()));
  if (before.find('\xEF') == std::string_view::npos) return;  // all of them begin so
  for (const auto sign : kColons) {
    const size_t wide = before.find(sign);
    if (wide != std::string_view::npos && wide != 0 && f(WideColon{wide, sign.size()})) return;
  }
}

/// Whether text follows the colon of a key; URLs aside.
bool lacks_blank(std::string_view content, size_t half) {
  return half != std::string_view::npos && half + 1 < content.size() &&
         !is_blank(content[half + 1]) && content[half + 1] != '/';
}

/// Whether a line of a text that was read may hold a slip; few do.
bool may_slip_in(std::string_view text, Span line) {
  uint32_t at = content_begin(text, line);
  // A line that begins so is a comment or part of a longer text: both are passed over.
  if (at == line.end || text[at] == '#') return false;
  if (static_cast<uint8_t>(text[at]) >= 0x80) {
    const auto stands = [&](std::string_view sign) { return stands_at(text, at, sign); };
    if (wide_space_bytes(text, at) > 0 || stands(kFullwidthHash) ||
        std::ranges::any_of(kDashes, stands))
      return true;
  }
  at = behind_dashes(text, at);
  const std::string_view content = text.substr(at, line.end - at);
  const size_t half = find_half_colon(content);
  bool wide = false;
  each_wide_colon(content, half, [&](WideColon) { return wide = true; });
  return wide || lacks_blank(content, half);
}

/// One line with what its slips are judged by.
class LineFinder {
 public:
  LineFinder(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips)
      : surface_(surface), text_(surface.text), known_(known), slips_(slips) {}

  void take(Span line) {
    if (surface_.is_opaque(line.begin)) return;
    const uint32_t begin = indentation(line);
    if (begin >= line.end || surface_.is_opaque(begin)) return;
    uint32_t content = dash(line, begin);
    if (stands_at(text_, begin, kFullwidthHash)) {
      slips_.push_back(
          {SlipKind::FullwidthHash,
           {begin, begin + 3},
           say({"全角的“＃”不是注释符号", "the full-width “＃” does not begin a comment"}),
           say({"切换到英文输入法，按“#”键（Shift+3）",
                "switch to the English keyboard and type “#” (Shift+3)"}),
           {{{begin, begin + 3}, "#"}},
           true});
      return;
    }
    content = behind_dashes(text_, content);
    colon(line, content);
  }

 private:
  /// Reports full-width spaces before the content; returns where the content begins.
  uint32_t indentation(Span line) {
    std::string mended;
    size_t narrow = 0;
    uint32_t at = line.begin;
    bool wide = false;
    while (at < line.end) {
      if (is_blank(text_[at])) {
        mended += text_[at++];
        narrow++;
      } else if (const uint32_t bytes = wide_space_bytes(text_, at)) {
        wide = true;
        mended += bytes == 2 ? " " : "  ";
        narrow++;
        at += bytes;
      } else {
        break;
      }
    }
    if (!wide) return at;
    if (at == line.end) mended.clear();
    // A full-width space is as wide as two blanks, but may have been counted as one.
    if (!indented_beside(line, mended.size()) && indented_beside(line, narrow))
      mended.assign(narrow, ' ');
    slips_.push_back({SlipKind::FullwidthIndent,
                      {line.begin, at},
                      say({"行首有全角空格（或不间断空格），不算缩进，而被当成了文字",
                           "the line begins with full-width (or no-break) spaces, which are text, "
                           "not indentation"}),
                      say({"删除后用空格键缩进（半角，英文输入法）",
                           "delete them and indent with the space bar on the English keyboard"}),
                      {{{line.begin, at}, mended}},
                      true});
    return at;
  }

  /// Whether the line above or below is indented by so many blanks.
  bool indented_beside(Span line, size_t blanks) const {
    for (const auto& other : {content_line_before(text_, line), content_line_after(text_, line)}) {
      if (!other) continue;
      const std::string_view content = text_.substr(other->begin, other->size());
      if (std::min(content.find_first_not_of(' '), content.size()) == blanks) return true;
    }
    return false;
  }

  /// Reports a dash that is none of YAML's; returns where the text behind it begins.
  uint32_t dash(Span line, uint32_t begin) {
    for (const auto sign : kDashes) {
      if (!stands_at(text_, begin, sign)) continue;
      const uint32_t behind = begin + static_cast<uint32_t>(sign.size());
      uint32_t to = behind;
      while (to < line.end && (is_blank(text_[to]) || wide_space_bytes(text_, to) > 0))
        to += std::max(1u, wide_space_bytes(text_, to));
      if (to == line.end || stands_at(text_, behind, sign))
        return begin;  // alone, or —— as in prose
      if (to == behind && !dash_beside(line, begin, sign) && !key_begins(line, behind))
        return begin;
      slips_.push_back(
          {SlipKind::FullwidthDash,
           {begin, behind},
           say({"列表项前的“{}”不是半角的“-”", "“{}” before a list item is not the half-width “-”"},
               sign),
           say({"切换到英文输入法，按“-”键（数字 0 右边的减号键），再按空格键",
                "switch to the English keyboard and type “-” and a space"}),
           {{{begin, to}, "- "}},
           true});
      return to;
    }
    return begin;
  }

  /// Whether the line above or below has, at the same column, a list dash or the same sign.
  bool dash_beside(Span line, uint32_t begin, std::string_view sign) const {
    for (const auto& other : {content_line_before(text_, line), content_line_after(text_, line)}) {
      if (!other) continue;
      const uint32_t at = other->begin + (begin - line.begin);
      if (content_begin(text_, *other) != at) continue;
      if (is_list_dash(text_, at) || stands_at(text_, at, sign)) return true;
    }
    return false;
  }

  bool key_begins(Span line, uint32_t at) const {
    const auto colon = find_key_colon(text_, at, line.end);
    return colon && is_known(known_.is_key, text_.substr(at, *colon - at));
  }

  static bool is_identifier(std::string_view name) {
    return name.size() > 1 && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-") == std::string_view::npos;
  }

  /// Reports `key：value` and `key:value`.
  void colon(Span line, uint32_t content) {
    const std::string_view rest = text_.substr(content, line.end - content);
    const size_t half = find_half_colon(rest);
    bool found = false;
    each_wide_colon(rest, half, [&](WideColon wide) {
      const std::string_view name = trim_wide(rest.substr(0, wide.at));
      found = is_known(known_.is_key, name) || is_identifier(name);
      if (!found) return false;
      const auto begin = content + static_cast<uint32_t>(wide.at);
      fullwidth_colon(line, {begin, begin + static_cast<uint32_t>(wide.bytes)}, name);
      return true;
    });
    if (found || !lacks_blank(rest, half)) return;
    if (!is_known(known_.is_key, rest.substr(0, half))) return;
    const uint32_t at = content + static_cast<uint32_t>(half);
    slips_.push_back(colon_without_blank(at));
  }

  void fullwidth_colon(Span line, Span colon, std::string_view name) {
    uint32_t from = colon.begin, to = colon.end;
    while (from > line.begin && is_blank(text_[from - 1])) --from;
    while (to < line.end && (is_blank(text_[to]) || wide_space_bytes(text_, to) > 0))
      to += std::max(1u, wide_space_bytes(text_, to));
    slips_.push_back(
        {SlipKind::FullwidthColon,
         colon,
         say({"键“{}”后面是全角冒号，应为半角冒号加空格",
              "the key “{}” is followed by a full-width colon, not by a colon and a space"},
             name),
         say({"切换到英文输入法，按“:”键（Shift+;），再按空格键",
              "switch to the English keyboard and type “:” (Shift+;) and a space"}),
         {{{from, to}, to == line.end ? ":" : ": "}},
         true});
  }

  static Slip colon_without_blank(uint32_t at) {
    return {SlipKind::ColonWithoutBlank,
            {at, at + 1},
            say({"键的冒号后面缺少空格，整段被当成了文字",
                 "there is no space behind the colon of the key, so all is read as text"}),
            say({"在“:”后面按空格键", "type a space behind “:”"}),
            {{{at + 1, at + 1}, " "}},
            true};
  }

  const Surface& surface_;
  std::string_view text_;
  const KnownWords& known_;
  std::vector<Slip>& slips_;
};

}  // namespace

bool may_slip_in_lines(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) {
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      const uint32_t begin = static_cast<uint32_t>(at) + (at == 0 ? bom_bytes(text) : 0);
      if (may_slip_in(text, {begin, static_cast<uint32_t>(end)})) return true;
      at = end + 1;
    }
    return false;
  }
  for (std::optional<Span> line = line_at(text, 0); line; line = line_after(text, *line)) {
    if (may_slip_in(text, *line)) return true;
  }
  return false;
}

void find_line_slips(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips) {
  LineFinder finder(surface, known, slips);
  for (std::optional<Span> line = line_at(surface.text, 0); line;
       line = line_after(surface.text, *line))
    finder.take(*line);
}

}  // namespace catalog::yaml
