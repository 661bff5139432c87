// The floor that reading is measured against: every YAML file of the given folders read whole and
// run through libyaml's event parser on one core, the events thrown away. One such pass is the unit
// S of the tables.
#include <yaml.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "arguments.h"

namespace catalog::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "floor_scan PATH… : scans all .yaml files of these files and folders with libyaml's event "
    "parser, one core\n"
    "Prints: seconds, bytes, files, events. Exit code 1 if a file is no YAML.\n";

std::vector<fs::path> yaml_files(const std::vector<std::string>& places) {
  std::vector<fs::path> found;
  for (const std::string& place : places) {
    if (!fs::is_directory(place)) {
      found.emplace_back(place);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(place)) {
      if (entry.is_regular_file() && entry.path().extension() == ".yaml")
        found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Reads a file into `text`, whose room is used again.
bool read_whole(const fs::path& path, std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return false;
  text.resize(fs::file_size(path));
  size_t got = std::fread(text.data(), 1, text.size(), file);
  std::fclose(file);
  return got == text.size();
}

/// The number of events of a text, or 0 if it is no YAML.
uint64_t scan(const std::string& text) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  uint64_t events = 0;
  for (bool more = true; more;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      events = 0;
      break;
    }
    ++events;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

int run(const std::vector<std::string>& places) {
  auto begin = std::chrono::steady_clock::now();
  std::vector<fs::path> files = yaml_files(places);
  uint64_t bytes = 0, events = 0;
  std::string text;
  for (const fs::path& path : files) {
    uint64_t of_file = read_whole(path, text) ? scan(text) : 0;
    if (of_file == 0) {
      std::fprintf(stderr, "floor_scan: can't read %s\n", path.c_str());
      return 1;
    }
    bytes += text.size();
    events += of_file;
  }
  std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%.4f s, %llu bytes, %zu files, %llu events\n", took.count(),
              static_cast<unsigned long long>(bytes), files.size(),
              static_cast<unsigned long long>(events));
  return files.empty() ? 1 : 0;
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char** values) {
  catalog::bench::Arguments arguments(count, values, catalog::bench::kUsage);
  arguments.only({});
  if (arguments.rest().empty()) arguments.leave(2);
  return catalog::bench::run(arguments.rest());
}
