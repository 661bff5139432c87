#include <map>
#include <set>
#include <tuple>

#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_review.h"

namespace catalog {

namespace {

/// Symbols have no order of their own; any will do.
struct Less {
  using Key = std::tuple<Symbol, Symbol, Level, size_t>;
  bool operator()(const Key& a, const Key& b) const {
    const auto plain = [](const Key& key) {
      return std::tuple(std::get<0>(key).number(), std::get<1>(key).number(), std::get<2>(key),
                        std::get<3>(key));
    };
    return plain(a) < plain(b);
  }
};

struct Doubled {
  const AdoptionSet* first;
  const AdoptionSet* second;
  size_t field;
  auto operator<=>(const Doubled&) const = default;
};

void report(const Adoption& adoption, const Doubled& doubled, const std::string& item,
            Reporter& out) {
  const FieldInfo& field = record_info<Item>()->fields[doubled.field];
  Finding& finding = report_set(
      adoption, *doubled.second, field.key.en, doubled.second->to->span,
      say({"{0}的“{1}”已由另一处本地调整改过", "{0}: `{1}` is set by another local change already"},
          item, Phrase(field.key)),
      out);
  finding.demand = Demand{say({"另一处本地调整", "the other change"}),
                          {adoption.file, doubled.first->span},
                          {"采用", "adoption"}};
  finding.advice =
      say({"把条件写窄，或合成一处", "narrow one of the two matches, or make one change of them"});
}

void check(const RuleContext& context, Reporter& out) {
  for (const Adoption& adoption : context.workspace().adoptions) {
    std::map<std::tuple<Symbol, Symbol, Level, size_t>, const AdoptionSet*, Less> first;
    std::set<Doubled> told;
    each_set_use(context.workspace(), adoption, context.as_of(), [&](const SetUse& use) {
      for (const size_t field : changed_fields(context.workspace(), use.set, use.level)) {
        const auto [at, fresh] =
            first.emplace(std::tuple(use.domain, use.id, use.level, field), &use.set);
        if (fresh || at->second == &use.set) continue;
        const Doubled doubled{at->second, &use.set, field};
        if (told.insert(doubled).second)
          report(adoption, doubled,
                 std::string(use.domain.view()) + "/" + std::string(use.id.view()), out);
      }
    });
  }
}

constexpr std::string_view kFields[] = {"set", "match", "to"};

}  // namespace

extern const Rule set_doubled_rule{
    .name = "set-doubled",
    .title = {"两处本地调整改同一栏", "two local changes of one field"},
    .family = Family::Consistency,
    .severity = Severity::Error,
    .summary = {"一份采用里两处“本地调整”改了同一事项的同一栏。",
                "Two local changes of an adoption set the same field of the same item."},
    .rationale = {"不知以哪一处为准，不按先后定。把条件写窄，或合成一处。",
                  "It is not known which counts, and order decides nothing. Narrow a match, or "
                  "make one of the two."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
set:
  - match: {domain: social-assistance, id: "6"}
    to: {deadline: 制定或获取信息之日起7个工作日内}
  - match: {topic: 最低生活保障}
    to: {deadline: 制定或获取信息之日起5个工作日内，公示7个工作日}
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
set:
  - match: {domain: social-assistance, id: "6"}
    to: {deadline: 制定或获取信息之日起7个工作日内}
  - match: {domain: social-assistance, id: "1"}
    to: {deadline: 制定或获取信息之日起5个工作日内}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
