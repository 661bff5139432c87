#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diff/catalogue_version.h"
#include "model/field_relation.h"
#include "source/finding.h"
#include "text/boxed.h"

namespace catalog {

/// What a change is for the public (公众影响).
enum class ChangeClass : uint8_t { Narrowed, Widened, Changed, Editorial };

/// What happened.
enum class ChangeKind : uint8_t {
  CatalogueRemoved,
  CatalogueAdded,
  ItemRemoved,
  ItemAdded,
  ItemRenamed,
  ItemRenumbered,  ///< the same item under another id
  ItemMoved,       ///< to another list
  ItemSplit,
  ItemJoined,
  OmissionRemoved,  ///< a guideline row is left out no more (不设说明)
  OmissionAdded,
  MemberRemoved,  ///< of a set: element, channel, level, document, link
  MemberAdded,
  MemberChanged,
  FieldChanged
};
inline constexpr size_t kChangeKinds = 15;

/// The mirror of a class and of a kind: what (b → a) is where (a → b) is this.
ChangeClass mirror(ChangeClass of);
ChangeKind mirror(ChangeKind kind);
ChangeClass class_of(FieldRelation relation);

inline bool is_omission(ChangeKind kind) {
  return kind == ChangeKind::OmissionRemoved || kind == ChangeKind::OmissionAdded;
}

Bilingual class_word(ChangeClass of);
/// narrowed, item-removed …: for files; stable.
std::string_view class_key(ChangeClass of);
std::string_view kind_key(ChangeKind kind);
Bilingual kind_word(ChangeKind kind);

/// Why a loss is on record: the adjustment (动态调整) or omission (不设说明) that says so.
struct Explanation {
  std::string reason;
  std::string basis;
  std::string approved_by;
  std::string approved_on;
  std::string document;
  Place place;
};

/// One change between two versions: plain data, without any output format.
struct Change {
  ChangeClass cls = ChangeClass::Changed;
  ChangeKind kind = ChangeKind::FieldChanged;
  bool certain = true;
  std::string address;           ///< of the item (as after, else before) or of the catalogue
  std::vector<std::string> was;  ///< addresses before, where they are others
  std::vector<std::string> now;  ///< of a split: all addresses after
  Symbol domain;
  Symbol unit;
  std::string item_name;
  std::string field{};     ///< English key; of an element's own key: elements.mode
  size_t field_place = 0;  ///< in the field table, for the order
  FieldPart part = FieldPart::Value;
  std::string level{};                ///< words of the levels; empty: all that both items have
  std::vector<std::string> levels{};  ///< each of them; empty where the value is one for all
  std::string element{};
  std::string before{};  ///< the whole text, or the member, as written; empty if absent
  std::string after{};
  std::string before_words{};  ///< the words of this part alone; empty: the whole text
  std::string after_words{};
  const Item* before_item = nullptr;
  const Item* after_item = nullptr;
  const CatalogueVersion* before_catalogue = nullptr;
  const CatalogueVersion* after_catalogue = nullptr;
  Bilingual note{};
  double score = 0;  ///< likeness where the pair rests on it; 0 where it does not
  Boxed<Explanation> explained{};
  uint64_t fingerprint = 0;

  /// The record in whose keys `field` is written: an item, or the head of a catalogue.
  const RecordInfo& root() const;
  /// Name of the rule for machines: deadline-limit-narrowed, item-removed.
  std::string rule() const;
  /// Where it stands in the newer version, else in the older.
  Place place() const;
};

/// The identity of a change: a hash of its kind, address, field, part, level and values; whatever
/// else changed.
uint64_t fingerprint_of(const Change& change);

/// A change that takes something from the public, for certain or possibly, and has no reason on
/// record.
bool is_unexplained(const Change& change);

}  // namespace catalog
