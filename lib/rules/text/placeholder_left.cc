#include "rules/rule.h"
#include "rules/slip_texts.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  each_item_text(view.item, [&](std::string_view field, const Text& text) {
    // Generic words of the guidelines (《XX省…》) are reported as such.
    if (text.empty() || view.workspace().vocabulary.is_generic(text.value)) return;
    for (const TextSlip& slip : view.context().slips(WordList::Placeholders, text.value)) {
      Finding& finding =
          report_slip(view, field, text, slip,
                      say({"“{}”是占位用语，应换成实际内容", "“{}” is a placeholder"},
                          text.view().substr(slip.at.begin, slip.at.size())),
                      out);
      finding.advice = say({"写上实际内容", "write what belongs there"});
    }
  });
}

constexpr std::string_view kFields[] = {"topic", "elements", "basis", "deadline", "publisher"};

}  // namespace

extern const Rule placeholder_left_rule{
    .name = "placeholder-left",
    .title = {"占位用语没有换成实际内容", "placeholder left"},
    .family = Family::Text,
    .severity = Severity::Warning,
    .summary = {"样表里的占位用语（XX、待定等）留在事项里。",
                "A placeholder of a form (XX, 待定) is left in an item."},
    .rationale =
        {"占位用语说明内容还没有填写。换成实际内容，没有的删去。",
         "A placeholder says that something is still to be written. Write it, or take it out."},
    .source = {"词表的占位用语", "the placeholders of the vocabulary"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: XX区民政局
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
