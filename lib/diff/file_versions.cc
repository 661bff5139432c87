#include "diff/file_versions.h"

#include "model/reader.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

template <class Document>
std::unique_ptr<Document> read_as(const yaml::Tree& tree, Symbol file) {
  auto out = std::make_unique<Document>();
  Problems ignored;
  read_document(tree, file, *out, ignored);
  return out;
}

std::unique_ptr<FileVersion> read_version(std::string_view bytes, Symbol file) {
  auto out = std::make_unique<FileVersion>();
  thread_local yaml::Tree tree;
  if (!yaml::parse(bytes, tree)) {
    out->is_broken = true;
    return out;
  }
  const auto kind = kind_of(tree);
  if (kind == Kind::List) {
    out->list = read_as<List>(tree, file);
    out->catalogue = version_of(*out->list);
  } else if (kind == Kind::Standard) {
    out->standard = read_as<Standard>(tree, file);
    out->catalogue = version_of(*out->standard);
  } else if (kind == Kind::Guideline) {
    out->guideline = read_as<Guideline>(tree, file);
    out->catalogue = version_of(*out->guideline);
  } else if (kind == Kind::Adjustments) {
    out->adjustments = read_as<AdjustmentsFile>(tree, file);
  } else if (kind == Kind::Workspace) {
    out->config = read_as<WorkspaceFile>(tree, file);
  }
  return out;
}

}  // namespace

const Item* FileVersion::item(std::string_view id) const {
  for (const Item* item : catalogue.items) {
    if (item->id.view() == id) return item;
  }
  return nullptr;
}

std::expected<const FileVersion*, IoError> FileVersions::read(const std::string& blob,
                                                              const std::string& path) {
  static const FileVersion kNothing;
  if (blob.empty()) return &kNothing;
  // Equal bytes under two paths are two files.
  const std::string key = blob + " " + path;
  if (const auto found = known_.find(key); found != known_.end()) return found->second.get();
  const auto bytes = blobs_.read(blob, path);
  if (!bytes) return std::unexpected(bytes.error());
  return known_.emplace(key, read_version(*bytes, Symbol::of(path))).first->second.get();
}

void FileVersions::put(const std::string& name, const std::string& path, std::string_view bytes) {
  known_[name + " " + path] = read_version(bytes, Symbol::of(path));
}

}  // namespace catalog
