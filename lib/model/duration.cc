#include "model/duration.h"

#include <fmt/format.h>

#include <algorithm>

namespace catalog {

namespace {

constexpr int64_t kDay = 24;

/// Months that a unit of the month family has, or 0.
int months_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Month:
      return 1;
    case TimeUnit::Quarter:
      return 3;
    case TimeUnit::HalfYear:
      return 6;
    case TimeUnit::Year:
      return 12;
    default:
      return 0;
  }
}

/// Hours of a unit whose length is always the same, or 0.
int64_t hours_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Hour:
      return 1;
    case TimeUnit::Day:
      return kDay;
    case TimeUnit::Week:
      return 7 * kDay;
    default:
      return 0;
  }
}

/// Days of `months` months, by the first of each month of one leap cycle (March 2000 to 2004).
HourBounds month_bounds(int64_t months) {
  const int count = static_cast<int>(std::min<int64_t>(months, 12'000));
  const Date first = *Date::of(2000, 3, 1);
  HourBounds bounds{INT64_MAX, 0};
  for (int start = 0; start < 48; ++start) {
    const Date from = first.plus_months(start);
    const int64_t hours = (from.plus_months(count) - from) * kDay;
    bounds.least = std::min(bounds.least, hours);
    bounds.most = std::max(bounds.most, hours);
  }
  return bounds;
}

/// Where the calendar does not reach only what holds in any calendar is kept: a working day is at
/// least a day; twice the Monday–Friday time leaves room for any holiday.
HourBounds working_day_bounds(int count, const WorkingDays& calendar) {
  const auto days = calendar.calendar_days_of(count);
  if (days.covered) return {days.least * kDay, days.most * kDay};
  return {count * kDay, days.most * 2 * kDay};
}

Relation by_count(int64_t a, int64_t b) {
  if (a == b) return Relation::Equal;
  return a < b ? Relation::Stricter : Relation::Weaker;
}

}  // namespace

std::string duration_text(Duration duration) {
  const int n = duration.count;
  switch (duration.unit) {
    case TimeUnit::Hour:
      return fmt::format("{}小时", n);
    case TimeUnit::WorkingDay:
      return fmt::format("{}个工作日", n);
    case TimeUnit::Day:
      return fmt::format("{}日", n);
    case TimeUnit::Week:
      return fmt::format("{}周", n);
    case TimeUnit::Month:
      return fmt::format("{}个月", n);
    case TimeUnit::Quarter:
      return fmt::format("{}个季度", n);
    case TimeUnit::HalfYear:
      return n == 1 ? "半年" : fmt::format("{}个半年", n);
    case TimeUnit::Year:
      return fmt::format("{}年", n);
  }
  return "";
}

Phrase duration_phrase(Duration duration) {
  constexpr std::string_view kNames[] = {"hour",  "working day", "day",       "week",
                                         "month", "quarter",     "half-year", "year"};
  const std::string_view name = kNames[static_cast<size_t>(duration.unit)];
  return {duration_text(duration),
          fmt::format("{} {}{}", duration.count, name, duration.count == 1 ? "" : "s")};
}

Relation mirror(Relation relation) {
  switch (relation) {
    case Relation::Stricter:
      return Relation::Weaker;
    case Relation::MaybeStricter:
      return Relation::MaybeWeaker;
    case Relation::MaybeWeaker:
      return Relation::MaybeStricter;
    case Relation::Weaker:
      return Relation::Stricter;
    case Relation::Equal:
    case Relation::Either:
    case Relation::Unordered:
      return relation;
  }
  return relation;
}

bool certainly_weaker(Relation relation) { return relation == Relation::Weaker; }

bool possibly_weaker(Relation relation) {
  return relation == Relation::Weaker || relation == Relation::MaybeWeaker ||
         relation == Relation::Either;
}

bool possibly_stricter(Relation relation) { return possibly_weaker(mirror(relation)); }

HourBounds hour_bounds(Duration duration, const WorkingDays& calendar) {
  if (const int64_t hours = hours_of(duration.unit)) {
    return {duration.count * hours, duration.count * hours};
  }
  if (const int months = months_of(duration.unit)) {
    return month_bounds(int64_t{duration.count} * months);
  }
  return working_day_bounds(duration.count, calendar);
}

Relation compare_waits(Duration a, Duration b, const WorkingDays& calendar) {
  if (a.unit == b.unit) return by_count(a.count, b.count);
  const int a_months = months_of(a.unit);
  const int b_months = months_of(b.unit);
  if (a_months && b_months) {
    return by_count(int64_t{a.count} * a_months, int64_t{b.count} * b_months);
  }
  const HourBounds first = hour_bounds(a, calendar);
  const HourBounds second = hour_bounds(b, calendar);
  const bool fixed = first.least == first.most && second.least == second.most;
  if (fixed) return by_count(first.least, second.least);
  if (first.least >= second.most) return Relation::Weaker;
  if (first.most <= second.least) return Relation::Stricter;
  return Relation::Either;
}

}  // namespace catalog
