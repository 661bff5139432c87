#pragma once

#include <string>

#include "diff/explain.h"
#include "diff/version_diff.h"
#include "text/message.h"

namespace catalog {

/// What a report of changes is made from.
struct ChangeReport {
  const VersionDiff& diff;
  Phrase before;  ///< names of the sides
  Phrase after;
  size_t same_files = 0;
  std::vector<IdleAdjustment> idle{};
  const Workspace* now = nullptr;  ///< of the newer version, for names and dates
  std::vector<Message> remarks{};  ///< what a reader must know of the comparison itself
};

/// The name of the unit whose catalogue changed, or what stands for it; empty for a standard.
std::string change_unit_name(const Change& change, const ChangeReport& report);
std::string change_domain_name(const Change& change, const ChangeReport& report);
/// Whether what changed stands in the newer version, so that it has a line there.
bool is_there(const Change& change);
/// What a gate thinks of a loss: without a reason an error, a possible one a warning, explained a
/// note.
Severity gate_severity(const Change& change);
/// A change in one sentence, for a line of a log.
Message change_message(const Change& change);

/// What changed, in a few words: 公开时限·公示期, 公开内容（名单）·公开方式, 取消事项.
Phrase change_subject(const Change& change);
/// 社会救助：调整（缩小2，扩大1，变更0，文字调整3）
Message domain_line(const DomainChange& domain);
/// What stands there before and after, in words: of a part its own, of an omission the row with its
/// name.
struct ChangeTexts {
  std::string before;
  std::string after;
};
ChangeTexts change_texts(const Change& change);
/// 领域：保留23，调整2，新增1，不设0
Message domains_line(const VersionDiff& diff);
/// 缩小2，扩大1，变更0，文字调整3；缩小中无理由1
Message counts_line(const ClassCounts& counts);
/// Why an adjustment explains nothing.
Message idle_line(const IdleAdjustment& idle);
/// 理由：… （依据…；批准…）
Message explanation_line(const Explanation& explanation);

}  // namespace catalog
