#include "model/writer.h"

#include "model/value_writer.h"

namespace catalog {

using yaml::Value;
using Writer = ValueWriter;

yaml::Value to_value(const WorkspaceFile& document, Lang keys) {
  return Writer(keys).record(document);
}
yaml::Value to_value(const List& document, Lang keys) { return Writer(keys).record(document); }
yaml::Value to_value(const Standard& document, Lang keys) { return Writer(keys).record(document); }
yaml::Value to_value(const Adoption& document, Lang keys) { return Writer(keys).record(document); }
yaml::Value to_value(const Guideline& document, Lang keys) { return Writer(keys).record(document); }

yaml::Value to_value(const BaselineFile& document, Lang keys) {
  return Writer(keys).record(document);
}

yaml::Value to_value(const Item& item, Lang keys) { return Writer(keys).record(item); }
yaml::Value to_value(const StandardItem& item, Lang keys) { return Writer(keys).record(item); }

yaml::Value field_value(const Item& item, size_t field, Lang keys) {
  const Writer writer(keys);
  const RecordInfo& info = *record_info<Item>();
  yaml::Value out;
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    const size_t at = index++;
    if (at == field) out = writer.value(info.fields[at], Field::get(item));
  });
  return out;
}

yaml::Value to_value_with_remarks(const List& document, Lang keys,
                                  const std::vector<std::vector<std::string>>& remarks) {
  List head = document;
  head.items.clear();
  const Writer writer(keys);
  Value out = writer.record(head);
  Value items = Value::sequence();
  for (size_t i = 0; i < document.items.size(); i++) {
    Value& item = items.add(writer.record(document.items[i]));
    if (i > 0) item.comment("");  // an empty line between items
    for (const std::string& line : remarks[i]) item.comment(line);
  }
  out.add(std::string(record_info<List>()->field("items")->key.in(keys)), std::move(items));
  return out;
}

std::string schema_comment(std::string_view schema_path) {
  return "# yaml-language-server: $schema=" + std::string(schema_path) + "\n";
}

}  // namespace catalog
