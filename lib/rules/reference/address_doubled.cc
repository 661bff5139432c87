#include <unordered_map>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// Reports files whose address came before, by the order of paths.
class Addresses {
 public:
  explicit Addresses(Reporter& out) : out_(out) {}

  void add(std::string address, const Head& head, const Text& named) {
    if (named.empty()) return;
    const auto [known, fresh] = first_.emplace(std::move(address), head.file);
    if (fresh) return;
    Finding& finding =
        out_.add({head.file, named.span},
                 say({"{}与本文件的地址相同：{}", "{} has the same address as this file: {}"},
                     known->second.view(), known->first));
    finding.address = known->first;
    finding.values.emplace_back(head.file.view());
    finding.advice =
        say({"留下一个文件，或改正单位、领域", "keep one of the two, or mend the unit or domain"});
  }

 private:
  Reporter& out_;
  std::unordered_map<std::string, Symbol> first_;
};

std::string text(const Text& value) { return std::string(value.view()); }

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  Addresses addresses(out);
  for (const List& list : workspace.lists)
    addresses.add("list/" + text(list.unit) + "/" + text(list.domain), list, list.domain);
  for (const Standard& standard : workspace.standards)
    addresses.add("standard/" + text(standard.domain), standard, standard.domain);
  for (const Guideline& guideline : workspace.guidelines)
    addresses.add("guideline/" + text(guideline.domain), guideline, guideline.domain);
}

constexpr std::string_view kFields[] = {"domain", "unit"};

}  // namespace

extern const Rule address_doubled_rule{
    .name = "address-doubled",
    .title = {"两个文件同一地址", "two files of one address"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"同一单位同一领域有两份清单，或同一领域有两份标准、两份指引。",
                "Two lists of one unit and domain, or two standards or guidelines of one domain."},
    .rationale = {"地址相同，不知以哪一份为准。每个单位每个领域只留一份现行的，旧版留在git里。",
                  "With one address it is not known which counts. Keep one current file; older "
                  "ones live in git."},
    .source = {"《文件格式》：地址", "the file formats: addresses"},
    .fields = kFields,
    .bad = R"yaml(# file: more/social-assistance.yaml
kind: list
domain: social-assistance
unit: "310104003"
version: "2020.1"
items:
  - id: "5"
    guideline: social-assistance/5
    topic: 最低生活保障
    subtopic: 审核信息
    elements: [初审对象名单及相关信息]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内，公示7个工作日
    publisher: 天平路街道办事处
    channels: [社区/企事业单位/村公示栏（电子屏）]
    audience: 全社会
    mode: 主动
    levels: [街镇级]
omitted:
  - {guideline: social-assistance/1, reason: 由区民政局统一公开}
  - {guideline: social-assistance/6, reason: 由区民政局统一公开}
# file: more/social-assistance-2.yaml
kind: list
domain: social-assistance
unit: "310104003"
version: "2020.2"
items:
  - id: "5"
    guideline: social-assistance/5
    topic: 最低生活保障
    subtopic: 审核信息
    elements: [初审对象名单及相关信息]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内，公示7个工作日
    publisher: 天平路街道办事处
    channels: [社区/企事业单位/村公示栏（电子屏）]
    audience: 全社会
    mode: 主动
    levels: [街镇级]
omitted:
  - {guideline: social-assistance/1, reason: 由区民政局统一公开}
  - {guideline: social-assistance/6, reason: 由区民政局统一公开}
)yaml",
    .good = R"yaml(# file: lists/310104003/social-assistance.yaml
kind: list
domain: social-assistance
unit: "310104003"
version: "2020.1"
items:
  - id: "5"
    guideline: social-assistance/5
    topic: 最低生活保障
    subtopic: 审核信息
    elements: [初审对象名单及相关信息]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内，公示7个工作日
    publisher: 天平路街道办事处
    channels: [社区/企事业单位/村公示栏（电子屏）]
    audience: 全社会
    mode: 主动
    levels: [街镇级]
omitted:
  - {guideline: social-assistance/1, reason: 由区民政局统一公开}
  - {guideline: social-assistance/6, reason: 由区民政局统一公开}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
