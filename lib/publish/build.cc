#include "publish/build.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <functional>

#include "publish/build_plan.h"
#include "publish/csv.h"
#include "publish/fragment.h"
#include "publish/json.h"
#include "publish/publishable_text.h"
#include "publish/site_assets.h"
#include "publish/unit_pages.h"
#include "publish/xml.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

constexpr std::array<PublishFormatInfo, 6> kFormats{{
    {PublishFormat::Xlsx, "xlsx", {"Excel工作簿，按目录样式", "an Excel workbook, by template"}},
    {PublishFormat::Xml, "xml", {"XML，保留全部字段", "XML with every field"}},
    {PublishFormat::Html, "html", {"静态网页，按目录样式", "a static page, by template"}},
    {PublishFormat::Json, "json", {"JSON，保留全部字段", "JSON with every field"}},
    {PublishFormat::Ndjson, "ndjson", {"NDJSON，每行一个事项", "NDJSON, an item a line"}},
    {PublishFormat::Csv, "csv", {"CSV，按目录样式", "CSV, by template"}},
}};

std::string upper(std::string_view name) {
  std::string out(name);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

/// What a thread keeps from one file to the next.
struct Desk {
  std::string room;  ///< what bytes are made in
  XmlWriter xml;
};

/// Writes what a plan holds: its tables at the same time, each by a builder with a result of its
/// own, then the pages that lead to them.
class Builder {
 public:
  Builder(const ValidatedWorkspace& validated, FileSystem& files, const BuildOptions& options,
          const BuildPlan& plan, BuildResult& result, Desk& desk)
      : validated_(validated),
        files_(files),
        options_(options),
        plan_(plan),
        result_(result),
        desk_(desk) {}

  std::expected<void, IoError> run() {
    if (auto done = together(tables()); !done) return done;
    if (plan_.whole) {
      if (auto done = write_whole(); !done) return done;
    }
    return plan_.unit && options_.wants(PublishFormat::Html) ? write_unit_pages()
                                                             : std::expected<void, IoError>{};
  }

 private:
  using Task = std::function<std::expected<void, IoError>(Builder&)>;

  /// What writes tables, in the order in which the files are named.
  std::vector<Task> tables() const {
    std::vector<Task> out;
    for (const PlannedEdition& planned : plan_.editions)
      out.push_back([&](Builder& to) { return to.write_formats(planned); });
    if (options_.wants(PublishFormat::Html) && options_.fragment != Fragment::None) {
      for (const PlannedEdition& planned : plan_.editions)
        out.push_back([&](Builder& to) { return to.write_fragment(planned); });
      out.push_back([](Builder& to) { return to.write_fragment_style(); });
    }
    if (plan_.whole && options_.wants(PublishFormat::Xlsx) && !plan_.editions.empty())
      out.push_back([](Builder& to) { return to.write_book(); });
    return out;
  }

  /// Does the tasks at the same time and adds what they wrote in their order; stops at a failure.
  std::expected<void, IoError> together(const std::vector<Task>& tasks) {
    std::vector<BuildResult> parts(tasks.size());
    std::vector<std::expected<void, IoError>> done(tasks.size());
    std::atomic<bool> failed = false;
    std::vector<Desk> desks(plan_.threads ? plan_.threads : default_threads());
    parallel_for(tasks.size(), plan_.threads, [&](size_t turn, unsigned worker) {
      if (failed) return;
      // The last, a workbook of all, takes longest.
      const size_t i = (turn + tasks.size() - 1) % tasks.size();
      parts[i].out = result_.out;
      Builder one(validated_, files_, options_, plan_, parts[i], desks[worker]);
      done[i] = tasks[i](one);
      if (!done[i]) failed = true;
    });
    for (size_t i = 0; i < tasks.size(); i++) {
      if (!done[i]) return std::move(done[i]);
      result_.add_files(std::move(parts[i]));
    }
    return {};
  }

  std::expected<void, IoError> write_formats(const PlannedEdition& planned) {
    for (const PublishFormat format : options_.formats) {
      auto bytes = render(planned, format);
      if (!bytes) return std::unexpected(std::move(bytes.error()));
      const bool page = format == PublishFormat::Html;
      const std::string path =
          planned.path + (plan_.unit && page ? ".table." : ".") + std::string(info(format).name);
      if (auto done = write(path, *bytes); !done) return done;
      if (format != PublishFormat::Xlsx) desk_.room = std::move(*bytes);
      if (page) date(path, planned);
    }
    return {};
  }

  static const PublishFormatInfo& info(PublishFormat format) {
    return kFormats[static_cast<size_t>(format)];
  }

  std::expected<std::string, IoError> render(const PlannedEdition& planned, PublishFormat format) {
    switch (format) {
      case PublishFormat::Xlsx:
        return write_xlsx(book_of(validated_, planned, options_));
      case PublishFormat::Xml:
        return desk_.xml.write(planned.edition, std::move(desk_.room));
      case PublishFormat::Html:
        return write_html(planned.table, frame_of(planned), std::move(desk_.room));
      case PublishFormat::Json:
        return write_json(planned.edition, std::move(desk_.room));
      case PublishFormat::Ndjson:
        return write_ndjson(planned.edition, std::move(desk_.room));
      case PublishFormat::Csv:
        break;
    }
    return write_csv(planned.table, std::move(desk_.room));
  }

  std::expected<void, IoError> write(const std::string& path, const std::string& bytes) {
    const std::string target = join_path(result_.out, path);
    const auto written = write_if_changed(files_, target, bytes);
    if (!written) return std::unexpected(written.error());
    (*written ? result_.written : result_.unchanged).push_back(target);
    return {};
  }

  void date(const std::string& path, const PlannedEdition& planned) {
    result_.page_days[join_path(result_.out, path)] = day_of(planned.edition);
  }

  std::expected<void, IoError> write_book() {
    const auto bytes = write_xlsx(book_of_all(validated_, plan_, options_));
    return bytes ? write("catalogue.xlsx", *bytes) : std::unexpected(bytes.error());
  }

  std::expected<void, IoError> write_whole() {
    if (!options_.wants(PublishFormat::Html) || (plan_.site && !plan_.unit)) return {};
    if (auto done = write("index.html", write_index(index_page())); !done) return done;
    if (plan_.unit) return {};
    return write(std::string(kStylePath), site_style());
  }

  std::expected<void, IoError> write_unit_pages() {
    const UnitPages pages(validated_, plan_);
    for (const PlannedEdition& planned : plan_.editions) {
      const ItemsPage page = pages.items(planned, downloads(planned.edition.domain));
      if (auto done = write(planned.path + ".html", write_items_page(page)); !done) return done;
      date(planned.path + ".html", planned);
    }
    if (auto done = write("active.html", pages.active()); !done) return done;
    return write("publishers.html", pages.publishers());
  }

  std::expected<void, IoError> write_fragment(const PlannedEdition& planned) {
    const bool plain = options_.fragment == Fragment::Plain;
    const PageFrame frame = frame_of(planned);
    const std::string html =
        plain ? write_plain_table(planned.table, frame.note)
        : plan_.unit
            ? write_items_fragment(UnitPages(validated_, plan_).items(planned, frame.downloads))
            : write_table_fragment(planned.table, frame);
    return write(planned.path + std::string(plain ? kPlainTableEnd : kFragmentEnd), html);
  }

  std::expected<void, IoError> write_fragment_style() {
    if (options_.fragment == Fragment::Plain || plan_.site) return {};
    return write(std::string(kFragmentStylePath), fragment_style());
  }

  /// The other forms of an edition; `path` leads from the page to them, without the ending.
  std::vector<Download> downloads(const std::string& path) const {
    std::vector<Download> out;
    if (options_.pdf) out.push_back({"PDF", path + ".pdf"});
    for (const PublishFormatInfo& known : kFormats) {
      if (known.format == PublishFormat::Html || !options_.wants(known.format)) continue;
      out.push_back({upper(known.name), path + "." + std::string(known.name)});
    }
    return out;
  }

  PageFrame frame_of(const PlannedEdition& planned) const {
    const WorkspaceFile& config = validated_.workspace().config;
    PageFrame frame;
    frame.note = publishable(config.note.view());
    frame.downloads = downloads(planned.edition.domain);
    if (plan_.unit) {
      frame.place = UnitPages(validated_, plan_).below_unit();
      return frame;
    }
    if (!plan_.whole) return frame;
    const bool below = planned.edition.list && !planned.edition.resolved;
    frame.place.linked = true;
    frame.place.root = below ? "../../" : "";
    frame.place.crumbs = {{whole_title(validated_, plan_), frame.place.root + "index.html"}};
    if (!plan_.site) return frame;
    frame.place.searched = true;
    const auto units = plan_.site->units.find(planned.edition.domain);
    if (units != plan_.site->units.end()) frame.units = units->second;
    return frame;
  }

  IndexPage index_page() const {
    const WorkspaceFile& config = validated_.workspace().config;
    IndexPage page;
    page.title = whole_title(validated_, plan_);
    page.note = publishable(config.note.view());
    page.facts = whole_facts(validated_, plan_);
    page.draft = validated_.draft_mark();
    page.place.linked = true;
    if (options_.wants(PublishFormat::Xlsx)) page.downloads.push_back({"XLSX", "catalogue.xlsx"});
    if (options_.pdf) page.downloads.push_back({"PDF", "catalogue.pdf"});
    for (const PlannedEdition& planned : plan_.editions) {
      page.entries.push_back({&planned.table, planned.path + ".html", downloads(planned.path)});
    }
    if (plan_.unit) UnitPages(validated_, plan_).add_to_index(page);
    return page;
  }

  const ValidatedWorkspace& validated_;
  FileSystem& files_;
  const BuildOptions& options_;
  const BuildPlan& plan_;
  BuildResult& result_;
  Desk& desk_;
};

}  // namespace

std::span<const PublishFormatInfo> publish_formats() { return kFormats; }

std::optional<PublishFormat> publish_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &PublishFormatInfo::name);
  return found == kFormats.end() ? std::nullopt : std::optional(found->format);
}

bool BuildOptions::wants(PublishFormat format) const {
  return std::ranges::find(formats, format) != formats.end();
}

void BuildResult::add_files(BuildResult part) {
  std::ranges::move(part.written, std::back_inserter(written));
  std::ranges::move(part.unchanged, std::back_inserter(unchanged));
  page_days.merge(part.page_days);
}

bool BuildResult::stopped() const {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.severity == Severity::Error; });
}

std::expected<BuildResult, IoError> build(const ValidatedWorkspace& validated, FileSystem& files,
                                          const BuildOptions& options) {
  BuildResult result;
  result.out = options.out.empty() ? join_path(validated.workspace().root, "build") : options.out;
  if (options.stands && options.stands(result)) return result;
  auto plan = plan_build(validated, files, options);
  if (!plan) return std::unexpected(std::move(plan.error()));
  result.findings = std::move(plan->findings);
  plan->findings.clear();
  result.editions = plan->editions.size();
  for (const PlannedEdition& planned : plan->editions) result.items += planned.table.rows.size();
  if (result.stopped()) return result;
  if (auto done = write_plan(validated, files, options, *plan, result); !done)
    return std::unexpected(std::move(done.error()));
  return result;
}

std::expected<void, IoError> write_plan(const ValidatedWorkspace& validated, FileSystem& files,
                                        const BuildOptions& options, const BuildPlan& plan,
                                        BuildResult& result) {
  Desk desk;
  return Builder(validated, files, options, plan, result, desk).run();
}

std::optional<int64_t> source_date_epoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (!text) return std::nullopt;
  const std::string_view digits(text);
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (error != std::errc{} || end != digits.data() + digits.size() || seconds < 0)
    return std::nullopt;
  return seconds;
}

}  // namespace catalog
