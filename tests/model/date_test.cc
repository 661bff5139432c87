#include "model/date.h"

#include <doctest/doctest.h>

using catalog::Date;

TEST_CASE("a date is read in the two forms that files and documents have") {
  const auto iso = Date::parse("2020-06-30");
  REQUIRE(iso);
  CHECK(iso->year() == 2020);
  CHECK(iso->month() == 6);
  CHECK(iso->day() == 30);
  CHECK(Date::parse("2020年6月30日") == iso);
  CHECK(Date::parse("2020年06月30日") == iso);
}

TEST_CASE("anything that is not exactly one existing day is refused") {
  for (const char* text : {"",
                           "2020",
                           "2020-6-30",
                           "2020-06-31",
                           "2020-13-01",
                           "2020-00-10",
                           "2020-01-00",
                           "2019-02-29",
                           "2020-06-30 ",
                           " 2020-06-30",
                           "2020/06/30",
                           "20200630",
                           "2020年6月",
                           "2020年6月31日",
                           "2020年6月30",
                           "2020-06-30T00:00",
                           "02020-06-30",
                           "0000-01-01",
                           "2020-06-3a",
                           "-020-06-30",
                           "2020年6月300日",
                           "２０２０-06-30"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text));
  }
}

TEST_CASE("a date is written in both forms and read back") {
  const Date day = *Date::of(2020, 2, 29);
  CHECK(day.iso() == "2020-02-29");
  CHECK(day.chinese() == "2020年2月29日");
  for (Date at = *Date::of(1999, 12, 1); at < *Date::of(2005, 1, 1); at = at.plus_days(1)) {
    CHECK(Date::parse(at.iso()) == at);
    CHECK(Date::parse(at.chinese()) == at);
  }
}

TEST_CASE("days, months and weekdays are reckoned by the Gregorian calendar") {
  const Date start = *Date::of(2020, 1, 31);
  CHECK(start.plus_days(1).iso() == "2020-02-01");
  CHECK(start.plus_days(-31).iso() == "2019-12-31");
  CHECK(start.plus_months(1).iso() == "2020-02-29");
  CHECK(start.plus_months(13).iso() == "2021-02-28");
  CHECK(start.plus_months(-2).iso() == "2019-11-30");
  CHECK(*Date::of(2021, 1, 1) - *Date::of(2020, 1, 1) == 366);
  CHECK(Date::of(2020, 6, 25)->weekday() == 4);
  CHECK(Date::of(2020, 6, 28)->weekday() == 7);
  CHECK(Date::of(2020, 6, 28)->is_weekend());
  CHECK_FALSE(Date::of(2020, 6, 26)->is_weekend());
}

TEST_CASE("years outside 1 to 9999 do not exist") {
  CHECK(Date::of(1, 1, 1)->iso() == "0001-01-01");
  CHECK(Date::of(9999, 12, 31));
  CHECK_FALSE(Date::of(0, 1, 1));
  CHECK_FALSE(Date::of(10000, 1, 1));
}
