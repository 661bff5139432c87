#include "model/deadline_compare.h"

#include <algorithm>
#include <array>

#include "model/deadline_branches.h"
#include "model/deadline_pairing.h"

namespace catalog {

namespace {

Relation by_order(int64_t a, int64_t b) {
  if (a == b) return Relation::Equal;
  return a < b ? Relation::Stricter : Relation::Weaker;
}

/// A demand on another subject, or an event of another class: nothing is certain.
Relation weakened(Relation relation) {
  if (relation == Relation::Weaker) return Relation::MaybeWeaker;
  return relation == Relation::Stricter ? Relation::MaybeStricter : relation;
}

bool same_event(const Limit& a, const Limit& b) {
  if (a.event_class == EventClass::None || b.event_class == EventClass::None) return true;
  if (a.event_class != b.event_class) return false;
  return a.event_class != EventClass::Other || a.event == b.event;
}

/// Leads before an event: the longer is the better one; none is the least.
Relation compare_leads(const Limit& a, const Limit& b, const WorkingDays& calendar) {
  if (a.within && b.within) return mirror(compare_waits(*a.within, *b.within, calendar));
  return by_order(a.within ? 0 : 1, b.within ? 0 : 1);
}

Relation compare_by_event(const Limit& a, const Limit& b, const WorkingDays& calendar) {
  if (a.timing == Timing::Before && b.timing == Timing::Before) {
    return compare_leads(a, b, calendar);
  }
  if (a.timing == Timing::Before) return Relation::Stricter;
  if (b.timing == Timing::Before) return Relation::Weaker;
  constexpr Duration kNone{0, TimeUnit::Day};
  return compare_waits(a.within.value_or(kNone), b.within.value_or(kNone), calendar);
}

/// Days of the same recurrence: the earlier is the better one; a last day counts as the 31st.
Relation compare_days(const FixedDay& a, const FixedDay& b) {
  if (a.every != b.every || (a.year == 0) != (b.year == 0)) return Relation::Unordered;
  const auto key = [](const FixedDay& day) {
    return int64_t{day.year} * 10'000 + day.month * 100 + (day.day == 0 ? 31 : day.day);
  };
  return by_order(key(a), key(b));
}

Relation compare_extensions(const Extension* a, const Extension* b, const WorkingDays& calendar) {
  if (!a) return Relation::Stricter;
  if (!b) return Relation::Weaker;
  return compare_waits(a->by, b->by, calendar);
}

Relation compare_displays(const Display* a, const Display* b, const WorkingDays& calendar) {
  if (!a) return Relation::Weaker;
  if (!b) return Relation::Stricter;
  return mirror(compare_waits(a->period, b->period, calendar));
}

/// Times an interval of the other side's count, so that 一年2次 equals 半年1次.
Relation compare_intervals(const Update& a, const Update& b, const WorkingDays& calendar) {
  const Duration first{a.every.count * b.times, a.every.unit};
  const Duration second{b.every.count * a.times, b.every.unit};
  const Relation relation = compare_waits(first, second, calendar);
  if (relation != Relation::Equal) return relation;
  if (a.day && b.day) return compare_days(*a.day, *b.day);
  if (a.day) return Relation::MaybeStricter;
  return b.day ? Relation::MaybeWeaker : Relation::Equal;
}

Relation compare_updates(const Update* a, const Update* b, const WorkingDays& calendar) {
  if (!a) return Relation::Weaker;
  if (!b) return Relation::Stricter;
  using Pace = Update::Pace;
  if (a->pace == Pace::Every && b->pace == Pace::Every) return compare_intervals(*a, *b, calendar);
  if (a->pace == b->pace) return Relation::Equal;
  if (a->pace == Pace::AtOnce) return Relation::Stricter;
  return b->pace == Pace::AtOnce ? Relation::Weaker : Relation::Unordered;
}

Relation compare_retentions(const Retention* a, const Retention* b, const WorkingDays& calendar) {
  if (!a) return Relation::Weaker;
  if (!b) return Relation::Stricter;
  if (a->lasting() || b->lasting()) return by_order(!a->lasting(), !b->lasting());
  return mirror(compare_waits(*a->period, *b->period, calendar));
}

/// The relation of limits of which one may be absent: the law's own limit then still holds.
Relation compare_optional_limits(const Limit* a, const Limit* b, const WorkingDays& calendar) {
  if (!a) return Relation::MaybeWeaker;
  if (!b) return Relation::MaybeStricter;
  return compare_limits(*a, *b, calendar);
}

/// The words of two limits that differ: the periods if both have one, else the limits whole.
Span differing_words(const Limit& limit, const Limit* other) {
  const bool measured =
      other && limit.timing == other->timing && limit.measured() && other->measured();
  return measured ? limit.amount : limit.at;
}

/// Compares one pair of branches and collects what either of them has.
class PairComparer {
 public:
  PairComparer(const Branch& branch, const Branch& demanded, const BranchPair& pair,
               const WorkingDays& calendar, DeadlineComparison& out)
      : a_(branch), b_(demanded), pair_(pair), calendar_(calendar), out_(out) {}

  void compare_all() {
    limits();
    part(DeadlinePart::Extension, a_.extension, b_.extension, compare_extensions);
    displays();
    part(DeadlinePart::Update, a_.update, b_.update, compare_updates);
    part(DeadlinePart::Retention, a_.retention, b_.retention, compare_retentions);
    access();
  }

 private:
  template <class T>
  static const T* pointer(const std::optional<T>& part) {
    return part ? &*part : nullptr;
  }

  void add(DeadlinePart part, Relation relation, std::optional<Span> at,
           std::optional<Span> demanded_at) {
    const Span place{a_.at.end, a_.at.end};
    out_.push_back({part, pair_.loose ? weakened(relation) : relation, pair_.branch, pair_.demanded,
                    !at, !demanded_at, at.value_or(place), demanded_at.value_or(Span{})});
  }

  template <class T, class Compare>
  void part(DeadlinePart part, const std::optional<T>& a, const std::optional<T>& b,
            Compare compare_parts) {
    if (!a && !b) return;
    const auto span = [](const std::optional<T>& of) {
      return of ? std::optional<Span>(of->at) : std::nullopt;
    };
    add(part, compare_parts(pointer(a), pointer(b), calendar_), span(a), span(b));
  }

  void limits() {
    const Limit* a = pointer(a_.limit);
    const Limit* b = pointer(b_.limit);
    if (!a && !b) return;
    if ((!a && a_.on_request) || (!b && b_.on_request)) return;  // a matter of access
    add(DeadlinePart::Limit, compare_optional_limits(a, b, calendar_),
        a ? std::optional(differing_words(*a, b)) : std::nullopt,
        b ? std::optional(differing_words(*b, a)) : std::nullopt);
  }

  void displays() {
    const auto lasts = [](const Branch& branch) {
      return !branch.display && branch.retention && branch.retention->lasting();
    };
    if (lasts(a_) || lasts(b_)) return;  // 长期公开 displays for good: the retention says it
    part(DeadlinePart::Display, a_.display, b_.display, compare_displays);
  }

  void access() {
    if (!a_.on_request && !b_.on_request) return;
    const auto span = [](const Branch& branch) {
      return branch.on_request ? std::optional<Span>(branch.on_request_at) : std::nullopt;
    };
    add(DeadlinePart::Access, by_order(a_.on_request, b_.on_request), span(a_), span(b_));
  }

  const Branch& a_;
  const Branch& b_;
  const BranchPair& pair_;
  const WorkingDays& calendar_;
  DeadlineComparison& out_;
};

/// A proviso is an exception of the law, not of the public's or the office's making.
void compare_provisos(const Deadline& phrase, const Deadline& demanded, DeadlineComparison& out) {
  if (!phrase.proviso && !demanded.proviso) return;
  PartComparison row{.part = DeadlinePart::Proviso};
  row.missing = !phrase.proviso;
  row.added = !demanded.proviso;
  row.relation = row.missing || row.added ? Relation::Unordered : Relation::Equal;
  const uint32_t end = phrase.branches.empty() ? 0 : phrase.branches.back().at.end;
  row.at = phrase.proviso.value_or(Span{end, end});
  row.demanded_at = demanded.proviso.value_or(Span{});
  out.push_back(row);
}

}  // namespace

Bilingual deadline_part_name(DeadlinePart part) {
  switch (part) {
    case DeadlinePart::Limit:
      return {"公开期限", "time limit"};
    case DeadlinePart::Extension:
      return {"延长期限", "extension"};
    case DeadlinePart::Display:
      return {"公示期", "display period"};
    case DeadlinePart::Update:
      return {"更新周期", "update interval"};
    case DeadlinePart::Retention:
      return {"公开存续期", "retention"};
    case DeadlinePart::Access:
      return {"公开方式", "access"};
    case DeadlinePart::Proviso:
      return {"除外规定", "proviso"};
  }
  return {"", ""};
}

Relation compare_limits(const Limit& a, const Limit& b, const WorkingDays& calendar) {
  if (a.timing == Timing::ByDate || b.timing == Timing::ByDate) {
    const bool both = a.timing == b.timing && a.day && b.day;
    return both ? compare_days(*a.day, *b.day) : Relation::Unordered;
  }
  if (a.timing == Timing::Provided || b.timing == Timing::Provided) {
    return a.timing == b.timing && a.event == b.event ? Relation::Equal : Relation::Unordered;
  }
  if (a.timing == Timing::AtOnce || b.timing == Timing::AtOnce) {
    if (a.timing == b.timing) return Relation::Equal;
    if (a.timing == Timing::Before || b.timing == Timing::Before) return Relation::Unordered;
    return a.timing == Timing::AtOnce ? Relation::Stricter : Relation::Weaker;
  }
  if (a.timing == Timing::Prompt || b.timing == Timing::Prompt) {
    return a.timing == b.timing ? Relation::Equal : Relation::Unordered;
  }
  const Relation relation = compare_by_event(a, b, calendar);
  if (same_event(a, b)) return relation;
  return relation == Relation::Equal ? Relation::Unordered : weakened(relation);
}

DeadlineComparison compare_branches(const Branch& branch, const Branch& demanded,
                                    const BranchPair& pair, const WorkingDays& calendar) {
  DeadlineComparison out;
  PairComparer(branch, demanded, pair, calendar, out).compare_all();
  return out;
}

DeadlineComparison compare(const Deadline& phrase, const Deadline& demanded,
                           const WorkingDays& calendar) {
  DeadlineComparison out;
  for (const BranchPair& pair : pair_branches(phrase, demanded)) {
    PairComparer(phrase.branches[pair.branch], demanded.branches[pair.demanded], pair, calendar,
                 out)
        .compare_all();
  }
  compare_provisos(phrase, demanded, out);
  std::ranges::stable_sort(out, {}, &PartComparison::part);
  return out;
}

std::optional<Relation> worst(const DeadlineComparison& comparison, DeadlinePart part) {
  constexpr std::array kWorstFirst{
      Relation::Weaker, Relation::MaybeWeaker,   Relation::Either,  Relation::Unordered,
      Relation::Equal,  Relation::MaybeStricter, Relation::Stricter};
  for (const Relation relation : kWorstFirst) {
    for (const PartComparison& row : comparison) {
      if (row.part == part && row.relation == relation) return relation;
    }
  }
  return std::nullopt;
}

bool same_meaning(const Deadline& a, const Deadline& b, const WorkingDays& calendar) {
  if (a.branches.size() != b.branches.size()) return false;
  const auto equal = [](const PartComparison& row) { return row.relation == Relation::Equal; };
  return std::ranges::all_of(compare(a, b, calendar), equal);
}

}  // namespace catalog
