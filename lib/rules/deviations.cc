#include "rules/deviations.h"

#include <algorithm>

#include "rules/rule.h"
#include "rules/views.h"
#include "text/normal.h"

namespace catalog {

Deviations::Deviations(const RuleContext& context) {
  const auto add_all = [&](const std::string& address, const auto& items) {
    for (const Item& item : items) {
      if (item.seldom.present() && !item.seldom->deviation.empty())
        add(address + "/" + std::string(item.id.view()), item, context.as_of());
    }
  };
  for (const List& list : context.workspace().lists) add_all(list_address(list), list.items);
  for (const Standard& standard : context.workspace().standards)
    add_all(standard_address(standard), standard.items);
}

void Deviations::add(const std::string& address, const Item& item, Date as_of) {
  for (const Deviation& deviation : item.seldom->deviation) {
    const auto until = Date::parse(deviation.until.view());
    if (until && as_of > *until) continue;
    Accepted accepted;
    for (const Text& name : deviation.rules) {
      if (const Rule* rule = find_rule(name.view())) accepted.rules.push_back(rule->name);
    }
    for (const Text& value : deviation.values)
      accepted.values.push_back(comparison_form(value.view()));
    accepted.approved = deviation.approved.present() && !deviation.approved->by.empty() &&
                        Date::parse(deviation.approved->on.view()).has_value();
    by_address_[address].push_back(std::move(accepted));
  }
}

bool Deviations::covers(const Accepted& accepted, const Finding& finding) {
  if (std::ranges::find(accepted.rules, finding.rule) == accepted.rules.end()) return false;
  if (accepted.values.empty()) return true;
  return std::ranges::any_of(finding.values, [&](const std::string& value) {
    return std::ranges::find(accepted.values, comparison_form(value)) != accepted.values.end();
  });
}

void Deviations::apply(std::vector<Finding>& findings) const {
  if (by_address_.empty()) return;
  std::erase_if(findings, [&](Finding& finding) {
    const auto found =
        finding.address.empty() ? by_address_.end() : by_address_.find(finding.address);
    if (found == by_address_.end()) return false;
    for (const Accepted& accepted : found->second) {
      if (!covers(accepted, finding)) continue;
      if (accepted.approved) return true;
      finding.severity = std::min(finding.severity, Severity::Warning);
    }
    return false;
  });
}

}  // namespace catalog
