#include "publish/build_folder.h"
#include "publish/pdf.h"

namespace catalog {

namespace {

constexpr std::string_view kEnding = ".xlsx";

}  // namespace

std::expected<void, Message> BuildFolder::print(const Office& office, unsigned threads,
                                                BuildResult& result) {
  std::vector<PrintJob> jobs;
  std::vector<std::string> places;  // of the jobs' PDFs
  const size_t written = result.written.size();
  std::vector<std::string> paths = result.written;
  paths.insert(paths.end(), result.unchanged.begin(), result.unchanged.end());
  for (size_t i = 0; i < paths.size(); i++) {
    if (!paths[i].ends_with(kEnding)) continue;
    const std::string file = i < written ? stage_->staged(paths[i]) : paths[i];
    const std::string pdf = paths[i].substr(0, paths[i].size() - kEnding.size()) + ".pdf";
    const auto workbook = disk().read(file);
    if (!workbook) return std::unexpected(workbook.error().message);
    const auto before = disk().kind(pdf) == PathKind::File ? disk().read(pdf) : std::string();
    if (before && is_pdf_of(*before, *workbook)) {
      result.unchanged.push_back(pdf);
    } else {
      jobs.push_back({file, below(paths[i])});
      places.push_back(pdf);
    }
  }
  if (jobs.empty()) return {};
  const std::string folder = stage_->staged(out_) + "/.office";
  if (auto done = print_workbooks(office, jobs, folder, threads); !done) return done;
  for (size_t i = 0; i < jobs.size(); i++) {
    const auto workbook = disk().read(jobs[i].workbook);
    if (!workbook) return std::unexpected(workbook.error().message);
    stamp_pdf(jobs[i].pdf, *workbook);
    if (auto done = add(below(places[i]), jobs[i].pdf, result); !done) return done;
  }
  return {};
}

}  // namespace catalog
