#include <string>
#include <vector>

#include "rules/demand.h"
#include "rules/item_texts.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/symbol_memo.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr std::string_view kHalf = ",;:?!()";
constexpr std::string_view kFull[] = {"，", "；", "：", "？", "！", "（", "）"};

bool is_chinese(char32_t point) {
  return is_han(point) || point == U'《' || point == U'》' || point == U'（' || point == U'）' ||
         point == U'“' || point == U'”';
}

/// Half-width marks with Chinese on both sides (at an end of the text one side is enough), each
/// with what should stand there.
std::vector<Edit> half_width_in(std::string_view text) {
  std::vector<Edit> out;
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const size_t next = at + point.length;
    const size_t mark =
        point.value < 0x80 ? kHalf.find(static_cast<char>(point.value)) : kHalf.npos;
    if (mark != kHalf.npos) {
      const char32_t after = next < text.size() ? decode_utf8(text, next).value : 0;
      const bool left = before == 0 || is_chinese(before);
      const bool right = after == 0 || is_chinese(after);
      if (left && right && (before != 0 || after != 0)) {
        out.push_back(
            {{static_cast<uint32_t>(at), static_cast<uint32_t>(next)}, std::string(kFull[mark])});
      }
    }
    before = point.value;
    at = next;
  }
  return out;
}

void check(const ItemView& view, Reporter& out) {
  static const SymbolMemo<std::vector<Edit>> known;
  each_item_text(view.item, [&](std::string_view field, const Text& text) {
    if (text.empty()) return;
    for (const Edit& edit : known.get(text.value, half_width_in)) {
      const auto in_file = edit_in(text, edit);
      const std::string mark(text.view().substr(edit.span.begin, edit.span.size()));
      Finding& finding = report_item(
          view, field, view.place(in_file ? in_file->span : text.span),
          say({"中文里用了半角的“{}”", "a half-width “{}” stands in Chinese text"}, mark), out);
      finding.values = {std::string(text.view()), std::to_string(edit.span.begin)};
      finding.advice =
          say({"改为“{}”（中文输入法）", "write “{}” (Chinese input method)"}, edit.text);
      if (in_file) finding.fix = Fix{finding.advice, {*in_file}, true};
    }
  });
}

constexpr std::string_view kFields[] = {"topic", "subtopic", "detail",    "elements",
                                        "basis", "deadline", "publisher", "audience"};

}  // namespace

extern const Rule halfwidth_punctuation_rule{
    .name = "halfwidth-punctuation",
    .title = {"中文里用了半角标点", "half-width punctuation in Chinese text"},
    .family = Family::Text,
    .severity = Severity::Note,
    .summary =
        {"汉字之间用了半角的逗号、分号、冒号或括号。",
         "A half-width comma, semicolon, colon or bracket stands between Chinese characters."},
    .rationale =
        {"公布的文字用全角标点；全角、半角混用难看，也妨碍检索。",
         "Published text has full-width punctuation; a mixture is ugly and hard to search."},
    .source = {"GB/T 15834-2011《标点符号用法》：标点占一个字的位置",
               "GB/T 15834-2011: a mark takes the place of a character"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    topic: 最低生活保障,补充
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    topic: 最低生活保障，补充
)yaml",
    .check_item = check,
};

}  // namespace catalog
