#include "diff/history_start.h"

#include "text/similarity.h"
#include "text/split.h"

namespace catalog {

namespace {

Message no_address(std::string_view address, const std::vector<std::string_view>& parts) {
  if (parts.size() == 3 && !parts[1].empty() && !parts[2].empty()) {
    const std::string rest = std::string(parts[1]) + "/" + std::string(parts[2]);
    return say({"“{0}”要写明是清单还是标准目录的事项：如 list/{0} 或 standard/{1}",
                "“{0}” does not say whether it is an item of a list or of a standard: write "
                "list/{0} or standard/{1}"},
               address, rest);
  }
  return say({"“{}”不是事项地址：应为 list/单位/领域/编号、standard/领域/编号 或 "
              "guideline/领域/编号",
              "“{}” is no address of an item: write list/UNIT/D/ID, standard/D/ID or "
              "guideline/D/ID"},
             address);
}

std::expected<ItemAddress, Message> read_address(std::string_view address) {
  const auto parts = split(address, '/');
  const bool of_list = parts.size() == 4 && parts[0] == "list";
  const bool of_standard = parts.size() == 3 && parts[0] == "standard";
  const bool of_guideline = parts.size() == 3 && parts[0] == "guideline";
  if ((!of_list && !of_standard && !of_guideline) || parts.back().empty())
    return std::unexpected(no_address(address, parts));
  const size_t slash = address.rfind('/');
  return ItemAddress{of_list       ? Kind::List
                     : of_standard ? Kind::Standard
                                   : Kind::Guideline,
                     std::string(address.substr(0, slash)), std::string(parts[parts.size() - 2]),
                     std::string(parts.back())};
}

/// Where a catalogue stands by convention, from the workspace's root.
std::string usual_path(const ItemAddress& item) {
  const size_t slash = item.catalogue.find('/');
  if (item.kind == Kind::List) return "lists/" + item.catalogue.substr(slash + 1) + ".yaml";
  return item.kind == Kind::Standard ? "standards/" + item.domain + ".yaml" : "";
}

template <class Documents>
const std::string* file_of(const Documents& documents, const std::string& address,
                           std::string& out) {
  for (const auto& document : documents) {
    if (version_of(document).address != address) continue;
    out = std::string(document.file.view());
    return &out;
  }
  return nullptr;
}

/// The file of the item's catalogue in what was loaded; empty where it has none.
std::string catalogue_file(const Workspace& workspace, const ItemAddress& item) {
  std::string out;
  if (item.kind == Kind::List) file_of(workspace.lists, item.catalogue, out);
  if (item.kind == Kind::Standard) file_of(workspace.standards, item.catalogue, out);
  if (item.kind == Kind::Guideline) file_of(workspace.guidelines, item.catalogue, out);
  return out;
}

/// Loads the workspace without its catalogues but the one that is wanted; all of them where that
/// one is not at its usual place.
std::expected<std::unique_ptr<Workspace>, Message> load_start(const HistoryStart& start,
                                                              const HistoryRequest& request,
                                                              bool all) {
  LoadOptions options{.builtin = request.builtin, .baseline = ""};
  const std::string usual = join_path(start.root, usual_path(start.item));
  if (!all) {
    options.skip = [&](const std::string& path) {
      const std::string inside = relative_path(path, start.root);
      const bool is_catalogue = inside.starts_with("lists/") || inside.starts_with("standards/") ||
                                inside.starts_with("adoptions/");
      return is_catalogue && normalize_path(path) != normalize_path(usual);
    };
  }
  auto loaded = load_workspace(*start.newest, start.root, options);
  if (!loaded) return std::unexpected(loaded.error().message);
  return std::move(*loaded);
}

std::expected<void, Message> find_paths(HistoryStart& start, const HistoryRequest& request) {
  const GitRepository& repository = start.repository();
  const auto inside = [&](const std::string& path) { return repository.inside(path); };
  const auto root = inside(start.root);
  if (!root)
    return std::unexpected(say({"“{}”不在git仓库中", "“{}” is in no git repository"}, start.root));
  start.below = {*root};
  start.config = *inside(join_path(start.root, "catalog.yaml"));
  std::string file = catalogue_file(*start.workspace, start.item);
  if (file.empty() && start.item.kind != Kind::Guideline &&
      start.newest->kind(join_path(start.root, usual_path(start.item))) != PathKind::File) {
    auto all = load_start(start, request, true);
    if (!all) return std::unexpected(std::move(all.error()));
    file = catalogue_file(**all, start.item);
    if (!file.empty()) start.workspace = std::move(*all);
  }
  start.has_catalogue = !file.empty();
  if (start.item.kind != Kind::Guideline)
    start.paths.push_back(*inside(join_path(start.root, usual_path(start.item))));
  if (file.empty()) {
    if (start.item.kind == Kind::Guideline) start.below = {"."};
    return {};
  }
  const auto path = inside(file);
  if (!path)
    return std::unexpected(say({"“{}”不在这个git仓库中，没有历史可查",
                                "“{}” is not in this git repository, so it has no history here"},
                               file));
  if (start.paths.empty() || start.paths.front() != *path) start.paths.push_back(*path);
  const std::string folder(folder_of(*path));
  if (start.item.kind == Kind::Guideline) start.below.push_back(folder);
  return {};
}

template <class Documents>
void add_addresses(const Documents& documents, std::vector<std::string>& out) {
  for (const auto& document : documents) {
    const CatalogueVersion version = version_of(document);
    for (const Item* item : version.items) out.push_back(version.item_address(*item));
  }
}

}  // namespace

std::expected<HistoryStart, Message> start_history(FileSystem& files,
                                                   const HistoryRequest& request) {
  HistoryStart start;
  auto item = read_address(request.address);
  if (!item) return std::unexpected(std::move(item.error()));
  start.item = std::move(*item);
  const std::string folder = request.workspace.empty() ? "." : request.workspace;
  const auto repository = GitRepository::around(folder);
  if (!repository) return std::unexpected(repository.error().message);
  const std::string revision = request.revision.empty() ? "HEAD" : request.revision;
  auto commit = repository->commit_of(revision);
  if (!commit && request.revision.empty() && !repository->is_shallow())
    return std::unexpected(say({"仓库还没有提交，没有历史可查：先 git commit。",
                                "Nothing was committed yet, so there is no history: git commit "
                                "first."}));
  if (!commit) return std::unexpected(commit.error().message);
  start.commit = std::move(*commit);
  auto opened = RevisionFileSystem::open(*repository, start.commit);
  if (!opened) return std::unexpected(opened.error().message);
  start.revision = std::move(*opened);
  start.with_work_tree = request.revision.empty() && repository->has_work_tree();
  start.newest = start.with_work_tree ? &files : start.revision.get();
  const auto root = find_workspace(*start.newest, folder);
  if (!root)
    return std::unexpected(
        say({"“{}”中没有catalog.yaml：请在工作区中运行，或用 --workspace 指明（裸仓库中为仓库内的"
             "路径）。",
             "There is no catalog.yaml in “{}”: run this in a workspace, or name it with "
             "--workspace (in a bare repository, the path inside of it)."},
            folder));
  start.root = *root;
  auto loaded = load_start(start, request, false);
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  start.workspace = std::move(*loaded);
  if (auto found = find_paths(start, request); !found)
    return std::unexpected(std::move(found.error()));
  return start;
}

Message unknown_item(const HistoryStart& start, const HistoryRequest& request) {
  std::vector<std::string> known;
  if (const auto all = load_start(start, request, true)) {
    add_addresses((*all)->lists, known);
    add_addresses((*all)->standards, known);
    add_addresses((*all)->guidelines, known);
  }
  // Its own catalogue first: of many ids that are one character away these are meant.
  std::vector<std::string_view> near;
  std::vector<std::string_view> others;
  for (const std::string& address : known)
    (address.starts_with(start.item.catalogue + "/") ? near : others).push_back(address);
  auto meant = did_you_mean(request.address, near);
  if (!meant) meant = did_you_mean(request.address, others);
  if (meant)
    return say({"任何版本中都没有“{}”；是不是“{}”？", "no version has “{}”; did you mean “{}”?"},
               request.address, *meant);
  return say({"任何版本中都没有“{}”：请核对单位、领域和编号",
              "no version has “{}”: check the unit, the domain and the id"},
             request.address);
}

}  // namespace catalog
