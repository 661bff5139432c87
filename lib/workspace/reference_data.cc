#include "workspace/reference_data.h"

#include <mutex>

#include "model/date.h"
#include "workspace/loaded_file.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

std::string guideline_address(const Guideline& guideline) {
  return "guideline/" + std::string(guideline.domain.view());
}
std::string no_address(const Head&) { return {}; }

/// Reads one file that must be of the kind of `Document`.
template <class Document, class Address>
std::expected<void, IoError> load_one(FileSystem& files, const std::string& path, Kind kind,
                                      const LoadOptions& options, unsigned worker,
                                      FileRecord& record, Document& out, Address address) {
  auto bytes = files.read(path);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  thread_local yaml::Tree tree;
  LoadedFile file(path, std::move(*bytes), tree);
  file.demand_kind(kind);
  if (file.kind() == kind) read_document(tree, file.path(), out, file.problems());
  record = file.record();
  file.show(options.visit, worker, address(out));
  return {};
}

/// Reads several files of one kind, in parallel; the first error in file order is returned.
template <class Document, class Address>
std::expected<std::vector<Document>, IoError> load_all(FileSystem& files,
                                                       const std::vector<std::string>& paths,
                                                       Kind kind, const LoadOptions& options,
                                                       std::vector<FileRecord>& records,
                                                       Address address) {
  std::vector<Document> out(paths.size());
  std::vector<FileRecord> found(paths.size());
  std::vector<std::optional<IoError>> errors(paths.size());
  parallel_for(paths.size(), options.threads, [&](size_t i, unsigned worker) {
    auto done = load_one(files, paths[i], kind, options, worker, found[i], out[i], address);
    if (!done) errors[i] = std::move(done.error());
  });
  for (auto& error : errors) {
    if (error) return std::unexpected(std::move(*error));
  }
  records.insert(records.end(), found.begin(), found.end());
  return out;
}

template <class Document>
std::expected<Document, IoError> load_single(FileSystem& files, const std::string& path, Kind kind,
                                             const LoadOptions& options,
                                             std::vector<FileRecord>& records) {
  if (path.empty()) return Document{};
  auto all = load_all<Document>(files, {path}, kind, options, records, no_address);
  if (!all) return std::unexpected(std::move(all.error()));
  return std::move(all->front());
}

WorkingDays calendar_of(const CalendarFile& file) {
  const auto from = Date::parse(file.from.view());
  const auto until = Date::parse(file.until.view());
  if (!from || !until) return WorkingDays();
  const auto dates = [](const Texts& texts) {
    std::vector<Date> out;
    for (const Text& text : texts) {
      if (const auto date = Date::parse(text.view())) out.push_back(*date);
    }
    return out;
  };
  return WorkingDays(*from, *until, dates(file.days_off), dates(file.workdays));
}

}  // namespace

std::expected<void, IoError> load_reference_data(FileSystem& files, const ReferencePaths& paths,
                                                 const LoadOptions& options, Workspace& workspace) {
  auto& records = workspace.files;
  auto vocabulary =
      load_single<VocabularyFile>(files, paths.vocabulary, Kind::Vocabulary, options, records);
  if (!vocabulary) return std::unexpected(std::move(vocabulary.error()));
  workspace.vocabulary = Vocabulary(std::move(*vocabulary));

  auto units = load_single<UnitsFile>(files, paths.units, Kind::Units, options, records);
  if (!units) return std::unexpected(std::move(units.error()));
  workspace.units = UnitTable(std::move(*units), workspace.vocabulary);

  auto calendar =
      load_single<CalendarFile>(files, paths.calendar, Kind::Calendar, options, records);
  if (!calendar) return std::unexpected(std::move(calendar.error()));
  workspace.calendar = calendar_of(*calendar);

  auto demands = load_single<DemandsFile>(files, paths.demands, Kind::Demands, options, records);
  if (!demands) return std::unexpected(std::move(demands.error()));
  workspace.demands = std::move(*demands);

  auto legal = load_single<LegalFile>(files, paths.legal, Kind::Legal, options, records);
  if (!legal) return std::unexpected(std::move(legal.error()));
  workspace.legal_file = std::move(*legal);

  auto templates =
      load_all<TemplateFile>(files, paths.templates, Kind::Template, options, records, no_address);
  if (!templates) return std::unexpected(std::move(templates.error()));
  workspace.templates = std::move(*templates);

  auto guidelines = load_all<Guideline>(files, paths.guidelines, Kind::Guideline, options, records,
                                        guideline_address);
  if (!guidelines) return std::unexpected(std::move(guidelines.error()));
  workspace.guidelines = std::move(*guidelines);
  return {};
}

std::expected<void, IoError> load_baseline(FileSystem& files, const LoadOptions& options,
                                           Workspace& workspace) {
  std::string path;
  if (options.baseline) {
    path = *options.baseline;
  } else if (const Text& named = workspace.config.baseline; !named.empty()) {
    path = normalize_path(join_path(workspace.root, named.view()));
    if (files.kind(path) == PathKind::Missing) return {};
  }
  auto loaded = load_single<BaselineFile>(files, path, Kind::Baseline, options, workspace.files);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  workspace.baseline = std::move(*loaded);
  return {};
}

}  // namespace catalog
