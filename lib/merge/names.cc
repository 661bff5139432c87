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

  /// The entries of both sides that are named the same.
  struct Alike {
    std::string_view form;
    std::vector<uint32_t> left, right;
  };

  /// In the order of their names.
  std::vector<Alike> by_name() const {
    std::unordered_map<std::string_view, size_t> places;
    std::vector<Alike> out;
    const auto add = [&](const std::vector<NameEntry>& entries,
                         std::vector<uint32_t> Alike::*side) {
      for (uint32_t i = 0; i < entries.size(); i++) {
        const auto [place, is_new] = places.try_emplace(entries[i].form, out.size());
        if (is_new) out.push_back({entries[i].form, {}, {}});
        (out[place->second].*side).push_back(i);
      }
    };
    add(left_, &Alike::left);
    add(right_, &Alike::right);
    std::ranges::sort(out, {}, &Alike::form);
    return out;
  }

  static void sort_by_id(std::vector<uint32_t>& some, const std::vector<NameEntry>& entries) {
    std::ranges::sort(some, {}, [&](uint32_t i) { return entries[i].id; });
  }

  /// Of names that several items have, those of the lower ids belong together.
  void match_equal() {
    for (Alike& alike : by_name()) {
      if (alike.left.empty() || alike.right.empty()) continue;
      sort_by_id(alike.left, left_);
      sort_by_id(alike.right, right_);
      for (size_t i = 0; i < std::min(alike.left.size(), alike.right.size()); i++)
        take({alike.left[i], alike.right[i], 1.0});
    }
  }

  /// What is open, in the order of names and ids.
  static std::vector<uint32_t> sorted(const std::vector<NameEntry>& entries,
                                      const std::vector<bool>& open) {
    std::vector<uint32_t> out;
    for (uint32_t i = 0; i < entries.size(); i++) {
      if (open[i]) out.push_back(i);
    }
    std::ranges::sort(out, {},
                      [&](uint32_t i) { return std::pair(entries[i].form, entries[i].id); });
    return out;
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
    for (const uint32_t i : sorted(right_, right_open_)) {
      right_points[i] = to_code_points(right_[i].form);
      for (const uint64_t gram : grams(right_points[i])) index[gram].push_back(i);
    }
    std::vector<NameMatch> out;
    if (index.empty()) return out;
    std::unordered_map<uint32_t, uint32_t> shared;
    for (const uint32_t i : sorted(left_, left_open_)) {
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
