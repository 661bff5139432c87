// yaml-cpp must see the same document as our reader does.

#include <yaml-cpp/yaml.h>

#include "yaml/generator.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

Model model_of(const YAML::Node& node) {
  switch (node.Type()) {
    case YAML::NodeType::Sequence: {
      Model model{NodeKind::Sequence, {}, {}};
      for (const auto& item : node) model.children.push_back(model_of(item));
      return model;
    }
    case YAML::NodeType::Map: {
      Model model{NodeKind::Mapping, {}, {}};
      for (const auto& pair : node) {
        model.children.push_back(model_of(pair.first));
        model.children.push_back(model_of(pair.second));
      }
      return model;
    }
    case YAML::NodeType::Scalar:
      return {NodeKind::Scalar, node.Scalar(), {}};
    default:
      return {};
  }
}

/// yaml-cpp takes plain ~ and null for no value; the text is lost, so such scalars compare as
/// empty.
Model without_nulls(const Tree& tree, NodeId id) {
  const Node& node = tree.resolved(id);
  Model model{node.kind, std::string(node.text), {}};
  const bool null =
      node.text == "~" || node.text == "null" || node.text == "Null" || node.text == "NULL";
  if (node.style == Style::Plain && null) model.text.clear();
  for (NodeId at = node.first_child; at != kNoNode; at = tree[at].next)
    model.children.push_back(without_nulls(tree, at));
  return model;
}

}  // namespace

TEST_CASE("yaml-cpp sees the same in generated documents") {
  Generator generator(4);
  for (int i = 0; i < 10'000; ++i) {
    const Generated made = generator.document();
    REQUIRE_MESSAGE(::model_of(YAML::Load(made.text)) == made.model, made.text);
  }
}

TEST_CASE("yaml-cpp sees the same in the files that the project ships") {
  const auto files = shipped_files();
  REQUIRE(files.size() > 30);
  for (const auto& file : files) {
    const std::string text = read_file(file);
    Tree tree;
    REQUIRE_MESSAGE(parse(text, tree), file.string());
    CHECK_MESSAGE(::model_of(YAML::Load(text)) == without_nulls(tree, tree.root()), file.string());
  }
}
