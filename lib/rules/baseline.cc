#include "rules/baseline.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "model/writer.h"

namespace catalog {

namespace {

/// Longer than any entry, so that each stands on one line.
constexpr uint32_t kLineColumns = 1u << 24;

std::optional<uint64_t> fingerprint_in(const KnownFinding& known) {
  const std::string_view text = known.fingerprint.view();
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Text text_of(std::string_view text) { return {Symbol::of(text), {}}; }

/// Whether this run looked for the findings of an entry's rule. Those of a rule that is gone, or
/// that the workspace turned off, will never be found again.
bool is_in_question(const KnownFinding& known, const RuleSettings& settings,
                    const RuleSettings& of_workspace) {
  const Rule* rule = find_rule(known.rule.view());
  return !rule || settings.severity(*rule) != Severity::Off ||
         of_workspace.severity(*rule) == Severity::Off;
}

KnownFinding entry_of(const Finding& finding, const std::string& root, Lang lang) {
  KnownFinding out;
  out.fingerprint = text_of(fingerprint_text(finding.fingerprint));
  out.rule = text_of(finding.rule);
  out.address = text_of(finding.address);
  if (finding.address.empty()) out.file = text_of(relative_path(finding.place.file.view(), root));
  out.field = text_of(finding.field);
  out.message = text_of(finding.message.in(lang));
  return out;
}

}  // namespace

BaselineUse apply_baseline(const Workspace& workspace, const ValidateOptions& options,
                           const RuleSettings& settings, std::vector<Finding>& findings) {
  BaselineUse use{workspace.baseline};
  if (workspace.baseline.findings.empty()) return use;
  std::unordered_set<uint64_t> known, found;
  for (const KnownFinding& entry : workspace.baseline.findings) {
    if (const auto fingerprint = fingerprint_in(entry)) known.insert(*fingerprint);
  }
  use.known = std::erase_if(findings, [&](const Finding& finding) {
    return known.contains(finding.fingerprint) && found.insert(finding.fingerprint).second;
  });
  if (!options.only_paths.empty()) return use;
  const RuleSettings of_workspace(workspace.config, {});
  for (const KnownFinding& entry : workspace.baseline.findings) {
    const auto fingerprint = fingerprint_in(entry);
    if (fingerprint && !found.contains(*fingerprint) &&
        is_in_question(entry, settings, of_workspace))
      use.stale.push_back(&entry);
  }
  return use;
}

BaselineFile baseline_of(const Validation& validation, Lang lang) {
  BaselineFile out;
  out.kind = text_of(kind_info(Kind::Baseline).word.in(lang));
  for (const Finding& finding : validation.findings)
    out.findings.push_back(entry_of(finding, validation.workspace->root, lang));
  std::ranges::sort(out.findings, {}, [](const KnownFinding& entry) {
    return std::tuple(entry.address.view(), entry.file.view(), entry.rule.view(),
                      entry.field.view(), entry.fingerprint.view());
  });
  return out;
}

BaselineFile shrunk(const BaselineFile& baseline, const std::vector<const KnownFinding*>& stale) {
  BaselineFile out;
  static_cast<Head&>(out) = baseline;
  const std::unordered_set<const KnownFinding*> gone(stale.begin(), stale.end());
  for (const KnownFinding& entry : baseline.findings) {
    if (!gone.contains(&entry)) out.findings.push_back(entry);
  }
  return out;
}

std::string baseline_text(const BaselineFile& baseline, Lang keys, std::string_view schema_path) {
  return schema_comment(schema_path) +
         yaml::emit(to_value(baseline, keys), {.flow_columns = kLineColumns});
}

}  // namespace catalog
