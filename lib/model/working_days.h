#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "model/date.h"

namespace catalog {

/// The working-day calendar: Monday to Friday, less the days off and plus the worked weekend days
/// of the State Council's yearly holiday notices. Days that it does not cover are judged by
/// Monday–Friday alone, and every answer says whether that happened.
/// Copies share one memory of computed bounds; reading is safe from any thread.
class WorkingDays {
 public:
  /// Monday–Friday alone; covers nothing.
  WorkingDays();
  /// Covers `from` to `until`, both included. A day off that is a weekend day anyway, a worked day
  /// that is a weekday anyway and days outside the coverage change nothing; a day in both lists is
  /// worked.
  WorkingDays(Date from, Date until, std::span<const Date> days_off,
              std::span<const Date> workdays);

  /// Whether the calendar knows this day, rather than guessing by the weekday.
  bool covers(Date day) const;
  bool is_working_day(Date day) const;

  struct Day {
    Date date;
    bool covered = true;  ///< every day that was counted is in the calendar
  };
  /// The `count`-th working day after `start`; the day of the event itself is not counted
  /// (民法典第二百零一条). A count of 0 is the start itself, a negative count goes back.
  Day add_working_days(Date start, int count) const;

  struct Count {
    int days = 0;
    bool covered = true;
  };
  /// Working days after `after` up to and including `until`; negative when `until` is earlier.
  Count working_days_between(Date after, Date until) const;

  /// The least and the most over all start days in the coverage.
  struct Bounds {
    int least = 0;
    int most = 0;
    bool covered = true;  ///< false: reckoned by Monday–Friday, as no such run is in the coverage
    friend bool operator==(const Bounds&, const Bounds&) = default;
  };
  /// How many calendar days `count` working days take. Computed once per count in one pass over the
  /// calendar.
  Bounds calendar_days_of(int count) const;
  /// How many working days fall into the `days` calendar days after a start day.
  Bounds working_days_in(int days) const;

 private:
  struct Memo;

  bool empty() const { return worked_before_.empty(); }
  int index_of(Date day) const { return day - from_; }
  int length() const { return static_cast<int>(worked_before_.size()) - 1; }
  bool worked_at(int index) const;
  Bounds compute_calendar_days_of(int count) const;
  Bounds compute_working_days_in(int days) const;

  Date from_;
  std::vector<int> worked_before_;  ///< [i]: working days among the first i days of the coverage
  std::vector<int> worked_;         ///< indices of the working days, rising
  std::shared_ptr<Memo> memo_;
};

}  // namespace catalog
