#include <algorithm>
#include <unordered_map>

#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_chain.h"

namespace catalog {

namespace {

std::string names(const Workspace& workspace, const std::vector<const Adoption*>& circle) {
  std::string out;
  for (const Adoption* adoption : circle) {
    const Unit* unit = workspace.units.find(adoption->unit.value);
    out += std::string(unit ? unit->name.view() : adoption->unit.view()) + " → ";
  }
  const Unit* first = workspace.units.find(circle.front()->unit.value);
  return out + std::string(first ? first->name.view() : circle.front()->unit.view());
}

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  std::unordered_map<const Adoption*, int> seen;  // the walk in which each was met first
  int walk = 0;
  for (const Adoption& start : workspace.adoptions) {
    walk++;
    std::vector<const Adoption*> path;
    const Adoption* at = &start;
    while (at && seen.emplace(at, walk).second) {
      path.push_back(at);
      const Symbol base = base_of(workspace, *at);
      at = base.empty() ? nullptr : workspace.adoption(base);
    }
    if (!at || seen[at] != walk) continue;
    path.erase(path.begin(), std::ranges::find(path, at));
    const Adoption& last = *path.back();
    const Text& place = last.extends.empty() ? last.unit : last.extends;
    Finding& finding = report_adoption(
        last, "extends", place,
        say({"沿用成环：{0}", "`extends` runs in a circle: {0}"}, names(workspace, path)), out);
    finding.demand = Demand{say({"环从这里开始", "the circle begins here"}),
                            {at->file, at->extends.empty() ? at->unit.span : at->extends.span},
                            {"采用", "adoption"}};
    finding.advice = say({"改其中一份的“沿用”", "change `extends` of one of them"});
  }
}

constexpr std::string_view kFields[] = {"extends"};

}  // namespace

extern const Rule extends_circle_rule{
    .name = "extends-circle",
    .title = {"沿用成环", "extends in a circle"},
    .family = Family::Consistency,
    .severity = Severity::Error,
    .summary = {"采用互相沿用，绕回自己。", "Adoptions rest on one another in a circle."},
    .rationale = {"成环就没有底本，不知谁先谁后。改其中一份的“沿用”。",
                  "In a circle there is no ground to begin from. Change `extends` of one of them."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
extends: "310115"
# file: adoptions/310115.yaml
kind: adoption
unit: "310115"
standards: [{domain: social-assistance, version: "2020.1"}]
extends: "310104"
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
extends: "310115"
# file: adoptions/310115.yaml
kind: adoption
unit: "310115"
standards: [{domain: social-assistance, version: "2020.1"}]
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
