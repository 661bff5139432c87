#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.h"
#include "model/item.h"
#include "model/legal_register.h"
#include "model/vocabulary.h"
#include "model/working_days.h"

namespace catalog {

/// The knowledge by which two values mean the same or not.
struct Knowledge {
  const Vocabulary& vocabulary;
  const WorkingDays& calendar;
  const LegalRegister& legal;
};

/// How the value after stands to the value before, seen from the public.
enum class FieldRelation : uint8_t {
  Equal,
  Editorial,  ///< the same meaning in other words
  Narrower,   ///< the public loses
  Wider,      ///< the public gains
  Changed     ///< neither, or both: parts that can't be ordered
};

/// The relation of the value before to the value after.
FieldRelation mirror(FieldRelation relation);

/// What part of a field's value a difference is about.
enum class FieldPart : uint8_t {
  Value,    ///< the whole value
  Member,   ///< a member of a set: element, channel, level, document, link
  Article,  ///< the article (条款) of a document that both sides cite
  Limit,    ///< the parts of a deadline, each by itself
  Extension,
  Display,
  Update,
  Retention,
  Access,  ///< 依申请公开 inside the phrase
  Proviso,
  Subject,  ///< what a branch of the phrase is about
  Places,   ///< where, inside the phrase
  Unparsed  ///< words that are not understood
};

/// English name of a part for files and fingerprints: limit, display, member; empty for Value.
std::string_view part_key(FieldPart part);
/// The part's name for people.
Bilingual part_name(FieldPart part);

/// One difference between two values of a field.
struct FieldDifference {
  FieldPart part = FieldPart::Value;
  FieldRelation relation = FieldRelation::Changed;
  bool certain = true;  ///< false: by the calendar, or by likeness of words, only possible
  std::string level{};  ///< standard words of the levels; empty: all that both items have
  std::vector<std::string> levels{};  ///< each of them, all too; empty where neither value is a map
  std::string element{};              ///< the element (as after, else before) whose own key differs
  std::string_view own{};  ///< English key of an element's own key; empty: the element itself
  std::string before{};    ///< the whole text, or the member, as written; empty if absent
  std::string after{};
  std::string before_words{};  ///< the words of this part alone: 20个工作日; empty: the whole text
  std::string after_words{};
  Bilingual note{};  ///< why it is taken so; empty where it needs no words
  double score = 0;  ///< likeness, where the two were taken for the same by that alone
};

/// All differences between two values of one field, one for each part; empty if they are written
/// alike.
struct FieldComparison {
  std::vector<FieldDifference> parts;

  /// Of the whole value: Narrower if the public only loses, Changed if it gains too.
  FieldRelation relation() const;
  bool same_meaning() const {
    return relation() == FieldRelation::Equal || relation() == FieldRelation::Editorial;
  }
  /// Whether all its parts are sure.
  bool certain() const;
};

/// Two items whose values are compared: their levels tell what a bare value stands for, their modes
/// and deadlines what an element has that has none of its own.
struct ItemPair {
  const Item& before;
  const Item& after;
  const Knowledge& knowledge;
};

// How two values of a field of the items relate, by the field's `compare`. A field that is no part
// of what the public is told (Compare::None) has no differences.

FieldComparison relate(const FieldInfo& field, const Text& before, const Text& after,
                       const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const Texts& before, const Texts& after,
                       const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const LevelText& before, const LevelText& after,
                       const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const LevelTexts& before, const LevelTexts& after,
                       const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const TextMap& before, const TextMap& after,
                       const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const std::vector<Element>& before,
                       const std::vector<Element>& after, const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const std::vector<Link>& before,
                       const std::vector<Link>& after, const ItemPair& items);
FieldComparison relate(const FieldInfo& field, const std::vector<Deviation>& before,
                       const std::vector<Deviation>& after, const ItemPair& items);

/// The same for a field of the items by its English key; no differences for an unknown key.
FieldComparison relate_field(std::string_view key, const Item& before, const Item& after,
                             const Knowledge& knowledge);

/// One field in which two items differ.
struct RelatedField {
  const FieldInfo* field;
  FieldComparison comparison;
};
/// All fields in which two items differ, in the field table's order.
std::vector<RelatedField> relate_items(const Item& before, const Item& after,
                                       const Knowledge& knowledge);

}  // namespace catalog
