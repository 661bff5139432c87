#include <pugixml.hpp>

#include "model/fields_files.h"
#include "model/kinds.h"
#include "publish/read_published.h"
#include "publish/xml.h"
#include "table/ooxml.h"

namespace catalog {

namespace {

using pugi::xml_node;
using yaml::Value;

Message no_catalogue() {
  return say({"不是本工具公布的XML目录：根元素应为catalogue（{}），kind 应为 list 或 standard",
              "this is no XML catalogue of this tool: the root must be catalogue ({}), its kind "
              "list or standard"},
             kXmlNamespace);
}

/// Elements of the head that say what follows from the rest.
bool is_derived(std::string_view name) {
  return name == "title" || name == "domain_name" || name == "unit_name";
}

bool is_item(const RecordInfo& info) {
  return &info == record_info<Item>() || &info == record_info<StandardItem>();
}

/// Makes YAML values of records by the field table.
class RecordReader {
 public:
  explicit RecordReader(std::vector<std::string>& unknown) : unknown_(unknown) {}

  Value record(xml_node node, const RecordInfo& info, bool is_root = false) {
    Value out = Value::mapping();
    for (const FieldInfo& field : info.fields) {
      std::vector<xml_node> found;
      for (xml_node child : node) {
        if (is(child, field.key.en)) found.push_back(child);
      }
      if (field.content == Content::Kind || found.empty()) continue;
      Value made = value(field, found);
      if (!made.empty()) out.add(std::string(field.key.en), std::move(made));
    }
    for (xml_node child : node) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view name = child.name();
      const std::string local(name.substr(name.find(':') + 1));
      const bool derived = is_root ? is_derived(local) : is_item(info) && local == kXmlDirectory;
      if (!info.field(local) && !derived) unknown_.push_back(local);
    }
    return out;
  }

 private:
  Value value(const FieldInfo& field, const std::vector<xml_node>& nodes) {
    const xml_node first = nodes.front();
    switch (field.shape) {
      case Shape::Text:
        return text(first);
      case Shape::TextList:
        return entries(first);
      case Shape::LevelText:
        return by_level(nodes, [this](xml_node node) { return text(node); });
      case Shape::LevelTextList:
        return by_level(nodes, [this](xml_node node) { return entries(node); });
      case Shape::TextMap: {
        Value out = Value::mapping();
        for (xml_node entry : first) {
          if (is(entry, "entry")) out.add(entry.attribute("key").value(), text(entry));
        }
        return out;
      }
      case Shape::Elements:
      case Shape::RecordList:
        return records(first, *field.record());
      case Shape::Record:
        return record(first, *field.record());
    }
    return {};
  }
  static Value text(xml_node node) { return Value(readable(all_text(node))); }
  static Value entries(xml_node node) {
    Value out = Value::sequence();
    for (xml_node entry : node) {
      if (is(entry, "entry")) out.add(text(entry));
    }
    return out;
  }
  template <class Read>
  static Value by_level(const std::vector<xml_node>& nodes, Read&& read) {
    if (nodes.size() == 1 && !nodes[0].attribute("level")) return read(nodes[0]);
    Value out = Value::mapping();
    for (xml_node node : nodes) out.add(node.attribute("level").value(), read(node));
    return out;
  }
  Value records(xml_node node, const RecordInfo& info) {
    Value out = Value::sequence();
    for (xml_node child : node) {
      if (child.type() == pugi::node_element) out.add(record(child, info));
    }
    return out;
  }

  std::vector<std::string>& unknown_;
};

}  // namespace

std::expected<PublishedDocument, Message> read_published_xml(std::string bytes) {
  pugi::xml_document document;
  if (!parse(std::move(bytes), document))
    return std::unexpected(say({"不是完整的XML", "this is no well-formed XML"}));
  const xml_node root = element(document, "catalogue");
  const auto kind = kind_of_word(root.attribute("kind").value());
  const bool ours = std::string_view(root.attribute("xmlns").value()) == kXmlNamespace;
  if (!root || !ours || (kind != Kind::List && kind != Kind::Standard))
    return std::unexpected(no_catalogue());
  PublishedDocument out;
  out.value.add("kind", Value(kind_info(*kind).word.en));
  Value rest = RecordReader(out.unknown).record(root, *kind_info(*kind).record(), /*is_root=*/true);
  rest.each([&](std::string_view key, Value& value) {
    out.value.add(std::string(key), std::move(value));
  });
  return out;
}

}  // namespace catalog
