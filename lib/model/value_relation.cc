#include <algorithm>
#include <tuple>

#include "model/deadline_relation.h"
#include "model/field_relation.h"
#include "model/level_pairs.h"
#include "model/set_relation.h"
#include "model/word_relation.h"

namespace catalog {

namespace {

bool is_same_list(const Texts* a, const Texts* b) {
  if (!a || !b) return a == b;
  return std::ranges::equal(*a, *b, {}, &Text::value, &Text::value);
}

constexpr Bilingual kFollowsLevels{"随公开层级增减", "follows from the levels"};

/// Levels are compared one by one, even where all have the same value.
template <class Value>
bool apart(const Value*, const Value*) {
  return false;
}

/// A value for a level that only one item has is told by the levels.
std::vector<FieldDifference> as_consequence(std::vector<FieldDifference> parts) {
  if (parts.empty()) return parts;
  for (FieldDifference& part : parts) {
    part.relation = FieldRelation::Editorial;
    part.note = kFollowsLevels;
  }
  return parts;
}

/// The parts of a consequence: of a text just one.
std::vector<FieldDifference> lone_text(const Text& before, const Text& after) {
  return as_consequence({text_difference(FieldRelation::Editorial, before, after)});
}

/// Differences level by level: what is the same at several levels is told once.
class LevelDifferences {
 public:
  void add(std::vector<FieldDifference> parts, const std::string& level, bool follows_levels) {
    if (!follows_levels && !level.empty()) shared_++;
    for (FieldDifference& part : parts) {
      const auto known = std::ranges::find_if(
          out_, [&](const FieldDifference& other) { return is_same(other, part, level); });
      if (known == out_.end()) {
        out_.push_back(std::move(part));
        if (!level.empty()) out_.back().levels = {level};
      } else {
        known->levels.push_back(level);
      }
    }
  }

  FieldComparison done(const Vocabulary& vocabulary) {
    for (FieldDifference& part : out_) {
      const auto rank = [&](const std::string& word) {
        const auto level = vocabulary.level(Symbol::of(word));
        return std::pair(level ? static_cast<int>(*level) : 99, word);
      };
      std::ranges::sort(part.levels, {}, rank);
      if (part.levels.size() == shared_ && !is_consequence(part)) continue;
      for (const std::string& level : part.levels) {
        part.level += (part.level.empty() ? "" : "、") + level;
      }
    }
    return {std::move(out_)};
  }

 private:
  static bool is_consequence(const FieldDifference& part) {
    return part.note.en == kFollowsLevels.en;
  }
  /// Whether it says the same, at other levels.
  static bool is_same(const FieldDifference& known, const FieldDifference& part,
                      const std::string& level) {
    const auto said = [](const FieldDifference& one) {
      return std::tie(one.part, one.relation, one.certain, one.before, one.after, one.before_words,
                      one.after_words, one.note.en, one.score);
    };
    return !known.levels.empty() && known.levels.back() != level && said(known) == said(part);
  }

  std::vector<FieldDifference> out_;
  size_t shared_ = 0;
};

std::vector<FieldDifference> relate_one(const FieldInfo& field, const Text& before,
                                        const Text& after, const Knowledge& knowledge) {
  if (before.value == after.value) return {};
  if (field.compare == Compare::Deadline) {
    return relate_deadlines(before, after, knowledge.calendar);
  }
  if (field.content == Content::Citation) {
    return relate_citation_text(field, before, after, knowledge);
  }
  return relate_words(field.compare, before, after, knowledge);
}

std::vector<FieldDifference> relate_many(const FieldInfo& field, const Texts& before,
                                         const Texts& after, const Knowledge& knowledge) {
  if (is_same_list(&before, &after)) return {};
  if (field.content == Content::Citation) return relate_citations(field, before, after, knowledge);
  return relate_sets(field, set_members(field, before, knowledge.vocabulary),
                     set_members(field, after, knowledge.vocabulary));
}

/// Pairs of a map, as members: key and text together.
std::vector<SetMember> map_members(const TextMap& map) {
  std::vector<SetMember> out;
  for (const NamedText& entry : map) {
    const std::string text = std::string(entry.key.view()) + "：" + std::string(entry.value.view());
    const Symbol symbol = Symbol::of(text);
    out.push_back({symbol, form_of(symbol)});
  }
  return out;
}

std::vector<SetMember> link_members(const std::vector<Link>& links) {
  std::vector<SetMember> out;
  for (const Link& link : links) {
    const std::string text = std::string(link.title.view()) + " " + std::string(link.url.view());
    out.push_back({Symbol::of(text), std::string(link.url.view())});
  }
  return out;
}

}  // namespace

FieldComparison relate(const FieldInfo& field, const Text& before, const Text& after,
                       const ItemPair& items) {
  return {relate_one(field, before, after, items.knowledge)};
}

FieldComparison relate(const FieldInfo& field, const Texts& before, const Texts& after,
                       const ItemPair& items) {
  return {relate_many(field, before, after, items.knowledge)};
}

FieldComparison relate(const FieldInfo& field, const LevelText& before, const LevelText& after,
                       const ItemPair& items) {
  LevelDifferences out;
  for (const auto& pair : level_pairs(before, after, items, apart<Text>)) {
    const Text none;
    const Text& a = pair.before ? *pair.before : none;
    const Text& b = pair.after ? *pair.after : none;
    out.add(pair.follows_levels ? lone_text(a, b) : relate_one(field, a, b, items.knowledge),
            pair.level, pair.follows_levels);
  }
  return out.done(items.knowledge.vocabulary);
}

FieldComparison relate(const FieldInfo& field, const LevelTexts& before, const LevelTexts& after,
                       const ItemPair& items) {
  LevelDifferences out;
  for (const auto& pair : level_pairs(before, after, items, apart<Texts>)) {
    const Texts none;
    auto parts = relate_many(field, pair.before ? *pair.before : none,
                             pair.after ? *pair.after : none, items.knowledge);
    if (pair.follows_levels) parts = as_consequence(std::move(parts));
    out.add(std::move(parts), pair.level, pair.follows_levels);
  }
  return out.done(items.knowledge.vocabulary);
}

FieldComparison relate(const FieldInfo& field, const TextMap& before, const TextMap& after,
                       const ItemPair&) {
  return {relate_sets(field, map_members(before), map_members(after))};
}

FieldComparison relate(const FieldInfo& field, const std::vector<Link>& before,
                       const std::vector<Link>& after, const ItemPair&) {
  return {relate_sets(field, link_members(before), link_members(after))};
}

/// Departures are no part of what the public is told.
FieldComparison relate(const FieldInfo&, const std::vector<Deviation>&,
                       const std::vector<Deviation>&, const ItemPair&) {
  return {};
}

}  // namespace catalog
