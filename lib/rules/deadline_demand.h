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
  std::optional<Level> level;     ///< of the item's phrase, where it is given by level
  std::optional<size_t> element;  ///< the element that the phrase is for, if for one alone
  const DeadlineComparison& comparison;
};

/// Whether the comparison of two phrases can find anything: they differ and the demand is
/// understood.
bool are_comparable(const RuleContext& context, const Text& own, const Text& demanded);

/// Phrases to compare for one element: where the item's element or the row's has its own.
struct ElementDeadline {
  size_t element;
  const Text& own;
  const Text& demanded;
};
std::vector<ElementDeadline> element_deadlines(const ItemView& view, const RowDemand& row);

/// Calls f(DeadlinePair) for each phrase of the item and each demanded phrase that concerns it and
/// differs from it.
template <class F>
void each_deadline_pair(const ItemView& view, F&& f) {
  const auto compare = [&](const RowDemand& row, const Text& own, const Text& demanded,
                           std::optional<Level> level, std::optional<size_t> element) {
    if (!are_comparable(view.context(), own, demanded)) return;
    f(DeadlinePair{row, own, demanded, level, element,
                   view.context().comparison(own.value, demanded.value)});
  };
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  for (const RowDemand* row : view.rows) {
    for (const auto& own : view.item.deadline) {
      const auto level = vocabulary.level(own.level.value);
      for (const auto& demanded : row->row.deadline) {
        if (!levels_meet(level, vocabulary.level(demanded.level.value), view.levels)) continue;
        compare(*row, own.value, demanded.value, level, std::nullopt);
      }
    }
    for (const auto& [element, own, demanded] : element_deadlines(view, *row))
      compare(*row, own, demanded, std::nullopt, element);
  }
}

/// Reports that a part of a phrase is weaker than demanded, with the author's phrase mended in this
/// part alone; certain or possible as the relation says.
Finding& report_deadline(const ItemView& view, const DeadlinePair& pair, const PartComparison& part,
                         Message message, Reporter& out);

}  // namespace catalog
