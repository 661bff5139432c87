#include "merge/line_merge.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "source/file_system.h"
#include "source/git_process.h"

namespace catalog {

namespace {

/// A folder that is gone at the end of its scope, with all that was put into it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code none;
    path_ = (std::filesystem::temp_directory_path(none) / "catalog-merge.XXXXXX").string();
    if (none || !mkdtemp(path_.data())) path_.clear();
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    for (const std::string& file : files_) unlink(file.c_str());
    if (!path_.empty()) rmdir(path_.c_str());
  }

  /// The path of a new file with these bytes; empty where it can't be written.
  std::string put(const char* name, std::string_view bytes) {
    if (path_.empty()) return {};
    files_.push_back(path_ + "/" + name);
    return write_file(disk_without_sync(), files_.back(), bytes) ? files_.back() : std::string();
  }

 private:
  std::string path_;
  std::vector<std::string> files_;
};

std::string with_break(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

}  // namespace

LineMerged merge_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                       const MarkerStyle& style) {
  ScratchFolder scratch;
  const std::string a = scratch.put("ours", ours), o = scratch.put("base", base),
                    b = scratch.put("theirs", theirs);
  if (!a.empty() && !o.empty() && !b.empty()) {
    auto done = run_git(
        ".", {"merge-file", "-p", "-q", "--diff3", "--marker-size=" + std::to_string(style.size),
              "-L", style.ours, "-L", style.base, "-L", style.theirs, a, o, b});
    // Up to 127 it is the number of conflicts.
    if (done && done->status < 128) return {std::move(done->out), done->status > 0};
  }
  if (ours == theirs || theirs == base) return {std::string(ours), false};
  if (ours == base) return {std::string(theirs), false};
  const auto line = [&](char sign, const std::string& label) {
    return std::string(style.size, sign) + (label.empty() ? "" : " " + label) + "\n";
  };
  return {line('<', style.ours) + with_break(ours) + line('|', style.base) + with_break(base) +
              line('=', {}) + with_break(theirs) + line('>', style.theirs),
          true};
}

}  // namespace catalog
