#pragma once

#include <string>
#include <vector>

#include "rules/rule.h"

namespace catalog {

// What only the layout of the tables shows; each rule is described in lib/rules/publication/.
extern const Rule publish_character_rule;
extern const Rule publish_path_rule;
extern const Rule publish_template_rule;
extern const Rule xlsx_cell_length_rule;
extern const Rule xlsx_line_breaks_rule;
extern const Rule xlsx_link_count_rule;
extern const Rule xlsx_sheet_name_rule;
extern const Rule xlsx_sheet_size_rule;

/// Adds a finding of such a rule; the identity of the finding is computed from what is given here.
inline Finding& add_finding(std::vector<Finding>& out, const Rule& rule, Place place,
                            std::string address, std::string field, std::vector<std::string> values,
                            Message message) {
  Finding& finding = Reporter(rule, rule.severity, out).add(place, std::move(message));
  finding.address = std::move(address);
  finding.field = std::move(field);
  finding.values = std::move(values);
  finding.fingerprint = fingerprint_of(finding);
  return finding;
}

}  // namespace catalog
