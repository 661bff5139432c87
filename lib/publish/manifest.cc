#include "publish/manifest.h"

#include <algorithm>
#include <set>

#include "source/hash.h"
#include "source/signature.h"

namespace catalog {

namespace {

constexpr size_t kDigestDigits = 64;
constexpr size_t kDeepest = 64;  // folders; links may lead in a circle

bool is_digest(std::string_view text) {
  return text.size() == kDigestDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

bool stays_inside(std::string_view path) {
  return !path.empty() && path.front() != '/' && normalize_path(path) == path && path != ".." &&
         !path.starts_with("../");
}

std::expected<void, IoError> add_files(FileSystem& files, const std::string& folder,
                                       const std::string& inside, size_t depth,
                                       std::vector<std::string>& out) {
  const auto entries = files.list(join_path(folder, inside));
  if (!entries) return std::unexpected(entries.error());
  for (const DirectoryEntry& entry : *entries) {
    const std::string path = inside.empty() ? entry.name : inside + "/" + entry.name;
    if (entry.kind != PathKind::Folder || depth == kDeepest) {
      out.push_back(path);
    } else if (auto done = add_files(files, folder, path, depth + 1, out); !done) {
      return done;
    }
  }
  return {};
}

std::expected<Integrity::Signature, Message> signature_state(FileSystem& files,
                                                             const std::string& folder,
                                                             std::string_view manifest,
                                                             const std::optional<PublicKey>& key) {
  using enum Integrity::Signature;
  const std::string path = join_path(folder, kSignatureName);
  const bool is_signed = files.kind(path) == PathKind::File;
  if (!key) return is_signed ? NotChecked : None;
  std::string signature;
  if (is_signed) {
    auto bytes = files.read(path);
    if (!bytes) return std::unexpected(bytes.error().message);
    signature = std::move(*bytes);
  }
  // The key is looked at in any case: a wrong one is no matter of the folder.
  const auto good = is_signed_ed25519(key->pem, key->name, manifest, signature);
  if (!good) return std::unexpected(good.error());
  return !is_signed ? Missing : *good ? Good : Bad;
}

}  // namespace

std::string write_manifest(const std::map<std::string, std::string>& digests) {
  constexpr std::string_view kBetween = "  ";
  // Of tens of thousands of files: growing step by step, it would be there twice for a while.
  size_t bytes = 0;
  for (const auto& [path, digest] : digests)
    bytes += digest.size() + kBetween.size() + path.size() + 1;
  std::string out;
  out.reserve(bytes);
  for (const auto& [path, digest] : digests) {
    out += digest;
    out += kBetween;
    out += path;
    out += '\n';
  }
  return out;
}

std::expected<std::vector<ManifestEntry>, Message> read_manifest(std::string_view text) {
  std::vector<ManifestEntry> out;
  std::set<std::string_view> seen;
  size_t number = 0;
  while (!text.empty()) {
    number++;
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view digest = line.substr(0, std::min(line.size(), kDigestDigits));
    const bool spaced = line.size() > kDigestDigits + 2 && line[kDigestDigits] == ' ' &&
                        (line[kDigestDigits + 1] == ' ' || line[kDigestDigits + 1] == '*');
    const std::string_view path = spaced ? line.substr(kDigestDigits + 2) : std::string_view();
    if (!is_digest(digest) || !stays_inside(path)) {
      return std::unexpected(say({"{}第{}行不是“摘要、两个空格、路径”",
                                  "{}, line {}: not a digest, two spaces and a path"},
                                 kManifestName, number));
    }
    if (!seen.insert(path).second) {
      return std::unexpected(say({"{}第{}行重复列出“{}”", "{}, line {}: “{}” is listed twice"},
                                 kManifestName, number, path));
    }
    out.push_back({std::string(path), std::string(digest)});
  }
  return out;
}

std::expected<std::vector<std::string>, IoError> files_below(FileSystem& files,
                                                             const std::string& folder) {
  std::vector<std::string> out;
  if (auto done = add_files(files, folder, {}, 0, out); !done)
    return std::unexpected(std::move(done.error()));
  std::ranges::sort(out);
  return out;
}

std::expected<Integrity, Message> check_integrity(FileSystem& files, const std::string& folder,
                                                  const std::optional<PublicKey>& key) {
  if (files.kind(folder) != PathKind::Folder) {
    const auto error = files.list(folder);
    return std::unexpected(error ? say({"“{}”不是文件夹", "“{}” is no folder"}, folder)
                                 : error.error().message);
  }
  const std::string path = join_path(folder, kManifestName);
  if (files.kind(path) != PathKind::File) {
    return std::unexpected(
        say({"“{}”里没有{}，不能核对：它应是 catalog build 生成的文件夹",
             "“{}” has no {}, so there is nothing to check it with: give a folder that catalog "
             "build made"},
            folder, kManifestName));
  }
  const auto manifest = files.read(path);
  if (!manifest) return std::unexpected(manifest.error().message);
  const auto entries = read_manifest(*manifest);
  if (!entries) return std::unexpected(entries.error());
  Integrity out;
  out.files = entries->size();
  const auto signature = signature_state(files, folder, *manifest, key);
  if (!signature) return std::unexpected(signature.error());
  out.signature = *signature;
  std::set<std::string_view> listed{kManifestName, kSignatureName};
  for (const ManifestEntry& entry : *entries) {
    listed.insert(entry.path);
    const std::string file = join_path(folder, entry.path);
    if (files.kind(file) != PathKind::File) {
      out.lost.push_back(entry.path);
      continue;
    }
    const auto bytes = files.read(file);
    if (!bytes) return std::unexpected(bytes.error().message);
    if (hash_text(Hash::Sha256, {*bytes}) != entry.digest) out.changed.push_back(entry.path);
  }
  const auto present = files_below(files, folder);
  if (!present) return std::unexpected(present.error().message);
  for (const std::string& file : *present) {
    if (!listed.contains(file)) out.added.push_back(file);
  }
  std::ranges::sort(out.changed);
  std::ranges::sort(out.lost);
  return out;
}

}  // namespace catalog
