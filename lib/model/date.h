#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace catalog {

/// A day of the proleptic Gregorian calendar, years 0001 to 9999; no time of day, no zone.
class Date {
 public:
  /// 1970-01-01.
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days days) : days_(days) {}

  /// The day of that year, month (1–12) and day (1–31), or nothing where there is no such day.
  static std::optional<Date> of(int year, unsigned month, unsigned day);
  /// Reads `2020-06-30` (two digits each, GB/T 7408) or `2020年6月30日` (one or two digits, ASCII).
  /// Anything before or after, and any day that does not exist, is refused.
  static std::optional<Date> parse(std::string_view text);

  int year() const { return int(civil().year()); }
  unsigned month() const { return unsigned(civil().month()); }
  unsigned day() const { return unsigned(civil().day()); }
  /// Monday is 1, Sunday is 7.
  unsigned weekday() const { return std::chrono::weekday(days_).iso_encoding(); }
  bool is_weekend() const { return weekday() > 5; }

  /// `2020-06-30`, as files have it.
  std::string iso() const;
  /// `2020年6月30日`, as documents have it.
  std::string chinese() const;

  Date plus_days(int days) const { return Date(days_ + std::chrono::days(days)); }
  /// The same day `months` later; the month's last day where it is shorter (January 31 + 1 month).
  Date plus_months(int months) const;

  std::chrono::sys_days sys_days() const { return days_; }
  friend auto operator<=>(Date, Date) = default;
  /// Calendar days from the second to the first.
  friend int operator-(Date later, Date earlier) {
    return static_cast<int>((later.days_ - earlier.days_).count());
  }

 private:
  std::chrono::year_month_day civil() const { return std::chrono::year_month_day(days_); }

  std::chrono::sys_days days_{};
};

}  // namespace catalog
