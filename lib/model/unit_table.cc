#include "model/unit_table.h"

#include "text/normal.h"

namespace catalog {

UnitTable::UnitTable(UnitsFile file, const Vocabulary& vocabulary)
    : file_(std::make_unique<const UnitsFile>(std::move(file))) {
  const auto name = [&](const Text& text, const Unit& unit) {
    if (!text.empty()) by_name_.emplace(comparison_form(text.view()), &unit);
  };
  for (const Unit& unit : file_->units) {
    by_code_.emplace(unit.code.value, &unit);
    if (const auto level = vocabulary.level(unit.level.value)) levels_.emplace(&unit, *level);
    name(unit.name, unit);
    name(unit.office, unit);
    for (const Text& alias : unit.aliases) name(alias, unit);
    for (const UnitName& former : unit.names) name(former.name, unit);
  }
}

const Unit* UnitTable::find(Symbol code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : found->second;
}

const Unit* UnitTable::by_name(std::string_view name) const {
  const auto found = by_name_.find(comparison_form(name));
  return found == by_name_.end() ? nullptr : found->second;
}

std::optional<Level> UnitTable::level(const Unit& unit) const {
  const auto found = levels_.find(&unit);
  return found == levels_.end() ? std::nullopt : std::optional(found->second);
}

const Unit* UnitTable::district_of(const Unit& unit) const {
  const auto own = level(unit);
  if (!own || *own == Level::City) return nullptr;
  return *own == Level::District ? &unit : find(unit.parent.value);
}

std::vector<std::string_view> UnitTable::codes() const {
  std::vector<std::string_view> out;
  for (const Unit& unit : file_->units) out.push_back(unit.code.view());
  return out;
}

}  // namespace catalog
