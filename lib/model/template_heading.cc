#include "model/template_heading.h"

#include "model/fields_item.h"

namespace catalog {

std::string_view heading_of(const TemplateColumn& column) {
  if (!column.heading.empty()) return column.heading.view();
  const std::string_view key = column.field.view();
  if (key == "number") return "序号";
  if (key == "code") return "事项编码";
  const FieldInfo* field = record_info<Item>()->field(key);
  return field ? field->key.zh : key;
}

}  // namespace catalog
