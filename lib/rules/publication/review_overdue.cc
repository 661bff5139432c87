#include "rules/demand.h"
#include "rules/review_day.h"
#include "rules/rule_context.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const WorkingDays& calendar = view.workspace().calendar;
  each_review(view, [&](const Text& review, Date date) {
    const Date last = review_day(calendar, date);
    if (last >= view.context().as_of()) return;
    Finding& finding =
        report_item(view, "review", view.place(review.span),
                    last == date ? say({"复核日期{}已过", "the review was due on {}"}, date.iso())
                                 : say({"复核日期{}已过（当日不是工作日，顺延至{}）",
                                        "the review was due on {} (a day off, so put off to {})"},
                                       date.iso(), last.iso()),
                    out);
    finding.values = {date.iso()};
    finding.advice = say({"审查能否公开，再写下一次复核的日期",
                          "review whether it can be disclosed, then write the next date"});
  });
}

constexpr std::string_view kFields[] = {"review", "elements"};

}  // namespace

extern const Rule review_overdue_rule{
    .name = "review-overdue",
    .title = {"复核日期已过", "review overdue"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"事项或公开内容的复核日期早于今天；复核日期不是工作日的，顺延到下一个工作日。",
                "The day on which an item or element is to be reviewed is past; one that is a day "
                "off is put off to the next working day."},
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
