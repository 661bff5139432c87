#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/tree.h"

namespace catalog {

/// A comment of a list, standard or adoption with what it stands at.
struct AuthorComment {
  std::string item{};   ///< id, or LIST/KEY in an adoption; empty: the file's head, or its end
  std::string field{};  ///< English key; empty: the item itself (or the end of the file)
  std::string text{};   ///< without `#` and the blank behind it
  bool behind = false;  ///< at the end of a line, not on one of its own
  Span span{};          ///< from `#` on
};

/// Something that comments stand at: a key of the head, an item, or a key of an item.
struct CommentPlace {
  uint32_t begin;
  uint32_t end;  ///< of its value
  std::string item;
  std::string field;
};

/// The places of a file, in order.
std::vector<CommentPlace> comment_places(std::string_view text, const yaml::Tree& tree);

/// The comments of a file whose tree was read with Comments::Keep, in order; the line for editors
/// (`yaml-language-server`) is none of them.
std::vector<AuthorComment> author_comments(std::string_view text, const yaml::Tree& tree);

/// The comments of one version of a file, and what they may stand at.
struct CommentedVersion {
  std::vector<AuthorComment> comments;
  std::vector<CommentPlace> places;
};
CommentedVersion commented(std::string_view text, const yaml::Tree& tree);

}  // namespace catalog
