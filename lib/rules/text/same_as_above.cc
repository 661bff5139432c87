#include "rules/rule.h"
#include "rules/slip_texts.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  each_item_text(view.item, [&](std::string_view field, const Text& text) {
    if (text.empty()) return;
    for (const TextSlip& slip : view.context().slips(WordList::Repeats, text.value)) {
      Finding& finding = report_slip(view, field, text, slip,
                                     say({"“{}”没有写出内容", "“{}” does not say what is meant"},
                                         text.view().substr(slip.at.begin, slip.at.size())),
                                     out);
      finding.advice = say({"照抄上一项的内容", "copy the text of the item above"});
    }
  });
}

constexpr std::string_view kFields[] = {"topic", "elements", "basis", "deadline", "publisher"};

}  // namespace

extern const Rule same_as_above_rule{
    .name = "same-as-above",
    .title = {"用“同上”代替内容", "same as above"},
    .family = Family::Text,
    .severity = Severity::Warning,
    .summary = {"栏内写的是“同上”一类的承前用语。",
                "A text refers to the row above (同上) instead of saying it."},
    .rationale = {"事项单独检索、合并、排序后，看不出“同上”指什么。把内容写全。",
                  "When items are searched, merged or sorted it is lost what is above. Write the "
                  "text in full."},
    .source = {"《政府信息公开条例》第二十五条：便于检索、查阅；词表的承前用语",
               "条例 article 25: easy to search; the repeats of the vocabulary"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 同上
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 审批信息
)yaml",
    .check_item = check,
};

}  // namespace catalog
