#include "report/yaml_json.h"

#include <nlohmann/json.hpp>

namespace catalog {

nlohmann::ordered_json json_of(const yaml::Value& value) {
  if (value.kind() == yaml::Value::Kind::Scalar) return std::string(value.text());
  const bool is_list = value.kind() == yaml::Value::Kind::Sequence;
  auto out = is_list ? nlohmann::ordered_json::array() : nlohmann::ordered_json::object();
  for (const auto& [key, child] : value.children()) {
    if (is_list) {
      out.push_back(json_of(child));
    } else {
      out[std::string(key.view())] = json_of(child);
    }
  }
  return out;
}

}  // namespace catalog
