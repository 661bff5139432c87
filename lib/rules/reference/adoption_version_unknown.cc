#include "model/version_order.h"
#include "rules/adoption_checks.h"
#include "rules/rule.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  for (const Adoption& adoption : workspace.adoptions) {
    for (const AdoptedStandard& entry : adoption.standards) {
      const Standard* standard = workspace.standard(entry.domain.value);
      if (!standard || entry.version.empty() || standard->version.empty()) continue;
      if (version_order(entry.version.view(), standard->version.view()) <= 0) continue;
      Finding& finding =
          report_adoption(adoption, "standards", entry.version,
                          say({"{0}领域的标准没有{1}版，现行的是{2}版",
                               "the standard of {0} has no version {1}; the current one is {2}"},
                              workspace.domain_name(entry.domain.value), entry.version.view(),
                              standard->version.view()),
                          out);
      finding.values.emplace_back(entry.domain.view());
      finding.demand = Demand{say({"标准的版本", "the standard's version"}),
                              {standard->file, standard->version.span},
                              {"标准", "standard"}};
      finding.advice = say({"改为“{}”", "write “{}”"}, standard->version.view());
    }
  }
}

constexpr std::string_view kFields[] = {"standards", "version"};

}  // namespace

extern const Rule adoption_version_unknown_rule{
    .name = "adoption-version-unknown",
    .title = {"采用了没有的版本", "adoption of an unknown version"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"采用的版本比现行标准还新，或不是它的版本。",
                "An adoption names a version later than the standard's current one."},
    .rationale = {"只能采用已有的版本。改为现行版本，可用 catalog adopt。",
                  "Only a version that there is can be taken over. Name the current one; catalog "
                  "adopt does it."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.3"}]
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
