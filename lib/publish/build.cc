#include "publish/build.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "publish/build_plan.h"
#include "publish/csv.h"
#include "publish/json.h"
#include "publish/publishable_text.h"
#include "publish/xml.h"

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

/// Writes what a plan holds, one file at a time.
class Builder {
 public:
  Builder(const ValidatedWorkspace& validated, FileSystem& files, const BuildOptions& options,
          const BuildPlan& plan, BuildResult& result)
      : validated_(validated), files_(files), options_(options), plan_(plan), result_(result) {}

  std::expected<void, IoError> run() {
    for (const PlannedEdition& planned : plan_.editions) {
      for (const PublishFormat format : options_.formats) {
        auto bytes = render(planned, format);
        if (!bytes) return std::unexpected(std::move(bytes.error()));
        if (auto done = write(planned.path, format, *bytes); !done) return done;
      }
    }
    return plan_.whole ? write_whole() : std::expected<void, IoError>{};
  }

 private:
  static const PublishFormatInfo& info(PublishFormat format) {
    return kFormats[static_cast<size_t>(format)];
  }
  bool wants(PublishFormat format) const {
    return std::ranges::find(options_.formats, format) != options_.formats.end();
  }

  std::expected<std::string, IoError> render(const PlannedEdition& planned, PublishFormat format) {
    switch (format) {
      case PublishFormat::Xlsx:
        return write_xlsx(book_of(validated_, planned, options_));
      case PublishFormat::Xml:
        return write_xml(planned.edition);
      case PublishFormat::Html:
        return write_html(planned.table, frame_of(planned));
      case PublishFormat::Json:
        return write_json(planned.edition);
      case PublishFormat::Ndjson:
        return write_ndjson(planned.edition);
      case PublishFormat::Csv:
        break;
    }
    return write_csv(planned.table);
  }

  std::expected<void, IoError> write(const std::string& path, PublishFormat format,
                                     const std::string& bytes) {
    const std::string target = join_path(result_.out, path + "." + std::string(info(format).name));
    const auto written = write_if_changed(files_, target, bytes);
    if (!written) return std::unexpected(written.error());
    (*written ? result_.written : result_.unchanged).push_back(target);
    return {};
  }

  std::expected<void, IoError> write_whole() {
    if (wants(PublishFormat::Xlsx)) {
      const auto bytes = write_xlsx(book_of_all(validated_, plan_, options_));
      if (!bytes) return std::unexpected(bytes.error());
      if (auto done = write("catalogue", PublishFormat::Xlsx, *bytes); !done) return done;
    }
    if (wants(PublishFormat::Html))
      return write("index", PublishFormat::Html, write_index(index_page()));
    return {};
  }

  /// The other forms of an edition; `path` leads from the page to them, without the ending.
  std::vector<Download> downloads(const std::string& path) const {
    std::vector<Download> out;
    for (const PublishFormatInfo& known : kFormats) {
      if (known.format == PublishFormat::Html || !wants(known.format)) continue;
      out.push_back({upper(known.name), path + "." + std::string(known.name)});
    }
    return out;
  }

  PageFrame frame_of(const PlannedEdition& planned) const {
    const WorkspaceFile& config = validated_.workspace().config;
    PageFrame frame;
    frame.note = publishable(config.note.view());
    frame.downloads = downloads(planned.edition.domain);
    if (!plan_.whole) return frame;
    frame.index_title = whole_title(validated_, plan_);
    const bool below = planned.edition.list && !planned.edition.resolved;
    frame.index_href = below ? "../../index.html" : "index.html";
    return frame;
  }

  IndexPage index_page() const {
    const WorkspaceFile& config = validated_.workspace().config;
    IndexPage page;
    page.title = whole_title(validated_, plan_);
    page.note = publishable(config.note.view());
    page.facts = whole_facts(validated_, plan_);
    page.draft = validated_.draft();
    if (wants(PublishFormat::Xlsx)) page.downloads.push_back({"XLSX", "catalogue.xlsx"});
    for (const PlannedEdition& planned : plan_.editions) {
      page.entries.push_back({&planned.table, planned.path + ".html", downloads(planned.path)});
    }
    return page;
  }

  const ValidatedWorkspace& validated_;
  FileSystem& files_;
  const BuildOptions& options_;
  const BuildPlan& plan_;
  BuildResult& result_;
};

}  // namespace

std::span<const PublishFormatInfo> publish_formats() { return kFormats; }

std::optional<PublishFormat> publish_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &PublishFormatInfo::name);
  return found == kFormats.end() ? std::nullopt : std::optional(found->format);
}

bool BuildResult::stopped() const {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.severity == Severity::Error; });
}

std::expected<BuildResult, IoError> build(const ValidatedWorkspace& validated, FileSystem& files,
                                          const BuildOptions& options) {
  auto plan = plan_build(validated, files, options);
  if (!plan) return std::unexpected(std::move(plan.error()));
  BuildResult result;
  result.out = options.out.empty() ? join_path(validated.workspace().root, "build") : options.out;
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
  return Builder(validated, files, options, plan, result).run();
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
