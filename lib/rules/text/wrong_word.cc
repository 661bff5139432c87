#include "rules/rule.h"
#include "rules/slip_texts.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  each_item_text(view.item, [&](std::string_view field, const Text& text) {
    if (text.empty()) return;
    for (const TextSlip& slip : view.context().slips(WordList::Misprints, text.value)) {
      Finding& finding =
          report_slip(view, field, text, slip,
                      say({"“{}”疑为“{}”之误", "“{}” is probably a misprint of “{}”"},
                          text.view().substr(slip.at.begin, slip.at.size()), slip.wanted),
                      out);
      finding.advice = say({"改为“{}”", "write “{}”"}, slip.wanted);
      if (const auto edit = edit_in(text, {slip.at, slip.wanted}))
        finding.fix = Fix{finding.advice, {*edit}, slip.safe};
    }
  });
}

constexpr std::string_view kFields[] = {"topic", "elements", "basis", "deadline", "publisher"};

}  // namespace

extern const Rule wrong_word_rule{
    .name = "wrong-word",
    .title = {"词语误写", "wrong word"},
    .family = Family::Text,
    .severity = Severity::Warning,
    .summary = {"出现词表所列的常见误写，如“公开条件”（公开条例）。",
                "A misprint that the vocabulary lists, such as 公开条件 for 公开条例."},
    .rationale = {"误写的文件名称查不到，重复的词使时限看不懂。改为正确的写法。",
                  "A document with a misprinted title is not found, and doubled words make a "
                  "deadline unclear. Write the right word."},
    .source = {"词表的常见误写", "the misprints of the vocabulary"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 审批信息公开条件
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 审批信息公开条例
)yaml",
    .check_item = check,
};

}  // namespace catalog
