#include <algorithm>
#include <unordered_map>

#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_chain.h"

namespace catalog {

namespace {

/// Reports an item whose id means something else already.
void report(const Adoption& adoption, const AddedItem& item, Place other, Reporter& out) {
  Finding& finding =
      report_adoption(adoption, "add", item.id,
                      say({"编号“{}/{}”已是另一事项的", "the id “{}/{}” is another item's already"},
                          item.domain.view(), item.id.view()),
                      out);
  finding.demand = Demand{say({"已有的事项", "the other item"}), other, {"事项", "item"}};
  finding.advice = say({"另编一个没有用过的编号", "give it an id that was never used"});
}

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  const auto key = [](const Text& domain, const Text& id) {
    return std::string(domain.view()) + "/" + std::string(id.view());
  };
  std::unordered_map<std::string, Place> of_standards;
  for (const Standard& standard : workspace.standards) {
    for (const StandardItem& item : standard.items)
      of_standards.emplace(key(standard.domain, item.id), Place{standard.file, item.id.span});
  }
  for (const Adoption& adoption : workspace.adoptions) {
    if (adoption.add.empty()) continue;
    std::unordered_map<std::string, Place> taken;
    const Unit* unit = workspace.units.find(adoption.unit.value);
    const AdoptionChain chain = unit ? adoption_chain(workspace, *unit) : AdoptionChain{};
    for (const Adoption* layer : chain.layers) {
      if (layer == &adoption) break;
      for (const AddedItem& item : layer->add)
        taken.emplace(key(item.domain, item.id), Place{layer->file, item.id.span});
    }
    for (const AddedItem& item : adoption.add) {
      const std::string own = key(item.domain, item.id);
      if (const auto found = of_standards.find(own); found != of_standards.end()) {
        report(adoption, item, found->second, out);
      } else if (const auto [at, fresh] = taken.emplace(own, Place{adoption.file, item.id.span});
                 !fresh) {
        report(adoption, item, at->second, out);
      }
    }
  }
}

constexpr std::string_view kFields[] = {"id", "add"};

}  // namespace

extern const Rule added_id_taken_rule{
    .name = "added-id-taken",
    .title = {"新增事项的编号已被占用", "id of an added item is taken"},
    .family = Family::Consistency,
    .severity = Severity::Error,
    .summary = {"新增事项的编号与标准的事项、所沿用采用的新增事项或同一采用的另一事项相同。",
                "The id of an added item is one of the standard's, of an adoption beneath, or of "
                "another added item."},
    .rationale = {"一个编号只能指一个事项。另编一个没有用过的编号。",
                  "One id means one item. Give it an id that was never used."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
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
  - domain: social-assistance
    id: a1
    topic: 综合业务
    subtopic: 监督电话
    elements: [社会救助投诉举报电话]
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
