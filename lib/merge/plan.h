#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/documents.h"
#include "source/finding.h"
#include "workspace/workspace.h"

namespace catalog {

/// Whose a version is.
enum class Role : uint8_t { Base, Department, District };
/// 原文 base, 部门 department, 区 district.
Bilingual role_word(Role role);

/// How the command settles conflicts; in the order of words::kSettlement, whose last word (商定) is
/// not for it but for the pair.
enum class Settle : uint8_t { Stricter, Department, District };
std::optional<Settle> settle_of(std::string_view word);
Bilingual settle_word(Settle settle);

/// What --resolve says: for all fields, and for some.
struct SettlePlan {
  std::optional<Settle> all{};
  std::map<std::string, Settle, std::less<>> by_field{};  ///< by English key

  /// For a path such as deadline.区级 or elements[名单].mode.
  std::optional<Settle> of(std::string_view path) const;
};

/// What is merged: the lists of a pair, and what stood before.
struct PairMerge {
  const Workspace& workspace;
  const List& department;
  const List& district;
  const Standard* standard = nullptr;    ///< the last standard; null: the guideline is the base
  const Guideline* guideline = nullptr;  ///< of the domain; null where there is none
  /// An unconfirmed standard that was merged from these lists before: no base, but it gives ids,
  /// what the department added, and the values with which conflicts were settled by hand.
  const Standard* draft = nullptr;
  std::set<std::string> unsettled{};  ///< ID:FIELD of the conflicts that are still open in it
  SettlePlan settle{};
  std::optional<Date> on{};  ///< the day whose names of units hold; none: all names
  unsigned threads = 1;      ///< 0: as many as there are processors
};

/// One side of a conflict: what it says and where.
struct ConflictSide {
  Texts values{};  ///< one text, or the words of a list
  bool is_list = false;
  Place place{};
  bool known = false;  ///< whether there is such a side (a base may be missing)
};

/// A field that both sides changed differently, named with both sources.
struct Conflict {
  std::string address{};  ///< standard/D/ID
  std::string item{};     ///< its name
  std::string field{};    ///< English key path: deadline.区级
  ConflictSide base{}, department{}, district{};
  std::optional<Settle> settled{};
  bool by_hand = false;   ///< settled by the value that stands in the draft
  ConflictSide result{};  ///< where settled

  bool open() const { return !settled && !by_hand; }
  uint64_t fingerprint = 0;
};

/// Something that the last standard has and the merged one has not: a narrowing.
struct Removal {
  std::string address{};
  std::string item{};
  std::string field{};  ///< empty: the whole item
  std::string what{};
  std::vector<Role> by{};
  Place place{};  ///< in the last standard
};

/// How two items were recognised as one.
enum class PairedBy : uint8_t { Base, Guideline, Name, Alone };
Bilingual paired_word(PairedBy by);

/// Items of both sides that became one, or (a split) several.
struct PairedItem {
  Symbol id{};                           ///< the standard's
  Symbol topic{}, subtopic{}, detail{};  ///< the parts of its name
  Symbol base{};                         ///< addresses; empty where there is none
  Symbol department{}, district{};
  PairedBy by = PairedBy::Alone;
  double score = 0;
  bool renamed = false;
  bool split = false;

  std::string name() const;
};

/// A name that gave way to a placeholder.
struct Substitution {
  std::string before, after;
  size_t times = 0;
  Place first;
};

/// Something that the pair should know although it is no conflict.
struct MergeRemark {
  Message message;
  Place place{};
};

/// What names a conflict in its merge: address and field.
std::string conflict_key(const Conflict& conflict);
/// What stands in the place of a value that is in conflict, and the key of the conflict again.
Symbol conflict_mark(const Conflict& conflict);
std::optional<std::string_view> key_of_mark(std::string_view text);

/// The merged standard and how it came about. Values in conflict are conflict_mark()s.
struct PairMerged {
  Standard standard;
  std::vector<Conflict> conflicts;  ///< settled ones too, in the order of the items
  std::vector<Removal> removals;
  std::vector<PairedItem> pairs;
  std::vector<Substitution> substitutions;
  std::vector<MergeRemark> remarks;

  size_t open_conflicts() const;
};

}  // namespace catalog
