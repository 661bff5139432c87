#pragma once

#include <functional>

#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

/// The last day on which a review that was dated so is in time: a day off is put off to the next
/// working day.
Date review_day(const WorkingDays& calendar, Date written);

/// Calls f for each date of a review (复核日期) in an item that can be read: its own and those of
/// its elements.
void each_review(const ItemView& view, const std::function<void(const Text&, Date)>& f);

}  // namespace catalog
