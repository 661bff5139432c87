#include <algorithm>
#include <set>

#include "rules/law_limits.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// Demands whose words stand in the item's name, and those whose words stand in its elements.
struct Concerned {
  std::set<uint16_t> by_name;
  std::set<uint16_t> by_element;
};

Concerned concerned(const ItemView& view) {
  const LawDemands& laws = view.context().laws();
  Concerned out;
  for (const Text* part : {&view.item.topic, &view.item.subtopic, &view.item.detail}) {
    const auto& found = laws.deadlines_of(part->value);
    out.by_name.insert(found.begin(), found.end());
  }
  for (const Element& element : view.item.elements) {
    const auto& found = laws.deadlines_of(element.name.value);
    out.by_element.insert(found.begin(), found.end());
  }
  return out;
}

/// Whether the publisher, or the unit whose list it is, is of a type that the demand is for.
bool is_for_type(const ItemView& view, const LegalDemand& demand, const Text* publisher) {
  if (demand.types.empty()) return true;
  const auto is_type = [&](const Unit* unit) {
    const auto own = words::kUnitType.index(unit->type.view());
    return own && std::ranges::any_of(demand.types, [&](const Text& type) {
             return words::kUnitType.index(type.view()) == own;
           });
  };
  if (!publisher || publisher->empty()) return view.catalogue.unit && is_type(view.catalogue.unit);
  const auto& units = view.context().publisher(publisher->value).units;
  return !units.empty() && std::ranges::all_of(units, is_type);
}

/// The publisher who keeps a phrase of a level.
const Text* publisher_of(const Item& item, const Text& level) {
  for (const auto& [at, publisher] : item.publisher) {
    if (at.empty() || level.empty() || at.value == level.value) return &publisher;
  }
  return nullptr;
}

/// A branch without subject speaks of the whole item, one with a subject of what it names.
bool is_meant(const LegalDemand& demand, const Branch& branch, bool by_name) {
  if (branch.rest || branch.on_request || !branch.limit) return false;
  if (branch.subject.empty()) return by_name;
  return std::ranges::any_of(demand.subjects, [&](const Text& word) {
    return branch.subject.find(word.view()) != std::string::npos;
  });
}

void check_phrase(const ItemView& view, const LegalDemand& demand, const Text& phrase, bool by_name,
                  Reporter& out) {
  const Workspace& workspace = view.workspace();
  const Deadline& demanded = workspace.deadline(demand.deadline.value);
  if (demanded.branches.empty() || !demanded.branches.front().limit) return;
  const Limit& limit = *demanded.branches.front().limit;
  for (const Branch& branch : workspace.deadline(phrase.value).branches) {
    if (!is_meant(demand, branch, by_name)) continue;
    const Relation relation = compare_limits(*branch.limit, limit, workspace.calendar);
    if (!possibly_weaker(relation)) continue;
    if (in_guideline(view, phrase.value) != InGuideline::Silent) continue;
    Finding& finding = report_limit(
        view, demand, phrase, branch.limit->at,
        say({"公开时限“{}”长于{}的要求：{}", "the deadline “{}” is longer than {} demands: {}"},
            text_at(phrase.view(), branch.limit->at), law_text(demand), demand.deadline.view()),
        certainly_weaker(relation), out);
    finding.advice = say({"改为“{}”", "write “{}”"}, demand.deadline.view());
  }
}

void check_demand(const ItemView& view, uint16_t index, bool by_name, Reporter& out) {
  const LegalDemand& demand = view.context().laws().deadlines()[index];
  for (const auto& [level, phrase] : view.item.deadline) {
    if (is_for_type(view, demand, publisher_of(view.item, level)))
      check_phrase(view, demand, phrase, by_name, out);
  }
}

void check(const ItemView& view, Reporter& out) {
  if (!is_active(view)) return;
  const Concerned found = concerned(view);
  for (const uint16_t index : found.by_name) check_demand(view, index, true, out);
  for (const uint16_t index : found.by_element) {
    if (!found.by_name.contains(index)) check_demand(view, index, false, out);
  }
  for (const Element& element : view.item.elements) {
    if (!element.own.present() || element.own->deadline.empty()) continue;
    for (const uint16_t index : view.context().laws().deadlines_of(element.name.value)) {
      const LegalDemand& demand = view.context().laws().deadlines()[index];
      if (demand.types.empty()) check_phrase(view, demand, element.own->deadline, true, out);
    }
  }
}

constexpr std::string_view kFields[] = {"deadline", "topic", "subtopic", "elements", "publisher"};

}  // namespace

extern const Rule deadline_over_special_law_rule{
    .name = "deadline-over-special-law",
    .title = {"公开时限长于专门规定", "deadline longer than a special law's"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary = {"预算决算、行政许可和处罚结果、信息公开年度报告等，时限长于专门的规定。",
                "A budget, a permit or penalty, or a yearly report of disclosure is due later than "
                "the law on it says."},
    .rationale =
        {"预算、决算在批准后20日（不是工作日）内公开，行政许可、行政处罚结果在7个工作日内公示，"
         "年度报告部门在1月31日前、政府在3月31日前公布。要求写在法定要求文件里，各地可以补充；"
         "条文未核实的，只作提示。",
         "Budgets are disclosed within 20 days (not working days) of approval, permits and "
         "penalties within 7 working days, yearly reports by January 31 (departments) or March 31 "
         "(governments). The demands stand in the demands file, where a city adds its own; what "
         "was not verified is a note."},
    .source = {"《预算法》第十四条；《政府信息公开条例》第四十九条；双公示的规定",
               "预算法 article 14; 条例 article 49; the rules on 双公示"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 社会救助资金
    subtopic: 部门预算
    elements: [预算表及说明]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 批准后20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 社会救助资金
    subtopic: 部门预算
    elements: [预算表及说明]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 批准后20日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_item = check,
};

}  // namespace catalog
