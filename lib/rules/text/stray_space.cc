#include "rules/rule.h"
#include "rules/slip_texts.h"
#include "rules/views.h"
#include "text/utf8.h"

namespace catalog {

namespace {

bool is_space(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'\t'; }

/// How many Chinese characters stand together before `i`, or from `i` on.
size_t run_before(const std::vector<PlacedCharacter>& text, size_t i) {
  size_t n = 0;
  while (n < i && is_han(text[i - 1 - n].value)) n++;
  return n;
}
size_t run_from(const std::vector<PlacedCharacter>& text, size_t i) {
  size_t n = 0;
  while (i + n < text.size() && is_han(text[i + n].value)) n++;
  return n;
}

/// Blanks between two Chinese characters. Behind or before a single character they divide no words
/// (公 开) and can go; else they may stand for a comma (机构名称 联系电话). In a text with 《
/// blanks divide the names of issuers and belong there.
TextSlips scan(std::string_view view) {
  TextSlips out;
  if (view.find_first_of(" \t") == view.npos && view.find("\u3000") == view.npos &&
      view.find("\u00A0") == view.npos)
    return out;
  if (view.find("《") != view.npos) return out;
  const std::vector<PlacedCharacter> text = placed_characters(view);
  for (size_t i = 1; i < text.size(); i++) {
    if (!is_space(text[i].value)) continue;
    size_t end = i;
    while (end < text.size() && is_space(text[end].value)) end++;
    const size_t before = run_before(text, i), behind = run_from(text, end);
    if (before > 0 && behind > 0)
      out.push_back({{text[i].at, text[end].at}, {}, before == 1 || behind == 1});
    i = end;
  }
  return out;
}

void check(const ItemView& view, Reporter& out) {
  static const SymbolMemo<TextSlips> memo;
  each_slip(view, memo, scan, [&](std::string_view field, const Text& text, const TextSlip& slip) {
    Finding& finding =
        report_slip(view, field, text, slip,
                    say({"“{}”的汉字之间有空格", "a blank in the words “{}”"}, text.view()), out);
    // A phrase of time has no lists of words that a blank could divide.
    const bool safe = slip.safe || field == "deadline";
    finding.advice = safe ? say({"删去空格", "delete the blank"})
                          : say({"删去空格；如用来分开几项，改用“、”",
                                 "delete the blank, or write “、” if it divides several things"});
    if (const auto edit = edit_in(text, {slip.at, {}}))
      finding.fix = Fix{say({"删去空格", "delete the blank"}), {*edit}, safe};
  });
}

constexpr std::string_view kFields[] = {"topic", "elements", "deadline", "publisher"};

}  // namespace

extern const Rule stray_space_rule{
    .name = "stray-space",
    .title = {"汉字之间有空格", "stray blank"},
    .family = Family::Text,
    .severity = Severity::Warning,
    .summary = {"汉字之间有空格；书名前后的除外。",
                "A blank stands between Chinese characters, other than by titles."},
    .rationale = {"从表格或网页粘贴来的空格会断开词语，公众搜索不到。",
                  "Blanks pasted from tables or pages cut words in two, so that search fails."},
    .source = {"GB/T 9704-2012：公文正文的排版", "GB/T 9704-2012: the setting of official text"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 审批信 息
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 审批信息
)yaml",
    .check_item = check,
};

}  // namespace catalog
