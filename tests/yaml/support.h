#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/source_text.h"
#include "yaml/edit.h"
#include "yaml/parse.h"
#include "yaml/quote.h"
#include "yaml/tree.h"

namespace catalog::yaml {

/// A value without places: what a document means, for comparing documents.
struct Model {
  NodeKind kind = NodeKind::Scalar;
  std::string text;
  std::vector<Model> children;  ///< of mappings: keys and values in turn
  friend bool operator==(const Model&, const Model&) = default;
};

inline Model model_of(const Tree& tree, NodeId id) {
  const Node& node = tree.resolved(id);
  Model model{node.kind, std::string(node.text), {}};
  for (NodeId at = node.first_child; at != kNoNode; at = tree[at].next)
    model.children.push_back(model_of(tree, at));
  return model;
}

/// Readable form: scalars in quotes, lists in [], mappings in {}.
inline std::string shown(const Model& model) {
  if (model.kind == NodeKind::Scalar) return double_quoted(model.text);
  const bool mapping = model.kind == NodeKind::Mapping;
  std::string out(1, mapping ? '{' : '[');
  for (size_t i = 0; i < model.children.size(); ++i) {
    if (i > 0) out += mapping && i % 2 == 1 ? ": " : ", ";
    out += shown(model.children[i]);
  }
  return out + (mapping ? '}' : ']');
}

/// The meaning of a text in readable form, or `!` and the English message of its problem.
inline std::string meaning(std::string_view text) {
  Tree tree;
  if (auto read = parse(text, tree); !read) return "!" + read.error().message.in(Lang::En);
  return tree.empty() ? "" : shown(model_of(tree, tree.root()));
}

/// Every node on a line of its own: kind, style and the bytes it was written with.
inline std::string dump(const Tree& tree, std::string_view source) {
  static constexpr std::string_view kKinds[] = {"scalar", "sequence", "mapping", "alias"};
  static constexpr std::string_view kStyles[] = {"plain",  "single", "double", "literal",
                                                 "folded", "block",  "flow"};
  std::string out;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    out += std::to_string(node.span.begin) + "-" + std::to_string(node.span.end) + " ";
    out += std::string(kKinds[static_cast<int>(node.kind)]) + " " +
           std::string(kStyles[static_cast<int>(node.style)]);
    if (node.kind == NodeKind::Scalar) out += " " + double_quoted(node.text);
    if (node.has_tag) out += " tagged";
    if (node.anchor.size() > 0)
      out += " " + std::string(source.substr(node.anchor.begin, node.anchor.size()));
    if (node.child_count > 0) out += " " + std::to_string(node.child_count);
    out += "\n";
  }
  return out;
}

/// line:column of a byte, as people count.
inline std::string position(const std::string& text, uint32_t byte) {
  const Position at = SourceText("t.yaml", text).position({byte});
  return std::to_string(at.line) + ":" + std::to_string(at.column.value);
}

/// Numbers that are the same on every platform and run.
class Dice {
 public:
  explicit Dice(uint64_t seed) : engine_(seed) {}
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(engine_() % n); }
  bool chance(uint32_t percent) { return below(100) < percent; }
  template <class List>
  const auto& one(const List& list) {
    return list[below(static_cast<uint32_t>(std::size(list)))];
  }

 private:
  std::mt19937_64 engine_;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The YAML files that the project ships.
inline std::vector<std::filesystem::path> shipped_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(CATALOG_SOURCE_DIR "/catalogues")) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  return files;
}

}  // namespace catalog::yaml
