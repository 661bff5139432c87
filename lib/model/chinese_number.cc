#include "model/chinese_number.h"

namespace catalog {

namespace {

constexpr int kMost = 1'000'000;
constexpr size_t kLongestRun = 12;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// The value of one numeral below ten, or -1.
int numeral(char32_t c) {
  constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
  constexpr std::u32string_view kFormal = U"零壹贰叁肆伍陆柒捌玖";
  if (c == U'两') return 2;
  const size_t plain = kNumerals.find(c);
  if (plain != kNumerals.npos) return static_cast<int>(plain);
  const size_t formal = kFormal.find(c);
  return formal == kFormal.npos ? -1 : static_cast<int>(formal);
}

/// 十, 百, 千 as powers of ten, or 0.
int power(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    default:
      return 0;
  }
}

bool is_numeral(char32_t c) { return numeral(c) >= 0 || power(c) > 0 || c == U'廿' || c == U'卅'; }

std::optional<int> value_of_digits(std::u32string_view run) {
  int value = 0;
  for (const char32_t c : run) {
    value = value * 10 + (is_digit(c) ? static_cast<int>(c - U'0') : numeral(c));
    if (value > kMost) return std::nullopt;
  }
  return value;
}

/// 一百零五, 二十, 十五, 廿一: each power must be smaller than the one before.
std::optional<int> value_of_numerals(std::u32string_view run) {
  int total = 0;
  int last_power = 10'000;
  int pending = -1;
  for (const char32_t c : run) {
    if (c == U'廿' || c == U'卅') {
      if (pending >= 0 || last_power <= 10) return std::nullopt;
      total += c == U'廿' ? 20 : 30;
      last_power = 10;
    } else if (const int step = power(c)) {
      if (step >= last_power || pending == 0) return std::nullopt;
      total += (pending < 0 ? 1 : pending) * step;
      last_power = step;
      pending = -1;
    } else {
      if (pending > 0) return std::nullopt;
      pending = numeral(c);
    }
  }
  return total + (pending < 0 ? 0 : pending);
}

bool has_power(std::u32string_view run) {
  for (const char32_t c : run) {
    if (power(c) > 0 || c == U'廿' || c == U'卅') return true;
  }
  return false;
}

}  // namespace

bool is_figure(char32_t code_point) { return is_digit(code_point) || is_numeral(code_point); }

size_t figure_run(std::u32string_view text) {
  size_t length = 0;
  if (!text.empty() && is_digit(text[0])) {
    while (length < text.size() && is_digit(text[length])) ++length;
    return length;
  }
  while (length < text.size() && is_numeral(text[length])) ++length;
  return length;
}

std::optional<NumberPrefix> number_prefix(std::u32string_view text) {
  const size_t length = figure_run(text);
  if (length == 0 || length > kLongestRun) return std::nullopt;
  const std::u32string_view run = text.substr(0, length);
  const auto value = has_power(run) ? value_of_numerals(run) : value_of_digits(run);
  if (!value || *value > kMost) return std::nullopt;
  return NumberPrefix{*value, length};
}

}  // namespace catalog
