#include "rules/validate.h"

#include <algorithm>

#include "rules/adoption_checks.h"
#include "rules/baseline.h"
#include "rules/catalogue_checks.h"
#include "rules/deviations.h"
#include "rules/file_pass.h"
#include "rules/settings.h"
#include "rules/views.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

/// Runs the checks of catalogues, items and the workspace.
class Runner {
 public:
  Runner(const RuleContext& context, const RuleSettings& settings)
      : context_(context), settings_(settings), checks_(settings) {}

  /// The findings of all lists and standards in scope, then those of the workspace; the same for
  /// any number of threads.
  std::vector<Finding> run(unsigned threads) const {
    const Workspace& workspace = context_.workspace();
    const size_t lists = workspace.lists.size();
    std::vector<std::vector<Finding>> found(lists + workspace.standards.size());
    parallel_for(found.size(), threads, [&](size_t i, unsigned) {
      const Head& head =
          i < lists ? static_cast<const Head&>(workspace.lists[i]) : workspace.standards[i - lists];
      const FileRecord* file = workspace.file(head.file);
      if (file && !file->in_scope) return;
      checks_.run(i < lists ? view_of(context_, workspace.lists[i])
                            : view_of(context_, workspace.standards[i - lists]),
                  found[i]);
    });
    std::vector<std::vector<Finding>> adopted(workspace.adoptions.size());
    parallel_for(adopted.size(), threads, [&](size_t i, unsigned) {
      const FileRecord* file = workspace.file(workspace.adoptions[i].file);
      if (!file || file->in_scope)
        check_adoption(context_, checks_, workspace.adoptions[i], adopted[i]);
    });
    for (const Rule* rule : settings_.running(&Rule::check_workspace)) {
      Reporter reporter(*rule, settings_.severity(*rule), found.emplace_back());
      rule->check_workspace(context_, reporter);
    }
    std::vector<Finding> out;
    size_t count = 0;
    for (const auto* all : {&found, &adopted}) {
      for (const auto& some : *all) count += some.size();
    }
    out.reserve(count);
    for (auto* all : {&found, &adopted}) {
      for (auto& some : *all) {
        std::ranges::move(some, std::back_inserter(out));
        std::vector<Finding>().swap(some);
      }
    }
    return out;
  }

 private:
  const RuleContext& context_;
  const RuleSettings& settings_;
  CatalogueChecks checks_;
};

void keep_scope(const Workspace& workspace, std::vector<Finding>& findings) {
  std::erase_if(findings, [&](const Finding& finding) {
    const FileRecord* file = workspace.file(finding.place.file);
    return file && !file->in_scope;
  });
}

/// Fingerprints, order, and one finding for each fingerprint. Paths count from the workspace's
/// root, so that the fingerprint is the same wherever the command runs.
void identify(const Workspace& workspace, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    const Symbol file = finding.place.file;
    finding.place.file = Symbol::of(relative_path(file.view(), workspace.root));
    finding.fingerprint = fingerprint_of(finding);
    finding.place.file = file;
  }
  sort_findings(findings);
  std::unordered_set<uint64_t> seen;
  std::erase_if(findings,
                [&](const Finding& finding) { return !seen.insert(finding.fingerprint).second; });
}

void apply_deviations(const RuleContext& context, const RuleSettings& settings,
                      std::vector<Finding>& findings) {
  Deviations deviations(context, settings);
  deviations.apply(findings);
  std::vector<Finding> more;
  for (const Rule* rule : settings.running(&Rule::check_deviations)) {
    Reporter reporter(*rule, settings.severity(*rule), more);
    rule->check_deviations(deviations, reporter);
  }
  keep_scope(context.workspace(), more);
  std::ranges::move(more, std::back_inserter(findings));
}

ValidationSummary summary_of(const Workspace& workspace) {
  ValidationSummary out;
  for (const FileRecord& file : workspace.files) out.files += file.in_scope;
  const auto count = [&](const auto& catalogues) {
    for (const auto& catalogue : catalogues) {
      const FileRecord* file = workspace.file(catalogue.file);
      if (file && !file->in_scope) continue;
      out.catalogues++;
      out.items += catalogue.items.size();
    }
  };
  count(workspace.lists);
  count(workspace.standards);
  return out;
}

/// Applies the baseline, and reports what is wrong with it.
void leave_out_known(const ValidateOptions& options, const RuleSettings& settings,
                     Validation& out) {
  const Workspace& workspace = *out.workspace;
  const BaselineUse use = apply_baseline(workspace, options, settings, out.findings);
  out.summary.known = use.known;
  out.stale = use.stale;
  std::vector<Finding> more;
  for (const Rule* rule : settings.running(&Rule::check_baseline)) {
    Reporter reporter(*rule, settings.severity(*rule), more);
    rule->check_baseline(use, reporter);
  }
  if (more.empty()) return;
  std::ranges::move(more, std::back_inserter(out.findings));
  identify(workspace, out.findings);
}

/// Checks what `load(LoadOptions)` loads.
template <class Load>
std::expected<Validation, IoError> validate(const ValidateOptions& options, Load load) {
  FilePass files(options.threads);
  LoadOptions loading{options.builtin, options.threads, options.only_paths,
                      [&](const FileView& view, unsigned worker) { files.visit(view, worker); },
                      options.baseline};
  auto loaded = load(loading);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  Validation out;
  out.workspace = std::move(*loaded);
  const Workspace& workspace = *out.workspace;
  const RuleSettings settings(workspace.config, options);
  const RuleContext context(workspace, options.as_of);
  out.findings = Runner(context, settings).run(options.threads);
  std::erase_if(out.findings,
                [&](const Finding& finding) { return files.has_slip(finding.place); });
  std::vector<Finding> of_files = files.take(settings);
  out.findings.reserve(out.findings.size() + of_files.size());
  std::ranges::move(of_files, std::back_inserter(out.findings));
  keep_scope(workspace, out.findings);
  apply_deviations(context, settings, out.findings);
  identify(workspace, out.findings);
  out.summary = summary_of(workspace);
  leave_out_known(options, settings, out);
  count_severities(out);
  out.complete = options.only_rules.empty() && options.skip_rules.empty() && out.summary.known == 0;
  return out;
}

}  // namespace

void count_severities(Validation& validation) {
  const auto count = [&](Severity severity) {
    return static_cast<size_t>(
        std::ranges::count(validation.findings, severity, &Finding::severity));
  };
  validation.summary.errors = count(Severity::Error);
  validation.summary.warnings = count(Severity::Warning);
  validation.summary.notes = count(Severity::Note);
}

std::optional<ValidatedWorkspace> ValidatedWorkspace::of(const Validation& validation, bool draft) {
  const bool sound = validation.complete && validation.summary.errors == 0;
  if (!validation.workspace || (!sound && !draft)) return std::nullopt;
  return ValidatedWorkspace(*validation.workspace, draft);
}

std::expected<Validation, IoError> validate_workspace(FileSystem& files, const std::string& root,
                                                      const ValidateOptions& options) {
  return validate(options,
                  [&](const LoadOptions& loading) { return load_workspace(files, root, loading); });
}

std::expected<Validation, IoError> validate_files(FileSystem& files,
                                                  const std::vector<std::string>& paths,
                                                  const ValidateOptions& options) {
  return validate(options,
                  [&](const LoadOptions& loading) { return load_files(files, paths, loading); });
}

}  // namespace catalog
