#include "rules/since.h"

#include <algorithm>
#include <unordered_set>

#include "workspace/changes_since.h"

namespace catalog {

namespace {

std::vector<Symbol> files_of(const std::vector<Finding>& findings) {
  std::vector<Symbol> out;
  std::unordered_set<Symbol> seen;
  const auto add = [&](Symbol file) {
    if (!file.empty() && seen.insert(file).second) out.push_back(file);
  };
  for (const Finding& finding : findings) {
    add(finding.place.file);
    if (finding.demand) add(finding.demand->place.file);
  }
  return out;
}

bool is_changed(const Finding& finding, const ChangesSince& changes) {
  const Rule* rule = find_rule(finding.rule);
  // Whoever solves what the baseline holds is told so, though they did not touch the baseline.
  if (finding.place.file.empty() || !rule || rule->check_baseline) return true;
  const bool by_text = rule->check_file;
  const auto shows = [&](const std::optional<ItemChange>& item) {
    return item && (by_text ? item->text : item->values);
  };
  if (finding.demand &&
      shows(changes.item(finding.demand->place.file, finding.demand->place.span, {})))
    return true;
  if (!finding.address.empty()) {
    const auto item = changes.item(finding.place.file, finding.place.span, finding.address);
    if (item) return shows(item);
  }
  return changes.file(finding.place.file);
}

}  // namespace

std::expected<void, IoError> keep_changed(Validation& validation, FileSystem& files,
                                          RevisionFileSystem& before, unsigned threads) {
  const auto changes = ChangesSince::of(*validation.workspace, files_of(validation.findings), files,
                                        before, threads);
  if (!changes) return std::unexpected(changes.error());
  validation.summary.unchanged += std::erase_if(
      validation.findings, [&](const Finding& finding) { return !is_changed(finding, *changes); });
  count_severities(validation);
  validation.complete = false;
  return {};
}

}  // namespace catalog
