#include "publish/build_plan.h"

#include <algorithm>
#include <set>

#include "model/date.h"
#include "model/fields_reference.h"
#include "publish/build_rules.h"
#include "publish/check_texts.h"
#include "publish/publishable_text.h"
#include "publish/xlsx_layout.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

/// Files that a whole build has beside those of its domains.
constexpr std::string_view kOwnNames[]{"catalogue", "index",      "units",  "search",
                                       "active",    "publishers", "sitemap"};

/// A name that is one path part and can lead nowhere else: what the file formats ask of domains and
/// units, checked again because a draft may hold anything.
bool is_safe_name(std::string_view name) {
  return !name.empty() && name.front() != '-' && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void add_path_finding(const Edition& edition, Message message, std::vector<Finding>& out) {
  const bool of_unit = edition.list && !is_safe_name(edition.unit);
  const Span at = of_unit ? edition.list->unit.span : edition.head->domain.span;
  add_finding(out, publish_path_rule, {edition.head->file, at}, edition.address, {}, {},
              std::move(message));
}

/// Gives each edition its place and reports those that have none of their own.
void set_paths(BuildPlan& plan) {
  std::set<std::string> used;
  if (plan.whole) used.insert(std::begin(kOwnNames), std::end(kOwnNames));
  for (PlannedEdition& planned : plan.editions) {
    const Edition& edition = planned.edition;
    if (!is_safe_name(edition.domain) || (edition.list && !is_safe_name(edition.unit))) {
      add_path_finding(edition,
                       say({"领域“{}”或单位“{}”不能用作文件名",
                            "The domain “{}” or unit “{}” can't be the name of a file"},
                           publishable(edition.domain), publishable(edition.unit)),
                       plan.findings);
      continue;
    }
    planned.path = edition.list && !edition.resolved
                       ? "lists/" + edition.unit + "/" + edition.domain
                       : edition.domain;
    if (!used.insert(planned.path).second) {
      add_path_finding(
          edition,
          say({"有两份目录都要写到“{}”", "Two catalogues would be written to “{}”"}, planned.path),
          plan.findings);
    }
  }
}

IoError usage_error(std::string path, Message message) {
  return {std::move(path), 0, std::move(message)};
}

/// Whether a file is one of the paths that were asked for, or below one.
bool is_asked_for(FileSystem& files, const Edition& edition,
                  const std::vector<std::string>& wanted) {
  const std::string path = files.canonical(std::string(edition.head->file.view()));
  return std::ranges::any_of(wanted, [&](std::string folder) {
    if (path == folder) return true;
    if (!folder.ends_with('/')) folder += '/';
    return path.starts_with(folder);
  });
}

std::expected<std::vector<Edition>, IoError> choose_editions(const ValidatedWorkspace& validated,
                                                             FileSystem& files,
                                                             const BuildOptions& options) {
  const bool by_path = !options.only_paths.empty();
  std::vector<Edition> all = by_path ? all_editions(validated) : editions_of(validated);
  if (by_path) {
    std::vector<std::string> wanted;
    for (const std::string& path : options.only_paths) wanted.push_back(files.canonical(path));
    std::erase_if(all, [&](const Edition& e) { return !is_asked_for(files, e, wanted); });
  }
  if (!options.only_domain.empty())
    std::erase_if(all, [&](const Edition& e) { return e.domain != options.only_domain; });
  if (all.empty()) {
    const std::string& what = by_path ? options.only_paths.front() : validated.workspace().root;
    return std::unexpected(
        usage_error(what, options.only_domain.empty()
                              ? say({"“{}”中没有可发布的标准目录或事项清单",
                                     "There is no standard or list to publish in “{}”"},
                                    what)
                              : say({"“{}”中没有领域“{}”的标准目录或事项清单",
                                     "There is no standard or list of the domain “{1}” in “{0}”"},
                                    what, options.only_domain)));
  }
  return all;
}

int64_t seconds_of(std::string_view date) {
  const auto day = Date::parse(date);
  return day ? int64_t{day->sys_days().time_since_epoch().count()} * 86400 : 0;
}

/// The time that documents bear: SOURCE_DATE_EPOCH, else the day from which the content holds.
int64_t created(const Workspace& workspace, std::string_view effective,
                const BuildOptions& options) {
  if (options.source_date_epoch) return *options.source_date_epoch;
  return seconds_of(effective.empty() ? workspace.config.effective.view() : effective);
}

Book empty_book(const ValidatedWorkspace& validated) {
  Book book;
  const WorkspaceFile& config = validated.workspace().config;
  book.compiler = publishable(config.compiler.view());
  book.note = publishable(config.note.view());
  book.draft = validated.draft_mark();
  return book;
}

void check(const ValidatedWorkspace& validated, const TemplateFile& file,
           const BuildOptions& options, BuildPlan& plan) {
  const auto add = [&](std::vector<Finding> more) {
    std::ranges::move(more, std::back_inserter(plan.findings));
  };
  add(check_template(file, validated.workspace()));
  std::vector<std::vector<Finding>> found(plan.editions.size());
  parallel_for(found.size(), plan.threads, [&](size_t i, unsigned) {
    found[i] = check_texts(plan.editions[i].edition);
    // Kept with the table; what comes after would make them one by one.
    if (options.wants(PublishFormat::Xlsx)) sheet_layout(plan.editions[i].table);
  });
  for (std::vector<Finding>& of_edition : found) add(std::move(of_edition));
  if (options.wants(PublishFormat::Xlsx) && !plan.has_errors()) {
    if (plan.whole) {
      add(check_xlsx(book_of_all(validated, plan, options)));
    } else {
      for (const PlannedEdition& planned : plan.editions)
        add(check_xlsx(book_of(validated, planned, options)));
    }
  }
  sort_findings(plan.findings);
}

/// Makes the tables of the editions, gives them their places and checks all that can stop a build.
void lay_out(std::vector<Edition> editions, const ValidatedWorkspace& validated,
             const TemplateFile& file, const BuildOptions& options, BuildPlan& plan) {
  // Tables point at their editions, so these stand still from here on.
  plan.editions.resize(editions.size());
  parallel_for(editions.size(), plan.threads, [&](size_t i, unsigned) {
    PlannedEdition& planned = plan.editions[i];
    planned.edition = std::move(editions[i]);
    planned.table = make_table(planned.edition, file, {options.with_codes, options.channels});
  });
  set_paths(plan);
  check(validated, file, options, plan);
}

}  // namespace

std::expected<const TemplateFile*, IoError> choose_template(const Workspace& workspace,
                                                            const BuildOptions& options,
                                                            BuildPlan& plan) {
  const Text& configured = workspace.config.table_template;
  const std::string name =
      options.template_name.empty() ? std::string(configured.view()) : options.template_name;
  if (!name.empty()) {
    if (const TemplateFile* found = workspace.find_template(name)) return found;
    std::string known;
    for (const TemplateFile& file : workspace.templates)
      known += (known.empty() ? "" : "、") + std::string(file.name.view());
    Message message = say(
        {"没有目录样式“{}”；现有：{}", "There is no template “{}”; there are: {}"}, name, known);
    if (!options.template_name.empty()) return std::unexpected(usage_error(name, message));
    add_finding(plan.findings, publish_template_rule, {workspace.config.file, configured.span}, {},
                "template", {}, std::move(message));
  }
  if (workspace.templates.empty())
    return std::unexpected(
        usage_error(workspace.root, say({"工作区没有目录样式", "The workspace has no templates"})));
  return &workspace.templates.front();
}

bool BuildPlan::has_errors() const {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.severity == Severity::Error; });
}

std::expected<BuildPlan, IoError> plan_build(const ValidatedWorkspace& validated, FileSystem& files,
                                             const BuildOptions& options) {
  BuildPlan plan;
  plan.threads = options.threads;
  plan.whole = options.only_paths.empty() && options.only_domain.empty();
  const auto file = choose_template(validated.workspace(), options, plan);
  if (!file) return std::unexpected(file.error());
  auto editions = choose_editions(validated, files, options);
  if (!editions) return std::unexpected(std::move(editions.error()));
  lay_out(std::move(*editions), validated, **file, options, plan);
  return plan;
}

BuildPlan plan_unit(const ValidatedWorkspace& validated, const Unit& unit,
                    std::span<const ResolvedCatalogue> catalogues, const TemplateFile& file,
                    const BuildOptions& options) {
  BuildPlan plan;
  plan.whole = true;
  plan.unit = &unit;
  std::vector<Edition> editions;
  for (const ResolvedCatalogue& catalogue : catalogues) {
    if (!catalogue.list.items.empty())
      editions.push_back(resolved_edition(validated, catalogue.list));
  }
  lay_out(std::move(editions), validated, file, options, plan);
  return plan;
}

BuildPlan plan_standards(const ValidatedWorkspace& validated, const std::vector<Symbol>& domains,
                         const TemplateFile& file, const BuildOptions& options) {
  BuildPlan plan;
  plan.threads = options.threads;
  plan.whole = true;
  std::vector<Edition> editions = editions_of(validated);
  std::erase_if(editions, [&](const Edition& edition) {
    const bool wanted =
        domains.empty() || std::ranges::find(domains, edition.head->domain.value) != domains.end();
    return !edition.standard || !wanted;
  });
  lay_out(std::move(editions), validated, file, options, plan);
  return plan;
}

std::string whole_title(const ValidatedWorkspace& validated, const BuildPlan& plan) {
  const std::string_view title = validated.workspace().config.title.view();
  if (!plan.unit) return publishable(title);
  return publishable(std::string(plan.unit->name.view()) + "政务公开标准目录");
}

std::vector<Fact> whole_facts(const ValidatedWorkspace& validated, const BuildPlan& plan) {
  std::vector<Fact> out = workspace_facts(validated.workspace());
  if (!plan.unit) return out;
  const RecordInfo& info = *record_info<Unit>();
  out.insert(out.begin(), {std::string(record_info<List>()->field("unit")->key.zh),
                           publishable(plan.unit->name.view())});
  if (!plan.unit->hotline.empty())
    out.push_back(
        {std::string(info.field("hotline")->key.zh), publishable(plan.unit->hotline.view())});
  return out;
}

Book book_of(const ValidatedWorkspace& validated, const PlannedEdition& planned,
             const BuildOptions& options) {
  Book book = empty_book(validated);
  book.title = planned.edition.title;
  book.facts = planned.edition.facts;
  book.created = created(validated.workspace(), planned.edition.head->effective.view(), options);
  book.tables = {&planned.table};
  return book;
}

Book book_of_all(const ValidatedWorkspace& validated, const BuildPlan& plan,
                 const BuildOptions& options) {
  Book book = empty_book(validated);
  book.title = whole_title(validated, plan);
  book.facts = whole_facts(validated, plan);
  book.created = created(validated.workspace(), {}, options);
  for (const PlannedEdition& planned : plan.editions) book.tables.push_back(&planned.table);
  return book;
}

}  // namespace catalog
