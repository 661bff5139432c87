#include "value.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace catalog::bench {

namespace {

bool plain_is_safe(std::string_view text, bool in_flow) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=<~").find(text.front()) != std::string_view::npos &&
      !text.starts_with("<区>") && !text.starts_with("<街镇>")) {
    return false;
  }
  if (text.find(": ") != text.npos || text.find(" #") != text.npos || text.find('\n') != text.npos)
    return false;
  if (in_flow && text.find_first_of("[]{},") != text.npos) return false;
  // Numbers, dates and the words of YAML 1.1 would be read as something else than text.
  bool ascii_only = std::all_of(text.begin(), text.end(),
                                [](char c) { return static_cast<signed char>(c) >= 0; });
  bool has_digit =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (ascii_only && has_digit && text.find('/') == text.npos) return false;
  return text != "yes" && text != "no" && text != "null" && text != "true" && text != "false" &&
         text != "n" && text != "y";
}

}  // namespace

Value Value::of(std::string text) {
  Value value;
  value.text = std::move(text);
  return value;
}

Value Value::of(const std::vector<std::string>& texts) {
  Value value;
  value.kind = Kind::List;
  for (const std::string& text : texts) value.list.push_back(of(text));
  return value;
}

Value Value::of(const YAML::Node& node) {
  Value value;
  if (node.IsSequence()) {
    value.kind = Kind::List;
    for (const YAML::Node& entry : node) value.list.push_back(of(entry));
  } else if (node.IsMap()) {
    value.kind = Kind::Map;
    for (const auto& pair : node) value.set(pair.first.Scalar(), of(pair.second));
  } else if (node.IsScalar()) {
    value.text = node.Scalar();
  }
  return value;
}

Value Value::raw(std::string text) {
  Value value = of(std::move(text));
  value.kind = Kind::Raw;
  return value;
}

Value Value::empty_map() {
  Value value;
  value.kind = Kind::Map;
  return value;
}

Value* Value::find(std::string_view wanted) {
  auto at = std::find_if(list.begin(), list.end(),
                         [&](const Value& entry) { return entry.key == wanted; });
  return at == list.end() ? nullptr : &*at;
}

const Value* Value::find(std::string_view wanted) const {
  return const_cast<Value*>(this)->find(wanted);
}

void Value::set(std::string_view name, Value value) {
  value.key = name;
  if (Value* there = find(name)) {
    *there = std::move(value);
  } else {
    list.push_back(std::move(value));
  }
}

void Value::remove(std::string_view name) {
  std::erase_if(list, [&](const Value& entry) { return entry.key == name; });
}

bool Value::has(std::string_view wanted) const {
  return std::any_of(list.begin(), list.end(),
                     [&](const Value& entry) { return entry.text == wanted; });
}

void append_text(std::string& to, std::string_view text, bool in_flow) {
  if (plain_is_safe(text, in_flow)) {
    to += text;
    return;
  }
  to += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') to += '\\';
    if (c == '\n') {
      to += "\\n";
    } else {
      to += c;
    }
  }
  to += '"';
}

void append_flow(std::string& to, const Value& value) {
  switch (value.kind) {
    case Value::Kind::Text:
      append_text(to, value.text, true);
      break;
    case Value::Kind::Raw:
      to += value.text;
      break;
    case Value::Kind::List:
    case Value::Kind::Map:
      to += value.kind == Value::Kind::List ? '[' : '{';
      for (size_t i = 0; i < value.list.size(); ++i) {
        if (i) to += ", ";
        if (value.kind == Value::Kind::Map) to += value.list[i].key + ": ";
        append_flow(to, value.list[i]);
      }
      to += value.kind == Value::Kind::List ? ']' : '}';
      break;
  }
}

}  // namespace catalog::bench
