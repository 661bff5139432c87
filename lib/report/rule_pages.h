#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "rules/rule.h"

namespace catalog {

/// A rule in full, for a terminal: title, severity, what it reports and why, its source, a bad and
/// a good example. Sentences are broken into lines of at most `width` cells (0: not at all).
std::string explain_text(const Rule& rule, Lang lang, bool color, uint32_t width = 0);
/// The table of rules, one a line, by family.
std::string rules_text(std::span<const Rule* const> rules, Lang lang);
/// The same as JSON: [{name, title, family, severity, summary, rationale, source, fields, fixes,
/// at_build}], texts in both languages.
std::string rules_json(std::span<const Rule* const> rules);
/// The reference page of all rules in Markdown.
std::string rules_markdown(std::span<const Rule* const> rules, Lang lang);

}  // namespace catalog
