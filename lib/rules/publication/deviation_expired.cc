#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  if (!view.item.seldom.present()) return;
  for (const Deviation& deviation : view.item.seldom->deviation) {
    const auto day = Date::parse(deviation.until.view());
    if (!day || view.context().as_of() <= *day) continue;
    Finding& finding =
        report_item(view, "deviation", view.place(deviation.until.span),
                    say({"偏离说明已于{}到期，不再起作用", "the deviation ended on {}"},
                        deviation.until.view()),
                    out);
    for (const Text& rule : deviation.rules) finding.values.emplace_back(rule.view());
    finding.advice = say({"改正事项并删去偏离说明，或重新报批后写新的截止日期",
                          "mend the item and take the deviation out, or have it approved anew"});
  }
}

constexpr std::string_view kFields[] = {"deviation", "until"};

}  // namespace

extern const Rule deviation_expired_rule{
    .name = "deviation-expired",
    .title = {"偏离说明已到期", "deviation expired"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"偏离说明写明的截止日期已过。",
                "The day until which a deviation holds has passed."},
    .rationale = {"到期的偏离说明不再起作用。改正事项，或重新报批。",
                  "A deviation that has ended covers nothing. Mend the item, or have it approved "
                  "anew."},
    .source = {"《文件格式》：偏离说明的截止", "the file formats: `until` of deviations"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deviation: [{rules: [deadline-longer], reason: 系统改造期间, until: "2020-06-30", approved: {by: 上海市民政局, on: "2020-03-02", document: 沪民办〔2020〕3号}}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 制定或获取信息之日起15个工作日内
    deviation: [{rules: [deadline-longer], reason: 系统改造期间, until: "2021-06-30", approved: {by: 上海市民政局, on: "2020-03-02", document: 沪民办〔2020〕3号}}]
)yaml",
    .check_item = check,
};

}  // namespace catalog
