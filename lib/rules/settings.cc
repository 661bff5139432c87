#include "rules/settings.h"

#include <algorithm>

namespace catalog {

Severity severity_of(std::string_view word, Severity otherwise) {
  const auto index = words::kSeverity.index(word);
  return index ? static_cast<Severity>(*index) : otherwise;
}

namespace {

bool names(const std::vector<std::string>& names, const Rule& rule) {
  return std::ranges::any_of(names,
                             [&](const std::string& name) { return find_rule(name) == &rule; });
}

}  // namespace

RuleSettings::RuleSettings(const WorkspaceFile& config, const ValidateOptions& options) {
  for (const Rule* rule : all_rules()) severities_[rule->name] = rule->severity;
  for (const NamedText& entry : config.rules) {
    if (const Rule* rule = find_rule(entry.key.view())) {
      Severity& severity = severities_[rule->name];
      severity = severity_of(entry.value.view(), severity);
    }
  }
  for (const Rule* rule : all_rules()) {
    const bool wanted = options.only_rules.empty() || names(options.only_rules, *rule);
    if (!wanted || names(options.skip_rules, *rule)) severities_[rule->name] = Severity::Off;
  }
}

Severity RuleSettings::severity(const Rule& rule) const { return severities_.at(rule.name); }

Severity RuleSettings::severity(std::string_view rule_name) const {
  return severities_.at(rule_name);
}

}  // namespace catalog
