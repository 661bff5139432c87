#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

using Classes = std::set<uint16_t>;
using Domains =
    std::set<Symbol, decltype([](Symbol a, Symbol b) { return a.number() < b.number(); })>;

/// What catalogues show: classes by their domains and by words of names, and which domains they are
/// of.
struct Shown {
  Classes classes;
  Domains domains;
};

/// What the lists of one unit show, and the first of them.
struct UnitLists {
  const List* first = nullptr;
  Shown shown;
};

/// What is shown at each level by all standards, to streets and towns by their district's lists,
/// and by each unit's own lists.
struct Coverage {
  std::map<Level, Shown> standards;
  std::map<const Unit*, Shown> by_district;
  std::map<const Unit*, UnitLists> units;
};

/// Adds a catalogue's items of a level (or all) to what is shown.
void add(const RuleContext& context, const Catalogue& head, const auto& items,
         std::optional<Level> level, Shown& out) {
  bool any = false;
  for (const Item& item : items) {
    if (level && !context.workspace().vocabulary.levels(item.levels).has(*level)) continue;
    any = true;
    for (const Text* part : {&item.topic, &item.subtopic, &item.detail}) {
      for (const uint16_t index : context.laws().classes_of(part->value)) out.classes.insert(index);
    }
  }
  if (!any || !out.domains.insert(head.domain.value).second) return;
  const auto& classes = context.laws().classes();
  for (uint16_t i = 0; i < classes.size(); i++) {
    for (const Text& domain : classes[i].domains) {
      if (domain.value == head.domain.value) out.classes.insert(i);
    }
  }
}

Coverage coverage_of(const RuleContext& context) {
  const Workspace& workspace = context.workspace();
  Coverage out;
  for (const Standard& standard : workspace.standards) {
    for (const Level level : kLevels)
      add(context, standard, standard.items, level, out.standards[level]);
  }
  for (const List& list : workspace.lists) {
    const Unit* unit = workspace.units.find(list.unit.value);
    if (!unit) continue;
    UnitLists& own = out.units[unit];
    if (!own.first) own.first = &list;
    add(context, list, list.items, std::nullopt, own.shown);
    if (workspace.units.level(*unit) == Level::District)
      add(context, list, list.items, Level::Street, out.by_district[unit]);
  }
  return out;
}

/// The domains that this version of the workspace has.
Domains declared_domains(const Workspace& workspace) {
  Domains out;
  for (const DomainEntry& entry : workspace.config.domains) {
    if (!is_left_out(entry)) out.insert(entry.domain.value);
  }
  return out;
}

/// Whether the workspace has a domain of the class at all; a class without domains may always be
/// shown by words.
bool is_to_be_had(const LegalDemand& demand, const Domains& declared) {
  return demand.domains.empty() || std::ranges::any_of(demand.domains, [&](const Text& domain) {
           return declared.contains(domain.value);
         });
}

void report(const LegalDemand& demand, const Unit& unit, const List& list, const DemandsFile& file,
            Reporter& out) {
  Finding& finding =
      out.add({list.file, list.unit.span},
              say({"{}的目录里没有“{}”类的事项", "the catalogues of {} show nothing of “{}”"},
                  unit.name.view(), demand.name.view()));
  finding.address = list_address(list);
  finding.field = "unit";
  finding.label = say({"单位", "unit"});
  finding.values = {std::string(demand.id.view())};
  finding.advice = say({"核对是否漏列；由其他单位公开或本地没有此项工作的，不必改",
                        "see whether it was left out; nothing to do where another unit discloses "
                        "it or there is no such work"});
  rest_on(finding, file, demand);
}

/// Whether a class is for units of this type: some of article 21 are for towns, not for 街道.
bool is_for(const LegalDemand& demand, const Unit& unit) {
  const auto own = words::kUnitType.index(unit.type.view());
  return demand.types.empty() || std::ranges::any_of(demand.types, [&](const Text& type) {
           return words::kUnitType.index(type.view()) == own;
         });
}

void check_unit(const RuleContext& context, const Coverage& coverage, const Domains& declared,
                const Unit& unit, Level level, Reporter& out) {
  const Workspace& workspace = context.workspace();
  std::vector<const Shown*> shown{&coverage.units.at(&unit).shown};
  const auto standards = coverage.standards.find(level);
  if (standards != coverage.standards.end()) shown.push_back(&standards->second);
  const auto district = coverage.by_district.find(workspace.units.district_of(unit));
  if (level == Level::Street && district != coverage.by_district.end())
    shown.push_back(&district->second);
  Domains domains;
  for (const Shown* one : shown) domains.insert(one->domains.begin(), one->domains.end());
  // Before half of its domains are there a catalogue is only begun.
  if (2 * domains.size() < declared.size()) return;
  const auto& classes = context.laws().classes();
  for (uint16_t i = 0; i < classes.size(); i++) {
    if (!workspace.vocabulary.levels(classes[i].levels).has(level)) continue;
    if (!is_for(classes[i], unit) || !is_to_be_had(classes[i], declared)) continue;
    if (std::ranges::none_of(shown, [&](const Shown* one) { return one->classes.contains(i); }))
      report(classes[i], unit, *coverage.units.at(&unit).first, workspace.demands, out);
  }
}

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  const Domains declared = declared_domains(workspace);
  const bool none = std::ranges::all_of(context.laws().classes(),
                                        [](const LegalDemand& one) { return one.levels.empty(); });
  if (declared.empty() || none) return;
  const Coverage coverage = coverage_of(context);
  for (const Unit& unit : workspace.units.all()) {
    const auto level = workspace.units.level(unit);
    if (level && coverage.units.contains(&unit))
      check_unit(context, coverage, declared, unit, *level, out);
  }
}

constexpr std::string_view kFields[] = {"unit", "domain", "topic", "subtopic", "levels"};

}  // namespace

extern const Rule class_missing_rule{
    .name = "class-missing",
    .title = {"没有条例所列类别的事项", "class of the law not covered"},
    .family = Family::Law,
    .severity = Severity::Note,
    .summary = {"区或街镇的清单和标准里，没有条例第二十一条所列某一类别的事项。",
                "Neither the lists of a district or town nor the standards show an item of a class "
                "of article 21."},
    .rationale =
        {"区的市政建设、公共服务等，街镇的农业农村政策、宅基地等，应当主动公开。按领域和名"
         "称中的词判断，不能完全确定，所以只作提示。",
         "Districts must disclose 市政建设, 公共服务 and so on, towns 农业农村政策, 宅基地 "
         "and so on. Judged by domains and words of names, which is never certain: a note. Not "
         "before half of the domains are there."},
    .source = {"《政府信息公开条例》第二十一条；法定要求文件的类别",
               "条例 article 21; the classes of the demands file"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
demands: demands.yaml
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: municipal-services, status: 新增}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
# file: demands.yaml
kind: demands
classes:
  - {id: municipal, name: 市政建设, title: 中华人民共和国政府信息公开条例, article: 第二十一条, levels: [区级], domains: [municipal-services], words: [市政建设], seen: recalled}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
demands: demands.yaml
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: municipal-services, status: 新增}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
# file: demands.yaml
kind: demands
classes:
  - {id: municipal, name: 市政建设, title: 中华人民共和国政府信息公开条例, article: 第二十一条, levels: [区级], domains: [municipal-services], words: [市政建设, 审批信息], seen: recalled}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
