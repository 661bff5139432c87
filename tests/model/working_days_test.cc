#include "model/working_days.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <climits>

#include "model/shipped.h"

using catalog::Date;
using catalog::WorkingDays;
using catalog::test::shipped_calendar;

namespace {

Date day(const char* text) { return Date::parse(text).value(); }

int working_days_in_year(const WorkingDays& calendar, int year) {
  return calendar.working_days_between(*Date::of(year - 1, 12, 31), *Date::of(year, 12, 31)).days;
}

/// The bounds by trying every start day and counting day by day.
WorkingDays::Bounds slow_calendar_days_of(const WorkingDays& calendar, Date from, Date until,
                                          int count) {
  WorkingDays::Bounds bounds{INT_MAX, 0, true};
  for (Date start = from; start <= until; start = start.plus_days(1)) {
    Date end = start;
    for (int left = count; left > 0;) {
      end = end.plus_days(1);
      if (end > until) break;
      left -= calendar.is_working_day(end);
    }
    if (end > until) continue;
    bounds.least = std::min(bounds.least, end - start);
    bounds.most = std::max(bounds.most, end - start);
  }
  return bounds;
}

WorkingDays::Bounds slow_working_days_in(const WorkingDays& calendar, Date from, Date until,
                                         int days) {
  WorkingDays::Bounds bounds{INT_MAX, 0, true};
  for (Date start = from; start.plus_days(days) <= until; start = start.plus_days(1)) {
    int count = 0;
    for (int i = 1; i <= days; ++i) count += calendar.is_working_day(start.plus_days(i));
    bounds.least = std::min(bounds.least, count);
    bounds.most = std::max(bounds.most, count);
  }
  return bounds;
}

}  // namespace

TEST_CASE("days off and worked weekends of the notices are followed") {
  const WorkingDays& calendar = shipped_calendar();
  CHECK_FALSE(calendar.is_working_day(day("2020-06-25")));  // 端午节
  CHECK(calendar.is_working_day(day("2020-06-28")));        // a worked Sunday
  CHECK_FALSE(calendar.is_working_day(day("2020-10-08")));
  CHECK(calendar.is_working_day(day("2020-10-10")));  // a worked Saturday
  CHECK(calendar.is_working_day(day("2020-06-24")));
  CHECK_FALSE(calendar.is_working_day(day("2020-06-27")));
}

TEST_CASE("the working days of the years are as the notices make them") {
  const WorkingDays& calendar = shipped_calendar();
  CHECK(working_days_in_year(calendar, 2019) == 250);
  CHECK(working_days_in_year(calendar, 2021) == 250);
  CHECK(working_days_in_year(calendar, 2022) == 249);
  CHECK(working_days_in_year(calendar, 2023) == 249);
  CHECK(working_days_in_year(calendar, 2024) == 251);
}

TEST_CASE("counting begins on the day after the event") {
  const WorkingDays& calendar = shipped_calendar();
  const auto due = calendar.add_working_days(day("2020-06-24"), 2);
  CHECK(due.date == day("2020-06-29"));  // 28 June is worked
  CHECK(due.covered);
  CHECK(calendar.add_working_days(day("2020-06-24"), 0).date == day("2020-06-24"));
  CHECK(calendar.add_working_days(day("2020-06-29"), -1).date == day("2020-06-28"));
}

TEST_CASE("adding working days and counting them agree") {
  const WorkingDays& calendar = shipped_calendar();
  for (Date start = day("2020-01-10"); start < day("2020-03-01"); start = start.plus_days(1)) {
    for (const int count : {1, 5, 10, 20, 40}) {
      const auto due = calendar.add_working_days(start, count);
      CHECK(calendar.working_days_between(start, due.date).days == count);
      CHECK(calendar.working_days_between(due.date, start).days == -count);
    }
  }
}

TEST_CASE("outside the coverage Monday to Friday are taken, and the answer says so") {
  const WorkingDays& calendar = shipped_calendar();
  CHECK_FALSE(calendar.covers(day("2031-01-01")));
  CHECK(calendar.is_working_day(day("2031-01-01")));  // a Wednesday
  CHECK_FALSE(calendar.add_working_days(day("2026-12-30"), 5).covered);
  CHECK_FALSE(calendar.working_days_between(day("2026-12-30"), day("2027-01-05")).covered);
  const WorkingDays none;
  CHECK(none.add_working_days(day("2020-06-24"), 2).date == day("2020-06-26"));
  CHECK_FALSE(none.covers(day("2020-06-24")));
  CHECK(none.calendar_days_of(5) == WorkingDays::Bounds{5, 7, false});
  CHECK(none.calendar_days_of(6) == WorkingDays::Bounds{8, 10, false});
  CHECK(none.working_days_in(7) == WorkingDays::Bounds{5, 5, false});
  CHECK(none.working_days_in(8) == WorkingDays::Bounds{5, 6, false});
}

TEST_CASE("bounds over the calendar are those of trying every start day") {
  const WorkingDays& shipped = shipped_calendar();
  const Date from = day("2019-01-01");
  const Date until = day("2026-12-31");
  for (const int count : {1, 2, 3, 5, 7, 10, 15, 20, 30, 60}) {
    CAPTURE(count);
    CHECK(shipped.calendar_days_of(count) == slow_calendar_days_of(shipped, from, until, count));
    CHECK(shipped.working_days_in(count) == slow_working_days_in(shipped, from, until, count));
  }
}

TEST_CASE("twenty working days take at least twenty-five days and never two months") {
  const auto bounds = shipped_calendar().calendar_days_of(20);
  CHECK(bounds.covered);
  CHECK(bounds.least == 25);  // with two worked weekends
  CHECK(bounds.most >= 31);
  CHECK(bounds.most < 59);
}

TEST_CASE("bounds beyond the coverage are reckoned by weekdays and say so") {
  const auto bounds = shipped_calendar().calendar_days_of(5000);
  CHECK_FALSE(bounds.covered);
  CHECK(bounds.least == 5000 + 2 * 999);
  CHECK(shipped_calendar().calendar_days_of(0) == WorkingDays::Bounds{0, 0, true});
  CHECK(shipped_calendar().calendar_days_of(-3) == WorkingDays::Bounds{0, 0, true});
}

TEST_CASE("a day in both lists is worked, and days outside the coverage change nothing") {
  const Date both[] = {day("2020-06-06")};
  const Date outside[] = {day("2021-01-04")};
  const WorkingDays calendar(day("2020-06-01"), day("2020-06-30"), both, both);
  CHECK(calendar.is_working_day(day("2020-06-06")));
  const WorkingDays narrow(day("2020-06-01"), day("2020-06-30"), outside, {});
  CHECK(narrow.is_working_day(day("2021-01-04")));
  const WorkingDays backwards(day("2020-06-30"), day("2020-06-01"), both, {});
  CHECK_FALSE(backwards.covers(day("2020-06-15")));
}
