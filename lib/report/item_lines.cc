#include "report/item_lines.h"

#include "model/fields_item.h"
#include "model/writer.h"

namespace catalog {

std::string value_words(const yaml::Value& value) {
  if (value.kind() == yaml::Value::Kind::Scalar) return std::string(value.text());
  const bool is_map = value.kind() == yaml::Value::Kind::Mapping;
  std::string out;
  for (const auto& [key, child] : value.children()) {
    if (!out.empty()) out += is_map ? "\n" : "；";
    out += (key.view().empty() ? "" : std::string(key.view()) + "：") + value_words(child);
  }
  return out;
}

std::vector<ItemLine> item_lines(const Item& item, Lang lang) {
  std::vector<ItemLine> out;
  const auto& fields = record_info<Item>()->fields;
  for (size_t i = 0; i < fields.size(); i++) {
    const FieldInfo& field = fields[i];
    if (field.identity || field.compare == Compare::Name || field.compare == Compare::None)
      continue;
    const yaml::Value value = field_value(item, i, lang);
    if (!value.empty()) out.push_back({std::string(field.key.in(lang)), value_words(value)});
  }
  return out;
}

}  // namespace catalog
