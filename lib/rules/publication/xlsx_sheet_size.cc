#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"items", "columns"};

}  // namespace

extern const Rule xlsx_sheet_size_rule{
    .name = "xlsx-sheet-size",
    .title = {"表格超过Excel工作表的上限", "table too large for a sheet of Excel"},
    .family = Family::Publication,
    .severity = Severity::Error,
    .summary = {"表格多于1,048,576行或16,384列。",
                "A table has more than 1,048,576 rows or 16,384 columns."},
    .rationale = {"放不下的行和列不会悄悄丢掉。按单位或领域分成几份，或减少样式的列。",
                  "No row or column is dropped silently. Divide the catalogue, or take columns out "
                  "of the template."},
    .source = {"《Excel规范与限制》", "Excel specifications and limits"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
templates: templates
template: wide
domains:
  - {domain: social-assistance, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
# file: templates/wide.yaml
kind: template
name: wide
title: 宽表
columns:
⟨  - {field: topic, heading: 第{n}列}
×16385⟩)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
templates: templates
template: wide
domains:
  - {domain: social-assistance, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
# file: templates/wide.yaml
kind: template
name: wide
title: 宽表
columns:
⟨  - {field: topic, heading: 第{n}列}
×12⟩)yaml",
    .at_build = true,
};

}  // namespace catalog
