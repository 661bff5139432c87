#include "rules/near_names.h"

#include <algorithm>
#include <bit>

#include "text/similarity.h"

namespace catalog {

namespace {

/// Two neighbouring characters, 21 bits each.
using Bigram = uint64_t;
constexpr unsigned kBigramBits = 42;
constexpr uint32_t kMostSharing = 32;

/// Of two names that are alike by 0.9 each shares at least 0.6 of its bigrams with the other: a
/// tenth of the characters may differ, and each breaks two bigrams here and one there.
constexpr double kLeastShared = 0.6;

/// Adds the distinct bigrams of a name to `out`.
void add_bigrams(std::u32string_view name, std::vector<Bigram>& out) {
  const auto begin = static_cast<std::ptrdiff_t>(out.size());
  for (size_t i = 0; i + 1 < name.size(); i++)
    out.push_back(Bigram{name[i]} << (kBigramBits / 2) | name[i + 1]);
  std::sort(out.begin() + begin, out.end());
  out.erase(std::unique(out.begin() + begin, out.end()), out.end());
}

/// Lengths alone may say that two names can't be alike enough.
bool lengths_allow(size_t a, size_t b, double least) {
  return 2.0 * static_cast<double>(std::min(a, b)) >= least * static_cast<double>(a + b);
}

/// How many names have each bigram, and which of them were put into its posting: an open table, as
/// most of the time goes into finding a bigram again.
class Postings {
 public:
  explicit Postings(std::span<const Bigram> grams)
      : slots_(std::bit_ceil(2 * grams.size() + 2)),
        shift_(static_cast<unsigned>(64 - std::countr_zero(slots_.size()))) {
    for (const Bigram gram : grams) {
      Slot& slot = slots_[find(gram)];
      slot.gram = gram;
      slot.names++;
    }
    uint32_t room = 0;
    for (Slot& slot : slots_) {
      slot.begin = slot.end = room;
      if (tells(slot.names)) room += slot.names;
    }
    names_.resize(room);
  }

  /// Whether a bigram of so many names leads to few others.
  static bool tells(uint32_t names) { return names >= 2 && names <= kMostSharing; }
  uint32_t names_with(Bigram gram) const { return slots_[find(gram)].names; }
  /// The names put in before this one.
  std::span<const uint32_t> put(Bigram gram, uint32_t name) {
    Slot& slot = slots_[find(gram)];
    const std::span<const uint32_t> before(names_.data() + slot.begin, slot.end - slot.begin);
    names_[slot.end++] = name;
    return before;
  }

 private:
  struct Slot {
    Bigram gram = 0;
    uint32_t names = 0;
    uint32_t begin = 0;  ///< of its posting in names_
    uint32_t end = 0;
  };

  size_t find(Bigram gram) const {
    size_t at = (gram * 0x9E3779B97F4A7C15ull) >> shift_;
    while (slots_[at].names > 0 && slots_[at].gram != gram) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Slot> slots_;
  unsigned shift_;
  std::vector<uint32_t> names_;
};

class Index {
 public:
  explicit Index(std::span<const std::u32string> names) : names_(names) {
    ends_.reserve(names.size());
    for (const std::u32string& name : names) {
      add_bigrams(name, grams_);
      ends_.push_back(grams_.size());
    }
  }

  std::vector<NearPair> pairs(double least, NearSteps& steps) const {
    std::vector<NearPair> out;
    Postings postings(grams_);
    std::vector<uint32_t> seen(names_.size(), 0);  // the name, from 1, that had it as candidate
    std::vector<Bigram> rare;
    for (uint32_t i = 0; i < names_.size(); i++) {
      rarest(i, postings, rare);
      for (const Bigram gram : rare) {
        for (const uint32_t other : postings.put(gram, i)) {
          steps.candidates++;
          if (seen[other] == i + 1) continue;
          seen[other] = i + 1;
          if (!lengths_allow(names_[i].size(), names_[other].size(), least)) continue;
          const double score = similarity(names_[i], names_[other]);
          if (score >= least) out.push_back({other, i, score});
        }
      }
    }
    return out;
  }

 private:
  /// The rarest bigrams of a name, as many as can't all be missing from a near one; without those
  /// that no other or too many names have.
  void rarest(uint32_t name, const Postings& postings, std::vector<Bigram>& out) const {
    const size_t begin = name == 0 ? 0 : ends_[name - 1];
    const size_t count = ends_[name] - begin;
    constexpr uint32_t kMost = (1u << (64 - kBigramBits)) - 1;
    out.clear();
    for (size_t i = begin; i < ends_[name]; i++) {
      const uint64_t names = std::min(postings.names_with(grams_[i]), kMost);
      out.push_back(names << kBigramBits | grams_[i]);
    }
    std::ranges::sort(out);
    const auto shared = static_cast<size_t>(kLeastShared * static_cast<double>(count));
    out.resize(std::min(count, count - shared + 1));
    std::erase_if(out, [](uint64_t key) {
      return !Postings::tells(static_cast<uint32_t>(key >> kBigramBits));
    });
    for (uint64_t& key : out) key &= (Bigram{1} << kBigramBits) - 1;
  }

  std::span<const std::u32string> names_;
  std::vector<Bigram> grams_;  ///< of all names, one after another
  std::vector<size_t> ends_;   ///< where those of each end
};

}  // namespace

std::vector<NearPair> near_names(std::span<const std::u32string> names, double least,
                                 NearSteps* steps) {
  NearSteps own;
  return Index(names).pairs(least, steps ? *steps : own);
}

}  // namespace catalog
