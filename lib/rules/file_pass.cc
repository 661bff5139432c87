#include "rules/file_pass.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/reader.h"
#include "rules/file_context.h"
#include "text/normal.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

/// Numbers findings that nothing else tells apart, in the order of their places, so that each has a
/// fingerprint of its own.
void number_equals(std::vector<Finding>& findings, size_t from) {
  using Key = std::tuple<std::string_view, std::string, std::string, std::vector<std::string>>;
  if (findings.size() - from < 2) return;
  std::stable_sort(findings.begin() + static_cast<std::ptrdiff_t>(from), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.place.span < b.place.span; });
  std::map<Key, int> seen;
  for (size_t i = from; i < findings.size(); i++) {
    Finding& finding = findings[i];
    const int before = seen[Key{finding.rule, finding.address, finding.field, finding.values}]++;
    if (before > 0) finding.values.push_back("#" + std::to_string(before + 1));
  }
}

}  // namespace

FilePass::FilePass(unsigned threads)
    : found_(std::max(1u, threads == 0 ? default_threads() : threads)) {
  for (const Rule* rule : all_rules()) {
    if (rule->check_file) rules_.push_back(rule);
  }
  known_.is_key = is_key_name;
  known_.is_word = [this](std::string_view word) { return words_.contains(comparison_form(word)); };
}

void FilePass::learn_words(const FileView& view) {
  VocabularyFile file;
  Problems ignored;
  read_document(view.tree, view.path, file, ignored);
  for (const auto* list :
       {&file.levels, &file.channels, &file.audiences, &file.modes, &file.extents}) {
    for (const VocabularyWord& word : *list) {
      words_.insert(comparison_form(word.name.view()));
      for (const Text& alias : word.aliases) words_.insert(comparison_form(alias.view()));
    }
  }
  words_known_.store(true, std::memory_order_release);
}

void FilePass::visit(const FileView& view, unsigned worker) {
  const FileContext context(view, known_);
  std::vector<Finding>& found = found_[worker];
  const size_t from = found.size();
  for (const Rule* rule : rules_) {
    Reporter out(*rule, rule->severity, found);
    rule->check_file(context, out);
  }
  number_equals(found, from);
  std::vector<Span> unsure;
  for (const yaml::Slip& slip : context.slips()) unsure.push_back(slip.at);
  for (const Problem& problem : context.problems()) {
    if (problem.kind == ProblemKind::ConflictUnsettled) unsure.push_back(problem.at);
  }
  if (!unsure.empty()) {
    std::lock_guard lock(slips_mutex_);
    auto& known = slips_[view.path];
    known.insert(known.end(), unsure.begin(), unsure.end());
  }
  if (view.kind == Kind::Vocabulary) std::call_once(words_once_, [&] { learn_words(view); });
}

std::vector<Finding> FilePass::take(const RuleSettings& settings) {
  std::vector<Finding> out;
  for (auto& some : found_) {
    for (Finding& finding : some) {
      finding.severity = settings.severity(finding.rule);
      if (finding.severity != Severity::Off) out.push_back(std::move(finding));
    }
    some.clear();
  }
  return out;
}

bool FilePass::has_slip(Place place) const {
  if (slips_.empty()) return false;
  const auto found = slips_.find(place.file);
  return found != slips_.end() && std::ranges::any_of(found->second, [&](Span slip) {
           // Beside it too: halves of what a slip split.
           return slip.begin <= place.span.end && place.span.begin <= slip.end + 1;
         });
}

}  // namespace catalog
