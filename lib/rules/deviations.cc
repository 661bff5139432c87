#include "rules/deviations.h"

#include <algorithm>

#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/normal.h"

namespace catalog {

bool is_approved(const Deviation& deviation, Date as_of) {
  if (!deviation.approved.present() || deviation.approved->by.empty()) return false;
  const auto on = Date::parse(deviation.approved->on.view());
  return on && *on <= as_of;
}

template <class Items>
void Deviations::add_items(const std::string& address, Symbol file, const Items& items) {
  for (const Item& item : items) {
    if (item.seldom.present() && !item.seldom->deviation.empty())
      add(address + "/" + std::string(item.id.view()), file, item.seldom->deviation);
  }
}

Deviations::Deviations(const RuleContext& context, const RuleSettings& settings)
    : context_(context), settings_(settings) {
  for (const List& list : context.workspace().lists)
    add_items(list_address(list), list.file, list.items);
  for (const Standard& standard : context.workspace().standards)
    add_items(standard_address(standard), standard.file, standard.items);
  for (const Adoption& adoption : context.workspace().adoptions) add_adoption(adoption);
}

Deviations::Deviations(const RuleContext& context, const RuleSettings& settings, const List& list,
                       const std::string& address)
    : context_(context), settings_(settings) {
  add_items(address, list.file, list.items);
}

void Deviations::add_adoption(const Adoption& adoption) {
  for (const AdoptionSet& set : adoption.set) {
    const size_t from = all_.size();
    add(set_address(adoption, set), adoption.file, set.deviation);
    // Other rules may need it only once the catalogue is resolved.
    for (size_t i = from; i < all_.size(); i++) {
      for (DeviationPart& part : all_[i].rules)
        part.judged &= part.rule && part.rule->name == "set-narrower";
    }
  }
  for (const AddedItem& item : adoption.add) {
    if (item.seldom.present())
      add(std::string(adoption.unit.view()) + "/" + std::string(item.domain.view()) + "/" +
              std::string(item.id.view()),
          adoption.file, item.seldom->deviation);
  }
}

void Deviations::add(const std::string& address, Symbol file,
                     const std::vector<Deviation>& deviations) {
  const Date as_of = context_.as_of();
  for (const Deviation& deviation : deviations) {
    const auto until = Date::parse(deviation.until.view());
    if (!deviation.until.empty() && (!until || as_of > *until)) continue;
    AcceptedDeviation accepted{&deviation, address, file, is_approved(deviation, as_of), {}, {}};
    for (const Text& name : deviation.rules) {
      const Rule* rule = find_rule(name.view());
      const bool judged = rule && !rule->at_build && settings_.severity(*rule) != Severity::Off;
      accepted.rules.push_back({.text = &name, .rule = rule, .judged = judged});
    }
    for (const Text& value : deviation.values)
      accepted.values.push_back({.text = &value, .form = comparison_form(value.view())});
    by_address_[address].push_back(all_.size());
    all_.push_back(std::move(accepted));
  }
}

bool Deviations::covers(AcceptedDeviation& accepted, const Finding& finding) {
  const auto rule = std::ranges::find_if(accepted.rules, [&](const DeviationPart& part) {
    return part.rule && part.rule->name == finding.rule;
  });
  if (rule == accepted.rules.end()) return false;
  bool covered = accepted.values.empty();
  for (const std::string& value : finding.values) {
    for (DeviationPart& part : accepted.values) {
      if (part.form != comparison_form(value)) continue;
      part.used = covered = true;
    }
  }
  rule->used |= covered;
  return covered;
}

void Deviations::apply(std::vector<Finding>& findings) {
  if (all_.empty()) return;
  std::erase_if(findings, [&](Finding& finding) {
    const auto found =
        finding.address.empty() ? by_address_.end() : by_address_.find(finding.address);
    if (found == by_address_.end()) return false;
    bool silenced = false;
    for (const size_t index : found->second) {
      AcceptedDeviation& accepted = all_[index];
      if (!covers(accepted, finding)) continue;
      silenced |= accepted.approved;
      finding.severity = std::min(finding.severity, Severity::Warning);
    }
    return silenced;
  });
}

}  // namespace catalog
