#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const Text& audience = view.item.audience;
  for (const RowDemand* row : view.rows) {
    if (!row->everyone || audience.value == row->row.audience.value) continue;
    const AudienceMeaning& own = view.context().audience(audience.value);
    if (own.everyone || !own.group) continue;
    Finding& finding =
        report_demand(view, {*row, "audience", row->row.audience.span}, view.place(audience.span),
                      say({"公开对象窄于指引要求：{}，指引为{}",
                           "the audience is narrower than demanded: {}, the guideline has {}"},
                          audience.view(), row->row.audience.view()),
                      out);
    finding.values.emplace_back(audience.view());
    finding.advice =
        say({"改为“{}”，或在偏离说明中写明理由和依据", "write “{}”, or explain it in a deviation"},
            row->row.audience.view());
  }
}

constexpr std::string_view kFields[] = {"audience", "guideline"};

}  // namespace

extern const Rule audience_narrower_rule{
    .name = "audience-narrower",
    .title = {"公开对象窄于指引要求", "audience narrower than demanded"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary =
        {"指引要求向全社会公开的，只向特定群体公开。",
         "What the guideline discloses to everyone is disclosed to a particular group only."},
    .rationale = {"公开对象只能扩大。改为“全社会”，或在偏离说明中写明理由。",
                  "The audience may only grow. Write 全社会, or give a deviation."},
    .source = {"各领域标准指引“公开对象”栏", "the guidelines' column 公开对象"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    audience: 特定群体（申请人）
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    audience: 社会公众
)yaml",
    .check_item = check,
};

}  // namespace catalog
