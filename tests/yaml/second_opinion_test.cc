// yaml-cpp must see the same document as our reader does.

#include "yaml/generator.h"
#include "yaml/support.h"
#include "yaml/yaml_cpp_model.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

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
    REQUIRE_MESSAGE(yaml_cpp_model(YAML::Load(made.text)) == made.model, made.text);
  }
}

TEST_CASE("yaml-cpp sees the same in the files that the project ships") {
  const auto files = shipped_files();
  REQUIRE(files.size() > 30);
  for (const auto& file : files) {
    const std::string text = read_file(file);
    Tree tree;
    REQUIRE_MESSAGE(parse(text, tree), file.string());
    CHECK_MESSAGE(yaml_cpp_model(YAML::Load(text)) == without_nulls(tree, tree.root()),
                  file.string());
  }
}
