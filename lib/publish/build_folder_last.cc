#include <algorithm>
#include <atomic>

#include "publish/build_folder.h"
#include "publish/last_build.h"
#include "source/hash.h"
#include "workspace/parallel.h"

namespace catalog {

bool BuildFolder::stands(std::string_view origin, unsigned threads, BuildResult& result) {
  if (memory_.empty()) return false;
  const auto text = disk().read(memory_);
  const auto last = text ? read_last_build(*text) : std::nullopt;
  if (!last || last->origin != origin) return false;
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
  for (const LastBuild::File& file : last->files) {
    const std::string& path = result.unchanged.emplace_back(join_path(out_, file.path));
    if (!file.day.empty()) result.page_days[path] = file.day;
    standing_[path] = file.digest;
  }
  return true;
}

void BuildFolder::made(std::string origin, const BuildResult& result) {
  made_ = LastBuild{std::move(origin), result.editions, result.items, {}};
  for (const auto* paths : {&result.written, &result.unchanged}) {
    for (const std::string& path : *paths) {
      const auto day = result.page_days.find(path);
      made_->files.push_back(
          {below(path), "", day == result.page_days.end() ? std::string() : day->second});
    }
  }
  std::ranges::sort(made_->files, {}, &LastBuild::File::path);
}

void BuildFolder::keep_in_mind(const std::map<std::string, std::string>& held) {
  if (memory_.empty() || !made_) return;
  for (LastBuild::File& file : made_->files) file.digest = held.at(file.path);
  // Where it can't be kept, the next build works for longer; nothing else is lost.
  (void)write_if_changed(disk_without_sync(), memory_, write_last_build(*made_));
}

}  // namespace catalog
