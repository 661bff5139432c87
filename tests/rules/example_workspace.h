#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rules/validate.h"
#include "source/memory_file_system.h"

namespace catalog::test {

inline constexpr const char* kNational = "/national";  ///< where the installed set stands in memory
inline constexpr const char* kRoot = "/example";

inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Puts all files of a folder on the disk below `target`.
inline void put_folder(MemoryFileSystem& files, const std::filesystem::path& folder,
                       const std::string& target) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files.put(target + "/" + std::filesystem::relative(entry.path(), folder).string(),
                bytes_of(entry.path()));
  }
}

inline std::filesystem::path source_folder() { return CATALOG_SOURCE_DIR; }

/// The example workspace of the rules: vocabulary, calendar and templates are the shipped ones, the
/// rest is a few lines of its own.
inline void put_example(MemoryFileSystem& files) {
  const auto national = source_folder() / "catalogues/national";
  for (const char* name : {"vocabulary.yaml", "calendar.yaml"})
    files.put(std::string(kNational) + "/" + name, bytes_of(national / name));
  put_folder(files, national / "templates", std::string(kNational) + "/templates");
  put_folder(files, source_folder() / "tests/rules/example", kRoot);
  files.put(std::string(kNational) + "/demands.yaml",
            bytes_of(source_folder() / "tests/rules/example/demands.yaml"));
}

inline ValidateOptions options() {
  ValidateOptions out;
  out.builtin = kNational;
  out.threads = 1;
  out.as_of = *Date::of(2020, 12, 31);
  return out;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

/// Whether a line begins a field of an item: four spaces, then no blank, dash or bracket.
inline bool is_field_line(const std::string& line) {
  return line.size() > 4 && line.starts_with("    ") && line[4] != ' ' && line[4] != '-';
}

/// The key of a field's line: what stands before its colon.
inline std::string key_of(const std::string& line) { return line.substr(0, line.find(':')); }

/// Puts fields in the place of those of the same keys in the item of this id, the others behind the
/// item's last; an id that is not there makes a new item at the end.
inline std::string with_fields(const std::string& text, const std::string& id,
                               const std::vector<std::string>& fields) {
  std::vector<std::string> lines = lines_of(text);
  const std::string head = "  - id: \"" + id + "\"";
  auto begin = std::find(lines.begin(), lines.end(), head);
  if (begin == lines.end()) {
    lines.push_back(head);
    begin = lines.end() - 1;
  }
  auto end = std::find_if(begin + 1, lines.end(),
                          [](const std::string& line) { return line.starts_with("  - "); });
  std::vector<std::string> item(begin, end);
  for (const std::string& field : fields) {
    if (!is_field_line(field)) continue;
    const auto old = std::find_if(item.begin(), item.end(), [&](const std::string& line) {
      return is_field_line(line) && key_of(line) == key_of(field);
    });
    if (old != item.end()) item.erase(old);
  }
  item.insert(item.end(), fields.begin(), fields.end());
  const auto at = lines.erase(begin, end);
  lines.insert(at, item.begin(), item.end());
  return joined(lines);
}

/// Whether a line begins a field of a file's head.
inline bool is_head_line(const std::string& line) {
  return !line.empty() && line[0] != ' ' && line[0] != '#' && line[0] != '-';
}

/// Puts fields of a file's head, with their indented lines, in the place of those of the same keys;
/// they stand before `items`, or at the end where there are none.
inline std::string with_head(const std::string& text, const std::vector<std::string>& fields) {
  std::vector<std::string> out;
  bool dropped = false, put = false;
  for (const std::string& line : lines_of(text)) {
    if (is_head_line(line)) {
      dropped = std::ranges::any_of(fields, [&](const std::string& field) {
        return is_head_line(field) && key_of(field) == key_of(line);
      });
      if (key_of(line) == "items") {
        out.insert(out.end(), fields.begin(), fields.end());
        put = true;
      }
    }
    if (!dropped) out.push_back(line);
  }
  if (!put) out.insert(out.end(), fields.begin(), fields.end());
  return joined(out);
}

/// The text with each ⟨TEXT×N⟩ written out: N times TEXT, {n} in it the number of the repetition.
inline std::string expanded(std::string_view text) {
  constexpr std::string_view kOpen = "⟨", kTimes = "×", kClose = "⟩", kNumber = "{n}";
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t open = std::min(text.find(kOpen, at), text.size());
    out += text.substr(at, open - at);
    if (open == text.size()) break;
    const size_t close = text.find(kClose, open);
    const size_t times = text.rfind(kTimes, close);
    const std::string_view body = text.substr(open + kOpen.size(), times - open - kOpen.size());
    const int count = std::stoi(std::string(text.substr(times + kTimes.size(), close)));
    for (int i = 1; i <= count; i++) {
      for (size_t from = 0; from <= body.size();) {
        const size_t number = body.find(kNumber, from);
        out += body.substr(from, number - from);
        if (number == body.npos) break;
        out += std::to_string(i);
        from = number + kNumber.size();
      }
    }
    at = close + kClose.size();
  }
  return out;
}

/// Lays an example of a rule (its `bad` or `good`) over the files.
inline void lay_over(MemoryFileSystem& files, std::string_view example) {
  constexpr std::string_view kHead = "# file: ";
  constexpr std::string_view kOfHead = " head";
  std::string path, id;
  bool head = false;
  std::vector<std::string> body;
  const auto put = [&] {
    if (path.empty()) return;
    const std::string target = std::string(kRoot) + "/" + path;
    const auto old = files.files().find(target);
    files.put(target, head         ? with_head(old->second, body)
                      : id.empty() ? joined(body)
                                   : with_fields(old->second, id, body));
  };
  for (const std::string& line : lines_of(expanded(example))) {
    if (!line.starts_with(kHead)) {
      body.push_back(line);
      continue;
    }
    put();
    body.clear();
    path = line.substr(kHead.size());
    const size_t item = path.find(" item ");
    id = item == path.npos ? "" : path.substr(item + 6);
    path = path.substr(0, item);
    head = path.ends_with(kOfHead);
    if (head) path.resize(path.size() - kOfHead.size());
  }
  put();
}

/// The findings of a workspace that must be readable.
inline Validation validated(MemoryFileSystem& files, const ValidateOptions& how = options()) {
  auto validation = validate_workspace(files, kRoot, how);
  if (!validation) throw std::runtime_error(validation.error().message.in(Lang::En));
  return std::move(*validation);
}

/// One line a finding, for golden texts and for messages of failed checks.
inline std::string line_of(const Finding& finding) {
  return std::string(severity_word(finding.severity).en) + " " + std::string(finding.rule) + " " +
         std::string(finding.place.file.view()) + ":" + std::to_string(finding.place.span.begin) +
         " " + finding.address + " " + finding.field + " " + finding.message.in(Lang::Zh);
}

inline std::string text_of(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) out += line_of(finding) + "\n";
  return out;
}

}  // namespace catalog::test
