#include "rules/confirmation.h"
#include "rules/rule.h"
#include "rules/rule_context.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  for (const Pairing& pairing : workspace.config.pairings) {
    if (!pairing.department.empty() || !pairing.confirms.empty()) continue;
    Finding& finding =
        out.add({workspace.config.file, pairing.span},
                say({"“{}”的结对没有部门，也没有写由谁确认",
                     "the pairing of {} has no department, and doesn't say who confirms"},
                    workspace.domain_name(pairing.domain.value)));
    finding.field = "pairings[" + std::string(pairing.domain.view()) + "]";
    finding.values.emplace_back(pairing.domain.view());
    finding.advice =
        say({"写 department（部门），街镇事项没有主管部门的写 confirms（确认单位）",
             "name the `department`, or, for street items without one, who `confirms`"});
  }
}

constexpr std::string_view kFields[] = {"pairings", "department", "confirms"};

}  // namespace

extern const Rule pairing_unconfirmed_rule{
    .name = "pairing-unconfirmed",
    .title = {"结对没有确认单位", "nobody confirms for the pair"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"结对既没有部门，也没有写明由谁确认。",
                "A pairing has neither a department nor somebody who confirms."},
    .rationale = {"标准由结对的部门确认；区自行梳理的街镇事项没有主管部门，须写明由谁确认。",
                  "The pair's department confirms a standard; street items that a district sorts "
                  "out alone have none, so the pairing says who confirms."},
    .source = {"沪府办〔2020〕20号第三部分：结对编制、标准确认",
               "沪府办〔2020〕20号, part three: drafting in pairs, confirmation"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml head
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: street-services, status: 新增, reason: 街镇事项}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
  - {domain: street-services, district: "310104"}
)yaml",
    .good = R"yaml(# file: catalog.yaml head
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: street-services, status: 新增, reason: 街镇事项}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
  - {domain: street-services, district: "310104", confirms: civil-affairs}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
