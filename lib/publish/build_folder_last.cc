#include <atomic>

#include "publish/build_folder.h"
#include "publish/last_build.h"
#include "source/hash.h"
#include "workspace/parallel.h"

namespace catalog {

bool BuildFolder::stands(std::string origin, unsigned threads, BuildResult& result) {
  made_.origin = std::move(origin);
  if (memory_.empty() || fresh_ || !result.unchanged.empty()) return false;
  const auto text = disk().read(memory_);
  auto last = text ? read_last_build(*text) : std::nullopt;
  if (!last || last->origin != made_.origin) return false;
  std::atomic<bool> same = true;
  parallel_for(last->files.size(), threads, [&](size_t i, unsigned) {
    if (!same) return;
    const LastBuild::File& file = last->files[i];
    const auto bytes = disk().read(join_path(out_, file.path));
    if (!bytes || hash_text(Hash::Sha256, {*bytes}) != file.digest) same = false;
  });
  if (!same) return false;
  result.editions = last->editions;
  result.items = last->items;
  for (LastBuild::File& file : last->files) {
    const std::string& path = result.unchanged.emplace_back(join_path(out_, file.path));
    if (!file.day.empty()) result.page_days[path] = file.day;
    standing_.push_back(std::move(file.digest));
  }
  return true;
}

void BuildFolder::made(const BuildResult& result) {
  made_written_ = result.written.size();
  made_unchanged_ = result.unchanged.size();
  made_.editions = result.editions;
  made_.items = result.items;
  made_.count = made_written_ + made_unchanged_;
}

void BuildFolder::keep_in_mind(const BuildResult& result,
                               const std::map<std::string, std::string>& held) {
  if (memory_.empty() || made_.origin.empty()) return;
  LastBuildText text(made_);
  const auto add = [&](const std::vector<std::string>& paths, size_t count) {
    for (size_t i = 0; i < count; i++) {
      const std::string path = below(paths[i]);
      const auto day = result.page_days.find(paths[i]);
      text.add(path, held.at(path), day == result.page_days.end() ? "" : day->second);
    }
  };
  add(result.written, made_written_);
  add(result.unchanged, made_unchanged_);
  // Where it can't be kept, the next build works for longer; nothing else is lost.
  (void)write_if_changed(disk_without_sync(), memory_, text.take());
}

}  // namespace catalog
