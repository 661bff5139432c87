#pragma once

#include <optional>
#include <vector>

#include "model/deadline.h"
#include "model/working_days.h"
#include "text/bilingual.h"

namespace catalog {

/// The parts of a deadline, each of which compares by itself.
enum class DeadlinePart : uint8_t {
  Limit,
  Extension,
  Display,
  Update,
  Retention,
  Access,  ///< 依申请公开 inside the phrase
  Proviso
};

/// The part's name for messages.
Bilingual deadline_part_name(DeadlinePart part);

/// How one part of a phrase stands to what is demanded.
struct PartComparison {
  DeadlinePart part;
  Relation relation = Relation::Equal;
  size_t branch = 0;           ///< of the phrase
  size_t demanded_branch = 0;  ///< of the demand
  bool missing = false;        ///< the demand has the part, the phrase has not
  bool added = false;          ///< the phrase has the part, the demand has not
  Span at{};           ///< in the phrase: the words at fault, or the place to put a missing part
  Span demanded_at{};  ///< in the demand, empty if it has no such part
};

/// All parts that at least one side has, ordered by part, then by branch of the demand.
using DeadlineComparison = std::vector<PartComparison>;

/// Compares a phrase to a demanded one, part by part, from the public's side.
///
/// Limits: shorter is stricter; periods in different units compare by their bounds over the
/// calendar. 实时 is stricter than all that follows an event. 及时, 对外公布的时限内 and fixed
/// dates have no measure in common with a period: Unordered, which no rule reports. Events of
/// different classes start at different times: a longer period is then only MaybeWeaker, an equal
/// one Unordered. An unnamed event stands for any. An absent part is Weaker, but an absent limit
/// only MaybeWeaker (条例第二十六条 holds without it), an absent extension is Stricter, and
/// 长期公开 satisfies any display period.
///
/// Branches pair by subject, 其他 with 其他. A demanded branch that the phrase does not name meets
/// the phrase's general branch, but then only possibly: its subject may not occur in this item.
/// Where the demand is not branched each branch of the phrase must meet it.
DeadlineComparison compare(const Deadline& phrase, const Deadline& demanded,
                           const WorkingDays& calendar);

/// The worst relation of a part over its branches, or nothing if neither side has it. Worst first:
/// Weaker, MaybeWeaker, Either, Unordered, Equal, MaybeStricter, Stricter.
std::optional<Relation> worst(const DeadlineComparison& comparison, DeadlinePart part);

/// Whether two phrases say the same in every part.
bool same_meaning(const Deadline& a, const Deadline& b, const WorkingDays& calendar);

/// Compares two limits alone (a rule of law knows its period, but has no phrase).
Relation compare_limits(const Limit& limit, const Limit& demanded, const WorkingDays& calendar);

}  // namespace catalog
