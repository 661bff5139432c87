#include <algorithm>

#include "model/deadline_relation.h"
#include "model/field_relation.h"
#include "model/level_pairs.h"
#include "model/set_relation.h"
#include "model/word_relation.h"

namespace catalog {

namespace {

bool is_same_text(const Text* a, const Text* b) {
  return (a ? a->value : Symbol()) == (b ? b->value : Symbol());
}

bool is_same_list(const Texts* a, const Texts* b) {
  if (!a || !b) return a == b;
  return std::ranges::equal(*a, *b, {}, &Text::value, &Text::value);
}

/// A value for a level that only one item has is told by the levels.
std::vector<FieldDifference> as_consequence(std::vector<FieldDifference> parts) {
  if (parts.empty()) return parts;
  for (FieldDifference& part : parts) {
    part.relation = FieldRelation::Editorial;
    part.note = {"随公开层级增减", "follows from the levels"};
  }
  return parts;
}

/// The parts of a consequence: of a text just one.
std::vector<FieldDifference> lone_text(const Text& before, const Text& after) {
  return as_consequence({text_difference(FieldRelation::Editorial, before, after)});
}

void append(FieldComparison& to, std::vector<FieldDifference> parts, const std::string& level) {
  for (FieldDifference& part : parts) {
    part.level = level;
    to.parts.push_back(std::move(part));
  }
}

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
  FieldComparison out;
  for (const auto& pair : level_pairs(before, after, items, is_same_text)) {
    const Text none;
    const Text& a = pair.before ? *pair.before : none;
    const Text& b = pair.after ? *pair.after : none;
    append(out, pair.follows_levels ? lone_text(a, b) : relate_one(field, a, b, items.knowledge),
           pair.level);
  }
  return out;
}

FieldComparison relate(const FieldInfo& field, const LevelTexts& before, const LevelTexts& after,
                       const ItemPair& items) {
  FieldComparison out;
  for (const auto& pair : level_pairs(before, after, items, is_same_list)) {
    const Texts none;
    auto parts = relate_many(field, pair.before ? *pair.before : none,
                             pair.after ? *pair.after : none, items.knowledge);
    if (pair.follows_levels) parts = as_consequence(std::move(parts));
    append(out, std::move(parts), pair.level);
  }
  return out;
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
