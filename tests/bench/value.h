#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace YAML {
class Node;
}

namespace catalog::bench {

/// One value of a YAML document, as the generator changes and writes it.
struct Value {
  enum class Kind { Text, Raw, List, Map };
  Kind kind = Kind::Text;
  std::string text;         ///< Text: the value; Raw: what stands in the file, unquoted
  std::vector<Value> list;  ///< List: its entries; Map: its values, each with its key, in order
  std::string key;          ///< of a value in a Map

  static Value of(std::string text);
  static Value of(const std::vector<std::string>& texts);
  static Value of(const YAML::Node& node);
  static Value raw(std::string text);
  static Value empty_map();

  /// The value of a Map's `key`, or null.
  Value* find(std::string_view wanted);
  const Value* find(std::string_view wanted) const;
  /// Sets a Map's `key`, at its place if it is there, else at the end.
  void set(std::string_view name, Value value);
  void remove(std::string_view name);
  /// Whether a List has this text.
  bool has(std::string_view wanted) const;
};

/// Appends `value` in flow style: [a, b], {k: v}, text plain where YAML allows it.
void append_flow(std::string& to, const Value& value);

/// Appends a text as it stands after `key: `, plain where YAML allows it.
void append_text(std::string& to, std::string_view text, bool in_flow);

}  // namespace catalog::bench
