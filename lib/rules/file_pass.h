#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/settings.h"
#include "workspace/workspace.h"
#include "yaml/slips.h"

namespace catalog {

/// Runs the checks of files while these are loaded, from several threads at once.
class FilePass {
 public:
  explicit FilePass(unsigned threads);

  /// Called for each file; the vocabulary is shown before the files that use it.
  void visit(const FileView& view, unsigned worker);

  /// What was found, at the severities of this run.
  std::vector<Finding> take(const RuleSettings& settings);
  /// Whether a slip of the keyboard stands at this place: what else is wrong there follows from it.
  bool has_slip(Place place) const;

 private:
  void learn_words(const FileView& view);

  std::vector<const Rule*> rules_;
  std::vector<std::vector<Finding>> found_;  ///< by worker
  std::unordered_set<std::string> words_;    ///< comparison forms of the vocabulary, once known
  std::once_flag words_once_;
  std::atomic<bool> words_known_ = false;
  yaml::KnownWords known_;
  std::mutex slips_mutex_;
  std::unordered_map<Symbol, std::vector<Span>> slips_;
};

}  // namespace catalog
