#include "workspace/format_files.h"

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_set>
#include <utility>

#include "model/house_style.h"
#include "workspace/parallel.h"
#include "workspace/reference_data.h"

namespace catalog {

namespace {

/// A file to format.
struct Job {
  std::string path;
  const Vocabulary* vocabulary = nullptr;
  bool named = false;  ///< by the caller, not found in a folder
  std::optional<IoError> error;
};

/// The vocabularies of the workspaces that the files lie in, read once each.
class Vocabularies {
 public:
  Vocabularies(FileSystem& files, const std::string& builtin) : files_(files), builtin_(builtin) {}

  std::expected<const Vocabulary*, IoError> of(const std::string& path) {
    const auto root = find_workspace(files_, path);
    auto& known = by_root_[root.value_or("")];
    if (!known) {
      auto read = load(root);
      if (!read) return std::unexpected(std::move(read.error()));
      known = std::make_unique<Vocabulary>(std::move(*read));
    }
    return known.get();
  }

 private:
  std::expected<VocabularyFile, IoError> load(const std::optional<std::string>& root) {
    WorkspaceFile config;
    if (root) {
      if (auto read = read_into(join_path(*root, "catalog.yaml"), config); !read)
        return std::unexpected(std::move(read.error()));
    }
    Problems problems;
    const ReferencePaths paths =
        reference_paths(files_, root.value_or("."), config, builtin_, problems);
    VocabularyFile vocabulary;
    if (!paths.vocabulary.empty()) {
      if (auto read = read_into(paths.vocabulary, vocabulary); !read)
        return std::unexpected(std::move(read.error()));
    }
    return vocabulary;
  }

  /// A file that can't be parsed leaves the document empty: `validate` says so.
  template <class Document>
  std::expected<void, IoError> read_into(const std::string& path, Document& out) {
    auto bytes = files_.read(path);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    yaml::Tree tree;
    Problems problems;
    if (yaml::parse(*bytes, tree)) read_document(tree, Symbol::of(path), out, problems);
    return {};
  }

  FileSystem& files_;
  const std::string& builtin_;
  std::map<std::string, std::unique_ptr<Vocabulary>> by_root_;
};

std::expected<std::vector<Job>, IoError> jobs_of(FileSystem& files,
                                                 const std::vector<std::string>& paths,
                                                 const FormatOptions& options,
                                                 Vocabularies& vocabularies) {
  std::vector<Job> jobs;
  std::unordered_set<std::string> known;
  for (const std::string& path : paths) {
    const Vocabulary* vocabulary = nullptr;
    if (options.keys) {
      auto found = vocabularies.of(path);
      if (!found) return std::unexpected(std::move(found.error()));
      vocabulary = *found;
    }
    const bool folder = files.kind(path) == PathKind::Folder;
    for (std::string& file :
         folder ? yaml_files_below(files, path) : std::vector<std::string>{path}) {
      if (known.insert(files.canonical(file)).second)
        jobs.push_back({std::move(file), vocabulary, !folder, std::nullopt});
    }
  }
  return jobs;
}

FormattedFile format_one(FileSystem& files, Job& job, const FormatOptions& options) {
  FormattedFile out;
  out.path = job.path;
  auto bytes = files.read(job.path);
  if (!bytes) {
    job.error = std::move(bytes.error());
    return out;
  }
  auto formatted = format_file(*bytes, {options.keys, job.vocabulary});
  if (!formatted) {
    out.state = FormattedFile::State::Broken;
  } else if (!formatted->has_kind) {
    out.state = FormattedFile::State::NotOurs;
  } else if (formatted->text != *bytes) {
    out.state = FormattedFile::State::Changed;
    out.before = std::move(*bytes);
    out.after = std::move(formatted->text);
  }
  return out;
}

}  // namespace

std::expected<std::vector<FormattedFile>, IoError> format_files(
    FileSystem& files, const std::vector<std::string>& paths, const FormatOptions& options) {
  Vocabularies vocabularies(files, options.builtin);
  auto jobs = jobs_of(files, paths, options, vocabularies);
  if (!jobs) return std::unexpected(std::move(jobs.error()));
  std::vector<FormattedFile> out(jobs->size());
  parallel_for(jobs->size(), options.threads,
               [&](size_t i, unsigned) { out[i] = format_one(files, (*jobs)[i], options); });
  for (Job& job : *jobs) {
    if (job.error) return std::unexpected(std::move(*job.error));
  }
  for (size_t i = 0; i < out.size(); ++i) {
    if (!(*jobs)[i].named && out[i].state == FormattedFile::State::NotOurs) out[i].path.clear();
  }
  std::erase_if(out, [](const FormattedFile& file) { return file.path.empty(); });
  return out;
}

}  // namespace catalog
