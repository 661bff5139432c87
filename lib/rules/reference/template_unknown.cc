#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/similarity.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  const Text& name = workspace.config.table_template;
  if (name.empty() || workspace.templates.empty() || workspace.find_template(name.view())) return;
  std::vector<std::string_view> names;
  for (const TemplateFile& file : workspace.templates) names.push_back(file.name.view());
  Finding& finding = out.add({workspace.config.file, name.span},
                             say({"没有目录样式“{}”", "there is no template “{}”"}, name.view()));
  finding.field = "template";
  finding.values.emplace_back(name.view());
  const auto meant = did_you_mean(name.view(), names);
  std::string all;
  for (std::string_view known : names) all += (all.empty() ? "" : ", ") + std::string(known);
  finding.advice = meant ? say({"是否应为“{}”？", "did you mean “{}”?"}, *meant)
                         : say({"现有的样式：{}", "the templates are: {}"}, all);
}

constexpr std::string_view kFields[] = {"template", "templates"};

}  // namespace

extern const Rule template_unknown_rule{
    .name = "template-unknown",
    .title = {"没有的目录样式", "unknown template"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"工作区缺省的目录样式不在样式文件里。",
                "The workspace's default template is none of its template files."},
    .rationale = {"不知道表格的样子，就不能生成目录。改正名称。",
                  "Without its form no table can be written. Mend the name."},
    .source = {"《文件格式》：目录样式", "the file formats: templates"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
template: shanghai-2002
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
template: shanghai-2020
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
