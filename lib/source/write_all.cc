#include <algorithm>
#include <optional>
#include <span>

#include "source/file_system.h"

namespace catalog {

namespace {

/// A file that is to take its place, and what stood there.
struct Step {
  std::string path;
  std::optional<std::string> before;  ///< none of a new one
  std::unique_ptr<PendingFile> pending;
};

std::expected<Step, IoError> prepare(FileSystem& files, const FileBytes& file) {
  Step step{file.path, std::nullopt, nullptr};
  if (files.kind(file.path) == PathKind::File) {
    auto read = files.read(file.path);
    if (!read) return std::unexpected(std::move(read.error()));
    step.before = std::move(*read);
  }
  auto pending = create_in_folders(files, file.path);
  if (!pending) return std::unexpected(std::move(pending.error()));
  if (auto written = (*pending)->write(file.bytes); !written)
    return std::unexpected(std::move(written.error()));
  step.pending = std::move(*pending);
  return step;
}

/// Puts back what stood there before these steps; the paths of those that could not be put back.
std::string put_back(FileSystem& files, std::span<const Step> done) {
  std::string left;
  for (const Step& step : done) {
    if (step.before && write_file(files, step.path, *step.before)) continue;
    left += (left.empty() ? "" : ", ") + step.path;
  }
  return left;
}

IoError stopped(IoError error, const std::string& left) {
  const Phrase what(error.message.in(Lang::Zh), error.message.in(Lang::En));
  error.message =
      left.empty()
          ? say({"{}其他文件都已恢复原样，什么也没有改。",
                 "{} The other files were put back: nothing was changed."},
                what)
          : say({"{0}已写入而未能恢复的文件：{1}。请用 git checkout 恢复后重试。",
                 "{0} These files were written and could not be put back: {1}. Put them back with "
                 "git checkout and try again."},
                what, left);
  return error;
}

}  // namespace

std::expected<void, IoError> write_all(FileSystem& files, std::vector<FileBytes> all) {
  std::vector<Step> steps;
  for (const FileBytes& file : all) {
    auto step = prepare(files, file);
    if (!step) return std::unexpected(std::move(step.error()));
    steps.push_back(std::move(*step));
  }
  // A new file can't be taken away again: it comes when all others stand.
  std::ranges::stable_partition(steps, [](const Step& step) { return step.before.has_value(); });
  for (size_t i = 0; i < steps.size(); i++) {
    auto done = steps[i].pending->commit();
    if (done) continue;
    const std::string left = put_back(files, std::span(steps).first(i));
    if (i == 0) return done;
    return std::unexpected(stopped(std::move(done.error()), left));
  }
  return {};
}

}  // namespace catalog
