#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/field_relation.h"

namespace catalog {

/// The standard word of a level, or the text itself where the vocabulary does not know it.
std::string_view level_word(const Vocabulary& vocabulary, Symbol level);

/// The levels of an item in the vocabulary's words, in the item's order.
std::vector<std::string_view> level_words(const Vocabulary& vocabulary, const Texts& levels);

/// What two leveled values are compared for: the levels that both items have, and those that one of
/// them has alone.
struct SharedLevels {
  std::vector<std::string_view> both;
  std::vector<std::string_view> only_before;
  std::vector<std::string_view> only_after;
};
SharedLevels shared_levels(const ItemPair& items, std::vector<std::string_view> named_before,
                           std::vector<std::string_view> named_after);

/// The value for a level: that of its key, else the bare one; null if there is neither.
template <class Value>
const Value* value_at(const std::vector<Leveled<Value>>& values, std::string_view level,
                      const Vocabulary& vocabulary) {
  const Value* bare = nullptr;
  for (const auto& entry : values) {
    if (entry.level.empty()) {
      bare = &entry.value;
    } else if (level_word(vocabulary, entry.level.value) == level) {
      return &entry.value;
    }
  }
  return bare;
}

/// Two values of one level (or, with an empty level, of all that the items share).
template <class Value>
struct LevelPair {
  std::string level;
  const Value* before;
  const Value* after;
  bool follows_levels = false;  ///< stands for a level that only one of the items has
};

template <class Value>
bool is_bare(const std::vector<Leveled<Value>>& values) {
  return values.empty() || (values.size() == 1 && values[0].level.empty());
}

template <class Value>
std::vector<std::string_view> named_levels(const std::vector<Leveled<Value>>& values,
                                           const Vocabulary& vocabulary) {
  std::vector<std::string_view> out;
  for (const auto& entry : values) {
    if (!entry.level.empty()) out.push_back(level_word(vocabulary, entry.level.value));
  }
  return out;
}

/// The pairs of values to compare: one for all levels where both values are bare or all levels have
/// the same, else one a level. `same(a, b)` tells whether two values (or nulls) are written alike.
template <class Value, class Same>
std::vector<LevelPair<Value>> level_pairs(const std::vector<Leveled<Value>>& before,
                                          const std::vector<Leveled<Value>>& after,
                                          const ItemPair& items, Same&& same) {
  const Vocabulary& vocabulary = items.knowledge.vocabulary;
  const auto bare = [](const auto& values) { return values.empty() ? nullptr : &values[0].value; };
  std::vector<LevelPair<Value>> out;
  if (is_bare(before) && is_bare(after)) {
    if (bare(before) || bare(after)) out.push_back({"", bare(before), bare(after)});
    return out;
  }
  const SharedLevels levels =
      shared_levels(items, named_levels(before, vocabulary), named_levels(after, vocabulary));
  for (const std::string_view level : levels.both) {
    out.push_back({std::string(level), value_at(before, level, vocabulary),
                   value_at(after, level, vocabulary)});
  }
  const bool alike = !out.empty() && std::ranges::all_of(out, [&](const LevelPair<Value>& pair) {
    return same(pair.before, out[0].before) && same(pair.after, out[0].after);
  });
  if (alike) {
    out.resize(1);
    out[0].level.clear();
  }
  const auto add_alone = [&](const auto& names, bool of_before) {
    const auto& values = of_before ? before : after;
    for (const std::string_view level : names) {
      const Value* value = value_at(values, level, vocabulary);
      if (value)
        out.push_back(
            {std::string(level), of_before ? value : nullptr, of_before ? nullptr : value, true});
    }
  };
  add_alone(levels.only_before, true);
  add_alone(levels.only_after, false);
  return out;
}

}  // namespace catalog
