#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <unordered_set>

#include "diff/level_sides.h"
#include "source/revision_file_system.h"
#include "workspace/reference_data.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

using Paths = std::vector<std::string>;

bool is_folder(const SideSource& side) { return side.files->kind(side.path) == PathKind::Folder; }

/// Whether the sizes of two files tell that they differ: then neither is read here.
bool have_other_sizes(const SideSource& a, const std::string& path_a, const SideSource& b,
                      const std::string& path_b) {
  const auto size_a = a.files->size(path_a), size_b = b.files->size(path_b);
  return size_a && size_b && *size_a != *size_b;
}

/// Whether two files have the same bytes; of files of revisions only the names are looked at.
bool is_same_file(const SideSource& a, const std::string& path_a, const SideSource& b,
                  const std::string& path_b) {
  const auto blob = [](const SideSource& side, const std::string& path) {
    auto* files = dynamic_cast<RevisionFileSystem*>(side.owned.get());
    return files ? files->blob(path) : std::string_view();
  };
  const std::string_view name_a = blob(a, path_a);
  const std::string_view name_b = blob(b, path_b);
  if (!name_a.empty() && !name_b.empty()) return name_a == name_b;
  if (have_other_sizes(a, path_a, b, path_b)) return false;
  const auto bytes_a = name_a.empty() ? a.files->read(path_a) : std::string();
  const auto bytes_b = name_b.empty() ? b.files->read(path_b) : std::string();
  if (!bytes_a || !bytes_b) return false;
  if (!name_a.empty()) return git_blob_name(*bytes_b, name_a) == name_a;
  if (!name_b.empty()) return git_blob_name(*bytes_a, name_b) == name_b;
  return *bytes_a == *bytes_b;
}

std::string joined(const std::string& folder, std::string_view inside) {
  return normalize_path(join_path(folder, inside));
}

/// The files below both folders that are the same, by their paths inside of them.
Paths same_files(const SideSources& sides) {
  Paths out;
  if (!is_folder(sides.before) || !is_folder(sides.after)) return out;
  const auto inside = [](const SideSource& side) {
    Paths paths;
    for (const std::string& path : yaml_files_below(*side.files, side.path)) {
      paths.push_back(relative_path(path, side.path));
    }
    std::ranges::sort(paths);
    return paths;
  };
  Paths common;
  std::ranges::set_intersection(inside(sides.before), inside(sides.after),
                                std::back_inserter(common));
  for (const std::string& path : common) {
    if (is_same_file(sides.before, joined(sides.before.path, path), sides.after,
                     joined(sides.after.path, path))) {
      out.push_back(path);
    }
  }
  return out;
}

/// Watches what is loaded: the first file that can't be parsed, and of what kind the files are.
class Watch {
 public:
  FileVisitor visitor() {
    return [this](const FileView& view, unsigned) {
      const std::lock_guard lock(mutex_);
      kinds_[std::string(view.path.view())] = view.kind;
      if (view.syntax)
        broken_.emplace(view.path.view(), view.text.line_of({view.syntax->at.begin}));
    };
  }
  /// The first file, by its path, that can't be parsed, and the line.
  std::optional<std::pair<std::string, uint32_t>> broken() const {
    if (broken_.empty()) return std::nullopt;
    return *broken_.begin();
  }
  std::optional<Kind> kind(const std::string& path) const {
    const auto found = kinds_.find(path);
    return found == kinds_.end() ? std::nullopt : found->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, uint32_t> broken_;
  std::map<std::string, std::optional<Kind>> kinds_;
};

Message unreadable(const std::string& path, uint32_t line) {
  return say({"{}第{}行不合YAML语法，无法比较：先用 catalog validate 查明并改正。",
              "{}, line {}, is no YAML that can be read, so it can't be compared: catalog validate "
              "says what is wrong."},
             path, line);
}

Message other_kind(const Phrase& path, std::optional<Kind> kind) {
  if (!kind) {
    return say({"“{}”没有写明类型（kind），不能比较：应为清单、标准目录或标准指引。",
                "“{}” does not say its kind, so it can't be compared: a list, a standard or a "
                "guideline is wanted."},
               path);
  }
  return say({"“{}”是{}，不能比较：应为清单、标准目录或标准指引。",
              "“{}” is a file of kind {} and can't be compared: a list, a standard or a guideline "
              "is wanted."},
             path, kind_info(*kind).word);
}

/// Reads a guideline as a side of its own; null where the file is something else.
std::expected<std::unique_ptr<Guideline>, Message> read_guideline(const SideSource& side) {
  const auto bytes = side.files->read(side.path);
  if (!bytes) return std::unexpected(bytes.error().message);
  yaml::Tree tree;
  const auto parsed = yaml::parse(*bytes, tree);
  if (!parsed || kind_of(tree) != Kind::Guideline) return nullptr;
  auto out = std::make_unique<Guideline>();
  Problems problems;
  read_document(tree, Symbol::of(side.path), *out, problems);
  return out;
}

class SideLoader {
 public:
  SideLoader(const SideSource& side, const Paths& same, const SideOptions& options)
      : side_(side), same_(same), options_(options) {}

  std::expected<LoadedSide, Message> load() {
    LoadedSide out;
    is_published_file_ = options_.published && !is_folder(side_) && is_published_path(side_.path);
    if (!is_folder(side_) && !is_published_file_) {
      auto guideline = read_guideline(side_);
      if (!guideline) return std::unexpected(std::move(guideline.error()));
      out.guideline = std::move(*guideline);
    }
    auto loaded = load_around();
    if (!loaded) return std::unexpected(loaded.error().message);
    out.workspace = std::move(*loaded);
    if (const auto broken = watch_.broken())
      return std::unexpected(unreadable(broken->first, broken->second));
    collect(out);
    return out;
  }

  /// Where nothing was found: what was published there, by the words of this workspace.
  std::expected<void, Message> complete(LoadedSide& out, const Workspace& words,
                                        std::vector<Message>& remarks) const {
    if (out.has_catalogues) return {};
    if (options_.published) {
      auto read = options_.published(*side_.files, side_.path, words);
      if (!read) return std::unexpected(std::move(read.error()));
      std::ranges::move(read->oddities, std::back_inserter(remarks));
      out.published = std::move(read->catalogues);
      for (const PublishedCatalogue& one : out.published) add_published(one, out);
      out.has_catalogues = !out.published.empty();
    }
    if (!out.has_catalogues) return std::unexpected(nothing_there());
    return {};
  }

 private:
  /// The workspace around the side, of its catalogues only those below the side's path.
  std::expected<std::unique_ptr<Workspace>, IoError> load_around() {
    LoadOptions options{
        .builtin = options_.builtin, .threads = options_.threads, .visit = watch_.visitor()};
    const auto root = find_workspace(*side_.files, side_.path);
    const std::string scope = side_.files->canonical(side_.path);
    base_ = root ? side_.files->canonical(*root) : scope;
    is_root_ = root && base_ == scope;
    for (const std::string& path : same_) {
      left_out_.insert(side_.files->canonical(joined(side_.path, path)));
    }
    options.skip = [this, scope](const std::string& path) {
      const std::string whole = side_.files->canonical(path);
      // What stands elsewhere may be the reasons of changes: it is read to see.
      return is_catalogue_path(whole) && (!is_within(whole, scope) || left_out_.contains(whole));
    };
    if (root) return load_workspace(*side_.files, *root, options);
    Paths paths = is_published_file_ ? Paths{}
                  : is_folder(side_) ? yaml_files_below(*side_.files, side_.path)
                                     : Paths{side_.path};
    std::erase_if(paths, options.skip);
    return load_files(*side_.files, paths, options);
  }

  static void add_published(const PublishedCatalogue& one, LoadedSide& out) {
    out.set.catalogues.push_back(one.list ? version_of(*one.list) : version_of(*one.standard));
    if (!one.view) return;
    // A table has no head to compare.
    out.set.catalogues.back().head = nullptr;
    out.set.catalogues.back().omitted = nullptr;
  }

  static bool is_within(std::string_view path, const std::string& scope) {
    return path == scope || scope == "/" || path.starts_with(scope + "/");
  }
  /// Where lists and standards stand by convention.
  bool is_catalogue_path(std::string_view whole) const {
    const std::string inside = relative_path(whole, base_);
    return inside.starts_with("lists/") || inside.starts_with("standards/");
  }

  /// By convention a file lists/UNIT/DOMAIN.yaml or standards/DOMAIN.yaml is called by its domain.
  void add_same(LoadedSide& out) const {
    for (const std::string& path : left_out_) {
      if (!is_catalogue_path(path)) continue;
      const std::string name = path.substr(path.rfind('/') + 1);
      out.set.same_domains.push_back(Symbol::of(name.substr(0, name.find('.'))));
    }
  }

  void collect(LoadedSide& out) const {
    const Workspace& workspace = *out.workspace;
    out.set.is_file = !is_folder(side_);
    out.set.is_whole = is_root_;
    add_same(out);
    if (!workspace.config.kind.empty()) out.set.config = &workspace.config;
    const std::string scope = side_.files->canonical(side_.path);
    const auto add = [&](const auto& catalogue) {
      const std::string path(catalogue.file.view());
      if (is_within(side_.files->canonical(path), scope))
        out.set.catalogues.push_back(version_of(catalogue));
    };
    for (const List& list : workspace.lists) add(list);
    for (const Standard& standard : workspace.standards) add(standard);
    if (out.guideline) out.set.catalogues = {version_of(*out.guideline)};
    out.has_catalogues = !out.set.catalogues.empty() || !out.set.same_domains.empty();
  }

  Message nothing_there() const {
    if (!is_folder(side_)) return other_kind(side_.name, watch_.kind(side_.path));
    // Against nothing all would be new, and a gate that asks for losses would be open.
    if (is_root_) {
      return say(
          {"工作区“{}”中没有清单或标准目录，没有可比较的内容：请核对所写的版本或路径。",
           "The workspace “{}” has no list or standard, so there is nothing to compare: check the "
           "revision or path."},
          side_.name);
    }
    return say(
        {"“{}”中没有清单或标准目录，也没有catalog.yaml，没有可比较的内容：请写工作区、清单所在"
         "的文件夹或文件。",
         "There is no list or standard in “{}”, nor a catalog.yaml, so there is nothing to "
         "compare: name a workspace, a folder of lists, or a file."},
        side_.name);
  }

  const SideSource& side_;
  const Paths& same_;
  const SideOptions& options_;
  Watch watch_;
  std::string base_;  ///< the workspace's root, else the side itself
  bool is_published_file_ = false;
  bool is_root_ = false;  ///< the side is a whole workspace
  std::unordered_set<std::string> left_out_;
};

}  // namespace

bool is_published_path(std::string_view path) {
  return std::ranges::any_of(std::array<std::string_view, 3>{".xlsx", ".xml", ".json"},
                             [&](std::string_view ending) { return path.ends_with(ending); });
}

std::expected<LoadedSides, Message> load_sides(const SideSources& sides,
                                               const SideOptions& options) {
  const Paths same = same_files(sides);
  LoadedSides out;
  out.same_files = same.size();
  SideLoader load_before(sides.before, same, options);
  SideLoader load_after(sides.after, same, options);
  auto before = load_before.load();
  if (!before) return std::unexpected(std::move(before.error()));
  auto after = load_after.load();
  if (!after) return std::unexpected(std::move(after.error()));
  out.before = std::move(*before);
  out.after = std::move(*after);
  if (auto done = load_before.complete(out.before, words_of(out.before, out.after), out.remarks);
      !done)
    return std::unexpected(std::move(done.error()));
  if (auto done = load_after.complete(out.after, words_of(out.after, out.before), out.remarks);
      !done)
    return std::unexpected(std::move(done.error()));
  level_sides(out);
  return out;
}

}  // namespace catalog
