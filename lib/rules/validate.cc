#include "rules/validate.h"

#include <algorithm>
#include <functional>
#include <mutex>

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

  /// All findings of catalogues in scope and of the workspace, and those of files, in no order.
  std::vector<Finding> run(unsigned threads, FilePass& files) const {
    const Workspace& workspace = context_.workspace();
    std::vector<Job> jobs;
    // What takes longest begins first.
    const auto domains = domain_views(context_);
    for (const Rule* rule : settings_.running(&Rule::check_domain)) {
      for (const DomainView& domain : domains) {
        jobs.emplace_back([this, rule, &domain](Findings& found) {
          Reporter reporter(*rule, settings_.severity(*rule), found);
          rule->check_domain(domain, reporter);
        });
      }
    }
    for (const Rule* rule : settings_.running(&Rule::check_workspace)) {
      jobs.emplace_back([this, rule](Findings& found) {
        Reporter reporter(*rule, settings_.severity(*rule), found);
        rule->check_workspace(context_, reporter);
      });
    }
    add_catalogues(workspace.lists, jobs);
    add_catalogues(workspace.standards, jobs);
    for (const Adoption& adoption : workspace.adoptions) {
      if (in_scope(adoption)) {
        jobs.emplace_back([this, &adoption](Findings& found) {
          check_adoption(context_, checks_, adoption, found);
        });
      }
    }
    Findings all = files.take(settings_);
    all.reserve(all.size() + expected(workspace));
    std::mutex mutex;
    std::vector<Findings> found(std::max(1u, threads == 0 ? default_threads() : threads));
    parallel_for(jobs.size(), threads, [&](size_t i, unsigned worker) {
      Findings& own = found[worker];
      jobs[i](own);
      std::erase_if(own, [&](const Finding& finding) { return files.has_slip(finding.place); });
      std::lock_guard lock(mutex);
      std::ranges::move(own, std::back_inserter(all));
      own.clear();
    });
    return all;
  }

 private:
  using Findings = std::vector<Finding>;
  using Job = std::function<void(Findings&)>;

  bool in_scope(const Head& head) const {
    const FileRecord* file = context_.workspace().file(head.file);
    return !file || file->in_scope;
  }

  void add_catalogues(const auto& catalogues, std::vector<Job>& jobs) const {
    for (const auto& catalogue : catalogues) {
      if (in_scope(catalogue)) {
        jobs.emplace_back([this, &catalogue](Findings& found) {
          checks_.run(view_of(context_, catalogue), found);
        });
      }
    }
  }

  /// Room for as many findings as there are seldom more of, so that they are not moved to a larger
  /// place: room that is not used is never touched.
  static size_t expected(const Workspace& workspace) {
    size_t items = 1024;
    for (const List& list : workspace.lists) items += list.items.size();
    for (const Standard& standard : workspace.standards) items += standard.items.size();
    return items;
  }

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
    if (!finding.address.empty()) {
      finding.fingerprint = fingerprint_of(finding);
      continue;
    }
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
  loading.guideline = options.guideline;
  auto loaded = load(loading);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  Validation out;
  out.workspace = std::move(*loaded);
  const Workspace& workspace = *out.workspace;
  const RuleSettings settings(workspace.config, options);
  const RuleContext context(workspace, options.as_of);
  out.findings = Runner(context, settings).run(options.threads, files);
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

bool reaches(const ValidationSummary& summary, Severity severity) {
  switch (severity) {
    case Severity::Off:
      return false;
    case Severity::Note:
      return summary.errors + summary.warnings + summary.notes > 0;
    case Severity::Warning:
      return summary.errors + summary.warnings > 0;
    case Severity::Error:
      break;
  }
  return summary.errors > 0;
}

void count_severities(Validation& validation) {
  const auto count = [&](Severity severity) {
    return static_cast<size_t>(
        std::ranges::count(validation.findings, severity, &Finding::severity));
  };
  validation.summary.errors = count(Severity::Error);
  validation.summary.warnings = count(Severity::Warning);
  validation.summary.notes = count(Severity::Note);
}

std::optional<ValidatedWorkspace> ValidatedWorkspace::of(const Validation& validation, bool draft,
                                                         std::string_view mark) {
  const bool sound = validation.complete && validation.summary.errors == 0;
  if (!validation.workspace || (!sound && !draft)) return std::nullopt;
  return ValidatedWorkspace(*validation.workspace, draft ? mark : std::string_view());
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
