#include "publish/build_units.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <tuple>

#include "publish/build_plan.h"
#include "publish/search_page.h"
#include "publish/site.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

/// What is kept of a unit once it is dropped.
struct UnitOutcome {
  SiteUnit site;
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
    BuildPlan plan = plan_unit(validated_, unit, resolved.catalogues, template_, options_);
    keep_errors(plan.findings, out);
    out.editions = plan.editions.size();
    out.items = 0;
    out.site = {&unit, {}};
    for (const PlannedEdition& planned : plan.editions) {
      out.items += planned.table.rows.size();
      out.site.catalogues.push_back(
          {planned.edition.head->domain.value, planned.table.rows.size(), {}});
    }
    if (out.editions > 0) f(plan);
  }

  void check(const Unit& unit, UnitOutcome& out) const {
    with_plan(unit, out, [](BuildPlan&) {});
  }

  const KnownPlaces& known() const { return known_; }

  /// Writes a unit's files, and keeps what the site needs of it.
  void write(const Unit& unit, const std::string& folder, const SiteShape* site,
             UnitOutcome& out) const {
    with_plan(unit, out, [&](BuildPlan& plan) {
      plan.site = site;
      for (size_t i = 0; site && i < plan.editions.size(); i++) {
        PlannedEdition& planned = plan.editions[i];
        planned.answers = item_answers(planned.edition);
        auto& entries = out.site.catalogues[i].entries;
        for (const ItemAnswers& item : planned.answers) entries.push_back(search_entry(item));
      }
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

/// The units that have catalogues, in order.
std::vector<SiteUnit> built_units(std::vector<UnitOutcome>& outcomes) {
  std::vector<SiteUnit> out;
  for (UnitOutcome& outcome : outcomes) {
    if (outcome.editions > 0) out.push_back(std::move(outcome.site));
  }
  return out;
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

  BuildPlan standards;
  if (request.all) {
    standards = plan_standards(validated, request.domains, **file, options);
    std::ranges::move(standards.findings, std::back_inserter(result.findings));
    standards.findings.clear();
  }
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
  if (options.stands && options.stands(result)) return result;

  const bool pages = options.wants(PublishFormat::Html);
  SiteParts parts;
  if (pages) {
    auto words = pinyin_words(validated.workspace(), files);
    if (!words) return std::unexpected(std::move(words.error()));
    parts.words = std::move(*words);
  }
  std::vector<SiteUnit> units = built_units(outcomes);
  const SiteShape site = site_shape(validated, units, request.all);
  std::atomic<size_t> done_units = 0;
  parallel_for(outcomes.size(), request.threads, [&](size_t i, unsigned) {
    if (outcomes[i].editions > 0)
      builder.write(*request.units[i], result.out, pages ? &site : nullptr, outcomes[i]);
    if (options.progress) options.progress(++done_units, outcomes.size());
  });
  for (UnitOutcome& outcome : outcomes) {
    if (outcome.failure) return std::unexpected(std::move(*outcome.failure));
    result.add_files(std::move(outcome.written));
  }
  if (request.all) standards.site = &site;
  if (pages) units = built_units(outcomes);
  parts.units = units;
  parts.standards = request.all ? &standards : nullptr;
  const auto done = pages         ? write_site(validated, files, options, site, parts, result)
                    : request.all ? write_plan(validated, files, options, standards, result)
                                  : std::expected<void, IoError>{};
  if (!done) return std::unexpected(done.error());
  return result;
}

bool is_only_of_units(const Workspace& workspace, std::string_view path) {
  const std::string_view first = path.substr(0, path.find('/'));
  return path == "units.html" || path == "search.html" || first == "assets" ||
         workspace.units.find(Symbol::of(first)) != nullptr;
}

}  // namespace catalog
