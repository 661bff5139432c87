#include "rules/near_names.h"

#include <algorithm>
#include <unordered_map>

#include "text/similarity.h"

namespace catalog {

namespace {

using Bigram = uint64_t;
constexpr uint32_t kMostSharing = 32;

/// Of two names that are alike by 0.9 each shares at least 0.6 of its bigrams with the other: a
/// tenth of the characters may differ, and each breaks two bigrams here and one there.
constexpr double kLeastShared = 0.6;

std::vector<Bigram> bigrams_of(std::u32string_view name) {
  std::vector<Bigram> out;
  for (size_t i = 0; i + 1 < name.size(); i++) out.push_back(Bigram{name[i]} << 32 | name[i + 1]);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

/// Lengths alone may say that two names can't be alike enough.
bool lengths_allow(size_t a, size_t b, double least) {
  return 2.0 * static_cast<double>(std::min(a, b)) >= least * static_cast<double>(a + b);
}

class Index {
 public:
  explicit Index(std::span<const std::u32string> names) : names_(names), seen_(names.size(), 0) {
    grams_.reserve(names.size());
    for (const std::u32string& name : names) {
      grams_.push_back(bigrams_of(name));
      for (const Bigram gram : grams_.back()) count_[gram]++;
    }
  }

  std::vector<NearPair> pairs(double least, NearSteps& steps) {
    std::vector<NearPair> out;
    for (uint32_t i = 0; i < names_.size(); i++) {
      for (const Bigram gram : rarest(grams_[i])) {
        auto& sharing = posting_[gram];
        for (const uint32_t other : sharing) {
          steps.candidates++;
          if (seen_[other] == i + 1) continue;
          seen_[other] = i + 1;
          if (!lengths_allow(names_[i].size(), names_[other].size(), least)) continue;
          const double score = similarity(names_[i], names_[other]);
          if (score >= least) out.push_back({other, i, score});
        }
        sharing.push_back(i);
      }
    }
    return out;
  }

 private:
  /// The rarest bigrams of a name, as many as can't all be missing from a near one; without those
  /// that no other or too many names have.
  std::vector<Bigram> rarest(std::vector<Bigram> grams) const {
    std::ranges::sort(grams, {}, [&](Bigram gram) { return std::pair{count_.at(gram), gram}; });
    const auto shared = static_cast<size_t>(kLeastShared * static_cast<double>(grams.size()));
    grams.resize(std::min(grams.size(), grams.size() - shared + 1));
    std::erase_if(grams, [&](Bigram gram) {
      const uint32_t names = count_.at(gram);
      return names < 2 || names > kMostSharing;
    });
    return grams;
  }

  std::span<const std::u32string> names_;
  std::vector<std::vector<Bigram>> grams_;
  std::unordered_map<Bigram, uint32_t> count_;
  std::unordered_map<Bigram, std::vector<uint32_t>> posting_;
  std::vector<uint32_t> seen_;  ///< the name, counted from 1, for which each was last a candidate
};

}  // namespace

std::vector<NearPair> near_names(std::span<const std::u32string> names, double least,
                                 NearSteps* steps) {
  NearSteps own;
  return Index(names).pairs(least, steps ? *steps : own);
}

}  // namespace catalog
