#pragma once

#include <string>
#include <string_view>

#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

/// One grade lower; a note stays a note.
Severity lowered(Severity severity);

/// How sure it is that a demand is missed.
enum class Certainty : uint8_t { Certain, Possible };

/// What rests on one cell of a guideline row.
struct CellDemand {
  const RowDemand& row;
  std::string_view field;  ///< English key of the cell
  Span at;                 ///< the cell, or a part of it; empty: the row
};

/// Reports that a catalogue misses what a row demands: names the row and its line, lowers what is
/// only possible by one grade, what a city department's list misses to a warning, and what rests on
/// a cell that was not read on a publication to a note that says so.
Finding& report_demand(const CatalogueView& catalogue, const CellDemand& cell, Place place,
                       Message message, Reporter& out, Certainty certainty = Certainty::Certain);
/// The same for an item of the catalogue, whose address the finding carries.
Finding& report_demand(const ItemView& item, const CellDemand& cell, Place place, Message message,
                       Reporter& out, Certainty certainty = Certainty::Certain);

/// A finding on an item, without a demand.
Finding& report_item(const ItemView& item, std::string_view field, Place place, Message message,
                     Reporter& out);

/// The field's Chinese (and English) name for people, as under the carets.
Message field_label(std::string_view field);

/// `deadline` or `deadline.街镇级`.
std::string level_field(const Vocabulary& vocabulary, std::string_view field,
                        std::optional<Level> level);

/// From the first to the last of several texts; empty if there is none.
Span span_of(const Texts& texts);
Span span_of(const std::vector<Element>& elements);

/// An edit of a text's own bytes as an edit of its file; none where the text is not written there
/// as it is (escapes, several lines).
std::optional<Edit> edit_in(const Text& text, const Edit& edit);

/// Whether a value for one level (or all) of an item and a demand for one level (or all) concern
/// one another.
bool levels_meet(std::optional<Level> value, std::optional<Level> demand, LevelSet item_levels);

}  // namespace catalog
