#pragma once

#include <cstdint>
#include <string>

#include "model/working_days.h"
#include "text/message.h"

namespace catalog {

/// What a published period counts in. 学期 and 学年 are taken as half a year and a year.
enum class TimeUnit : uint8_t { Hour, WorkingDay, Day, Week, Month, Quarter, HalfYear, Year };

/// A published period: 20个工作日, 一周, 半年.
struct Duration {
  int count = 0;
  TimeUnit unit = TimeUnit::WorkingDay;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// The period as it is written in a phrase: 20个工作日, 30日, 半年.
std::string duration_text(Duration duration);
/// The period for a message, in both languages.
Phrase duration_phrase(Duration duration);

/// How the first of two stands to the second, seen from the public: Weaker means to wait longer or
/// to see for a shorter time.
enum class Relation : uint8_t {
  Equal,
  Stricter,       ///< better for the public on every day of the year
  MaybeStricter,  ///< better, or not comparable in this case; never known to be worse
  Either,         ///< better or worse, depending on the day it starts
  MaybeWeaker,    ///< the mirror of MaybeStricter
  Weaker,         ///< worse for the public on every day of the year
  Unordered       ///< there is no measure (及时 against 20个工作日)
};

/// The relation of the second to the first.
Relation mirror(Relation relation);
/// Weaker: a rule reports it with its own severity.
bool certainly_weaker(Relation relation);
/// Weaker, MaybeWeaker or Either: certain, or possible and reported one severity lower.
bool possibly_weaker(Relation relation);
bool possibly_stricter(Relation relation);

/// The hours that a period takes, the least and the most over all days it may start on.
struct HourBounds {
  int64_t least = 0;
  int64_t most = 0;
};
HourBounds hour_bounds(Duration duration, const WorkingDays& calendar);

/// Compares two waiting times: shorter is Stricter. Within one unit by count; across units by the
/// bounds over the calendar: never shorter and sometimes longer is Weaker, sometimes shorter and
/// sometimes longer is Either.
Relation compare_waits(Duration a, Duration b, const WorkingDays& calendar);

}  // namespace catalog
