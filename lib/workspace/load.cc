#include <algorithm>
#include <mutex>
#include <unordered_set>

#include "workspace/loaded_file.h"
#include "workspace/parallel.h"
#include "workspace/reference_data.h"

namespace catalog {

namespace {

constexpr std::string_view kWorkspaceFile = "catalog.yaml";

/// What one file of the workspace turned out to hold.
struct LoadedDocument {
  FileRecord record;
  std::optional<List> list;
  std::optional<Standard> standard;
  std::optional<Adoption> adoption;
  std::optional<AdjustmentsFile> adjustments;
  std::optional<SourceText> text;
  std::optional<IoError> error;
};

std::string text_of(const Text& text) { return std::string(text.view()); }

std::string list_address(const List& list) {
  return "list/" + text_of(list.unit) + "/" + text_of(list.domain);
}

/// Whether a file without `kind` looks as if it were meant for us: by its folder or by the keys of
/// a list.
bool looks_like_ours(const LoadedFile& file, const std::string& root) {
  const std::string inside = relative_path(file.text().path(), root);
  for (std::string_view folder : {"lists/", "standards/", "adoptions/"}) {
    if (inside.starts_with(folder)) return true;
  }
  if (file.tree().empty()) return false;
  size_t known = 0;
  file.tree().each_pair(file.tree().root(), [&](yaml::Pair pair) {
    known += kind_info(Kind::List).record()->find(file.tree()[pair.key].text).has_value();
  });
  return known >= 2;
}

/// What a file without `kind` should be, by its folder.
Kind kind_of_place(std::string_view path) {
  const std::string_view folder = name_of(folder_of(path));
  if (folder == "standards") return Kind::Standard;
  return folder == "adoptions" ? Kind::Adoption : Kind::List;
}

/// Reads the catalogues (lists, standards and adoptions) of a workspace in parallel.
class CatalogueLoader {
 public:
  CatalogueLoader(FileSystem& files, const std::string& root, const LoadOptions& options)
      : files_(files), root_(root), options_(options) {}

  std::expected<void, IoError> load(const std::vector<std::string>& paths, bool demanded,
                                    Workspace& out) {
    std::vector<LoadedDocument> documents(paths.size());
    parallel_for(paths.size(), options_.threads, [&](size_t i, unsigned worker) {
      documents[i] = load_one(paths[i], demanded, worker);
    });
    for (LoadedDocument& document : documents) {
      if (document.error) return std::unexpected(std::move(*document.error));
      if (document.record.path.empty()) continue;
      out.files.push_back(document.record);
      if (document.text) out.texts.emplace(document.record.path, std::move(*document.text));
      if (document.list) out.lists.push_back(std::move(*document.list));
      if (document.standard) out.standards.push_back(std::move(*document.standard));
      if (document.adoption) out.adoptions.push_back(std::move(*document.adoption));
      if (document.adjustments) out.adjustments.push_back(std::move(*document.adjustments));
    }
    return {};
  }

 private:
  LoadedDocument load_one(const std::string& path, bool demanded, unsigned worker) {
    LoadedDocument out;
    auto bytes = files_.read(path);
    if (!bytes) {
      out.error = std::move(bytes.error());
      return out;
    }
    thread_local yaml::Tree tree;
    LoadedFile file(path, std::move(*bytes), tree);
    std::string address;
    if (file.kind() == Kind::List) {
      read_document(tree, file.path(), out.list.emplace(), file.problems());
      address = list_address(*out.list);
    } else if (file.kind() == Kind::Standard) {
      read_document(tree, file.path(), out.standard.emplace(), file.problems());
      address = "standard/" + text_of(out.standard->domain);
    } else if (file.kind() == Kind::Adoption) {
      read_document(tree, file.path(), out.adoption.emplace(), file.problems());
      address = "adoption/" + text_of(out.adoption->unit);
    } else if (file.kind() == Kind::Adjustments) {
      read_document(tree, file.path(), out.adjustments.emplace(), file.problems());
    } else if (!file.kind()) {
      if (!demanded && file.parsed() && !looks_like_ours(file, root_)) return out;
      file.demand_kind(kind_of_place(path));
    } else {
      read_other(file, tree);
    }
    out.record = file.record();
    const bool keep = options_.keep_text && options_.keep_text(file.path(), address);
    file.show(options_.visit, worker, std::move(address));
    if (keep) out.text = file.take_text();
    return out;
  }

  /// A reference file that catalog.yaml does not name is checked for its form all the same.
  static void read_other(LoadedFile& file, const yaml::Tree& tree) {
    const auto check = [&]<class Document>(Document document) {
      read_document(tree, file.path(), document, file.problems());
    };
    switch (*file.kind()) {
      case Kind::Workspace:
        return check(WorkspaceFile{});
      case Kind::Guideline:
        return check(Guideline{});
      case Kind::Units:
        return check(UnitsFile{});
      case Kind::Legal:
        return check(LegalFile{});
      case Kind::Calendar:
        return check(CalendarFile{});
      case Kind::Vocabulary:
        return check(VocabularyFile{});
      case Kind::Template:
        return check(TemplateFile{});
      case Kind::Baseline:
        return check(BaselineFile{});
      case Kind::Demands:
        return check(DemandsFile{});
      case Kind::List:
      case Kind::Standard:
      case Kind::Adoption:
      case Kind::Adjustments:
        return;
    }
  }

  FileSystem& files_;
  const std::string& root_;
  const LoadOptions& options_;
};

void put_in_place(const GuidelineInPlace& guideline, std::vector<std::string>& paths) {
  const auto old = std::ranges::find(paths, guideline.replaced);
  if (old != paths.end()) {
    *old = guideline.file;
  } else {
    paths.push_back(guideline.file);
  }
}

/// Marks the files whose findings are wanted.
std::expected<void, IoError> set_scope(FileSystem& files, const LoadOptions& options,
                                       Workspace& workspace) {
  if (options.only.empty()) return {};
  std::vector<std::string> wanted;
  for (const std::string& path : options.only) wanted.push_back(files.canonical(path));
  for (FileRecord& file : workspace.files) {
    const std::string path = files.canonical(std::string(file.path.view()));
    file.in_scope = std::ranges::any_of(wanted, [&](const std::string& folder) {
      return path == folder ||
             (path.starts_with(folder) && (folder.ends_with('/') || path[folder.size()] == '/'));
    });
  }
  return {};
}

}  // namespace

std::optional<std::string> find_workspace(FileSystem& files, const std::string& start) {
  std::string folder =
      files.kind(start) == PathKind::Folder ? start : std::string(folder_of(start));
  if (files.kind(join_path(folder, kWorkspaceFile)) == PathKind::File)
    return normalize_path(folder);
  const std::string absolute = files.canonical(folder);
  std::string up = folder;
  for (std::string_view at = absolute; at != "/" && !at.empty(); at = folder_of(at)) {
    const std::string above(folder_of(at));
    up = normalize_path(join_path(up, ".."));
    if (files.kind(join_path(above, kWorkspaceFile)) == PathKind::File)
      return up.starts_with("..") || up == "." ? up : above;
    if (above == at) break;
  }
  return std::nullopt;
}

std::expected<std::unique_ptr<Workspace>, IoError> load_workspace(FileSystem& files,
                                                                  const std::string& root,
                                                                  const LoadOptions& options) {
  auto workspace = std::make_unique<Workspace>();
  workspace->root = root;
  const std::string config_path = join_path(root, kWorkspaceFile);
  auto bytes = files.read(config_path);
  if (!bytes) return std::unexpected(std::move(bytes.error()));

  yaml::Tree tree;
  LoadedFile config(config_path, std::move(*bytes), tree);
  config.demand_kind(Kind::Workspace);
  if (config.kind() == Kind::Workspace)
    read_document(tree, config.path(), workspace->config, config.problems());
  ReferencePaths paths =
      reference_paths(files, root, workspace->config, options.builtin, config.problems());
  if (options.guideline) put_in_place(*options.guideline, paths.guidelines);
  workspace->files.push_back(config.record());
  config.show(options.visit, 0, {});

  if (auto loaded = load_reference_data(files, paths, options, *workspace); !loaded)
    return std::unexpected(std::move(loaded.error()));
  if (auto loaded = load_baseline(files, options, *workspace); !loaded)
    return std::unexpected(std::move(loaded.error()));

  std::unordered_set<std::string> known;
  for (const FileRecord& file : workspace->files)
    known.insert(files.canonical(std::string(file.path.view())));
  std::vector<std::string> others = yaml_files_below(files, root);
  std::erase_if(others,
                [&](const std::string& path) { return known.contains(files.canonical(path)); });
  if (options.skip) std::erase_if(others, options.skip);
  if (auto loaded = CatalogueLoader(files, root, options).load(others, false, *workspace);
      !loaded) {
    return std::unexpected(std::move(loaded.error()));
  }
  if (auto scoped = set_scope(files, options, *workspace); !scoped)
    return std::unexpected(std::move(scoped.error()));
  workspace->make_indexes();
  return workspace;
}

std::expected<std::unique_ptr<Workspace>, IoError> load_words(FileSystem& files,
                                                              const std::string& path,
                                                              const LoadOptions& options) {
  LoadOptions words = options;
  words.baseline = "";
  words.skip = [](const std::string&) { return true; };
  if (const auto root = find_workspace(files, path)) {
    if (auto loaded = load_workspace(files, *root, words)) return loaded;
  }
  return load_files(files, {}, words);
}

std::expected<std::unique_ptr<Workspace>, IoError> load_files(FileSystem& files,
                                                              const std::vector<std::string>& paths,
                                                              const LoadOptions& options) {
  auto workspace = std::make_unique<Workspace>();
  workspace->root = ".";
  Problems none;
  const ReferencePaths reference =
      reference_paths(files, ".", workspace->config, options.builtin, none);
  if (auto loaded = load_reference_data(files, reference, options, *workspace); !loaded)
    return std::unexpected(std::move(loaded.error()));
  for (FileRecord& file : workspace->files) file.in_scope = false;
  if (auto loaded = load_baseline(files, options, *workspace); !loaded)
    return std::unexpected(std::move(loaded.error()));
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    if (files.kind(path) == PathKind::Folder) {
      auto below = yaml_files_below(files, path);
      all.insert(all.end(), below.begin(), below.end());
    } else {
      all.push_back(path);
    }
  }
  if (auto loaded = CatalogueLoader(files, ".", options).load(all, true, *workspace); !loaded)
    return std::unexpected(std::move(loaded.error()));
  workspace->make_indexes();
  return workspace;
}

}  // namespace catalog
