#include "rules/adoption_checks.h"
#include "rules/rule.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  for (const Adoption& adoption : context.workspace().adoptions) {
    for (const AddedItem& item : adoption.add) {
      if (item.id.empty() || item.id.view().front() == 'a') continue;
      Finding& finding = report_adoption(
          adoption, "add", item.id,
          say({"新增事项的编号“{}”不以a开头", "the added item's id “{}” does not begin with a"},
              item.id.view()),
          out);
      finding.values.emplace_back(item.domain.view());
      finding.advice = say({"改为“a{0}”", "write “a{0}”"}, item.id.view());
    }
  }
}

constexpr std::string_view kFields[] = {"id", "add"};

}  // namespace

extern const Rule added_id_rule{
    .name = "added-id",
    .title = {"新增事项的编号不以a开头", "id of an added item without its a"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"采用里新增事项的编号不以a开头。",
                "The id of an item that an adoption adds does not begin with a."},
    .rationale = {"以a开头，就永远不会与标准现在或将来的编号相同。",
                  "With an a in front it never meets an id of the standard, now or later."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
add:
  - domain: social-assistance
    id: "9"
    topic: 综合业务
    subtopic: 服务网点
    elements: [社区事务受理服务中心地址和电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: {区级: 徐汇区民政局, 街镇级: <街镇>}
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级, 街镇级]
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
add:
  - domain: social-assistance
    id: a1
    topic: 综合业务
    subtopic: 服务网点
    elements: [社区事务受理服务中心地址和电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: {区级: 徐汇区民政局, 街镇级: <街镇>}
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级, 街镇级]
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
