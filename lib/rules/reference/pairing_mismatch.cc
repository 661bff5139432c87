#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

bool is_of(const Workspace& workspace, const Text& code, Level level) {
  const Unit* unit = workspace.units.find(code.value);
  const auto own = unit ? workspace.units.level(*unit) : std::nullopt;
  return !own || *own == level;
}

bool contains(const Texts& codes, const Text& code) {
  return std::ranges::any_of(codes, [&](const Text& other) { return other.value == code.value; });
}

/// The pair's codes: the department (or who confirms in its place) and the district.
Texts pair_of(const Pairing& pairing) {
  Texts out;
  if (!pairing.department.empty()) out.push_back(pairing.department);
  if (out.empty() && !pairing.confirms.empty()) out.push_back(pairing.confirms);
  out.push_back(pairing.district);
  return out;
}

/// Whether the pair's codes are in the units file; those that are not are reported as such.
bool is_known(const Workspace& workspace, const Pairing& pairing) {
  return std::ranges::all_of(pair_of(pairing), [&](const Text& code) {
    return workspace.units.find(code.value) != nullptr;
  });
}

bool drafts(const Pairing& pairing, const Texts& drafted_by) {
  const Texts pair = pair_of(pairing);
  return pair.size() == drafted_by.size() &&
         std::ranges::all_of(pair, [&](const Text& code) { return contains(drafted_by, code); });
}

void check_catalogue(const CatalogueView& view, Reporter& out) {
  if (!view.standard || view.standard->drafted_by.empty()) return;
  const Pairing* named = nullptr;
  for (const Pairing& pairing : view.workspace().config.pairings) {
    if (pairing.domain.value != view.head.domain.value) continue;
    if (drafts(pairing, view.standard->drafted_by) || !is_known(view.workspace(), pairing)) return;
    if (!named) named = &pairing;
  }
  if (!named) return;
  std::string codes;
  for (const Text& code : pair_of(*named))
    codes += (codes.empty() ? "" : ", ") + std::string(code.view());
  Finding& finding = out.add(view.place(span_of(view.standard->drafted_by)),
                             say({"起草单位与工作区的结对不符，结对为{}",
                                  "the drafting units are not the pair of the workspace: {}"},
                                 codes));
  finding.address = view.address;
  finding.field = "drafted_by";
  finding.demand = Demand{say({"结对：{}", "pairing: {}"}, codes),
                          {view.workspace().config.file, named->span},
                          {"工作区", "workspace"}};
  finding.advice =
      say({"改为[{}]，或改工作区的结对", "write [{}], or change the workspace's pairing"}, codes);
}

void check_workspace(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  const auto check = [&](const Pairing& pairing, const Text& code, Level level, Bilingual role) {
    if (code.empty() || is_of(workspace, code, level)) return;
    Finding& finding =
        out.add({workspace.config.file, code.span},
                say({"结对的{}应为{}单位，“{}”不是", "the paired {} must be of {}; “{}” is not"},
                    role, workspace.vocabulary.level_name(level), code.view()));
    finding.field = "pairings[" + std::string(pairing.domain.view()) + "]";
    finding.values.emplace_back(code.view());
  };
  for (const Pairing& pairing : workspace.config.pairings) {
    check(pairing, pairing.department, Level::City, {"部门", "department"});
    check(pairing, pairing.district, Level::District, {"区", "district"});
  }
}

constexpr std::string_view kFields[] = {"drafted_by", "pairings"};

}  // namespace

extern const Rule pairing_mismatch_rule{
    .name = "pairing-mismatch",
    .title = {"结对与工作区不符", "pairing not as in the workspace"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"标准的起草单位不是工作区里该领域的结对单位，或结对的部门不是市级、区不是区级。",
                "A standard's drafting units are not the pair that the workspace names for its "
                "domain, or a paired department or district is of another level."},
    .rationale =
        {"一个领域由结对的部门和区共同起草。改正起草单位，或改工作区的结对。",
         "A domain is drafted by its pair. Mend `drafted_by`, or the workspace's pairings."},
    .source = {"沪府办〔2020〕20号第三部分：结对编制",
               "沪府办〔2020〕20号, part three: drafting in pairs"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310115"}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
)yaml",
    .check_catalogue = check_catalogue,
    .check_workspace = check_workspace,
};

}  // namespace catalog
