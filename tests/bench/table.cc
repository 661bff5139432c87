// Measures the command against its floors and prints the table of ratios.
//
// Everything that is compared is run in the same minutes, turn by turn, and the medians are
// divided: a ratio then says the same on a fast machine and on a slow one. Wall and CPU time are
// both shown, as another core may be busy.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "arguments.h"
#include "child.h"

namespace catalog::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "bench_table --catalog PROGRAM --tools DIR --big WORKSPACE --small WORKSPACE [--runs N] "
    "[--load PROGRAM]\n"
    "            [--pair WORKSPACE] [--city WORKSPACE --units WORKSPACE] [--next WORKSPACE]\n"
    "            [--repository WORKSPACE] [--peer NAME=COMMAND]…\n"
    "\n"
    "Prints the table of reading and validating: each line a ratio to its floor in the same run.\n"
    "  --tools DIR          where floor_scan and bare are\n"
    "  --big, --small       workspaces of bench_generate, the big one with ten times the items\n"
    "  --runs N             turns, of which the medians count (5)\n"
    "  --load PROGRAM       a program that only loads: PROGRAM --threads 2 WORKSPACE\n"
    "  --city, --units      a workspace whose units are resolved, and one of bench_generate with "
    "as "
    "many items\n"
    "  --next WORKSPACE     the next version of the big one: `diff` against loading both\n"
    "  --repository WORKSPACE  the big one in a repository of git, where the last commit changed "
    "one "
    "file\n"
    "  --pair WORKSPACE     two lists of one domain, paired: `merge` against loading them\n"
    "  --peer NAME=COMMAND  another checker, run by sh with the big workspace as $1\n";

constexpr size_t kStartsARun =
    10;  ///< a start takes a millisecond: more of them for a steady median

/// A command that is measured, and its runs.
struct Subject {
  std::string name;
  std::vector<std::string> words;
  int highest_exit_code = 0;  ///< 1 for what may have findings
  size_t times = 1;           ///< runs a turn
  std::vector<Run> runs;

  double median(double Run::*measure) const {
    std::vector<double> values;
    for (const Run& run : runs) values.push_back(run.*measure);
    std::sort(values.begin(), values.end());
    size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
  double wall() const { return median(&Run::wall); }
  double cpu() const { return median(&Run::cpu); }
  double peak() const { return median(&Run::peak_bytes); }
};

void measure(Subject& subject) {
  for (size_t i = 0; i < subject.times; ++i) {
    std::optional<Run> run = run_command(subject.words);
    if (!run) throw std::runtime_error("can't start " + subject.words[0]);
    if (run->exit_code > subject.highest_exit_code) {
      throw std::runtime_error(subject.name + " ended with exit code " +
                               std::to_string(run->exit_code));
    }
    subject.runs.push_back(*run);
  }
}

uint64_t yaml_bytes(const fs::path& folder) {
  uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") bytes += entry.file_size();
  }
  return bytes;
}

/// Prints rows of cells as a table that reads well as text and is markdown too.
class Table {
 public:
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  void print() const {
    std::vector<size_t> widths;
    for (const auto& row : rows_) {
      widths.resize(std::max(widths.size(), row.size()));
      for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], cells_wide(row[i]));
    }
    for (size_t r = 0; r < rows_.size(); ++r) {
      print_row(rows_[r], widths);
      if (r > 0) continue;
      for (size_t width : widths) std::printf("|%s", std::string(width + 2, '-').c_str());
      std::printf("|\n");
    }
  }

 private:
  /// Code points: the only characters beyond ASCII here are ≤, ≥ and ×, a column each.
  static size_t cells_wide(const std::string& text) {
    return static_cast<size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }
  static void print_row(const std::vector<std::string>& row, const std::vector<size_t>& widths) {
    for (size_t i = 0; i < row.size(); ++i) {
      std::printf("| %s%s ", row[i].c_str(),
                  std::string(widths[i] - cells_wide(row[i]), ' ').c_str());
    }
    std::printf("|\n");
  }
  std::vector<std::vector<std::string>> rows_;
};

std::string number(const char* format, double value, const char* unit = "") {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer + std::string(unit);
}
std::string time_text(double seconds) {
  return seconds < 0.1 ? number("%.2f", seconds * 1e3, " ms") : number("%.3f", seconds, " s");
}
std::string size_text(double bytes) { return number("%.1f", bytes / 1e6, " MB"); }

/// What a ratio should be: at most, or at least, a number; none for a line that only informs.
struct Bar {
  enum class Kind { None, AtMost, AtLeast } kind = Kind::None;
  double value = 0;
  std::string goal;  ///< what is aimed at beyond it

  std::string text() const {
    if (kind == Kind::None) return "";
    return (kind == Kind::AtMost ? "≤ " : "≥ ") + number("%.3g", value) +
           (goal.empty() ? "" : " (goal " + goal + ")");
  }
  std::string verdict(double ratio) const {
    if (kind == Kind::None) return "";
    return (kind == Kind::AtMost ? ratio <= value : ratio >= value) ? "held" : "MISSED";
  }
};

class Bench {
 public:
  explicit Bench(const Arguments& arguments)
      : big_(arguments.text("big")),
        small_(arguments.text("small")),
        runs_(arguments.whole("runs", 5)) {
    const std::string catalog = arguments.text("catalog");
    const fs::path tools = arguments.text("tools");
    auto validate = [&](std::string name, const char* threads, const std::string& workspace) {
      return Subject{
          std::move(name), {catalog, "validate", workspace, "--threads", threads}, 1, 1, {}};
    };
    scan_ = {"scan", {tools / "floor_scan", big_}, 0, 1, {}};
    both_ = validate("validate, 2 threads", "2", big_);
    one_ = validate("validate, 1 thread", "1", big_);
    auto only = [&](std::string name, const char* rule) {
      Subject out = validate(std::move(name), "2", big_);
      out.words.insert(out.words.end(), {"--only", rule});
      return out;
    };
    near_ = only("near-duplicates", "item-similar");
    cheap_ = only("a rule that costs nothing", "link-doubled");
    tenth_ = validate("validate of a tenth", "2", small_);
    bare_ = {"bare", {tools / "bare"}, 0, kStartsARun, {}};
    start_ = {"start", {catalog, "--version"}, 0, kStartsARun, {}};
    if (std::string load = arguments.text("load"); !load.empty()) {
      loads_.push_back({"load, 2 threads", {load, "--threads", "2", big_}, 0, 1, {}});
    }
    if (std::string city = arguments.text("city"); !city.empty()) {
      resolve_ = {"resolving all units, 2 threads",
                  {tools / "bench_resolve", "--threads", "2", city},
                  0,
                  1,
                  {}};
      as_many_ = validate("validate of as many list items", "2", arguments.text("units"));
    }
    if (std::string pair = arguments.text("pair"); !pair.empty() && !loads_.empty()) {
      pair_load_ = {"load", {arguments.text("load"), "--threads", "2", pair}, 0, 1, {}};
      pair_merge_ = {"merge of two lists of 10,000",
                     {catalog, "merge", "--domain", "social-assistance", "--workspace", pair, "-o",
                      pair + "/merged.txt", "--threads", "2"},
                     1,
                     1,
                     {}};
    }
    if (std::string next = arguments.text("next"); !next.empty() && !loads_.empty()) {
      load_both_ = {
          "loading both", {arguments.text("load"), "--threads", "2", big_, next}, 0, 1, {}};
      diffs_.push_back(
          {"diff of two versions", {catalog, "diff", big_, next, "--threads", "2"}, 0, 1, {}});
      if (std::string repository = arguments.text("repository"); !repository.empty()) {
        diffs_.push_back({"diff of two revisions, one file changed",
                          {"sh", "-c", "cd \"$1\" && exec \"$2\" diff HEAD~1..HEAD --threads 2",
                           "sh", repository, fs::absolute(catalog)},
                          0,
                          1,
                          {}});
      }
    }
    for (const std::string& peer : arguments.texts("peer")) {
      size_t equals = peer.find('=');
      if (equals == peer.npos) arguments.leave(2);
      peers_.push_back(
          {peer.substr(0, equals), {"sh", "-c", peer.substr(equals + 1), "sh", big_}, 255, 1, {}});
    }
  }

  void measure_all() {
    std::vector<Subject*> subjects{&scan_,  &both_,  &one_,  &near_,
                                   &cheap_, &tenth_, &bare_, &start_};
    for (Subject& load : loads_) subjects.push_back(&load);
    if (!pair_merge_.words.empty()) subjects.insert(subjects.end(), {&pair_load_, &pair_merge_});
    for (Subject& peer : peers_) subjects.push_back(&peer);
    if (resolve_) subjects.insert(subjects.end(), {&*resolve_, &*as_many_});
    if (!diffs_.empty()) subjects.push_back(&load_both_);
    for (Subject& diff : diffs_) subjects.push_back(&diff);
    for (Subject* subject : subjects) measure(*subject);  // a turn to warm the page cache
    for (Subject* subject : subjects) subject->runs.clear();
    for (size_t turn = 0; turn < runs_; ++turn) {
      for (Subject* subject : subjects) measure(*subject);
    }
  }

  void print() {
    const double bytes = static_cast<double>(yaml_bytes(big_)),
                 few = static_cast<double>(yaml_bytes(small_));
    std::printf(
        "S = one libyaml event scan of %s on one core: %s wall, %s CPU. Medians of %zu turns.\n\n",
        size_text(bytes).c_str(), time_text(scan_.wall()).c_str(), time_text(scan_.cpu()).c_str(),
        runs_);
    using enum Bar::Kind;
    table_.row({"work", "measured", "floor", "ratio", "bar", ""});
    for (const Subject& load : loads_) {
      times_of(load, {AtMost, 0.8, "0.35"}, {AtMost, 1.5, ""});
    }
    times_of(both_, {AtMost, 1.0, "0.5"}, {});
    times_of(one_, {}, {});
    line("validate, 2 threads, peak memory", size_text, both_.peak(), "bytes of YAML", bytes,
         {AtMost, 1.5, "1"});
    // Beyond a run of a rule that looks at each item and costs nothing.
    line("near-duplicates in and among lists, wall", time_text, near_.wall() - cheap_.wall(), "S",
         scan_.wall(), {AtMost, 0.2, ""});
    line("near-duplicates in and among lists, CPU", time_text, near_.cpu() - cheap_.cpu(), "S",
         scan_.cpu(), {});
    line("start (--version), wall", time_text, start_.wall(), "bare C++ program", bare_.wall(),
         {AtMost, 3, ""});
    const Bar grown{AtMost, 1.1 * bytes / few, ""};
    const std::string tenth = "a tenth (" + number("%.2f", bytes / few) + " × fewer bytes)";
    line("growth of validate, wall", time_text, both_.wall(), tenth, tenth_.wall(), grown);
    line("growth of validate, CPU", time_text, both_.cpu(), tenth, tenth_.cpu(), grown);
    line("growth of validate, peak memory", size_text, both_.peak(), tenth, tenth_.peak(), grown);
    if (resolve_) {
      line(resolve_->name + ", wall", time_text, resolve_->wall(), as_many_->name, as_many_->wall(),
           {AtMost, 1.5, ""});
      line(resolve_->name + ", CPU", time_text, resolve_->cpu(), as_many_->name, as_many_->cpu(),
           {AtMost, 1.5, ""});
    }
    if (!pair_merge_.words.empty()) {
      const Bar bar{AtMost, 1.5, ""};
      line(pair_merge_.name + ", wall", time_text, pair_merge_.wall(), "loading both",
           pair_load_.wall(), bar);
      line(pair_merge_.name + ", CPU", time_text, pair_merge_.cpu(), "loading both",
           pair_load_.cpu(), bar);
    }
    for (const Subject& diff : diffs_) {
      // Of revisions what is the same is not read: the floor is far above.
      const double most = &diff == &diffs_.front() ? 1.2 : 0.3;
      line(diff.name + ", wall", time_text, diff.wall(), load_both_.name, load_both_.wall(),
           {AtMost, most, ""});
      line(diff.name + ", CPU", time_text, diff.cpu(), load_both_.name, load_both_.cpu(),
           {AtMost, most, ""});
      line(diff.name + ", peak memory", size_text, diff.peak(), load_both_.name, load_both_.peak(),
           {AtMost, most, ""});
    }
    for (const Subject& peer : peers_) {
      line(peer.name + ", wall", time_text, peer.wall(), "validate, 2 threads", both_.wall(),
           {AtLeast, 3, ""});
    }
    table_.print();
  }

 private:
  void line(const std::string& work, std::string (*text)(double), double measured,
            const std::string& floor, double against, const Bar& bar) {
    double ratio = measured / against;
    table_.row({work, text(measured), floor + " " + text(against), number("%.2f", ratio),
                bar.text(), bar.verdict(ratio)});
  }
  void times_of(const Subject& subject, const Bar& wall, const Bar& cpu) {
    line(subject.name + ", wall", time_text, subject.wall(), "S", scan_.wall(), wall);
    line(subject.name + ", CPU", time_text, subject.cpu(), "S", scan_.cpu(), cpu);
  }

  std::string big_, small_;
  size_t runs_;
  Subject scan_, both_, one_, near_, cheap_, tenth_, bare_, start_;
  Subject pair_load_, pair_merge_, load_both_;
  std::vector<Subject> loads_, peers_, diffs_;
  std::optional<Subject> resolve_, as_many_;
  Table table_;
};

}  // namespace
}  // namespace catalog::bench

int main(int count, char** values) {
  using namespace catalog::bench;
  Arguments arguments(count, values, kUsage);
  arguments.only({"catalog", "tools", "big", "small", "runs", "load", "pair", "city", "units",
                  "next", "repository", "peer"});
  for (const char* needed : {"catalog", "tools", "big", "small"}) {
    if (arguments.text(needed).empty()) arguments.leave(2);
  }
  if (!arguments.rest().empty() || arguments.whole("runs", 5) == 0) arguments.leave(2);
  try {
    Bench bench(arguments);
    bench.measure_all();
    bench.print();
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bench_table: %s\n", problem.what());
    return 2;
  }
  return 0;
}
