#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "value.h"

namespace catalog::bench {

/// A unit of the city, from its units file.
struct Unit {
  std::string code;
  std::string name;  ///< 徐汇区
  std::string
      office;  ///< who publishes: 天平路街道办事处, 华泾镇人民政府; the name where it has none
  std::string level;                 ///< 市级, 区级, 街镇级
  std::string parent_name;           ///< the name of the unit above, empty for those of 市级
  std::vector<std::string> domains;  ///< slugs that a department is in charge of
};

/// A domain's rows: the items of its standard, which hold the guideline's rows with every cell
/// filled.
struct Domain {
  std::string slug;
  std::vector<Value> rows;
  std::vector<Value> omitted;  ///< the standard's own omissions
};

/// Real text to make lists from.
struct Material {
  std::vector<Unit> units;
  std::vector<Domain> domains;
  std::vector<std::string>
      elements;  ///< every distinct element of all rows, none longer than `kLongestElement`
  std::vector<std::string> channels;  ///< every distinct channel of all rows
  std::vector<std::string> laws;      ///< 《title》（number） of every document in force
};

constexpr size_t kLongestElement = 90;  ///< bytes: 30 Chinese characters

/// Reads `national` (legal.yaml) and `city` (units.yaml, standards/); throws std::runtime_error
/// with the path if it can't.
Material read_material(const std::filesystem::path& national, const std::filesystem::path& city);

/// Whether a row's levels have `level`.
bool at_level(const Value& row, std::string_view level);

}  // namespace catalog::bench
