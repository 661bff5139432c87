#include "publish/json.h"

#include <nlohmann/json.hpp>

#include "model/fields_files.h"
#include "model/schema.h"
#include "publish/publishable_text.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

template <class Record>
Json record_json(const Record& record);
Json record_json(const Element& element);

Json value_json(const Text& text) { return publishable(text.view()); }

Json value_json(const TextMap& pairs) {
  Json out = Json::object();
  for (const NamedText& pair : pairs) out[publishable(pair.key.view())] = value_json(pair.value);
  return out;
}

template <class Value>
Json value_json(const std::vector<Value>& values) {
  Json out = Json::array();
  for (const Value& value : values) {
    if constexpr (requires { Fields<Value>::table(); }) {
      out.push_back(record_json(value));
    } else {
      out.push_back(value_json(value));
    }
  }
  return out;
}

/// A bare value, or an object by level.
template <class Value>
Json value_json(const std::vector<Leveled<Value>>& parts) {
  if (parts.size() == 1 && parts[0].level.empty()) return value_json(parts[0].value);
  Json out = Json::object();
  for (const auto& part : parts) out[publishable(part.level.view())] = value_json(part.value);
  return out;
}

template <class Record>
Json value_json(const Rare<Record>& record) {
  return record_json(record.get());
}

bool is_there(const Text& text) { return !text.empty(); }
template <class Value>
bool is_there(const std::vector<Value>& values) {
  return !values.empty();
}
template <class Record>
bool is_there(const Rare<Record>& record) {
  return record.present();
}

/// An element without anything of its own is its name, as in the files.
Json record_json(const Element& element) {
  if (!element.own.present()) return value_json(element.name);
  return record_json<Element>(element);
}

template <class Record>
Json record_json(const Record& record) {
  Json out = Json::object();
  for_each_field<Record>([&]<class Field>(const Field& field) {
    const auto& value = Field::get(record);
    if (is_there(value)) out[std::string(field.info.key.en)] = value_json(value);
  });
  return out;
}

/// The document without its items, which are written one by one.
template <class Document>
std::string document_text(const Document& document) {
  Json head = Json::object();
  for_each_field<Document>([&]<class Field>(const Field& field) {
    const auto& value = Field::get(document);
    const std::string key(field.info.key.en);
    if (key == "kind") {
      head[key] = Fields<Document>::name.en;
    } else if (key == "items") {
      head[key] = Json::array();
    } else if (is_there(value)) {
      head[key] = value_json(value);
    }
  });
  std::string out = "{";
  const char* separator = "\n    ";
  for (const auto& [key, value] : head.items()) {
    out += separator + Json(key).dump() + ": ";
    separator = ",\n    ";
    if (key != "items") {
      out += value.dump();
      continue;
    }
    out += '[';
    for (size_t i = 0; i < document.items.size(); i++)
      out += (i ? ",\n      " : "\n      ") + record_json(document.items[i]).dump();
    out += document.items.empty() ? "]" : "\n    ]";
  }
  return out + "\n  }";
}

/// What each line says of the catalogue that its item is of.
Json line_head(const Edition& edition) {
  Json out;
  const auto add = [&](const char* key, std::string_view value) {
    if (!value.empty()) out[key] = publishable(value);
  };
  out["address"] = "";
  out["title"] = edition.title;
  add("domain", edition.domain);
  add("domain_name", edition.domain_name);
  if (edition.list) add("unit", edition.unit);
  if (edition.list) add("unit_name", edition.unit_name);
  add("version", edition.head->version.view());
  add("effective", edition.head->effective.view());
  if (edition.draft) out["draft"] = true;
  return out;
}

}  // namespace

std::string write_ndjson(const Edition& edition) {
  Json head = line_head(edition);
  std::string out;
  for (size_t i = 0; i < edition.size(); i++) {
    head["address"] = edition.item_address(i);
    head["item"] = edition.list ? record_json(edition.list->items[i])
                                : record_json(edition.standard->items[i]);
    out += head.dump() + "\n";
  }
  return out;
}

std::string write_json(const Edition& edition) {
  Json head;
  head["schema"] = schema_file_name(edition.standard ? Kind::Standard : Kind::List);
  head["address"] = edition.address;
  head["title"] = edition.title;
  head["domain_name"] = publishable(edition.domain_name);
  if (edition.list) head["unit_name"] = publishable(edition.unit_name);
  if (edition.draft) head["draft"] = true;
  std::string out = "{\n";
  for (const auto& [key, value] : head.items())
    out += "  " + Json(key).dump() + ": " + value.dump() + ",\n";
  out += "  \"catalogue\": ";
  out += edition.standard ? document_text(*edition.standard) : document_text(*edition.list);
  return out + "\n}\n";
}

}  // namespace catalog
