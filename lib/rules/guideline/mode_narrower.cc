#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

Finding& report(const ItemView& view, const RowDemand& row, const Text& mode, Reporter& out) {
  const std::string_view demanded =
      view.workspace().vocabulary.words(WordList::Modes)[*row.mode].name.view();
  Finding& finding =
      report_demand(view, {row, "mode", row.row.mode.span}, view.place(mode.span),
                    say({"公开方式窄于指引要求：{}，指引为{}",
                         "the mode is narrower than demanded: {}, the guideline has {}"},
                        mode.view(), demanded),
                    out);
  finding.values.emplace_back(mode.view());
  finding.advice =
      say({"改为“{}”，或在偏离说明中写明理由和依据", "write “{}”, or explain it in a deviation"},
          demanded);
  return finding;
}

void check(const ItemView& view, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  const auto own = mode_rank(vocabulary, view.item.mode.value);
  for (const RowDemand* row : view.rows) {
    if (!row->mode) continue;
    if (own && *own > *row->mode) report(view, *row, view.item.mode, out);
    for (size_t i = 0; i < view.item.elements.size(); i++) {
      const Element& element = view.item.elements[i];
      if (!element.own.present() || element.own->mode.empty()) continue;
      const auto rank = mode_rank(vocabulary, element.own->mode.value);
      const std::string& form = view.workspace().form(element.name.value);
      const bool demanded = std::ranges::any_of(
          row->elements, [&](const ElementDemand& demand) { return demand.form == form; });
      if (!rank || *rank <= *row->mode || !demanded) continue;
      report(view, *row, element.own->mode, out).field = "elements[" + std::to_string(i) + "].mode";
    }
  }
}

constexpr std::string_view kFields[] = {"mode", "elements", "guideline"};

}  // namespace

extern const Rule mode_narrower_rule{
    .name = "mode-narrower",
    .title = {"公开方式窄于指引要求", "mode narrower than demanded"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"指引要求主动公开的，写成了依申请或不予公开，等等。",
                "What the guideline discloses actively is on request or withheld, and the like."},
    .rationale =
        {"主动公开的范围只能扩大。改为指引的方式；确有不予公开的部分，写在单项公开内容上并注明条款"
         "，另作偏离说明。",
         "Active disclosure may only grow. Use the guideline's mode; what must be withheld is "
         "marked on the element with its article, and explained in a deviation."},
    .source = {"《政府信息公开条例》第十九至二十二条；各领域标准指引“公开方式”栏",
               "条例 articles 19–22; the guidelines' column 公开方式"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    mode: 依申请
    ground: 《中华人民共和国政府信息公开条例》第十五条
    review: "2022-12-31"
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    mode: 主动公开
)yaml",
    .check_item = check,
};

}  // namespace catalog
