#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "model/date.h"
#include "model/unit_table.h"

namespace catalog {

/// The name that a unit has on a day: of its names in time the one that holds, else its name.
std::string name_on(const Unit& unit, Date day);

/// What the placeholders of the city's standards stand for in one unit's catalogue, by the names of
/// the units file that hold on a day: <区> a district, <区名> its short name (嘉定 of 嘉定区, as in
/// 上海市公安局嘉定分局), <街镇> a street or town. Standing alone <区> and <街镇> are the office
/// (徐汇区人民政府, 天平路街道办事处), with more words behind them the name. Not for several
/// threads at once.
class PlaceNames {
 public:
  PlaceNames(const UnitTable& units, const Unit& unit, Date day);

  /// The text with its placeholders filled; one that has no name here is left as it is.
  Symbol fill(Symbol text) const;
  bool empty() const { return district_.name.empty() && street_.name.empty(); }

 private:
  struct Place {
    std::string name;
    std::string office;
    std::string short_name;
  };
  static Place place_of(const Unit& unit, Date day);
  std::string_view meaning(std::string_view placeholder, bool alone) const;
  std::string filled(std::string_view text) const;

  Place district_, street_;
  mutable std::unordered_map<Symbol, Symbol> filled_;
};

}  // namespace catalog
