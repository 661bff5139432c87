#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr double kSimilar = 0.6;

/// What of the items that implement a row is nearest to a demanded element.
struct Nearest {
  double score = 0;
  const Item* item = nullptr;
  const Text* element = nullptr;
};

bool is_demanded_itself(const RowDemand& row, std::string_view form) {
  return std::ranges::any_of(row.elements,
                             [&](const ElementDemand& element) { return element.form == form; });
}

bool holds_exactly(const ItemView& view, const RowDemand& row, std::string_view form) {
  for (const RowUse& use : view.catalogue.uses_of(row)) {
    for (const Element& element : view.catalogue.item(use.item).elements) {
      const auto& forms = view.context().element_forms(element.name.value);
      if (std::ranges::find(forms, form) != forms.end()) return true;
    }
  }
  return false;
}

Nearest nearest(const ItemView& view, const RowDemand& row, std::string_view form) {
  Nearest out;
  for (const RowUse& use : view.catalogue.uses_of(row)) {
    const Item& item = view.catalogue.item(use.item);
    for (const Element& element : item.elements) {
      for (const std::string& own : view.context().element_forms(element.name.value)) {
        if (is_demanded_itself(row, own)) continue;
        const double score = similarity(own, form);
        if (score > out.score) out = {score, &item, &element.name};
      }
    }
  }
  return out;
}

void report(const ItemView& view, const RowDemand& row, const ElementDemand& element,
            Reporter& out) {
  const Nearest match = nearest(view, row, element.form);
  const CellDemand cell{row, "elements", element.name.span};
  if (match.score >= kSimilar) {
    Finding& finding = report_demand(
        view, cell, view.place(match.element->span),
        say({"公开内容“{}”与指引要求的“{}”写法不同（相似度{}%）",
             "the element “{}” differs from the demanded “{}” (likeness {}%)"},
            match.element->view(), element.name.view(), static_cast<int>(match.score * 100)),
        out, Certainty::Possible);
    finding.address = view.catalogue.address + "/" + std::string(match.item->id.view());
    finding.values.emplace_back(element.name.view());
    finding.match = Match{std::string(match.element->view()), match.score};
    finding.advice = say({"同一内容的，改为“{}”；另有内容的，补上这一项",
                          "write “{}” if it is the same; add that element if it is not"},
                         element.name.view());
    return;
  }
  Finding& finding =
      report_demand(view, cell, view.place(span_of(view.item.elements)),
                    say({"公开内容缺少指引要求的“{}”", "the demanded element “{}” is missing"},
                        element.name.view()),
                    out);
  finding.values.emplace_back(element.name.view());
  finding.advice = say({"在公开内容中加上“{}”，或在偏离说明中写明理由和依据",
                        "add “{}” to the elements, or explain it in a deviation"},
                       element.name.view());
}

void check(const ItemView& view, Reporter& out) {
  if (view.item.elements.empty()) return;
  for (const RowDemand* row : view.rows) {
    if (!view.first_of(*row)) continue;
    for (const ElementDemand& element : row->elements) {
      if (!holds_exactly(view, *row, element.form)) report(view, *row, element, out);
    }
  }
}

constexpr std::string_view kFields[] = {"elements", "guideline"};

}  // namespace

extern const Rule element_missing_rule{
    .name = "element-missing",
    .title = {"缺少指引要求的公开内容", "demanded element missing"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"指引要求的公开内容，事项里没有；只有相近写法的，提出警告。",
                "An element that the guideline demands is not in the item; where only a similar "
                "one is, a warning shows it."},
    .rationale = {"公开内容是公众能看到什么的依据。照指引补上，或在偏离说明中写明理由；概括用语和标"
                  "〇的内容不作要求。",
                  "The elements say what the public gets. Add them as the guideline has them, or "
                  "give a deviation. Generic words and optional (〇) elements are never demanded."},
    .source = {"国办发〔2019〕54号附带的各领域基层政务公开标准指引",
               "the ministries' guidelines for the pilot areas (国办发〔2019〕54号)"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保政策咨询电话]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, 低保政策咨询电话]
)yaml",
    .check_item = check,
};

}  // namespace catalog
