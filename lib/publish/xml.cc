#include "publish/xml.h"

#include <array>
#include <cstdint>
#include <ranges>
#include <string>
#include <unordered_map>

#include "model/fields_files.h"
#include "publish/publishable_text.h"
#include "publish/text_key.h"

namespace catalog {

namespace {

/// What decides a written value: its field, how deep it stands, and the symbols of its texts.
struct Key {
  const char* name = nullptr;  ///< of the field table, so that the address is enough
  size_t depth = 0;
  TextKey texts{};

  bool operator==(const Key&) const = default;
  struct Hash {
    size_t operator()(const Key& key) const {
      return std::hash<TextKey>()(key.texts) ^ std::hash<const char*>()(key.name) ^ key.depth;
    }
  };
};

/// Writes records by the field table, indented.
class XmlWriter {
 public:
  std::string take() { return std::move(out_); }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_attribute(value);
    out_ += '"';
  }
  void raw(std::string_view text) { out_ += text; }

  template <class T>  // std::string_view or Symbol
  void element(std::string_view name, T text) {
    const Tags& tag = tags(name);
    out_ += tag.open;
    append_escaped(out_, text);
    out_ += tag.close;
  }
  /// An element of several texts with a sign between two; empty ones are left out.
  void element(std::string_view name, const auto& texts, std::string_view between) {
    const Tags& tag = tags(name);
    out_ += tag.open;
    const size_t begin = out_.size();
    for (const Text* text : texts) {
      if (text->empty()) continue;
      if (out_.size() > begin) out_ += between;
      append_escaped(out_, text->value);
    }
    out_ += tag.close;
  }

  template <class Record>
  void fields(const Record& record) {
    for_each_field<Record>([&]<class Field>(const Field& field) {
      // The kind is an attribute of the root.
      if (field.info.content == Content::Kind) return;
      value(field.info.key.en, Field::get(record));
    });
  }

  template <class Record>
  void items(const Edition& edition, const std::vector<Record>& items) {
    begin("items");
    for (size_t i = 0; i < items.size(); i++) {
      indent();
      out_ += "<item";
      attribute("number", std::to_string(i + 1));
      const std::string address = edition.item_address(i);
      attribute("address", address);
      out_ += ">\n";
      depth_++;
      directory(address, items[i]);
      fields(items[i]);
      end("item");
    }
    end("items");
  }
  /// What the Regulation on Open Government Information asks of a directory (条例第十二条): 索引号,
  /// 名称, 内容概述, 生成日期. All of it follows from the rest.
  void directory(std::string_view address, const Item& item) {
    begin(kXmlDirectory);
    element("index_number", address);
    element("name", std::array{&item.topic, &item.subtopic, &item.detail}, "/");
    if (!std::ranges::all_of(item.elements,
                             [](const Element& part) { return part.name.empty(); })) {
      element("summary",
              item.elements | std::views::transform([](const Element& part) { return &part.name; }),
              "；");
    }
    if (!day_.empty()) element("generated", std::string_view(day_));
    end(kXmlDirectory);
  }
  void set_edition(const Edition& edition) {
    edition_ = &edition;
    day_ = day_of(edition);
  }

 private:
  /// An element's tags as they stand at a depth: the first with its indentation, the second with
  /// the end of its line.
  struct Tags {
    std::string_view name{};
    size_t depth = 0;
    std::string open, close;
  };
  /// Names are literals: the address is enough to know one again.
  const Tags& tags(std::string_view name) {
    const size_t place = reinterpret_cast<uintptr_t>(name.data()) * 31 + depth_;
    Tags& out = tags_[place % tags_.size()];
    const bool known = out.name.data() == name.data() && out.name.size() == name.size();
    if (known && out.depth == depth_) return out;
    out = {name, depth_, std::string(2 * depth_, ' ') + "<" + std::string(name) + ">",
           "</" + std::string(name) + ">\n"};
    return out;
  }

  void indent() { out_.append(2 * depth_, ' '); }
  void close(std::string_view name) {
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }
  void begin(std::string_view name) {
    out_ += tags(name).open;
    out_ += '\n';
    depth_++;
  }
  void end(std::string_view name) {
    depth_--;
    indent();
    out_ += tags(name).close;
  }
  /// Line breaks and tabs in attributes survive only as references (XML 1.0, section 3.3.3).
  void append_attribute(std::string_view value) {
    if (value.find_first_of("\n\t\r") == value.npos) return append_escaped(out_, value);
    const std::string text = publishable(value);
    for (size_t from = 0; from < text.size();) {
      const size_t end = std::min(text.find_first_of("\n\t", from), text.size());
      append_escaped(out_, std::string_view(text).substr(from, end - from));
      if (end < text.size()) out_ += text[end] == '\n' ? "&#10;" : "&#9;";
      from = end + 1;
    }
  }

  void value(std::string_view name, const Text& text) {
    if (!text.empty()) element(name, text.value);
  }
  /// Appends a field's value as write() does; the same again is copied. Many items have the same
  /// basis, channels and levels.
  template <class Value, class Write>
  void remembered(std::string_view name, const Value& value, Write&& write) {
    key_.name = name.data();
    key_.depth = depth_;
    key_.texts.clear();
    add_to(key_.texts, value);
    const auto [known, fresh] = written_.try_emplace(key_);
    if (!fresh) {
      out_ += known->second;
      return;
    }
    const size_t begin = out_.size();
    write();
    known->second = out_.substr(begin);
  }
  void value(std::string_view name, const Texts& texts) {
    if (texts.empty()) return;
    remembered(name, texts, [&] {
      begin(name);
      for (const Text& text : texts) element("entry", text.value);
      end(name);
    });
  }
  void value(std::string_view name, const TextMap& pairs) {
    if (pairs.empty()) return;
    begin(name);
    for (const NamedText& pair : pairs) attributed("entry", "key", pair.key, pair.value);
    end(name);
  }
  void value(std::string_view name, const LevelText& parts) {
    remembered(name, parts, [&] {
      for (const auto& part : parts) attributed(name, "level", part.level, part.value);
    });
  }
  void value(std::string_view name, const LevelTexts& parts) {
    remembered(name, parts, [&] {
      for (const auto& part : parts) value(name, part);
    });
  }
  void value(std::string_view name, const Leveled<Texts>& part) {
    indent();
    out_ += '<';
    out_ += name;
    if (!part.level.empty()) attribute("level", part.level.view());
    out_ += ">\n";
    depth_++;
    for (const Text& text : part.value) element("entry", text.value);
    end(name);
  }
  void attributed(std::string_view name, std::string_view key, const Text& given,
                  const Text& text) {
    indent();
    out_ += '<';
    out_ += name;
    if (!given.empty()) attribute(key, given.view());
    out_ += '>';
    append_escaped(out_, text.value);
    close(name);
  }
  template <class Record>
  void value(std::string_view name, const Rare<Record>& record) {
    if (!record.present()) return;
    begin(name);
    fields(record.get());
    end(name);
  }
  void value(std::string_view, const std::vector<Item>& all) { items(*edition_, all); }
  void value(std::string_view, const std::vector<StandardItem>& all) { items(*edition_, all); }
  template <class Record>
  void value(std::string_view name, const std::vector<Record>& records) {
    if (records.empty()) return;
    begin(name);
    for (const Record& record : records) {
      begin(Fields<Record>::name.en);
      fields(record);
      end(Fields<Record>::name.en);
    }
    end(name);
  }

  const Edition* edition_ = nullptr;
  std::string day_;
  size_t depth_ = 1;
  std::unordered_map<Key, std::string, Key::Hash> written_;
  Key key_;  ///< of the value at hand; kept for its room
  std::array<Tags, 509> tags_;
  std::string out_;
};

}  // namespace

std::string write_xml(const Edition& edition) {
  XmlWriter out;
  out.set_edition(edition);
  out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<catalogue");
  out.attribute("xmlns", kXmlNamespace);
  out.attribute("kind", edition.standard ? Fields<Standard>::name.en : Fields<List>::name.en);
  out.attribute("address", edition.address);
  if (!edition.draft.empty()) {
    out.attribute("draft", "true");
    out.attribute("draft_mark", edition.draft);
  }
  out.raw(">\n");
  out.element("title", std::string_view(edition.title));
  out.element("domain_name", std::string_view(edition.domain_name));
  if (edition.list) out.element("unit_name", std::string_view(edition.unit_name));
  edition.standard ? out.fields(*edition.standard) : out.fields(*edition.list);
  out.raw("</catalogue>\n");
  return out.take();
}

}  // namespace catalog
