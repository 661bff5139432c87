#include "publish/build_folder.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "publish/fragment.h"
#include "publish/sitemap.h"
#include "source/hash.h"
#include "source/signature.h"
#include "workspace/parallel.h"

namespace catalog {

std::string BuildFolder::below(const std::string& path) const {
  return path.substr(std::min(path.size(), out_.size() + 1));
}

BuildFolder::BuildFolder(std::string out, std::optional<PrivateKey> key)
    : out_(std::move(out)), key_(std::move(key)) {}

std::expected<BuildFolder, Message> BuildFolder::begin(const std::string& out,
                                                       std::optional<PrivateKey> key) {
  BuildFolder folder(out, std::move(key));
  if (folder.key_) {
    const auto tried = sign_ed25519(folder.key_->pem, folder.key_->name, "");
    if (!tried) return std::unexpected(tried.error());
  }
  auto stage = StagedFolder::begin(out);
  if (!stage) return std::unexpected(stage.error().message);
  folder.stage_ = std::move(*stage);
  if (auto refused = folder.read_old()) return std::unexpected(std::move(*refused));
  return folder;
}

/// Why the folder that is there is not taken for one of ours.
std::optional<Message> BuildFolder::read_old() {
  FileSystem& files = stage_->files();
  if (files.kind(out_) == PathKind::Missing) return std::nullopt;
  const auto present = files_below(files, out_);
  if (!present) return present.error().message;
  if (present->empty()) return std::nullopt;
  const std::string path = join_path(out_, kManifestName);
  if (files.kind(path) != PathKind::File) {
    return say(
        {"“{}”里已有别的文件（如“{}”），不是 catalog build 生成的文件夹，没有动它：请另写 -o，"
         "或先移走这些文件",
         "“{}” holds other files (as “{}”) and was not made by catalog build, so it was "
         "left alone: give another -o, or move the files away first"},
        out_, present->front());
  }
  const auto text = files.read(path);
  if (!text) return text.error().message;
  auto entries = read_manifest(*text);
  if (!entries) {
    return say({"“{}”里的 {}，没有动这个文件夹：请另写 -o，或先移走它",
                "in “{}”: {}, so the folder was left alone: give another -o, or move it away "
                "first"},
               out_, Phrase(entries.error().in(Lang::Zh), entries.error().in(Lang::En)));
  }
  std::vector<std::string> listed{std::string(kManifestName), std::string(kSignatureName)};
  for (const ManifestEntry& entry : *entries) listed.push_back(entry.path);
  std::ranges::sort(listed);
  for (const std::string& file : *present) {
    if (std::ranges::binary_search(listed, file)) continue;
    return say(
        {"“{}”里有不是 catalog build 生成的文件“{}”，没有动这个文件夹：请先移走它，或另写 -o",
         "“{}” holds “{}”, which catalog build did not make, so the folder was left alone: "
         "move the file away, or give another -o"},
        out_, file);
  }
  // What was lost meanwhile is not taken over.
  std::erase_if(*entries, [&](const ManifestEntry& entry) {
    return !std::ranges::binary_search(*present, entry.path);
  });
  old_ = std::move(*entries);
  return std::nullopt;
}

/// The digests of what was written and of what stayed the same, by path below the folder.
std::expected<std::map<std::string, std::string>, Message> BuildFolder::digests(
    const BuildResult& result, unsigned threads) const {
  const size_t fresh = result.written.size();
  const auto path = [&](size_t i) -> const std::string& {
    return i < fresh ? result.written[i] : result.unchanged[i - fresh];
  };
  // A site has tens of thousands of files: nothing more is kept of each than has to be.
  std::vector<std::string> found(fresh + result.unchanged.size());
  std::map<size_t, Message> errors;
  std::mutex mutex;
  parallel_for(found.size(), threads, [&](size_t i, unsigned) {
    if (i >= fresh && i - fresh < standing_.size()) {
      found[i] = standing_[i - fresh];
      return;
    }
    const auto bytes = disk().read(i < fresh ? stage_->staged(path(i)) : path(i));
    if (bytes) {
      found[i] = hash_text(Hash::Sha256, {*bytes});
    } else {
      const std::lock_guard lock(mutex);
      errors.emplace(i, bytes.error().message);
    }
  });
  if (!errors.empty()) return std::unexpected(std::move(errors.begin()->second));
  std::map<std::string, std::string> out;
  for (size_t i = 0; i < found.size(); i++) out[below(path(i))] = std::move(found[i]);
  return out;
}

std::expected<void, Message> BuildFolder::add(std::string_view name, const std::string& bytes,
                                              BuildResult& result) {
  const std::string path = join_path(out_, name);
  const auto written = write_if_changed(stage_->files(), path, bytes);
  if (!written) return std::unexpected(written.error().message);
  (*written ? result.written : result.unchanged).push_back(path);
  return {};
}

/// Of all pages that the folder will hold, those of earlier builds too.
std::expected<void, Message> BuildFolder::add_sitemaps(std::map<std::string, std::string>& held,
                                                       BuildResult& result) {
  if (site_.empty()) return {};
  std::string latest;
  for (const auto& [path, day] : result.page_days) latest = std::max(latest, day);
  std::set<std::string> ours;
  for (const auto* paths : {&result.written, &result.unchanged})
    ours.insert(paths->begin(), paths->end());
  std::vector<SitemapPage> pages;
  for (const auto& [path, digest] : held) {
    if (!is_sitemap_page(path)) continue;
    const std::string full = join_path(out_, path);
    const auto day = result.page_days.find(full);
    pages.push_back({path, day != result.page_days.end() ? day->second
                           : ours.contains(full)         ? latest
                                                         : std::string()});
  }
  for (const FileBytes& file : write_sitemaps(site_, pages)) {
    if (auto done = add(file.path, file.bytes, result); !done) return done;
    held[file.path] = hash_text(Hash::Sha256, {file.bytes});
    std::erase(result.removed, join_path(out_, file.path));
  }
  return {};
}

std::expected<void, Message> BuildFolder::sign(const std::string& manifest, bool is_new,
                                               BuildResult& result) {
  if (key_) {
    const auto signature = sign_ed25519(key_->pem, key_->name, manifest);
    if (!signature) return std::unexpected(signature.error());
    return add(kSignatureName, *signature, result);
  }
  const std::string path = join_path(out_, kSignatureName);
  if (disk().kind(path) != PathKind::File) return {};
  // A signature over another manifest would only look like one.
  (is_new ? result.removed : result.unchanged).push_back(path);
  return {};
}

std::expected<void, Message> BuildFolder::add_manifest(
    const std::map<std::string, std::string>& held, BuildResult& result) {
  const std::string manifest = write_manifest(held);
  const size_t before = result.written.size();
  if (auto done = add(kManifestName, manifest, result); !done) return done;
  return sign(manifest, result.written.size() > before, result);
}

void BuildFolder::drop_unused_style(std::map<std::string, std::string>& held,
                                    std::vector<std::string>& others, BuildResult& result) const {
  const std::string style(kFragmentStylePath);
  const bool used = std::ranges::any_of(
      held, [](const auto& file) { return file.first.ends_with(kFragmentEnd); });
  if (used || std::erase(others, style) == 0) return;
  held.erase(style);
  result.removed.push_back(join_path(out_, style));
}

std::expected<void, Message> BuildFolder::finish(
    BuildResult& result, unsigned threads,
    const std::function<bool(std::string_view)>& answers_for) {
  auto held = digests(result, threads);
  if (!held) return std::unexpected(std::move(held.error()));
  std::vector<std::string> others;  // of earlier builds
  for (const ManifestEntry& entry : old_) {
    if (held->contains(entry.path)) continue;
    const bool anew = !site_.empty() && is_sitemap(entry.path);
    if (anew || answers_for(entry.path)) {
      result.removed.push_back(join_path(out_, entry.path));
    } else {
      (*held)[entry.path] = entry.digest;
      others.push_back(entry.path);
    }
  }
  drop_unused_style(*held, others, result);
  if (auto done = add_sitemaps(*held, result); !done) return done;
  if (auto done = add_manifest(*held, result); !done) return done;
  if (!result.written.empty() || !result.removed.empty()) {
    for (const std::string& path : result.unchanged) others.push_back(below(path));
    if (auto done = stage_->keep(others); !done) return std::unexpected(done.error().message);
    if (auto done = stage_->commit(); !done) return std::unexpected(done.error().message);
  }
  keep_in_mind(result, *held);
  return {};
}

}  // namespace catalog
