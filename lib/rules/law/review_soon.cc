#include "rules/demand.h"
#include "rules/review_day.h"
#include "rules/rule_context.h"

namespace catalog {

namespace {

constexpr int kWorkingDays = 20;  // what an answer to a request may take (条例第三十三条)

void check(const ItemView& view, Reporter& out) {
  const WorkingDays& calendar = view.workspace().calendar;
  const Date today = view.context().as_of();
  each_review(view, [&](const Text& review, Date date) {
    const Date last = review_day(calendar, date);
    if (last < today) return;
    const int left = calendar.working_days_between(today, last).days;
    if (left > kWorkingDays) return;
    Finding& finding = report_item(
        view, "review", view.place(review.span),
        say({"复核日期{}将至，还有{}个工作日", "the review is due on {}, in {} working days"},
            date.iso(), left),
        out);
    finding.values = {date.iso()};
    finding.advice = say({"着手审查能否公开，审查后写下一次复核的日期",
                          "begin to review whether it can be disclosed, then write the next date"});
  });
}

constexpr std::string_view kFields[] = {"review", "elements"};

}  // namespace

extern const Rule review_soon_rule{
    .name = "review-soon",
    .title = {"复核日期将至", "review due soon"},
    .family = Family::Law,
    .severity = Severity::Note,
    .summary = {"事项或公开内容的复核日期在今后20个工作日之内。",
                "An item or element is to be reviewed within the next 20 working days."},
    .rationale = {"审查能否公开往往要征求其他单位意见，留出时间。工作日按工作区的工作日历计算。",
                  "Whether something can be disclosed is often asked of other offices, which takes "
                  "time. Working days are those of the workspace's calendar."},
    .source = {"《政府信息公开条例》第十八条", "条例 article 18"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    review: "2021-01-08"
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    review: "2022-12-31"
)yaml",
    .check_item = check,
};

}  // namespace catalog
