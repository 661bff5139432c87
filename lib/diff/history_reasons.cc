#include "diff/history_reasons.h"

#include <algorithm>

namespace catalog {

void HistoryReasons::see(const std::string& version, std::vector<const AdjustmentsFile*> records) {
  for (const AdjustmentsFile* file : records) {
    if (std::ranges::find(all_, file) == all_.end()) all_.push_back(file);
  }
  const auto period = std::ranges::find(periods_, version, &Period::version);
  if (period == periods_.end()) {
    periods_.push_back({version, records, std::move(records)});
  } else {
    period->first = std::move(records);
  }
}

std::shared_ptr<std::vector<AdjustmentsFile>> HistoryReasons::records_for(
    const std::string& version) {
  auto& out = made_[version];
  if (out) return out;
  out = std::make_shared<std::vector<AdjustmentsFile>>();
  std::vector<const AdjustmentsFile*> own;
  const auto add = [&](const std::vector<const AdjustmentsFile*>& records) {
    for (const AdjustmentsFile* file : records) {
      if (std::ranges::find(own, file) == own.end()) own.push_back(file);
    }
  };
  const auto period = std::ranges::find(periods_, version, &Period::version);
  if (period != periods_.end()) {
    add(period->last);
    if (period != periods_.begin()) add(std::prev(period)->first);
  }
  for (const AdjustmentsFile* file : own) out->push_back(*file);
  for (const AdjustmentsFile* file : all_) {
    if (std::ranges::find(own, file) != own.end()) continue;
    AdjustmentsFile named = *file;
    std::erase_if(named.adjustments,
                  [](const Adjustment& record) { return record.fingerprint.empty(); });
    if (!named.adjustments.empty()) out->push_back(std::move(named));
  }
  return out;
}

}  // namespace catalog
