#include "publish/json.h"

#include <algorithm>
#include <unordered_map>

#include "model/fields_files.h"
#include "model/schema.h"
#include "publish/publishable_text.h"

namespace catalog {

namespace {

bool is_there(const Text& text) { return !text.empty(); }
template <class Value>
bool is_there(const std::vector<Value>& values) {
  return !values.empty();
}
template <class Record>
bool is_there(const Rare<Record>& record) {
  return record.present();
}

/// Appends values by the field table, in one line and without a tree: a city's catalogues are
/// large.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void value(const Text& text) { append_json(out_, text.value); }

  void value(const TextMap& pairs) {
    object(pairs, [](const NamedText& pair) { return pair.key.value; });
  }

  template <class Value>
  void value(const std::vector<Value>& values) {
    out_ += '[';
    for (size_t i = 0; i < values.size(); i++) {
      if (i > 0) out_ += ',';
      if constexpr (requires { Fields<Value>::table(); }) {
        record(values[i]);
      } else {
        value(values[i]);
      }
    }
    out_ += ']';
  }

  /// A bare value, or an object by level.
  template <class Value>
  void value(const std::vector<Leveled<Value>>& parts) {
    if (parts.size() == 1 && parts[0].level.empty()) return value(parts[0].value);
    object(parts, [](const Leveled<Value>& part) { return part.level.value; });
  }

  template <class Record>
  void value(const Rare<Record>& record) {
    fields(record.get());
  }

  /// An element without anything of its own is its name, as in the files.
  void record(const Element& element) {
    element.own.present() ? fields(element) : value(element.name);
  }
  template <class Record>
  void record(const Record& record) {
    fields(record);
  }

 private:
  template <class Record>
  void fields(const Record& record) {
    char before = '{';
    for_each_field<Record>([&]<class Field>(const Field& field) {
      const auto& there = Field::get(record);
      if (!is_there(there)) return;
      out_ += before;
      before = ',';
      out_ += '"';
      out_ += field.info.key.en;
      out_ += "\":";
      value(there);
    });
    out_ += before == '{' ? "{}" : "}";
  }

  template <class Pair, class KeyOf>
  void object(const std::vector<Pair>& pairs, KeyOf&& key_of) {
    char before = '{';
    for (const Pair* pair : once(pairs, key_of)) {
      out_ += before;
      before = ',';
      append_json(out_, key_of(*pair));
      out_ += ':';
      value(pair->value);
    }
    out_ += before == '{' ? "{}" : "}";
  }

  /// A key given twice stands once, with its last value.
  template <class Pair, class KeyOf>
  static std::vector<const Pair*> once(const std::vector<Pair>& pairs, KeyOf&& key_of) {
    constexpr size_t kFew = 16;  // that are looked through as quickly as found by a hash
    std::vector<const Pair*> out;
    out.reserve(pairs.size());
    std::unordered_map<Symbol, size_t> places;
    for (const Pair& pair : pairs) {
      const Symbol key = key_of(pair);
      size_t place = out.size();
      if (pairs.size() > kFew) {
        place = places.emplace(key, place).first->second;
      } else {
        const auto same = [&](const Pair* other) { return key_of(*other) == key; };
        place = static_cast<size_t>(std::ranges::find_if(out, same) - out.begin());
      }
      if (place == out.size()) out.push_back(nullptr);
      out[place] = &pair;
    }
    return out;
  }

  std::string& out_;
};

/// The document with an item a line.
template <class Document>
void append_document(std::string& out, const Document& document) {
  out += '{';
  const char* separator = "\n    ";
  const auto key = [&](std::string_view name) {
    out += separator;
    separator = ",\n    ";
    append_json(out, name);
    out += ": ";
  };
  for_each_field<Document>([&]<class Field>(const Field& field) {
    const auto& there = Field::get(document);
    if (field.info.key.en == "kind") {
      key(field.info.key.en);
      append_json(out, Fields<Document>::name.en);
    } else if (field.info.key.en == "items") {
      key(field.info.key.en);
      out += '[';
      for (size_t i = 0; i < document.items.size(); i++) {
        out += i ? ",\n      " : "\n      ";
        JsonWriter(out).record(document.items[i]);
      }
      out += document.items.empty() ? "]" : "\n    ]";
    } else if (is_there(there)) {
      key(field.info.key.en);
      JsonWriter(out).value(there);
    }
  });
  out += "\n  }";
}

/// What each line says of the catalogue that its item is of, behind the item's address.
std::string line_head(const Edition& edition) {
  std::string out;
  const auto add = [&](const char* key, std::string_view value) {
    if (value.empty()) return;
    out += ",\"";
    out += key;
    out += "\":";
    append_json(out, value);
  };
  out += ",\"title\":";
  append_json(out, edition.title);
  add("domain", edition.domain);
  add("domain_name", edition.domain_name);
  if (edition.list) add("unit", edition.unit);
  if (edition.list) add("unit_name", edition.unit_name);
  add("version", edition.head->version.view());
  add("effective", edition.head->effective.view());
  if (!edition.draft.empty()) out += ",\"draft\":true";
  add("draft_mark", edition.draft);
  return out;
}

}  // namespace

std::string write_ndjson(const Edition& edition, std::string room) {
  const std::string head = line_head(edition);
  std::string& out = room;
  out.clear();
  for (size_t i = 0; i < edition.size(); i++) {
    out += "{\"address\":";
    append_json(out, edition.item_address(i));
    out += head;
    out += ",\"item\":";
    JsonWriter json(out);
    edition.list ? json.record(edition.list->items[i]) : json.record(edition.standard->items[i]);
    out += "}\n";
  }
  return room;
}

std::string write_json(const Edition& edition, std::string room) {
  std::string& out = room;
  out = "{\n";
  const auto add = [&](const char* key, std::string_view value) {
    out += "  \"" + std::string(key) + "\": ";
    append_json(out, value);
    out += ",\n";
  };
  add("schema", schema_file_name(edition.standard ? Kind::Standard : Kind::List));
  add("address", edition.address);
  add("title", edition.title);
  add("domain_name", edition.domain_name);
  if (edition.list) add("unit_name", edition.unit_name);
  if (!edition.draft.empty()) {
    out += "  \"draft\": true,\n";
    add("draft_mark", edition.draft);
  }
  out += "  \"catalogue\": ";
  edition.standard ? append_document(out, *edition.standard) : append_document(out, *edition.list);
  out += "\n}\n";
  return room;
}

}  // namespace catalog
