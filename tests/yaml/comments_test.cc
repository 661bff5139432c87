#include "yaml/generator.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

std::vector<std::string> comments_of(const std::string& text) {
  Tree tree;
  REQUIRE_MESSAGE(parse(text, tree, Comments::Keep), text);
  std::vector<std::string> comments;
  for (const Span span : tree.comments()) comments.push_back(text.substr(span.begin, span.size()));
  return comments;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("comments reach from their sign to before the line break") {
  CHECK(comments_of("# 一\na: b # 二 \r\n  # 三\nc:\t#四") ==
        Texts{"# 一", "# 二 ", "# 三", "#四"});
}

TEST_CASE("a sign inside of texts begins no comment") {
  CHECK(comments_of("a: b#c\nd: \"e # f\"\ng: 'h # i'\nj#k: [l#m, 'n # o']\np: http://q#r\n") ==
        Texts{});
}

TEST_CASE("a sign inside of block scalars begins no comment, but one behind their sign does") {
  CHECK(comments_of("a: | # 一\n  # 二\n  b\n# 三\nc: >-\n  d # 四\n\n  # 五\n # 六\ne: f\n") ==
        Texts{"# 一", "# 三", "# 六"});
}

TEST_CASE("comments stand between the entries in brackets") {
  CHECK(comments_of("a: [ # 一\n  b, # 二\n  c#d # 三\n  # 四\n]\n") ==
        Texts{"# 一", "# 二", "# 三", "# 四"});
}

TEST_CASE("comments stand behind anchors, tags and directives") {
  CHECK(comments_of("%TAG ! tag:x # 零\n---\na: !b d # 一\ne: &f g # 二\n") ==
        Texts{"# 零", "# 一", "# 二"});
}

TEST_CASE("comments of a file of comments only are kept") {
  CHECK(comments_of("# 一\n\n#二\n") == Texts{"# 一", "#二"});
}

TEST_CASE("comments are not collected unasked") {
  Tree tree;
  REQUIRE(parse("a: b # 一\n", tree));
  CHECK(tree.comments().empty());
}

TEST_CASE("taking the comments out of generated documents leaves their meaning") {
  Generator generator(3);
  for (int i = 0; i < 2'000; ++i) {
    const Generated made = generator.document();
    Tree tree;
    REQUIRE(parse(made.text, tree, Comments::Keep));
    std::vector<Edit> edits;
    for (const Span span : tree.comments()) {
      REQUIRE(made.text[span.begin] == '#');
      edits.push_back({span, ""});
    }
    const std::string bare = apply_edits(made.text, edits);
    Tree left;
    REQUIRE_MESSAGE(parse(bare, left, Comments::Keep), made.text);
    REQUIRE_MESSAGE(left.comments().empty(), made.text);
    REQUIRE_MESSAGE(model_of(left, left.root()) == made.model, made.text);
  }
}
