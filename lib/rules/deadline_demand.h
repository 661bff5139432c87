#pragma once

#include <optional>

#include "model/deadline_compare.h"
#include "rules/demand.h"

namespace catalog {

/// A phrase of an item beside the phrase that a row demands for the same level.
struct DeadlinePair {
  const RowDemand& row;
  const Text& own;
  const Text& demanded;
  std::optional<Level> level;  ///< of the item's phrase, where it is given by level
  const DeadlineComparison& comparison;
};

/// Whether the comparison of two phrases can find anything: they differ and the demand is
/// understood.
bool are_comparable(const RuleContext& context, const Text& own, const Text& demanded);

/// Calls f(DeadlinePair) for each phrase of the item and each demanded phrase that concerns it and
/// differs from it.
template <class F>
void each_deadline_pair(const ItemView& view, F&& f) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  for (const RowDemand* row : view.rows) {
    for (const auto& own : view.item.deadline) {
      const auto level = vocabulary.level(own.level.value);
      for (const auto& demanded : row->row.deadline) {
        if (!levels_meet(level, vocabulary.level(demanded.level.value), view.levels)) continue;
        if (!are_comparable(view.context(), own.value, demanded.value)) continue;
        f(DeadlinePair{*row, own.value, demanded.value, level,
                       view.context().comparison(own.value.value, demanded.value.value)});
      }
    }
  }
}

/// Reports that a part of a phrase is weaker than demanded, with the author's phrase mended in this
/// part alone; certain or possible as the relation says.
Finding& report_deadline(const ItemView& view, const DeadlinePair& pair, const PartComparison& part,
                         Message message, Reporter& out);

}  // namespace catalog
