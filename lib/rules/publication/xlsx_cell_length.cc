#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"elements",  "basis",   "deadline",
                                        "publisher", "process", "requirements"};

}  // namespace

extern const Rule xlsx_cell_length_rule{
    .name = "xlsx-cell-length",
    .title = {"文字超过Excel单元格的上限", "text too long for a cell of Excel"},
    .family = Family::Publication,
    .severity = Severity::Error,
    .summary =
        {"一栏的文字超过32,767个字符（按UTF-16计），Excel单元格放不下。",
         "A text has more than 32,767 characters (UTF-16 units), more than a cell of Excel holds."},
    .rationale =
        {"放不下的文字不会悄悄截断，而是停止生成。分成几项，或只生成其他格式。",
         "Nothing is cut silently: the build stops. Divide the item, or build other formats."},
    .source = {"《Excel规范与限制》", "Excel specifications and limits"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml item 6
    detail: ⟨字×32768⟩
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml item 6
    detail: ⟨字×30000⟩
)yaml",
    .at_build = true,
};

}  // namespace catalog
