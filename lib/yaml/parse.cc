#include "yaml/parse.h"

#include "yaml/comments.h"
#include "yaml/encoding.h"
#include "yaml/fast.h"
#include "yaml/libyaml_reader.h"
#include "yaml/limits.h"

namespace catalog::yaml {

std::expected<void, SyntaxProblem> parse(std::string_view text, Tree& tree, Comments comments,
                                         const Limits& limits) {
  tree.clear();
  if (text.size() > limits.bytes) return std::unexpected(too_many_bytes(text.size(), limits));
  if (auto problem = check_encoding(text)) return std::unexpected(std::move(*problem));
  if (!read_fast(text, tree, limits)) {
    tree.clear();
    if (auto read = read_by_libyaml(text, tree, limits); !read) {
      tree.clear();
      return read;
    }
  }
  if (comments == Comments::Keep) tree.edit_comments() = find_comments(text, tree);
  return {};
}

}  // namespace catalog::yaml
