#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "text/similarity.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  std::vector<std::string_view> known;
  for (const Standard& standard : workspace.standards) known.push_back(standard.domain.view());
  for (const Adoption& adoption : workspace.adoptions) {
    for (const AdoptedStandard& entry : adoption.standards) {
      if (entry.domain.empty() || workspace.standard(entry.domain.value)) continue;
      Finding& finding =
          report_adoption(adoption, "standards", entry.domain,
                          say({"没有领域“{}”的标准目录", "there is no standard of the domain “{}”"},
                              entry.domain.view()),
                          out);
      const auto meant = did_you_mean(entry.domain.view(), known);
      finding.advice =
          meant ? say({"是否应为“{}”（{}）？", "did you mean “{}” ({})?"}, *meant,
                      workspace.domain_name(Symbol::of(*meant)))
                : say({"改正领域代号，或删去这一条", "mend the name, or remove the entry"});
    }
  }
}

constexpr std::string_view kFields[] = {"standards"};

}  // namespace

extern const Rule adoption_standard_unknown_rule{
    .name = "adoption-standard-unknown",
    .title = {"采用了没有的标准", "adoption of an unknown standard"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"采用里写的领域没有标准目录。", "An adoption names a domain that has no standard."},
    .rationale = {"没有标准就没有可采用的内容。改正领域代号；标准还没有编成的，先不写。",
                  "Without a standard there is nothing to take over. Mend the name, or leave the "
                  "domain out until its standard is there."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards:
  - {domain: social-assistance, version: "2020.1"}
  - {domain: social-assistence, version: "2020.1"}
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
