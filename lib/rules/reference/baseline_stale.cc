#include "rules/baseline.h"
#include "rules/rule.h"

namespace catalog {

namespace {

void check(const BaselineUse& use, Reporter& out) {
  for (const KnownFinding* entry : use.stale) {
    const Text& where = entry->address.empty() ? entry->file : entry->address;
    Finding& finding = out.add(
        {use.baseline.file, entry->span},
        say({"基线中的问题已不存在：{} {}", "a finding of the baseline is no longer there: {} {}"},
            entry->rule.view(), where.view()));
    finding.field = "findings";
    finding.values.emplace_back(entry->fingerprint.view());
    finding.label = say({"已解决", "solved"});
    finding.advice = say({"运行 catalog validate --update-baseline，从基线中删去已解决的问题",
                          "run catalog validate --update-baseline, which takes what is solved out "
                          "of the baseline"});
  }
}

constexpr std::string_view kFields[] = {"baseline", "findings", "fingerprint"};

}  // namespace

extern const Rule baseline_stale_rule{
    .name = "baseline-stale",
    .title = {"基线中的问题已解决", "baseline entry is stale"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"基线记着一处问题，但检查已不再发现它。",
                "The baseline holds a finding that the check no longer makes."},
    .rationale =
        {"基线只减不增：问题解决后从基线删去，以后再犯才会报告。运行 catalog validate "
         "--update-baseline。",
         "A baseline only shrinks: what is solved is taken out, so that it is reported if it comes "
         "back. Run catalog validate --update-baseline."},
    .source = {"《文件格式》：基线", "the file formats: baseline"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
baseline: baseline.yaml
domains:
  - {domain: social-assistance, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
# file: baseline.yaml
kind: baseline
findings:
  - {fingerprint: "0123456789abcdef", rule: deadline-longer, address: list/310104/social-assistance/6, field: deadline, message: 公开时限长于指引要求}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
baseline: baseline.yaml
domains:
  - {domain: social-assistance, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
# file: baseline.yaml
kind: baseline
note: 问题已全部解决
)yaml",
    .check_baseline = check,
};

}  // namespace catalog
