#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

Finding* report_unknown(Place place, std::string_view name, Reporter& out) {
  if (name.empty() || find_rule(name)) return nullptr;
  Finding& finding = out.add(place, say({"没有规则“{}”", "there is no rule “{}”"}, name));
  finding.values.emplace_back(name);
  finding.label = say({"规则", "rule"});
  const auto meant = similar_rule(name);
  finding.advice = meant
                       ? say({"是否应为“{}”？", "did you mean “{}”?"}, *meant)
                       : say({"用`catalog rules`查看全部规则", "`catalog rules` lists all rules"});
  if (meant) finding.fix = Fix{finding.advice, {{place.span, std::string(*meant)}}, false};
  return &finding;
}

void check_item(const ItemView& view, Reporter& out) {
  if (!view.item.seldom.present()) return;
  for (const Deviation& deviation : view.item.seldom->deviation) {
    for (const Text& name : deviation.rules) {
      if (Finding* finding = report_unknown(view.place(name.span), name.view(), out)) {
        finding->address = view.address();
        finding->field = "deviation";
      }
    }
  }
}

void check_workspace(const RuleContext& context, Reporter& out) {
  const WorkspaceFile& config = context.workspace().config;
  for (const NamedText& entry : config.rules) {
    if (Finding* finding = report_unknown({config.file, entry.key.span}, entry.key.view(), out))
      finding->field = "rules";
    if (entry.value.empty() || words::kSeverity.index(entry.value.view())) continue;
    Finding& finding = out.add({config.file, entry.value.span},
                               say({"“{}”不是规则级别，应为error、warning、note或off",
                                    "“{}” is no severity; use error, warning, note or off"},
                                   entry.value.view()));
    finding.field = "rules." + std::string(entry.key.view());
    finding.values.emplace_back(entry.value.view());
  }
}

constexpr std::string_view kFields[] = {"rules", "deviation"};

}  // namespace

extern const Rule rule_unknown_rule{
    .name = "rule-unknown",
    .title = {"没有的规则", "unknown rule"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"工作区的“规则”或事项的“偏离说明”用了没有的规则名。",
                "The workspace's `rules` or a deviation names a rule that does not exist."},
    .rationale = {"写错名字的偏离说明不起作用。用英文规则名或中文名；`catalog rules`列出全部规则。",
                  "A deviation with a misspelt name does nothing. Use the rule's name or its "
                  "Chinese title; `catalog rules` lists them."},
    .source = {"《文件格式》：规则、偏离说明", "the file formats: rules and deviations"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
rules: {deadline-long: warning}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
rules: {deadline-longer: warning}
)yaml",
    .check_item = check_item,
    .check_workspace = check_workspace,
};

}  // namespace catalog
