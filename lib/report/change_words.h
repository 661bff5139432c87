#pragma once

#include <string>

#include "diff/explain.h"
#include "diff/version_diff.h"
#include "text/message.h"

namespace catalog {

/// What a report of changes is made from.
struct ChangeReport {
  const VersionDiff& diff;
  std::string before;  ///< names of the sides, as the user gave them
  std::string after;
  size_t same_files = 0;
  std::vector<IdleAdjustment> idle{};
};

/// What changed, in a few words: 公开时限·公示期, 公开内容（名单）·公开方式, 取消事项.
Phrase change_subject(const Change& change);
/// 社会救助：调整（缩小2，扩大1，变更0，文字调整3）
Message domain_line(const DomainChange& domain);
/// 缩小2，扩大1，变更0，文字调整3；缩小中无理由1
Message counts_line(const ClassCounts& counts);
/// Why an adjustment explains nothing.
Message idle_line(const IdleAdjustment& idle);
/// 理由：… （依据…；批准…）
Message explanation_line(const Explanation& explanation);

}  // namespace catalog
