#pragma once

#include <span>
#include <string>

#include "rules/rule.h"

namespace catalog {

/// A rule in full, for a terminal: title, severity, what it reports and why, its source, a bad and
/// a good example.
std::string explain_text(const Rule& rule, Lang lang, bool color);
/// The table of rules, one a line, by family.
std::string rules_text(std::span<const Rule* const> rules, Lang lang);
/// The same as JSON: [{name, title, family, severity, summary, rationale, source, fields, fixes}],
/// texts in both languages.
std::string rules_json(std::span<const Rule* const> rules);
/// The reference page of all rules in Markdown.
std::string rules_markdown(std::span<const Rule* const> rules, Lang lang);

}  // namespace catalog
