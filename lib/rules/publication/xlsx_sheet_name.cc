#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"name", "domain", "unit"};

}  // namespace

extern const Rule xlsx_sheet_name_rule{
    .name = "xlsx-sheet-name",
    .title = {"工作表名过长", "name of a sheet too long"},
    .family = Family::Publication,
    .severity = Severity::Error,
    .summary =
        {"工作表以领域（和单位）的名称为名，多于31个字符。",
         "A sheet is named after its domain (and unit); the name has more than 31 characters."},
    .rationale =
        {"截短的名称会重复、会误导，所以不截。缩短领域或单位的名称。",
         "A name that is cut may mislead, so none is. Shorten the name of the domain or unit."},
    .source = {"《Excel规范与限制》", "Excel specifications and limits"},
    .fields = kFields,
    .bad = R"yaml(# file: guidelines/social-assistance.yaml
kind: guideline
domain: social-assistance
name: ⟨社会救助×8⟩
complete: "no"
items:
  - {id: "1", topic: 综合业务, subtopic: 政策法规文件, seen: recalled}
  - {id: "5", topic: 最低生活保障, subtopic: 审核信息, seen: recalled}
  - {id: "6", topic: 最低生活保障, subtopic: 审批信息, seen: recalled}
)yaml",
    .good = R"yaml(# file: guidelines/social-assistance.yaml
kind: guideline
domain: social-assistance
name: 社会救助
complete: "no"
items:
  - {id: "1", topic: 综合业务, subtopic: 政策法规文件, seen: recalled}
  - {id: "5", topic: 最低生活保障, subtopic: 审核信息, seen: recalled}
  - {id: "6", topic: 最低生活保障, subtopic: 审批信息, seen: recalled}
)yaml",
    .at_build = true,
};

}  // namespace catalog
