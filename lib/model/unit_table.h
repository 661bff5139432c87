#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/documents.h"
#include "model/vocabulary.h"

namespace catalog {

/// The units of the workspace by code and by name.
class UnitTable {
 public:
  UnitTable(UnitsFile file, const Vocabulary& vocabulary);
  UnitTable() : file_(std::make_unique<const UnitsFile>()) {}

  bool empty() const { return file_->units.empty(); }
  const std::vector<Unit>& all() const { return file_->units; }
  const std::vector<Source>& sources() const { return file_->sources; }
  /// The file that they were read from; empty if there is none.
  Symbol path() const { return file_->file; }
  const Unit* find(Symbol code) const;
  /// By name, short name, office name or a former name (comparison form).
  const Unit* by_name(std::string_view name) const;
  std::optional<Level> level(const Unit& unit) const;
  /// The district that a street, town or zone belongs to; the district itself for a district; none
  /// for departments.
  const Unit* district_of(const Unit& unit) const;
  std::vector<std::string_view> codes() const;

 private:
  std::unique_ptr<const UnitsFile> file_;
  std::unordered_map<Symbol, const Unit*> by_code_;
  std::unordered_map<std::string, const Unit*> by_name_;
  std::unordered_map<const Unit*, Level> levels_;
};

}  // namespace catalog
