#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// What a line merge came to.
struct LineMerged {
  std::string text;
  bool conflicts = false;
};

/// Words for the two sides in conflict markers, and the markers' length.
struct MarkerStyle {
  std::string ours = "ours", base = "base", theirs = "theirs";
  unsigned size = 7;
};

/// Merges three texts line by line as `git merge-file --diff3` does, which it runs; where git can't
/// be run, ours and theirs stand whole between markers.
LineMerged merge_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                       const MarkerStyle& style);

}  // namespace catalog
