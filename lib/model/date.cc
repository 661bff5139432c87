#include "model/date.h"

#include <fmt/format.h>

namespace catalog {

namespace {

/// Takes `least` to `most` digits from the front of `text`; nothing if there are fewer.
std::optional<int> take_digits(std::string_view& text, size_t least, size_t most) {
  size_t count = 0;
  int value = 0;
  while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9') {
    value = value * 10 + (text[count] - '0');
    ++count;
  }
  if (count < least) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

struct Form {
  std::string_view after_year;
  std::string_view after_month;
  std::string_view after_day;
  size_t least_digits;
};

constexpr Form kIso{"-", "-", "", 2};
constexpr Form kChinese{"年", "月", "日", 1};

std::optional<Date> parse_form(std::string_view text, const Form& form) {
  const auto year = take_digits(text, 4, 4);
  if (!year || !take(text, form.after_year)) return std::nullopt;
  const auto month = take_digits(text, form.least_digits, 2);
  if (!month || !take(text, form.after_month)) return std::nullopt;
  const auto day = take_digits(text, form.least_digits, 2);
  if (!day || !take(text, form.after_day) || !text.empty()) return std::nullopt;
  return Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day civil{std::chrono::year(year), std::chrono::month(month),
                                          std::chrono::day(day)};
  if (!civil.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(civil));
}

std::optional<Date> Date::parse(std::string_view text) {
  const auto iso = parse_form(text, kIso);
  return iso ? iso : parse_form(text, kChinese);
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::chinese() const { return fmt::format("{}年{}月{}日", year(), month(), day()); }

Date Date::plus_months(int months) const {
  const auto moved = civil() + std::chrono::months(months);
  if (moved.ok()) return Date(std::chrono::sys_days(moved));
  return Date(std::chrono::sys_days(moved.year() / moved.month() / std::chrono::last));
}

}  // namespace catalog
