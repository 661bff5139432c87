#include "rules/review_day.h"

namespace catalog {

Date review_day(const WorkingDays& calendar, Date written) {
  if (calendar.is_working_day(written)) return written;
  return calendar.add_working_days(written, 1).date;
}

void each_review(const ItemView& view, const std::function<void(const Text&, Date)>& f) {
  const auto add = [&](const Text& review) {
    if (const auto date = Date::parse(review.view())) f(review, *date);
  };
  add(view.item.seldom->review);
  for (const Element& element : view.item.elements) add(element.own->review);
}

}  // namespace catalog
