#pragma once

#include <expected>
#include <string>

#include "diff/impact.h"
#include "report/formats.h"

namespace catalog {

bool is_impact_format(std::string_view name);
/// `text, json, markdown, xlsx`: for help and messages.
std::string impact_format_names();
bool is_binary_impact_format(std::string_view name);

/// What a new guideline would change, in the format of this name (must be one). An error is of the
/// folder for temporary files.
std::expected<std::string, IoError> write_impact(std::string_view format, const Impact& impact,
                                                 Sources& sources, const ReportOptions& options);

// The formats, each in a file of its own.

/// For a terminal: the rows, then by unit each finding with its line, demand and advice.
std::string impact_text(const Impact& impact, Sources& sources, const ReportOptions& options);
/// As schemas/impact.schema.json describes it.
std::string impact_json(const Impact& impact, Sources& sources, Lang lang);
/// For a circular or a merge request: a table of the rows, and one for each unit.
std::string impact_markdown(const Impact& impact, Sources& sources, Lang lang);

}  // namespace catalog
