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
      if (version_order(entry.version.view(), standard->version.view()) >= 0) continue;
      Finding& finding = report_adoption(
          adoption, "standards", entry.version,
          say({"采用的是{0}领域标准的{1}版，现行的是{2}版",
               "version {1} of the standard of {0} is adopted; the current one is {2}"},
              workspace.domain_name(entry.domain.value), entry.version.view(),
              standard->version.view()),
          out);
      finding.values.emplace_back(entry.domain.view());
      finding.demand = Demand{say({"标准的版本", "the standard's version"}),
                              {standard->file, standard->version.span},
                              {"标准", "standard"}};
      finding.advice = say({"用 catalog adopt {} --dry-run 看变化，再改采现行版",
                            "see what changed with catalog adopt {} --dry-run, then raise it"},
                           adoption.unit.view());
    }
  }
}

constexpr std::string_view kFields[] = {"standards", "version"};

}  // namespace

extern const Rule adoption_outdated_rule{
    .name = "adoption-outdated",
    .title = {"采用的不是现行版本", "adopted version no longer current"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"标准已有新版，采用的仍是旧版。",
                "The standard has a newer version than the adopted one."},
    .rationale = {"新版不会自动成为本单位的目录。用 catalog adopt 单位 --dry-run "
                  "看有哪些变化、哪些不采用和本地调整要重新判断，再改采新版。",
                  "A new version does not become a unit's catalogue by itself. See with catalog "
                  "adopt UNIT --dry-run what changed and which exclusions and local changes need "
                  "judgement, then raise it."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2019.1"}]
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
