#include "material.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace catalog::bench {

namespace fs = std::filesystem;

namespace {

YAML::Node load(const fs::path& path) {
  try {
    return YAML::LoadFile(path.string());
  } catch (const YAML::Exception& problem) {
    throw std::runtime_error(path.string() + ": " + problem.what());
  }
}

std::string text_of(const YAML::Node& node, const char* key) {
  return node[key] && node[key].IsScalar() ? node[key].Scalar() : std::string();
}

std::vector<Unit> read_units(const fs::path& path) {
  std::vector<Unit> units;
  YAML::Node document = load(path);
  for (const YAML::Node& node : document["units"]) {
    Unit unit{text_of(node, "code"),
              text_of(node, "name"),
              text_of(node, "office"),
              text_of(node, "level"),
              {},
              {}};
    if (unit.office.empty()) unit.office = unit.name;
    std::string parent = text_of(node, "parent");
    for (const Unit& other : units) {
      if (other.code == parent) unit.parent_name = other.name;
    }
    for (const YAML::Node& slug : node["domains"]) unit.domains.push_back(slug.Scalar());
    units.push_back(std::move(unit));
  }
  return units;
}

Domain read_standard(const fs::path& path) {
  YAML::Node document = load(path);
  Domain domain{text_of(document, "domain"), {}, {}};
  for (const YAML::Node& node : document["items"]) {
    Value row = Value::of(node);
    for (const char* key : {"was", "deviation", "note"}) row.remove(key);
    domain.rows.push_back(std::move(row));
  }
  for (const YAML::Node& node : document["omitted"]) domain.omitted.push_back(Value::of(node));
  return domain;
}

std::vector<std::string> read_laws(const fs::path& path) {
  std::vector<std::string> laws;
  YAML::Node document = load(path);
  for (const YAML::Node& node : document["documents"]) {
    std::string number = text_of(node, "number");
    if (text_of(node, "status") != "in-force" || number.empty()) continue;
    laws.push_back("《" + text_of(node, "title") + "》（" + number + "）");
  }
  return laws;
}

void collect(const Value* from, size_t longest, std::set<std::string>& into) {
  if (!from || from->kind != Value::Kind::List) return;
  for (const Value& entry : from->list) {
    if (entry.kind == Value::Kind::Text && entry.text.size() <= longest) into.insert(entry.text);
  }
}

}  // namespace

bool at_level(const Value& row, std::string_view level) {
  const Value* levels = row.find("levels");
  return levels && levels->has(level);
}

Material read_material(const fs::path& national, const fs::path& city) {
  Material material;
  material.units = read_units(city / "units.yaml");
  material.laws = read_laws(national / "legal.yaml");
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(city / "standards")) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::set<std::string> elements, channels;
  for (const fs::path& path : paths) {
    material.domains.push_back(read_standard(path));
    for (const Value& row : material.domains.back().rows) {
      collect(row.find("elements"), kLongestElement, elements);
      collect(row.find("channels"), std::string::npos, channels);
    }
  }
  material.elements.assign(elements.begin(), elements.end());
  material.channels.assign(channels.begin(), channels.end());
  if (material.units.empty() || material.domains.empty() || material.elements.empty() ||
      material.laws.empty()) {
    throw std::runtime_error("no units, standards or legal documents in " + national.string() +
                             ", " + city.string());
  }
  return material;
}

}  // namespace catalog::bench
