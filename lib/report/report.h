#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rules/validate.h"

namespace catalog {

/// What a format writes: the findings that are shown, in the order of the files, and how many were
/// left out. The counts of the summary are of all findings.
struct Report {
  const Validation& validation;
  std::vector<const Finding*> shown;
  size_t left_out = 0;

  /// The file that a finding is shown at: its own, else the workspace's catalog.yaml (the first
  /// file with a finding where there is none), as most tools drop what has no place.
  Symbol file_of(const Finding& finding) const;
};

/// All findings; with `most`, at most so many of them, the gravest kept.
Report report_of(const Validation& validation, std::optional<size_t> most);

/// 另有…项未列出: what a report says when some were left out (must be some).
Message left_out_words(const Report& report);

/// The `most` gravest of the findings, of equal ones the first, in the order in which they stood.
std::vector<const Finding*> gravest(std::vector<const Finding*> findings, size_t most);

}  // namespace catalog
