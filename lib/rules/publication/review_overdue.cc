#include "model/date.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/rule_context.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check_date(const ItemView& view, const Text& review, Reporter& out) {
  const auto date = Date::parse(review.view());
  if (!date || *date >= view.context().as_of()) return;
  Finding& finding =
      report_item(view, "review", view.place(review.span),
                  say({"复核日期{}已过", "the review was due on {}"}, date->iso()), out);
  finding.values = {date->iso()};
  finding.advice = say({"审查能否公开，再写下一次复核的日期",
                        "review whether it can be disclosed, then write the next date"});
}

void check(const ItemView& view, Reporter& out) {
  check_date(view, view.item.seldom->review, out);
  for (const Element& element : view.item.elements) check_date(view, element.own->review, out);
}

constexpr std::string_view kFields[] = {"review", "elements"};

}  // namespace

extern const Rule review_overdue_rule{
    .name = "review-overdue",
    .title = {"复核日期已过", "review overdue"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"事项或公开内容的复核日期早于今天。",
                "The day on which an item or element is to be reviewed is past."},
    .rationale = {"不予公开的信息要定期审查，情势变了就应公开。审查后写下一次的日期。",
                  "What is withheld is reviewed regularly, and disclosed when circumstances "
                  "change. Review it, then write the next date."},
    .source = {"《政府信息公开条例》第十八条", "条例 article 18"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    review: "2020-06-30"
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    review: "2022-12-31"
)yaml",
    .check_item = check,
};

}  // namespace catalog
