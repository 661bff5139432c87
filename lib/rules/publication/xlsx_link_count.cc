#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"links", "items"};

}  // namespace

extern const Rule xlsx_link_count_rule{
    .name = "xlsx-link-count",
    .title = {"网址超过Excel工作表的上限", "more links than a sheet of Excel holds"},
    .family = Family::Publication,
    .severity = Severity::Error,
    .summary = {"一张工作表里的公开网址多于65,530个。", "A sheet has more than 65,530 links."},
    .rationale =
        {"超出的链接Excel会丢掉。按单位或领域分成几份。",
         "Excel drops the links that are too many. Divide the catalogue by unit or domain."},
    .source = {"《Excel规范与限制》", "Excel specifications and limits"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml
kind: standard
domain: social-assistance
version: "2020.1"
items:
⟨  - {id: "{n}", topic: 事项{n}, links: {title: 网页, url: "https://www.sh.gov.cn/{n}"}}
×65531⟩)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml
kind: standard
domain: social-assistance
version: "2020.1"
items:
⟨  - {id: "{n}", topic: 事项{n}, links: {title: 网页, url: "https://www.sh.gov.cn/{n}"}}
×3⟩)yaml",
    .at_build = true,
};

}  // namespace catalog
