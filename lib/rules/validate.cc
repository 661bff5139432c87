#include "rules/validate.h"

#include <algorithm>

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
      : context_(context),
        settings_(settings),
        item_rules_(settings.running(&Rule::check_item)),
        catalogue_rules_(settings.running(&Rule::check_catalogue)) {}

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
      check(i < lists ? view_of(context_, workspace.lists[i])
                      : view_of(context_, workspace.standards[i - lists]),
            found[i]);
    });
    std::vector<Finding> out;
    for (auto& some : found) std::ranges::move(some, std::back_inserter(out));
    for (const Rule* rule : settings_.running(&Rule::check_workspace)) {
      Reporter reporter(*rule, settings_.severity(*rule), out);
      rule->check_workspace(context_, reporter);
    }
    return out;
  }

 private:
  void check(const CatalogueView& view, std::vector<Finding>& found) const {
    for (const Rule* rule : catalogue_rules_) {
      Reporter reporter(*rule, settings_.severity(*rule), found);
      rule->check_catalogue(view, reporter);
    }
    std::vector<Reporter> reporters;
    for (const Rule* rule : item_rules_)
      reporters.emplace_back(*rule, settings_.severity(*rule), found);
    std::vector<const RowDemand*> rows;
    for (uint32_t i = 0; i < view.size(); i++) {
      const Item& item = view.item(i);
      rows.clear();
      for (const Text& reference : item.guideline) {
        const RowDemand* row = context_.demand(reference.value);
        if (row && std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
      }
      const ItemView item_view{view, item, i, rows,
                               context_.workspace().vocabulary.levels(item.levels)};
      for (Reporter& reporter : reporters) reporter.rule().check_item(item_view, reporter);
    }
  }

  const RuleContext& context_;
  const RuleSettings& settings_;
  std::vector<const Rule*> item_rules_;
  std::vector<const Rule*> catalogue_rules_;
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

ValidationSummary summary_of(const Workspace& workspace, const std::vector<Finding>& findings) {
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
  for (const Finding& finding : findings) {
    out.errors += finding.severity == Severity::Error;
    out.warnings += finding.severity == Severity::Warning;
    out.notes += finding.severity == Severity::Note;
  }
  return out;
}

/// Checks what `load(LoadOptions)` loads.
template <class Load>
std::expected<Validation, IoError> validate(const ValidateOptions& options, Load load) {
  FilePass files(options.threads);
  LoadOptions loading{options.builtin, options.threads, options.only_paths,
                      [&](const FileView& view, unsigned worker) { files.visit(view, worker); }};
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
  std::ranges::move(files.take(settings), std::back_inserter(out.findings));
  keep_scope(workspace, out.findings);
  Deviations(context).apply(out.findings);
  identify(workspace, out.findings);
  out.summary = summary_of(workspace, out.findings);
  out.complete = options.only_rules.empty() && options.skip_rules.empty();
  return out;
}

}  // namespace

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
