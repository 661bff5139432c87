#pragma once

#include <expected>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/issue_columns.h"
#include "text/message.h"

namespace catalog {

/// One row of a 问题清单 that came back.
struct PreviousIssue {
  uint64_t id = 0;  ///< the finding's fingerprint; 0 for a row that people added
  IssueCells cells;
};

/// A filled 问题清单: what people wrote, by the finding it belongs to. It does not matter how rows
/// are sorted, in what order columns stand, what sheets are called or which language the headings
/// have.
struct PreviousIssues {
  std::vector<PreviousIssue> rows;  ///< as they stand; one for each id
  size_t without_place = 0;  ///< rows with neither number nor problem, of which nothing can be kept

  /// The row of a finding; null if it had none.
  const PreviousIssue* find(uint64_t id) const;
  void index();

 private:
  std::unordered_map<uint64_t, size_t> by_id_;
};

/// Reads the list from the bytes of a workbook; the error says why it is none.
std::expected<PreviousIssues, Message> read_previous_issues(const std::string& bytes);

}  // namespace catalog
