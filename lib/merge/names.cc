#include "merge/names.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "text/similarity.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kCandidates = 8;  ///< names compared with each at most
constexpr size_t kVisits = 256;    ///< entries of the index looked at for each at most

class NameMatcher {
 public:
  NameMatcher(const std::vector<NameEntry>& left, const std::vector<NameEntry>& right, double least)
      : left_(left), right_(right), least_(least) {}

  std::vector<NameMatch> run() {
    left_open_.assign(left_.size(), true);
    right_open_.assign(right_.size(), true);
    left_order_ = sorted(left_);
    right_order_ = sorted(right_);
    match_equal();
    if (out_.size() == std::min(left_.size(), right_.size())) return std::move(out_);
    std::vector<NameMatch> found = candidates();
    const auto order = [&](const NameMatch& match) {
      const NameEntry &a = left_[match.left], &b = right_[match.right];
      return std::tuple(-match.score, std::min(a.form, b.form), std::max(a.form, b.form),
                        std::min(a.id, b.id), std::max(a.id, b.id), a.id);
    };
    std::ranges::sort(found, {}, order);
    for (const NameMatch& match : found) take(match);
    return std::move(out_);
  }

 private:
  void take(const NameMatch& match) {
    if (!left_open_[match.left] || !right_open_[match.right]) return;
    left_open_[match.left] = right_open_[match.right] = false;
    out_.push_back(match);
  }

  /// Indices in the order of their names and ids.
  static std::vector<uint32_t> sorted(const std::vector<NameEntry>& entries) {
    std::vector<uint32_t> out(entries.size());
    for (uint32_t i = 0; i < out.size(); i++) out[i] = i;
    std::ranges::sort(out, {},
                      [&](uint32_t i) { return std::pair(entries[i].form, entries[i].id); });
    return out;
  }

  /// Of names that several items have, those of the lower ids belong together.
  void match_equal() {
    auto right = right_order_.begin();
    for (const uint32_t i : left_order_) {
      while (right != right_order_.end() && right_[*right].form < left_[i].form) ++right;
      if (right == right_order_.end()) return;
      if (right_[*right].form == left_[i].form) take({i, *right++, 1.0});
    }
  }

  static std::vector<uint64_t> grams(std::u32string_view text) {
    std::vector<uint64_t> out;
    for (size_t i = 0; i + 1 < text.size(); i++)
      out.push_back(uint64_t{text[i]} << 32 | uint64_t{text[i + 1]});
    if (text.size() == 1) out.push_back(text[0]);
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
  }

  std::vector<NameMatch> candidates() {
    std::vector<std::u32string> right_points(right_.size());
    std::unordered_map<uint64_t, std::vector<uint32_t>> index;
    for (const uint32_t i : right_order_) {
      if (!right_open_[i]) continue;
      right_points[i] = to_code_points(right_[i].form);
      for (const uint64_t gram : grams(right_points[i])) index[gram].push_back(i);
    }
    std::vector<NameMatch> out;
    if (index.empty()) return out;
    std::unordered_map<uint32_t, uint32_t> shared;
    for (const uint32_t i : left_order_) {
      if (!left_open_[i]) continue;
      const std::u32string points = to_code_points(left_[i].form);
      std::vector<std::pair<size_t, uint64_t>> rare;
      for (const uint64_t gram : grams(points)) {
        if (const auto found = index.find(gram); found != index.end())
          rare.emplace_back(found->second.size(), gram);
      }
      std::ranges::sort(rare);
      shared.clear();
      size_t visits = 0;
      for (const auto& [count, gram] : rare) {
        if (visits > 0 && visits + count > kVisits) break;
        visits += count;
        for (size_t at = 0; at < std::min(count, kVisits); at++) shared[index[gram][at]]++;
      }
      std::vector<std::pair<uint32_t, uint32_t>> best;
      for (const auto& [candidate, count] : shared) best.emplace_back(count, candidate);
      const size_t kept = std::min(best.size(), kCandidates);
      std::ranges::partial_sort(best, best.begin() + static_cast<std::ptrdiff_t>(kept),
                                [&](const auto& a, const auto& b) {
                                  if (a.first != b.first) return a.first > b.first;
                                  const NameEntry &x = right_[a.second], &y = right_[b.second];
                                  return std::pair(x.form, x.id) < std::pair(y.form, y.id);
                                });
      for (size_t at = 0; at < kept; at++) {
        const uint32_t candidate = best[at].second;
        const double score = similarity(points, right_points[candidate]);
        if (score >= least_) out.push_back({i, candidate, score});
      }
    }
    return out;
  }

  const std::vector<NameEntry>&left_, &right_;
  double least_;
  std::vector<uint32_t> left_order_, right_order_;
  std::vector<bool> left_open_, right_open_;
  std::vector<NameMatch> out_;
};

}  // namespace

std::vector<NameMatch> match_names(const std::vector<NameEntry>& left,
                                   const std::vector<NameEntry>& right, double least) {
  if (left.empty() || right.empty()) return {};
  return NameMatcher(left, right, least).run();
}

}  // namespace catalog
