#include "report/overview.h"

#include <algorithm>
#include <map>

#include "rules/rule.h"

namespace catalog {

namespace {

using Key = std::pair<size_t, std::string>;  // order, then name

struct Lines {
  std::map<Key, TallyLine> lines;

  void add(Key key, std::string_view name, std::string_view id, Severity severity) {
    const size_t order = key.first;
    TallyLine& line = lines[std::move(key)];
    if (line.tally.total() == 0) line = {std::string(name), std::string(id), order, {}};
    line.tally.add(severity);
  }
  std::vector<TallyLine> take() {
    std::vector<TallyLine> out;
    for (auto& [key, line] : lines) out.push_back(std::move(line));
    return out;
  }
};

}  // namespace

void Tally::add(Severity severity) {
  errors += severity == Severity::Error;
  warnings += severity == Severity::Warning;
  notes += severity == Severity::Note;
}

std::string rule_title(std::string_view name, Lang lang) {
  const Rule* rule = find_rule(name);
  return std::string(rule ? rule->title.in(lang) : name);
}

Overview overview_of(const Validation& validation, Ownership& ownership, Lang lang) {
  Lines units, domains, rules;
  const std::string none(Bilingual{"（不属于某一领域）", "(of no domain)"}.in(lang));
  for (const Finding& finding : validation.findings) {
    const Owner owner = ownership.of(finding);
    const std::string& domain = owner.domain.empty() ? none : owner.domain_name;
    units.add({owner.unit_order, owner.unit_name}, owner.unit_name, owner.unit, finding.severity);
    domains.add({owner.domain.empty(), domain}, domain, owner.domain, finding.severity);
    rules.add({0, std::string(finding.rule)}, {}, finding.rule, finding.severity);
  }
  Overview out{units.take(), domains.take(), rules.take()};
  for (TallyLine& line : out.rules) line.name = rule_title(line.key, lang);
  std::ranges::stable_sort(out.rules, [](const TallyLine& a, const TallyLine& b) {
    return a.tally.total() > b.tally.total();
  });
  return out;
}

}  // namespace catalog
