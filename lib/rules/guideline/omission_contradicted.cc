#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const CatalogueView& view, Reporter& out) {
  for (const Omission& omission : view.head.omitted) {
    const RowDemand* row = view.context.demand(omission.guideline.value);
    if (!row) continue;
    const auto uses = view.uses_of(*row);
    if (uses.empty()) continue;
    const std::string_view id = view.item(uses.front().item).id.view();
    Finding& finding = out.add(view.place(omission.guideline.span),
                               say({"不设说明中的“{}”又由事项“{}”落实",
                                    "“{}” is left out, but the item “{}” implements it"},
                                   omission.guideline.view(), id));
    finding.address = view.address;
    finding.field = "omitted";
    finding.values.emplace_back(omission.guideline.view());
    finding.label = say({"不设说明", "omission"});
    finding.advice = say({"删去这条不设说明，或删去该事项", "remove this omission, or the item"});
  }
}

constexpr std::string_view kFields[] = {"omitted", "guideline"};

}  // namespace

extern const Rule omission_contradicted_rule{
    .name = "omission-contradicted",
    .title = {"不设的事项又列在目录中", "omitted row that is an item"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"不设说明里的指引事项，同一文件里又有事项落实它。",
                "A row that is said to be left out is implemented by an item of the same file."},
    .rationale = {"两处说法相反，不知以哪个为准。删去其中一处。",
                  "The two contradict one another. Remove one of them."},
    .source = {"《文件格式》：不设说明", "the file formats: omissions"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    guideline: social-assistance/1
    topic: 综合业务
    subtopic: 政策法规文件
    elements: [《社会救助暂行办法》（国务院令第649号）]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
omitted:
  - {guideline: social-assistance/1, reason: 由国家统一公开}
)yaml",
    .good = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    guideline: social-assistance/1
    topic: 综合业务
    subtopic: 政策法规文件
    elements: [《社会救助暂行办法》（国务院令第649号）]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
omitted:
  - {guideline: social-assistance/5, reason: 审核由街道、镇办理}
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
