#include "rules/deadline_demand.h"

#include "model/deadline_edit.h"

namespace catalog {

bool are_comparable(const RuleContext& context, const Text& own, const Text& demanded) {
  if (own.value == demanded.value || own.empty()) return false;
  const Workspace& workspace = context.workspace();
  return workspace.deadline(demanded.value).understood() &&
         !workspace.deadline(own.value).branches.empty();
}

Finding& report_deadline(const ItemView& view, const DeadlinePair& pair, const PartComparison& part,
                         Message message, Reporter& out) {
  const Workspace& workspace = view.workspace();
  const Deadline& own = workspace.deadline(pair.own.value);
  const bool certain = certainly_weaker(part.relation) && own.understood();
  Finding& finding = report_demand(view, {pair.row, "deadline", pair.demanded.span},
                                   view.place(pair.own.span), std::move(message), out,
                                   certain ? Certainty::Certain : Certainty::Possible);
  finding.field = level_field(workspace.vocabulary, "deadline", pair.level);
  finding.values.emplace_back(pair.own.view());
  const auto edit = mend(pair.own.view(), own, pair.demanded.view(),
                         workspace.deadline(pair.demanded.value), part);
  if (!edit) {
    finding.advice =
        say({"照指引改，或在偏离说明中写明理由和依据",
             "change it as the guideline has it, or explain it in a deviation"});
    return finding;
  }
  finding.advice = say({"改为“{}”，或在偏离说明中写明理由和依据",
                        "write “{}”, or explain it in a deviation"},
                       apply_edit(pair.own.view(), *edit));
  if (const auto in_file = edit_in(pair.own, *edit)) {
    finding.fix = Fix{say({"改为“{}”", "write “{}”"}, apply_edit(pair.own.view(), *edit)),
                      {*in_file},
                      false};
  }
  return finding;
}

}  // namespace catalog
