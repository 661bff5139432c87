// Publishes a loaded workspace again and again and prints the quickest turns: what publishing
// takes, loading and checking aside.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "arguments.h"
#include "lap.h"
#include "publish/build_folder.h"
#include "publish/build_origin.h"
#include "publish/build_plan.h"
#include "publish/build_units.h"
#include "publish/xlsx_layout.h"
#include "source/allocator.h"
#include "source/staged_folder.h"

namespace catalog::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "bench_publish WORKSPACE OUT --format NAME [--format NAME]… [--turns N] [--units N] [--threads "
    "N]\n"
    "bench_publish WORKSPACE OUT --steps NAME [--turns N]\n"
    "bench_publish WORKSPACE OUT --cells FILE [--turns N]\n"
    "\n"
    "Loads the workspace once and builds it into OUT, which is emptied before. Prints for each of "
    "N turns\n"
    "(3; 0: one for each line of the input) seconds by the clock and of all threads, and at the\n"
    "end the items and bytes built.\n"
    "  --format NAME  as `catalog build` does it: staged, with digests, put in place (full), and "
    "again when nothing\n"
    "                 has changed (again)\n"
    "  --units N      the catalogues of the first N units that have some, and their site; 0: all\n"
    "  --steps NAME   laying the tables out and checking them (plan), and making the bytes of the "
    "files of one\n"
    "                 format and writing them (write)\n"
    "  --cells FILE   the same for the workbook of all tables; its cells go into FILE, for "
    "floor_xlsx and the peers\n";

[[noreturn]] void fail(const Message& message) {
  std::fprintf(stderr, "bench_publish: %s\n", message.in(Lang::En).c_str());
  std::exit(2);
}

/// What is built, in which way.
class Publisher {
 public:
  Publisher(const ValidatedWorkspace& validated, BuildOptions options, const Arguments& arguments)
      : validated_(validated), options_(std::move(options)) {
    threads_ = options_.threads = static_cast<unsigned>(arguments.whole("threads", 0));
    if (arguments.text("units").empty()) return;
    of_units_ = true;
    const size_t most = arguments.whole("units", 0);
    for (const Unit* unit : all_units(validated.workspace())) {
      if (most && units_.size() == most) break;
      if (!most || !UnitResolver(validated, *unit, {.as_of = as_of()}).domains().empty())
        units_.push_back(unit);
    }
    all_ = most == 0;
  }

  static Date as_of() { return *Date::of(2020, 12, 31); }

  UnitsRequest request() const {
    UnitsRequest out;
    out.units = units_;
    out.all = all_;
    out.checks.as_of = as_of();
    out.checks.threads = out.threads = threads_;
    return out;
  }

  BuildResult write(FileSystem& files, const BuildOptions& options) const {
    if (of_units_) {
      auto result = build_units(validated_, files, request(), options);
      if (!result) fail(result.error().message);
      return checked(std::move(*result));
    }
    auto result = build(validated_, files, options);
    if (!result) fail(result.error().message);
    return checked(std::move(*result));
  }

  BuildPlan plan() const {
    auto out = plan_build(validated_, disk(), options_);
    if (!out) fail(out.error().message);
    if (out->has_errors()) fail(out->findings.front().message);
    return std::move(*out);
  }

  void write(const BuildPlan& plan) const {
    auto folder = StagedFolder::begin(options_.out);
    if (!folder) fail(folder.error().message);
    BuildResult result;
    result.out = options_.out;
    if (const auto done = write_plan(validated_, (*folder)->files(), options_, plan, result); !done)
      fail(done.error().message);
    if (const auto done = (*folder)->commit(); !done) fail(done.error().message);
  }

  BuildResult write_folder() const {
    auto folder = BuildFolder::begin(options_.out, std::nullopt);
    if (!folder) fail(folder.error());
    folder->remember_in(memory());
    BuildOptions options = options_;
    options.stands = [&](BuildResult& found) {
      const UnitsRequest units = request();
      return folder->stands(
          build_origin(validated_, disk(), options_, of_units_ ? &units : nullptr, ""), threads_,
          found);
    };
    BuildResult result = write(folder->files(), options);
    folder->made(result);
    const auto done = folder->finish(result, threads_, [](std::string_view) { return true; });
    if (!done) fail(done.error());
    return result;
  }

  /// Of all that was built before.
  void empty() const {
    fs::remove_all(options_.out);
    fs::remove(memory());
  }
  std::string memory() const { return options_.out + ".last.txt"; }

  /// The workbook of all tables.
  void write_book(const BuildPlan& plan) const {
    const auto bytes = write_xlsx(book_of_all(validated_, plan, options_));
    if (!bytes) fail(bytes.error().message);
    const auto done = write_file(disk_without_sync(), options_.out + "/catalogue.xlsx", *bytes);
    if (!done) fail(done.error().message);
  }

 private:
  static BuildResult checked(BuildResult result) {
    for (const Finding& finding : result.findings) {
      if (finding.severity == Severity::Error) fail(finding.message);
    }
    return result;
  }

  const ValidatedWorkspace& validated_;
  BuildOptions options_;
  std::vector<const Unit*> units_;
  unsigned threads_ = 0;
  bool of_units_ = false;
  bool all_ = false;
};

uint64_t bytes_below(const fs::path& folder) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

void append_text(std::string& out, std::string text) {
  std::ranges::replace(text, '\n', '\x01');
  out += text;
}

/// A line a sheet row: height, and for each cell its format, the rows it is merged over, its URL
/// and its text, with tabs between and line breaks as 0x01; before those of a table a line # of
/// widths.
void append_cells(const Table& table, std::string& out) {
  const SheetLayout layout = lay_out_sheet(table);
  out += '#';
  for (const Column& column : table.form.columns) out += "\t" + std::to_string(column.width);
  out += '\n';
  for (size_t row = 0; row < table.rows.size(); row++) {
    out += std::to_string(layout.height[row]);
    for (size_t column = 0; column < table.form.columns.size(); column++) {
      const Column& known = table.form.columns[column];
      const Cell& cell = *table.rows[row].cells[column];
      const uint32_t span = layout.spans[row][column];
      const size_t end = row + std::max(span, 1u) - 1;
      const uint32_t rows = span ? layout.first[end] + layout.count[end] - layout.first[row] : 0;
      const auto link =
          std::ranges::find_if(cell.lines, [](const CellLine& line) { return !line.url.empty(); });
      const bool linked = link != cell.lines.end();
      const bool centred =
          known.ticks() || known.merge || known.field == "subtopic" || known.field == "detail";
      out += '\t';
      out += known.field == "number" ? 'n' : linked ? 'l' : centred ? 'c' : 't';
      out += std::to_string(rows) + "\x02" + std::string(linked && span ? link->url : "") + "\x02";
      append_text(out, sheet_text(known, cell));
    }
    out += '\n';
    for (uint32_t more = 1; more < layout.count[row]; more++)
      out += std::to_string(layout.height[row]) + "\n";
  }
}

void write_cells(const BuildPlan& plan, const std::string& path) {
  std::string out;
  for (const PlannedEdition& planned : plan.editions) append_cells(planned.table, out);
  std::ofstream(path, std::ios::binary) << out;
}

/// The workbook of all tables: what it takes, and its cells.
void measure_book(const Publisher& publisher, const std::string& cells, Turns turns) {
  for (bool first = true; turns.next(); first = false) {
    BuildPlan laid_out;
    timed([&] { laid_out = publisher.plan(); }).print("plan");
    timed([&] { publisher.write_book(laid_out); }).print("write");
    if (first) write_cells(laid_out, cells);
  }
}

/// One turn of what `catalog build` does, and of doing it again; the items built.
size_t measure_build(const Publisher& publisher) {
  size_t items = 0;
  timed([&] { items = publisher.write_folder().items; }).print("full");
  timed([&] {
    const BuildResult result = publisher.write_folder();
    if (!result.written.empty()) fail(say({"第二次又写了", "the second build wrote again"}));
  }).print("again");
  return items;
}

/// One turn of laying out and of writing; the items written.
size_t measure_steps(const Publisher& publisher) {
  BuildPlan laid_out;
  timed([&] { laid_out = publisher.plan(); }).print("plan");
  timed([&] { publisher.write(laid_out); }).print("write");
  size_t items = 0;
  for (const PlannedEdition& planned : laid_out.editions) items += planned.table.rows.size();
  return items;
}

int run(const Arguments& arguments) {
  const std::string workspace = arguments.rest()[0];
  BuildOptions options;
  options.out = arguments.rest()[1];
  options.formats.clear();
  for (const char* option : {"format", "steps"}) {
    for (const std::string& name : arguments.texts(option)) {
      const auto format = publish_format(name);
      if (!format) arguments.leave(2);
      options.formats.push_back(*format);
    }
  }
  const std::string cells = arguments.text("cells");
  if (!cells.empty()) options.formats = {PublishFormat::Xlsx};

  ValidateOptions checks;
  checks.as_of = Publisher::as_of();
  const auto validation = validate_workspace(disk(), workspace, checks);
  if (!validation) fail(validation.error().message);
  const auto validated = ValidatedWorkspace::of(*validation, true);
  if (!validated) fail(say({"不能发布", "the workspace can't be published"}));
  const Publisher publisher(*validated, options, arguments);
  Turns turns(arguments.whole("turns", 3));
  if (cells.empty()) {
    size_t items = 0;
    while (turns.next()) {
      publisher.empty();
      items =
          !arguments.text("steps").empty() ? measure_steps(publisher) : measure_build(publisher);
    }
    std::printf("items %zu\nbytes %llu\n", items,
                static_cast<unsigned long long>(bytes_below(options.out)));
  } else {
    measure_book(publisher, cells, turns);
  }
  return 0;
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char** values) {
  catalog::return_memory_early();
  catalog::use_large_pages();
  catalog::bench::Arguments arguments(count, values, catalog::bench::kUsage);
  arguments.only({"format", "steps", "turns", "units", "threads", "cells"});
  size_t ways = 0;
  for (const char* way : {"format", "steps", "cells"}) ways += !arguments.text(way).empty();
  if (arguments.rest().size() != 2 || ways != 1) arguments.leave(2);
  return catalog::bench::run(arguments);
}
