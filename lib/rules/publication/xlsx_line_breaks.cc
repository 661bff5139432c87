#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"elements", "basis", "links"};

}  // namespace

extern const Rule xlsx_line_breaks_rule{
    .name = "xlsx-line-breaks",
    .title = {"换行超过Excel单元格的标称上限", "more line breaks than Excel promises"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"一栏的换行多于253个。", "A cell has more than 253 line breaks."},
    .rationale = {"Excel标称每个单元格最多253个换行；多了通常仍能显示，但打印、复制时可能出错。分成"
                  "几项更稳妥。",
                  "Excel promises 253 line breaks in a cell. More are mostly shown, but may fail "
                  "in print or copies. Better divide the item."},
    .source = {"《Excel规范与限制》", "Excel specifications and limits"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml item 6
    elements: [⟨第{n}项内容, ×255⟩低保对象名单]
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml item 6
    elements: [⟨第{n}项内容, ×200⟩低保对象名单]
)yaml",
    .at_build = true,
};

}  // namespace catalog
