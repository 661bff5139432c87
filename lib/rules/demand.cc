#include "rules/demand.h"

#include <algorithm>

#include "model/fields_item.h"
#include "model/fields_reference.h"

namespace catalog {

namespace {

Message unverified(const Message& message) {
  return say({"{}（指引此栏未核实）", "{} (this cell of the guideline is unverified)"},
             Phrase(message.in(Lang::Zh), message.in(Lang::En)));
}

/// The field of the item, else of a row.
const FieldInfo* field_of(std::string_view field) {
  const FieldInfo* found = record_info<Item>()->field(field);
  return found ? found : record_info<Row>()->field(field);
}

}  // namespace

Severity lowered(Severity severity) {
  return severity == Severity::Error ? Severity::Warning : std::min(severity, Severity::Note);
}

Finding& report_demand(const CatalogueView& catalogue, const CellDemand& cell, Place place,
                       Message message, Reporter& out, Certainty certainty) {
  const bool verified = cell.row.verified(cell.field);
  Finding& finding = out.add(place, verified ? std::move(message) : unverified(message));
  finding.address = catalogue.address;
  finding.field = cell.field;
  finding.values.push_back(cell.row.reference());
  if (certainty == Certainty::Possible) finding.severity = lowered(finding.severity);
  if (catalogue.at_city_level()) finding.severity = std::min(finding.severity, Severity::Warning);
  if (!verified) finding.severity = std::min(finding.severity, Severity::Note);
  const Span at = cell.at.end > 0 ? cell.at : cell.row.row.span;
  finding.demand = Demand{verified ? say({"{}", "{}"}, cell.row.name())
                                   : say({"{}（未核实）", "{} (unverified)"}, cell.row.name()),
                          {cell.row.guideline.file, at}};
  return finding;
}

Finding& report_demand(const ItemView& item, const CellDemand& cell, Place place, Message message,
                       Reporter& out, Certainty certainty) {
  Finding& finding = report_demand(item.catalogue, cell, place, std::move(message), out, certainty);
  finding.address = item.address();
  finding.label = field_label(cell.field);
  return finding;
}

Finding& report_item(const ItemView& item, std::string_view field, Place place, Message message,
                     Reporter& out) {
  Finding& finding = out.add(place, std::move(message));
  finding.address = item.address();
  finding.field = field;
  finding.label = field_label(field.substr(0, field.find_first_of(".[")));
  return finding;
}

Message field_label(std::string_view field) {
  const FieldInfo* info = field_of(field);
  return info ? say({"{}", "{}"}, Phrase(info->key)) : Message{};
}

std::string level_field(const Vocabulary& vocabulary, std::string_view field,
                        std::optional<Level> level) {
  std::string out(field);
  if (level) {
    out += '.';
    out += vocabulary.level_name(*level);
  }
  return out;
}

Span span_of(const Texts& texts) {
  return texts.empty() ? Span{} : Span{texts.front().span.begin, texts.back().span.end};
}

Span span_of(const std::vector<Element>& elements) {
  return elements.empty() ? Span{}
                          : Span{elements.front().name.span.begin, elements.back().name.span.end};
}

std::optional<Edit> edit_in(const Text& text, const Edit& edit) {
  const size_t own = text.view().size();
  const size_t written = text.span.size();
  if (written != own && written != own + 2) return std::nullopt;
  const uint32_t quote = written == own ? 0 : 1;
  const uint32_t at = text.span.begin + quote;
  return Edit{{at + edit.span.begin, at + edit.span.end}, edit.text};
}

bool levels_meet(std::optional<Level> value, std::optional<Level> demand, LevelSet item_levels) {
  if (value && demand) return *value == *demand;
  return !demand || item_levels.has(*demand);
}

}  // namespace catalog
