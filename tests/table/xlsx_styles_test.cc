#include "table/xlsx_styles.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace catalog;

TEST_CASE("numbers are written as people write them") {
  CHECK(number_text("3", NumberKind::Plain, false) == "3");
  CHECK(number_text("0.10000000000000001", NumberKind::Plain, false) == "0.1");
  CHECK(number_text("310104000000", NumberKind::Plain, false) == "310104000000");
  CHECK(number_text("-2.5", NumberKind::Plain, false) == "-2.5");
  CHECK(number_text("1e400", NumberKind::Plain, false) == "1e400");
  CHECK(number_text("甲", NumberKind::Date, false) == "甲");
}

TEST_CASE("days of Excel's calendar are dates") {
  CHECK(number_text("1", NumberKind::Date, false) == "1900-01-01");
  CHECK(number_text("59", NumberKind::Date, false) == "1900-02-28");
  CHECK(number_text("61", NumberKind::Date, false) == "1900-03-01");
  CHECK(number_text("44196", NumberKind::Date, false) == "2020-12-31");
  CHECK(number_text("42734", NumberKind::Date, true) == "2020-12-31");
  CHECK(number_text("44196.5", NumberKind::Date, false) == "2020-12-31 12:00:00");
  CHECK(number_text("0.39583333333333331", NumberKind::Time, false) == "09:30:00");
  CHECK(number_text("-1", NumberKind::Date, false) == "-1");
  CHECK(number_text("99999999", NumberKind::Date, false) == "99999999");
}

TEST_CASE("a format's code says whether it shows a date") {
  for (std::string_view code :
       {"yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "m\"月\"d\"日\"", "D.M.YY"})
    CHECK(number_kind(code) == NumberKind::Date);
  for (std::string_view code : {"hh:mm", "[h]:mm:ss", "mm:ss.0"})
    CHECK(number_kind(code) == NumberKind::Time);
  for (std::string_view code :
       {"General", "0.00E+00", "[Red]0", "0\"day\"", "@", "\\d0", "#,##0;[Red]-#,##0", "\"未闭合"})
    CHECK(number_kind(code) == NumberKind::Plain);
  CHECK(number_kind(14u) == NumberKind::Date);
  CHECK(number_kind(57u) == NumberKind::Date);
  CHECK(number_kind(21u) == NumberKind::Time);
  CHECK(number_kind(10u) == NumberKind::Plain);
}
