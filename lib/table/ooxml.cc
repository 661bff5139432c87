#include "table/ooxml.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>

#include "source/file_system.h"
#include "text/utf8.h"

namespace catalog {

namespace {

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

/// The character that a code _xHHHH_ at `at` stands for.
std::optional<char32_t> coded_character(std::string_view text, size_t at) {
  if (text.size() - at < 7 || text[at + 1] != 'x' || text[at + 6] != '_') return std::nullopt;
  uint32_t value = 0;
  const char* end = text.data() + at + 6;
  const auto read = std::from_chars(text.data() + at + 2, end, value, 16);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return read.ptr == end && !surrogate ? std::optional<char32_t>(value) : std::nullopt;
}

}  // namespace

bool parse(std::string bytes, pugi::xml_document& out) {
  // White space alone counts in <t> </t>.
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata_single;
  return static_cast<bool>(out.load_buffer(bytes.data(), bytes.size(), kOptions));
}

bool is(pugi::xml_node node, std::string_view name) { return local(node.name()) == name; }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node found : node) {
    if (is(found, name)) return found;
  }
  return {};
}

pugi::xml_node element(const pugi::xml_document& document, std::string_view name) {
  const pugi::xml_node root = document.document_element();
  return is(root, name) ? root : pugi::xml_node{};
}

std::string local_attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view whole = attribute.name();
    if (whole.contains(':') && local(whole) == name) return attribute.value();
  }
  return {};
}

std::string all_text(pugi::xml_node node) {
  std::string out;
  for (pugi::xml_node part : node) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) out += part.value();
  }
  return out;
}

std::string string_item(pugi::xml_node item) {
  std::string out;
  for (pugi::xml_node part : item) {
    if (is(part, "t")) out += all_text(part);
    if (is(part, "r")) out += all_text(child(part, "t"));
  }
  return decoded(out);
}

std::string decoded(std::string_view text) {
  std::string out;
  size_t from = 0;
  for (size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at)) {
    const auto character = coded_character(text, at);
    if (!character) {
      at++;
      continue;
    }
    out += text.substr(from, at - from);
    append_utf8(out, *character);
    from = at += 7;
  }
  out += text.substr(from);
  return readable(out);
}

std::string readable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    const bool control = point.value < 0x20 && point.value != '\t' && point.value != '\n';
    if (point.value == '\r') {
      if (at == text.size() || text[at] != '\n') out += '\n';
    } else {
      append_utf8(out, control ? 0xFFFD : point.value);
    }
  }
  return out;
}

std::string part_name(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return normalize_path(target.substr(1));
  return normalize_path(std::string(folder) + std::string(target));
}

}  // namespace catalog
