#include "report/report.h"

#include <algorithm>

namespace catalog {

Symbol Report::file_of(const Finding& finding) const {
  if (!finding.place.file.empty() || !validation.workspace) return finding.place.file;
  if (!validation.workspace->config.file.empty()) return validation.workspace->config.file;
  // Bare files have no workspace's file: the first that is in question.
  for (const Finding& other : validation.findings) {
    if (!other.place.file.empty()) return other.place.file;
  }
  return {};
}

std::vector<const Finding*> gravest(std::vector<const Finding*> findings, size_t most) {
  if (findings.size() <= most) return findings;
  std::vector<const Finding*> kept = findings;
  std::ranges::stable_sort(
      kept, [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  kept.resize(most);
  std::ranges::sort(kept);
  std::erase_if(findings,
                [&](const Finding* finding) { return !std::ranges::binary_search(kept, finding); });
  return findings;
}

Report report_of(const Validation& validation, std::optional<size_t> most) {
  Report out{validation, {}, 0};
  out.shown.reserve(validation.findings.size());
  for (const Finding& finding : validation.findings) out.shown.push_back(&finding);
  if (most) out.shown = gravest(std::move(out.shown), *most);
  out.left_out = validation.findings.size() - out.shown.size();
  return out;
}

Message left_out_words(const Report& report) {
  return say({"另有{}项未列出（共{}项，先列最严重的）",
              "{} more are not listed (of {}; the gravest come first)"},
             report.left_out, report.validation.findings.size());
}

}  // namespace catalog
