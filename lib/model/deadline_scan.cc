#include "model/deadline_scan.h"

#include <algorithm>

#include "model/chinese_number.h"
#include "model/deadline_words.h"
#include "model/folded_text.h"

namespace catalog {

namespace {

namespace words = deadline_words;
using View = std::u32string_view;

struct UnitWord {
  View word;
  TimeUnit unit;
  View not_before;  ///< characters that make another word of it
};

/// Units after a number; longest first where one begins another.
constexpr UnitWord kUnits[] = {
    {U"个工作日", TimeUnit::WorkingDay, U""},
    {U"工作日", TimeUnit::WorkingDay, U""},
    {U"个工作天", TimeUnit::WorkingDay, U""},
    {U"工作天", TimeUnit::WorkingDay, U""},
    {U"个自然日", TimeUnit::Day, U""},
    {U"自然日", TimeUnit::Day, U""},
    {U"个日历日", TimeUnit::Day, U""},
    {U"日历日", TimeUnit::Day, U""},
    {U"个日历天", TimeUnit::Day, U""},
    {U"日历天", TimeUnit::Day, U""},
    {U"日", TimeUnit::Day, U"常报期"},
    {U"天", TimeUnit::Day, U"然"},
    {U"个星期", TimeUnit::Week, U""},
    {U"星期", TimeUnit::Week, U""},
    {U"个周", TimeUnit::Week, U""},
    {U"周", TimeUnit::Week, U"年岁边"},
    {U"个月", TimeUnit::Month, U""},
    {U"个季度", TimeUnit::Quarter, U""},
    {U"个学期", TimeUnit::HalfYear, U""},
    {U"学期", TimeUnit::HalfYear, U""},
    {U"个半年", TimeUnit::HalfYear, U""},
    {U"学年", TimeUnit::Year, U"度"},
    {U"年", TimeUnit::Year, U"度级报期代末底初月"},
    {U"个小时", TimeUnit::Hour, U""},
    {U"小时", TimeUnit::Hour, U""},
};

/// Units after 每, 按, 分, 逐; longest first.
constexpr UnitWord kEveryUnits[] = {
    {U"半年", TimeUnit::HalfYear, U""},
    {U"年度", TimeUnit::Year, U""},
    {U"学年", TimeUnit::Year, U""},
    {U"年", TimeUnit::Year, U"级龄报"},
    {U"个季度", TimeUnit::Quarter, U""},
    {U"季度", TimeUnit::Quarter, U""},
    {U"季", TimeUnit::Quarter, U"节"},
    {U"个月", TimeUnit::Month, U""},
    {U"月度", TimeUnit::Month, U""},
    {U"月", TimeUnit::Month, U""},
    {U"个星期", TimeUnit::Week, U""},
    {U"星期", TimeUnit::Week, U""},
    {U"周", TimeUnit::Week, U""},
    {U"个工作日", TimeUnit::WorkingDay, U""},
    {U"工作日", TimeUnit::WorkingDay, U""},
    {U"个学期", TimeUnit::HalfYear, U""},
    {U"学期", TimeUnit::HalfYear, U""},
    {U"日", TimeUnit::Day, U"常"},
    {U"天", TimeUnit::Day, U""},
    {U"小时", TimeUnit::Hour, U""},
};

template <size_t N>
const UnitWord* unit_at(View text, const UnitWord (&units)[N]) {
  for (const UnitWord& unit : units) {
    if (!text.starts_with(unit.word)) continue;
    const View rest = text.substr(unit.word.size());
    if (rest.empty() || unit.not_before.find(rest[0]) == View::npos) return &unit;
  }
  return nullptr;
}

struct Period {
  Duration duration;
  size_t length;
  bool range = false;
};

std::optional<Period> half_at(View text) {
  if (text.starts_with(U"半年")) return Period{{1, TimeUnit::HalfYear}, 2};
  if (text.starts_with(U"半个月")) return Period{{15, TimeUnit::Day}, 3};
  if (text.starts_with(U"半月")) return Period{{15, TimeUnit::Day}, 2};
  return std::nullopt;
}

/// 20个工作日, 三十日, 5至7个工作日, 半年.
std::optional<Period> period_at(View text) {
  if (text.starts_with(U"半")) return half_at(text);
  auto number = number_prefix(text);
  if (!number) return std::nullopt;
  size_t length = number->length;
  int count = number->value;
  bool range = false;
  const View between = text.substr(length);
  if (between.starts_with(U"-") || between.starts_with(U"至") || between.starts_with(U"到")) {
    if (const auto second = number_prefix(between.substr(1))) {
      range = true;
      count = std::max(count, second->value);
      length += 1 + second->length;
    }
  }
  const UnitWord* unit = unit_at(text.substr(length), kUnits);
  if (!unit || (unit->unit == TimeUnit::Year && count >= 1000)) return std::nullopt;
  return Period{{count, unit->unit}, length + unit->word.size(), range};
}

/// Reads `number` + `word` at `at`, moving it on.
std::optional<int> number_and(View text, size_t& at, View word) {
  const auto number = number_prefix(text.substr(at));
  if (!number || !text.substr(at + number->length).starts_with(word)) return std::nullopt;
  at += number->length + word.size();
  return number->value;
}

/// The day of a month: 31日, 底, 上旬. Moves `at` on.
std::optional<unsigned> day_of_month(View text, size_t& at) {
  if (const auto day = number_and(text, at, U"日")) {
    return *day >= 1 && *day <= 31 ? std::optional<unsigned>(*day) : std::nullopt;
  }
  constexpr std::pair<View, unsigned> kDays[] = {{U"底", 0},    {U"末", 0},    {U"份底", 0},
                                                 {U"上旬", 10}, {U"中旬", 20}, {U"下旬", 0},
                                                 {U"初", 10}};
  for (const auto& [word, day] : kDays) {
    if (!text.substr(at).starts_with(word)) continue;
    at += word.size();
    return day;
  }
  return std::nullopt;
}

struct DayFound {
  FixedDay day;
  size_t length;
};

/// Takes 前 and checks that a day that is a term follows, not the beginning of a span of time.
std::optional<DayFound> closed_day(View text, size_t at, FixedDay day) {
  if (day.month > 12) return std::nullopt;
  const size_t before = longest_prefix(text.substr(at), words::kBeforeTail);
  at += before;
  if (before == 0 && text.substr(at).starts_with(U"内")) ++at;
  const View rest = text.substr(at);
  if (rest.starts_with(U"起") || rest.starts_with(U"至") || rest.starts_with(U"-")) {
    return std::nullopt;
  }
  if (before == 0 && !stands_alone(rest)) return std::nullopt;
  return DayFound{day, at};
}

/// 2020年12月31日前, 1月31日前, 3月底前.
std::optional<DayFound> month_and_day_at(View text, bool yearly) {
  FixedDay day;
  size_t at = 0;
  if (const auto year = number_and(text, at, U"年")) {
    if (*year < 1000) return std::nullopt;
    day.year = *year;
  }
  const auto month = number_and(text, at, U"月");
  if (!month || *month < 1) return std::nullopt;
  day.month = static_cast<unsigned>(*month);
  if (const auto in_month = day_of_month(text, at)) {
    day.day = *in_month;
  } else if (!yearly) {
    return std::nullopt;
  }
  if (day.year == 0) day.every = TimeUnit::Year;
  return closed_day(text, at, day);
}

/// 年底前, 次年3月底前, 次月10日前, 季末.
std::optional<DayFound> worded_day_at(View text) {
  constexpr std::pair<View, FixedDay> kEnds[] = {
      {U"年底", {0, 12, 31, TimeUnit::Year}},  {U"年末", {0, 12, 31, TimeUnit::Year}},
      {U"季末", {0, 0, 0, TimeUnit::Quarter}}, {U"季度末", {0, 0, 0, TimeUnit::Quarter}},
      {U"月底", {0, 0, 0, TimeUnit::Month}},   {U"月末", {0, 0, 0, TimeUnit::Month}},
  };
  for (const auto& [word, day] : kEnds) {
    if (text.starts_with(word)) return closed_day(text, word.size(), day);
  }
  constexpr View kYears[] = {U"次年", U"翌年", U"当年", U"本年", U"下一年", U"下年", U"年"};
  if (const size_t length = longest_prefix(text, kYears)) {
    auto found = month_and_day_at(text.substr(length), true);
    if (!found || found->day.year != 0) return std::nullopt;
    found->length += length;
    return found;
  }
  constexpr View kMonths[] = {U"次月", U"下月", U"当月", U"本月", U"下个月"};
  if (const size_t length = longest_prefix(text, kMonths)) {
    size_t at = length;
    const auto day = day_of_month(text, at);
    if (day) return closed_day(text, at, FixedDay{0, 0, *day, TimeUnit::Month});
  }
  return std::nullopt;
}

/// The day that follows 每年 or 每月 at once.
std::optional<DayFound> day_of_recurrence(View text, TimeUnit unit) {
  if (unit == TimeUnit::Year) {
    if (const auto found = month_and_day_at(text, true)) return found;
    if (text.starts_with(U"底") || text.starts_with(U"末")) {
      return closed_day(text, 1, FixedDay{0, 12, 31, TimeUnit::Year});
    }
    return worded_day_at(text);
  }
  if (unit != TimeUnit::Month && unit != TimeUnit::Quarter) return std::nullopt;
  size_t at = 0;
  const auto day = day_of_month(text, at);
  if (!day) return std::nullopt;
  return closed_day(text, at, FixedDay{0, 0, *day, unit});
}

/// 每20个工作日, 每半年, 每年1月31日前, 按季度, 逐月.
std::optional<Anchor> every_at(View text) {
  Anchor anchor{AnchorKind::Every, {0, 0}, {1, TimeUnit::Year}, std::nullopt};
  const bool each = text.starts_with(U"每");
  size_t at = text.starts_with(U"每隔") ? 2 : 1;
  const auto period = each ? period_at(text.substr(at)) : std::nullopt;
  if (period) {
    anchor.duration = period->duration;
    anchor.range = period->range;
    at += period->length;
  } else {
    const UnitWord* unit = unit_at(text.substr(at), kEveryUnits);
    if (!unit) return std::nullopt;
    anchor.duration.unit = unit->unit;
    at += unit->word.size();
  }
  constexpr View kPartOfEvent[] = {U"结束", U"终了", U"届满", U"后", U"初", U"末后", U"期满"};
  if (longest_prefix(text.substr(at), kPartOfEvent) > 0) return std::nullopt;
  if (each && anchor.duration.count == 1) {
    if (const auto day = day_of_recurrence(text.substr(at), anchor.duration.unit)) {
      anchor.day = day->day;
      at += day->length;
    }
  }
  if (!anchor.day && period && text.substr(at).starts_with(U"内")) ++at;
  if (!anchor.day && !stands_alone(text.substr(at))) return std::nullopt;
  anchor.at.end = at;
  return anchor;
}

struct AnchorWords {
  AnchorKind kind;
  std::span<const View> table;
  bool alone;  ///< only where the word is not part of a longer name
  Duration duration{};
};

const AnchorWords kAnchorWords[] = {
    {AnchorKind::UpdateAtOnce, words::kUpdateAtOnce, false},
    {AnchorKind::Moving, words::kMoving, true},
    {AnchorKind::OnRequest, words::kOnRequest, true},
    {AnchorKind::Lasting, words::kLasting, true},
    {AnchorKind::AtOnce, words::kAtOnce, true},
    {AnchorKind::Prompt, words::kPrompt, true},
    {AnchorKind::Offset, words::kNextWorkingDay, true, {1, TimeUnit::WorkingDay}},
    {AnchorKind::Offset, words::kNextDay, true, {1, TimeUnit::Day}},
    {AnchorKind::Offset, words::kSameDay, true, {0, TimeUnit::Day}},
};

std::optional<Anchor> word_at(View text) {
  for (const AnchorWords& entry : kAnchorWords) {
    size_t length = longest_prefix(text, entry.table);
    if (length == 0) continue;
    if (entry.kind == AnchorKind::Offset) {
      length += longest_prefix(text.substr(length), words::kWithinTail);
    }
    if (entry.alone && !stands_alone(text.substr(length))) continue;
    return Anchor{entry.kind, {0, length}, entry.duration, std::nullopt};
  }
  return std::nullopt;
}

/// The anchor at the very front of `text`.
std::optional<Anchor> anchor_at(View text) {
  const char32_t first = text[0];
  if (first == U'每' || first == U'按' || first == U'分' || first == U'逐') {
    if (auto every = every_at(text)) return every;
  }
  if (is_figure(first) || first == U'半') {
    if (const auto day = month_and_day_at(text, false)) {
      return Anchor{AnchorKind::Day, {0, day->length}, {}, day->day};
    }
    if (const auto period = period_at(text)) {
      return Anchor{AnchorKind::Period, {0, period->length}, period->duration, {}, period->range};
    }
    const auto number = number_prefix(text);
    if (number && text.substr(number->length) == U"个") {
      return Anchor{AnchorKind::NoUnit, {0, text.size()}, {number->value, {}}, {}};
    }
    return std::nullopt;
  }
  constexpr View kDayBegins = U"年季月次翌当本下";
  if (kDayBegins.find(first) != View::npos) {
    if (const auto day = worded_day_at(text)) {
      return Anchor{AnchorKind::Day, {0, day->length}, {}, day->day};
    }
  }
  return word_at(text);
}

}  // namespace

bool stands_alone(std::u32string_view rest) {
  return rest.empty() || words::kPunctuation.find(rest[0]) != View::npos ||
         longest_prefix(rest, words::kVerbs) > 0 || longest_prefix(rest, words::kFillers) > 0;
}

std::optional<Anchor> next_anchor(std::u32string_view text, size_t from, size_t end) {
  for (size_t at = from; at < end;) {
    const View rest = text.substr(at, end - at);
    if (auto anchor = anchor_at(rest)) {
      anchor->at.begin += at;
      anchor->at.end += at;
      return anchor;
    }
    // A run of figures that is no anchor is passed over whole: its tail would be another number.
    at += std::max<size_t>(figure_run(rest), 1);
  }
  return std::nullopt;
}

}  // namespace catalog
