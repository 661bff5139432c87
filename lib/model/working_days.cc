#include "model/working_days.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>

namespace catalog {

namespace {

constexpr int kWeek = 7;
constexpr int kWorkdaysOfWeek = 5;
/// Longer runs than a century are bounded by Monday–Friday like everything outside the coverage.
constexpr int kMost = 36'600;

WorkingDays::Bounds weekday_calendar_days_of(int count) {
  return {count + 2 * ((count - 1) / kWorkdaysOfWeek),                    // starting on a Sunday
          count + 2 * ((count + kWorkdaysOfWeek - 1) / kWorkdaysOfWeek),  // starting on a Friday
          false};
}

WorkingDays::Bounds weekday_working_days_in(int days) {
  const int rest = days % kWeek;
  const int whole = days / kWeek * kWorkdaysOfWeek;
  return {whole + std::max(0, rest - 2), whole + std::min(rest, kWorkdaysOfWeek), false};
}

}  // namespace

/// Bounds by count; a slot is 0 until computed, then both numbers, the coverage and a mark.
struct WorkingDays::Memo {
  static constexpr int kSlots = 1024;
  std::array<std::atomic<uint64_t>, kSlots> calendar_days{};
  std::array<std::atomic<uint64_t>, kSlots> working_days{};

  static uint64_t pack(const Bounds& bounds) {
    return uint64_t{1} << 63 | uint64_t{bounds.covered} << 62 |
           static_cast<uint64_t>(bounds.least) << 31 | static_cast<uint64_t>(bounds.most);
  }
  static Bounds unpack(uint64_t packed) {
    return {static_cast<int>(packed >> 31 & 0x7FFFFFFF), static_cast<int>(packed & 0x7FFFFFFF),
            (packed >> 62 & 1) != 0};
  }
  template <class Compute>
  static Bounds get(std::array<std::atomic<uint64_t>, kSlots>& slots, int count,
                    Compute&& compute) {
    if (count >= kSlots) return compute(count);
    auto& slot = slots[static_cast<size_t>(count)];
    if (const uint64_t known = slot.load(std::memory_order_relaxed)) return unpack(known);
    const Bounds fresh = compute(count);
    slot.store(pack(fresh), std::memory_order_relaxed);
    return fresh;
  }
};

WorkingDays::WorkingDays() : memo_(std::make_shared<Memo>()) {}

WorkingDays::WorkingDays(Date from, Date until, std::span<const Date> days_off,
                         std::span<const Date> workdays)
    : from_(from), memo_(std::make_shared<Memo>()) {
  if (until < from) return;
  std::vector<bool> worked(static_cast<size_t>(until - from) + 1);
  for (size_t i = 0; i < worked.size(); ++i) {
    worked[i] = !from.plus_days(static_cast<int>(i)).is_weekend();
  }
  const auto set = [&](Date day, bool is_worked) {
    if (day >= from && day <= until) worked[static_cast<size_t>(day - from)] = is_worked;
  };
  for (const Date day : days_off) set(day, false);
  for (const Date day : workdays) set(day, true);
  worked_before_.push_back(0);
  for (size_t i = 0; i < worked.size(); ++i) {
    worked_before_.push_back(worked_before_.back() + worked[i]);
    if (worked[i]) worked_.push_back(static_cast<int>(i));
  }
}

bool WorkingDays::covers(Date day) const {
  return !empty() && day >= from_ && index_of(day) < length();
}

bool WorkingDays::worked_at(int index) const {
  const auto at = static_cast<size_t>(index);
  return worked_before_[at + 1] > worked_before_[at];
}

bool WorkingDays::is_working_day(Date day) const {
  return covers(day) ? worked_at(index_of(day)) : !day.is_weekend();
}

WorkingDays::Day WorkingDays::add_working_days(Date start, int count) const {
  Day result{start, true};
  const int step = count < 0 ? -1 : 1;
  for (int left = std::clamp(count * step, 0, kMost); left > 0;) {
    result.date = result.date.plus_days(step);
    result.covered = result.covered && covers(result.date);
    if (is_working_day(result.date)) --left;
  }
  return result;
}

WorkingDays::Count WorkingDays::working_days_between(Date after, Date until) const {
  if (until < after) {
    const Count mirrored = working_days_between(until, after);
    return {-mirrored.days, mirrored.covered};
  }
  if (after == until) return {0, true};
  if (covers(after.plus_days(1)) && covers(until)) {
    const auto count_to = [&](Date day) {
      return worked_before_[static_cast<size_t>(index_of(day) + 1)];
    };
    return {count_to(until) - count_to(after), true};
  }
  Count result{0, false};
  for (Date day = after.plus_days(1); day <= until; day = day.plus_days(1)) {
    result.days += is_working_day(day);
  }
  return result;
}

WorkingDays::Bounds WorkingDays::calendar_days_of(int count) const {
  if (count <= 0) return {0, 0, true};
  return Memo::get(memo_->calendar_days, std::min(count, kMost),
                   [this](int n) { return compute_calendar_days_of(n); });
}

WorkingDays::Bounds WorkingDays::working_days_in(int days) const {
  if (days <= 0) return {0, 0, true};
  return Memo::get(memo_->working_days, std::min(days, kMost),
                   [this](int n) { return compute_working_days_in(n); });
}

/// The start days between two neighbouring working days all end on the same day, so that the latest
/// of them gives the least and the earliest the most: one step for each working day.
WorkingDays::Bounds WorkingDays::compute_calendar_days_of(int count) const {
  const auto n = static_cast<size_t>(count);
  std::optional<Bounds> bounds;
  for (size_t first = 0; first + n <= worked_.size(); ++first) {
    const int end = worked_[first + n - 1];
    const int earliest = first == 0 ? 0 : worked_[first - 1];
    const int latest = worked_[first] - 1;
    if (latest < earliest) continue;  // the coverage itself begins with a working day
    const int least = end - latest;
    const int most = end - earliest;
    if (!bounds) bounds = Bounds{least, most, true};
    bounds->least = std::min(bounds->least, least);
    bounds->most = std::max(bounds->most, most);
  }
  return bounds ? *bounds : weekday_calendar_days_of(count);
}

WorkingDays::Bounds WorkingDays::compute_working_days_in(int days) const {
  std::optional<Bounds> bounds;
  const auto window = static_cast<size_t>(days);
  for (size_t start = 1; start + window < worked_before_.size(); ++start) {
    const int count = worked_before_[start + window] - worked_before_[start];
    if (!bounds) bounds = Bounds{count, count, true};
    bounds->least = std::min(bounds->least, count);
    bounds->most = std::max(bounds->most, count);
  }
  return bounds ? *bounds : weekday_working_days_in(days);
}

}  // namespace catalog
