#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"template", "columns", "field", "word", "width"};

}  // namespace

extern const Rule publish_template_rule{
    .name = "publish-template",
    .title = {"目录样式不能用", "template that cannot be used"},
    .family = Family::Publication,
    .severity = Severity::Error,
    .summary = {"工作区指定的目录样式不存在，或样式的列取自未知字段、没有列、列宽不对。",
                "The template that the workspace names does not exist, or a column of it takes an "
                "unknown field, or has a wrong width."},
    .rationale = {"样式决定公布表格的列。改用已有的样式，或改正样式文件。",
                  "A template gives the columns of the published table. Name one that is there, or "
                  "mend its file."},
    .source = {"《文件格式》：目录样式", "the file formats: templates"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
template: shanghai-2021
domains:
  - {domain: social-assistance, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
template: shanghai-2020
domains:
  - {domain: social-assistance, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
)yaml",
    .at_build = true,
};

}  // namespace catalog
