#include "rules/demand.h"
#include "rules/deviations.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  if (!view.item.seldom.present()) return;
  for (const Deviation& deviation : view.item.seldom->deviation) {
    const auto until = Date::parse(deviation.until.view());
    if (is_approved(deviation, view.context().as_of()) ||
        (until && view.context().as_of() > *until))
      continue;
    Finding& finding =
        report_item(view, "deviation", view.place(deviation.span),
                    say({"偏离说明没有批准单位和日期，错误只降为警告",
                         "the deviation is not approved: errors only become warnings"}),
                    out);
    for (const Text& rule : deviation.rules) finding.values.emplace_back(rule.view());
    finding.advice = say({"报牵头部门批准后，写明批准单位、日期和文号",
                          "have the department approve it, and record by whom and when"});
  }
}

constexpr std::string_view kFields[] = {"deviation", "approved"};

}  // namespace

extern const Rule deviation_unapproved_rule{
    .name = "deviation-unapproved",
    .title = {"偏离说明未经批准", "deviation not approved"},
    .family = Family::Publication,
    .severity = Severity::Note,
    .summary = {"偏离说明没有写批准的单位和日期。",
                "A deviation doesn't say who approved it, and when."},
    .rationale = {"未经批准的偏离说明只把错误降为警告。批准后写明单位、日期和文号。",
                  "A deviation that is not approved only makes warnings of errors. Record its "
                  "approval."},
    .source = {"沪府办〔2020〕20号第三部分；《文件格式》：偏离说明",
               "沪府办〔2020〕20号, part three; the file formats: deviations"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deviation: [{rules: [deadline-longer], reason: 系统改造期间, until: "2021-06-30"}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 制定或获取信息之日起15个工作日内
    deviation: [{rules: [deadline-longer], reason: 系统改造期间, until: "2021-06-30", approved: {by: 上海市民政局, on: "2020-03-02", document: 沪民办〔2020〕3号}}]
)yaml",
    .check_item = check,
};

}  // namespace catalog
