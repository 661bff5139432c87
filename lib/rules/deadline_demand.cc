#include "rules/deadline_demand.h"

#include <algorithm>

#include "model/deadline_edit.h"

namespace catalog {

bool are_comparable(const RuleContext& context, const Text& own, const Text& demanded) {
  if (own.value == demanded.value || own.empty()) return false;
  const Workspace& workspace = context.workspace();
  return workspace.deadline(demanded.value).understood() &&
         !workspace.deadline(own.value).branches.empty();
}

std::vector<ElementDeadline> element_deadlines(const ItemView& view, const RowDemand& row) {
  std::vector<ElementDeadline> out;
  const auto has_own = [](const Element& element) {
    return element.own.present() && !element.own->deadline.empty();
  };
  const auto& elements = view.item.elements;
  if (std::ranges::none_of(elements, has_own) && std::ranges::none_of(row.row.elements, has_own))
    return out;
  for (size_t i = 0; i < elements.size(); i++) {
    const std::string& form = view.workspace().form(elements[i].name.value);
    const auto demanded = std::ranges::find_if(row.row.elements, [&](const Element& element) {
      return view.workspace().form(element.name.value) == form;
    });
    const bool demands_own = demanded != row.row.elements.end() && has_own(*demanded);
    if (!has_own(elements[i]) && !demands_own) continue;
    const auto compare_with = [&](const Text& demand) {
      if (has_own(elements[i])) {
        out.push_back({i, elements[i].own->deadline, demand});
      } else {
        for (const auto& own : view.item.deadline) out.push_back({i, own.value, demand});
      }
    };
    if (demands_own) {
      compare_with(demanded->own->deadline);
    } else {
      for (const auto& demand : row.row.deadline) compare_with(demand.value);
    }
  }
  return out;
}

Finding& report_deadline(const ItemView& view, const DeadlinePair& pair, const PartComparison& part,
                         Message message, Reporter& out) {
  const Workspace& workspace = view.workspace();
  const Deadline& own = workspace.deadline(pair.own.value);
  const bool certain = certainly_weaker(part.relation) && own.understood();
  Finding& finding =
      report_demand(view, {pair.row, "deadline", pair.demanded.span}, view.place(pair.own.span),
                    std::move(message), out, certain ? Certainty::Certain : Certainty::Possible);
  finding.field = pair.element ? "elements[" + std::to_string(*pair.element) + "].deadline"
                               : level_field(workspace.vocabulary, "deadline", pair.level);
  finding.values.emplace_back(pair.own.view());
  const auto edit = mend(pair.own.view(), own, pair.demanded.view(),
                         workspace.deadline(pair.demanded.value), part);
  if (!edit) {
    finding.advice = say({"照指引改，或在偏离说明中写明理由和依据",
                          "change it as the guideline has it, or explain it in a deviation"});
    return finding;
  }
  finding.advice =
      say({"改为“{}”，或在偏离说明中写明理由和依据", "write “{}”, or explain it in a deviation"},
          apply_edit(pair.own.view(), *edit));
  if (const auto in_file = edit_in(pair.own, *edit)) {
    finding.fix =
        Fix{say({"改为“{}”", "write “{}”"}, apply_edit(pair.own.view(), *edit)), {*in_file}, false};
  }
  return finding;
}

}  // namespace catalog
