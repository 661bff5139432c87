#include "model/deadline_pairing.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "text/similarity.h"

namespace catalog {

namespace {

/// Subjects at least this alike are the same: 行政处罚决定 and 处罚决定, but not 处罚决定 and
/// 许可决定.
constexpr double kSameSubject = 0.6;
/// Bytes of a subject that are compared: keeps the pairing of 32 branches cheap.
constexpr size_t kComparedBytes = 192;

/// All that no other branch is about: 其他…, or neither a subject nor an event of its own.
bool is_general(const Branch& branch) {
  if (branch.rest) return true;
  if (!branch.subject.empty()) return false;
  return !branch.limit || branch.limit->event_class == EventClass::None ||
         branch.limit->event_class == EventClass::Information;
}

/// What tells a branch from its neighbours: its subject, else the event of its phase.
std::string_view key_of(const Branch& branch) {
  const std::string_view key =
      branch.subject.empty() && branch.limit ? branch.limit->event : branch.subject;
  return key.substr(0, kComparedBytes);
}

/// The branch of `deadline` that is most like `branch`, if like enough.
std::optional<size_t> best_match(const Branch& branch, const Deadline& deadline) {
  std::optional<size_t> best;
  double best_score = kSameSubject;
  for (size_t i = 0; i < deadline.branches.size(); ++i) {
    const double score = branch_likeness(branch, deadline.branches[i]);
    if (score < best_score || (best && score == best_score)) continue;
    best = i;
    best_score = score;
  }
  return best;
}

}  // namespace

double branch_likeness(const Branch& a, const Branch& b) {
  if (is_general(a) && is_general(b)) return 1;
  if (is_general(a) || is_general(b)) return 0;
  const std::string_view first = key_of(a);
  const std::string_view second = key_of(b);
  if (first == second) return 1;
  return similarity(first, second);
}

std::optional<size_t> general_branch(const Deadline& deadline) {
  const auto& branches = deadline.branches;
  if (branches.size() == 1) return 0;
  const auto found = std::ranges::find_if(branches, is_general);
  if (found == branches.end()) return std::nullopt;
  return static_cast<size_t>(found - branches.begin());
}

std::vector<BranchPair> pair_branches(const Deadline& phrase, const Deadline& demanded) {
  std::vector<BranchPair> pairs;
  if (phrase.branches.size() == 1 && demanded.branches.size() == 1) return {{0, 0, false}};
  std::vector<bool> used(phrase.branches.size());
  const auto general = general_branch(phrase);
  for (size_t i = 0; i < demanded.branches.size(); ++i) {
    const auto match = best_match(demanded.branches[i], phrase);
    const auto chosen = match ? match : general;
    if (!chosen) continue;
    pairs.push_back({*chosen, i, !match});
    if (match) used[*chosen] = true;
  }
  // What the phrase says of further subjects must still meet the general demand.
  const auto demanded_general = general_branch(demanded);
  for (size_t i = 0; demanded_general && i < used.size(); ++i) {
    if (used[i] || is_general(phrase.branches[i])) continue;
    pairs.push_back({i, *demanded_general, false});
  }
  std::ranges::stable_sort(pairs, {}, &BranchPair::demanded);
  return pairs;
}

}  // namespace catalog
