#include "rules/law_limits.h"

#include "rules/basis_entries.h"

namespace catalog {

InGuideline in_guideline(const ItemView& view, Symbol phrase) {
  InGuideline out = InGuideline::Silent;
  for (const RowDemand* row : view.rows) {
    for (const auto& [level, demanded] : row->row.deadline) {
      if (demanded.empty()) continue;
      const auto relation =
          worst(view.context().comparison(phrase, demanded.value), DeadlinePart::Limit);
      if (!relation) continue;
      if (possibly_weaker(*relation)) return InGuideline::Shorter;
      out = InGuideline::AsLong;
    }
  }
  return out;
}

bool is_active(const ItemView& view) {
  const auto mode = mode_rank(view.workspace().vocabulary, view.item.mode.value);
  return !mode || *mode == 0;
}

Finding& report_limit(const ItemView& view, const LegalDemand& demand, const Text& phrase, Span at,
                      Message message, bool certain, Reporter& out) {
  Finding& finding =
      report_item(view, "deadline", view.place(part_in(phrase, at)), std::move(message), out);
  finding.values = {std::string(phrase.view()), std::string(demand.id.view())};
  if (!certain) finding.severity = lowered(finding.severity);
  rest_on(finding, view.workspace().demands, demand);
  return finding;
}

}  // namespace catalog
