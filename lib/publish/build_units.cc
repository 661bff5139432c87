#include "publish/build_units.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "publish/build_plan.h"
#include "publish/publishable_text.h"
#include "publish/units_page.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

/// What is kept of a unit once it is dropped.
struct UnitOutcome {
  size_t editions = 0;
  size_t items = 0;
  std::vector<Finding> errors;
  std::vector<Finding> warnings;
  BuildResult written;
  std::optional<IoError> failure;
};

/// Resolves and lays out one unit at a time.
class UnitsBuilder {
 public:
  UnitsBuilder(const ValidatedWorkspace& validated, FileSystem& files, const UnitsRequest& request,
               const BuildOptions& options, const TemplateFile& file)
      : validated_(validated),
        files_(files),
        request_(request),
        options_(options),
        template_(file),
        checks_(validated, request.checks),
        known_(request.known) {}

  /// Calls f(plan) while the catalogues of the unit are there.
  template <class F>
  void with_plan(const Unit& unit, UnitOutcome& out, F&& f) const {
    const UnitResolver resolver(validated_, unit,
                                {.as_of = request_.checks.as_of,
                                 .only_domains = request_.domains,
                                 .earlier = request_.earlier});
    if (resolver.domains().empty()) return;
    const UnitCatalogues resolved = resolve_unit(resolver, checks_);
    keep_errors(resolved.findings, out);
    out.warnings = known_.news(resolved.findings);
    const BuildPlan plan = plan_unit(validated_, unit, resolved.catalogues, template_, options_);
    keep_errors(plan.findings, out);
    out.editions = plan.editions.size();
    out.items = 0;
    for (const PlannedEdition& planned : plan.editions) out.items += planned.table.rows.size();
    if (out.editions > 0) f(plan);
  }

  void check(const Unit& unit, UnitOutcome& out) const {
    with_plan(unit, out, [](const BuildPlan&) {});
  }

  const KnownPlaces& known() const { return known_; }

  void write(const Unit& unit, const std::string& folder, UnitOutcome& out) const {
    with_plan(unit, out, [&](const BuildPlan& plan) {
      out.written.out = join_path(folder, unit.code.view());
      if (auto done = write_plan(validated_, files_, options_, plan, out.written); !done)
        out.failure = std::move(done.error());
    });
  }

 private:
  /// A draft goes on in spite of errors.
  void keep_errors(const std::vector<Finding>& findings, UnitOutcome& out) const {
    if (validated_.draft()) return;
    for (const Finding& finding : findings) {
      if (finding.severity == Severity::Error) out.errors.push_back(finding);
    }
  }

  const ValidatedWorkspace& validated_;
  FileSystem& files_;
  const UnitsRequest& request_;
  const BuildOptions& options_;
  const TemplateFile& template_;
  ResolvedChecks checks_;
  KnownPlaces known_;
};

/// One of the errors that stand at the same place for several units.
void keep_distinct(std::vector<Finding>& findings) {
  std::set<std::tuple<std::string_view, std::string_view, uint32_t, uint32_t, std::string>> seen;
  std::erase_if(findings, [&](const Finding& finding) {
    return !seen.emplace(finding.rule, finding.place.file.view(), finding.place.span.begin,
                         finding.place.span.end, finding.message.in(Lang::Zh))
                .second;
  });
  sort_findings(findings);
}

UnitsPage units_page(const ValidatedWorkspace& validated, const UnitsRequest& request,
                     const std::vector<UnitOutcome>& outcomes) {
  const Workspace& workspace = validated.workspace();
  UnitsPage page;
  page.title = publishable(workspace.config.title.view());
  page.note = publishable(workspace.config.note.view());
  page.facts = workspace_facts(workspace);
  page.draft = validated.draft();
  for (size_t i = 0; i < outcomes.size(); i++) {
    if (outcomes[i].editions == 0) continue;
    const Unit& unit = *request.units[i];
    const Unit* district = workspace.units.district_of(unit);
    page.entries.push_back({district ? publishable(district->name.view()) : "市级部门",
                            publishable(unit.name.view()), std::string(unit.code.view()),
                            outcomes[i].editions, outcomes[i].items});
  }
  return page;
}

}  // namespace

std::expected<std::vector<Symbol>, Message> domains_at(const Workspace& workspace,
                                                       FileSystem& files,
                                                       const std::vector<std::string>& paths,
                                                       const std::vector<const Unit*>& units) {
  std::vector<Symbol> out;
  for (const std::string& path : paths) {
    const std::string wanted = files.canonical(path);
    const auto is_below = [&](Symbol file) {
      const std::string own = files.canonical(std::string(file.view()));
      return own == wanted || own.starts_with(wanted + "/");
    };
    const size_t before = out.size();
    for (const Standard& standard : workspace.standards)
      if (is_below(standard.file)) out.push_back(standard.domain.value);
    for (const List& list : workspace.lists) {
      const bool own = std::ranges::any_of(
          units, [&](const Unit* unit) { return unit->code.value == list.unit.value; });
      if (own && is_below(list.file)) out.push_back(list.domain.value);
    }
    if (out.size() == before)
      return std::unexpected(
          say({"“{}”里没有标准目录，也没有这些单位的清单：与 --unit 同用的路径用来选领域，如 "
               "standards/social-assistance.yaml",
               "“{}” holds no standard and no list of these units: with --unit a path chooses "
               "domains, as standards/social-assistance.yaml does"},
              path));
  }
  return out;
}

std::vector<const Unit*> all_units(const Workspace& workspace) {
  std::vector<const Unit*> out;
  for (const Unit& unit : workspace.units.all()) out.push_back(&unit);
  return out;
}

std::expected<UnitsResult, IoError> build_units(const ValidatedWorkspace& validated,
                                                FileSystem& files, const UnitsRequest& request,
                                                const BuildOptions& options) {
  BuildPlan choice;
  const auto file = choose_template(validated.workspace(), options, choice);
  if (!file) return std::unexpected(file.error());
  const UnitsBuilder builder(validated, files, request, options, **file);
  UnitsResult result;
  result.out = options.out.empty() ? join_path(validated.workspace().root, "build") : options.out;
  result.findings = std::move(choice.findings);

  std::vector<UnitOutcome> outcomes(request.units.size());
  parallel_for(outcomes.size(), request.threads,
               [&](size_t i, unsigned) { builder.check(*request.units[i], outcomes[i]); });
  for (size_t i = 0; i < outcomes.size(); i++) {
    result.editions += outcomes[i].editions;
    result.items += outcomes[i].items;
    if (outcomes[i].editions == 0 && outcomes[i].errors.empty())
      result.without.push_back(request.units[i]);
    std::ranges::move(outcomes[i].errors, std::back_inserter(result.findings));
    outcomes[i].errors.clear();
    std::ranges::move(outcomes[i].warnings, std::back_inserter(result.warnings));
    outcomes[i].warnings.clear();
  }
  keep_distinct(result.findings);
  result.warnings = builder.known().news(result.warnings);
  if (result.stopped() || result.editions == 0) return result;

  parallel_for(outcomes.size(), request.threads, [&](size_t i, unsigned) {
    if (outcomes[i].editions > 0) builder.write(*request.units[i], result.out, outcomes[i]);
  });
  for (UnitOutcome& outcome : outcomes) {
    if (outcome.failure) return std::unexpected(std::move(*outcome.failure));
    std::ranges::move(outcome.written.written, std::back_inserter(result.written));
    std::ranges::move(outcome.written.unchanged, std::back_inserter(result.unchanged));
  }
  if (std::ranges::find(options.formats, PublishFormat::Html) == options.formats.end())
    return result;
  const std::string path = join_path(result.out, "units.html");
  const auto written =
      write_if_changed(files, path, write_units_page(units_page(validated, request, outcomes)));
  if (!written) return std::unexpected(written.error());
  (*written ? result.written : result.unchanged).push_back(path);
  return result;
}

}  // namespace catalog
