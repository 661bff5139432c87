#include "table/xlsx_styles.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>

namespace catalog {

namespace {

constexpr double kLastDay = 2958466;  // 9999-12-31 and its hours
constexpr int64_t kDaySeconds = 86400;
constexpr int kDaysFrom1904 = 1462;

std::string date_text(int64_t days) {
  using namespace std::chrono;
  // Excel believes that there was a February 29 in 1900 (day 60).
  const sys_days base = sys_days(year{1899} / 12 / 30) + std::chrono::days(days < 60 ? 1 : 0);
  const year_month_day day(base + std::chrono::days(days));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string time_text(int64_t seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

NumberKind number_kind(uint32_t id) {
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
      (id >= 50 && id <= 54) || id == 57 || id == 58)
    return NumberKind::Date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 ||
      id == 56)
    return NumberKind::Time;
  return NumberKind::Plain;
}

NumberKind number_kind(std::string_view code) {
  bool date = false, time = false;
  for (size_t at = 0; at < code.size() && code[at] != ';'; at++) {
    const char c = lower(code[at]);
    if (c == '"' || c == '[') {
      const size_t end = code.find(c == '"' ? '"' : ']', at + 1);
      if (end == code.npos) break;
      // [h] counts hours; [Red] and [$-804] say nothing of dates.
      time = time ||
             (c == '[' && end - at <= 3 && std::string_view("hms").contains(lower(code[at + 1])));
      at = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      at++;
    } else {
      date = date || c == 'y' || c == 'd';
      time = time || c == 'h' || c == 's';
    }
  }
  return date ? NumberKind::Date : time ? NumberKind::Time : NumberKind::Plain;
}

std::string number_text(std::string_view number, NumberKind kind, bool since_1904) {
  double value = 0;
  const char* end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value))
    return std::string(number);
  const double day = value + (since_1904 && kind == NumberKind::Date ? kDaysFrom1904 : 0);
  if (kind == NumberKind::Plain || day < 0 || day >= kLastDay) {
    if (std::abs(value) < 1e15 && value == std::trunc(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
  }
  const int64_t seconds = std::llround(day * static_cast<double>(kDaySeconds));
  const int64_t days = seconds / kDaySeconds, rest = seconds % kDaySeconds;
  if (kind == NumberKind::Time && days == 0) return time_text(rest);
  return rest == 0 ? date_text(days) : date_text(days) + " " + time_text(rest);
}

}  // namespace catalog
