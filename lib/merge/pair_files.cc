#include "merge/pair_files.h"

#include <algorithm>

#include "text/similarity.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

std::string text_of(const Text& text) { return std::string(text.view()); }

/// A standard that was merged from one of these lists and is not confirmed yet.
bool is_draft_of(const Standard& standard, const List& a, const List& b) {
  const auto state = words::kState.index(standard.state.view());
  const bool confirmed =
      standard.confirmed.present() || (state && words::kState.words[*state].en == "confirmed");
  if (confirmed) return false;
  const auto is_of = [&](const Text& was, const List& list) {
    return was.view().starts_with("list/" + text_of(list.unit) + "/");
  };
  return std::ranges::any_of(standard.items, [&](const StandardItem& item) {
    return std::ranges::any_of(item.was,
                               [&](const Text& was) { return is_of(was, a) || is_of(was, b); });
  });
}

class PairFinder {
 public:
  PairFinder(FileSystem& files, const Workspace& workspace, const MergeFiles& seen,
             const PairRequest& request)
      : files_(files), workspace_(workspace), seen_(seen), request_(request) {}

  std::expected<PairMerge, Message> find() {
    const auto lists = request_.domain.empty() ? by_paths() : by_domain();
    if (!lists) return std::unexpected(lists.error());
    const auto& [department, district] = *lists;
    for (const List* list : {department, district}) {
      if (auto trouble = seen_.trouble(files_, text_of({list->file, {}})))
        return std::unexpected(std::move(*trouble));
    }
    PairMerge out{.workspace = workspace_, .department = *department, .district = *district};
    out.guideline = workspace_.guideline(department->domain.value);
    out.settle = request_.settle;
    out.on = Date::parse(district->effective.view());
    if (auto trouble = set_base(out)) return std::unexpected(std::move(*trouble));
    return out;
  }

 private:
  using Pair = std::pair<const List*, const List*>;

  const List* list_at(const std::string& path) const {
    const std::string wanted = files_.canonical(path);
    for (const List& list : workspace_.lists) {
      if (files_.canonical(text_of({list.file, {}})) == wanted) return &list;
    }
    return nullptr;
  }

  std::expected<Pair, Message> by_paths() const {
    std::vector<const List*> lists;
    for (const std::string& path : {request_.department, request_.district}) {
      lists.push_back(list_at(path));
      if (lists.back()) continue;
      if (auto trouble = seen_.trouble(files_, path)) return std::unexpected(std::move(*trouble));
      return std::unexpected(say({"“{}”不是事项清单，不能合并：第一个键应为 kind: list（类型: "
                                  "事项清单）",
                                  "“{}” is no list and can't be merged: its first key should be "
                                  "kind: list"},
                                 path));
    }
    // Sides are roles: the city's unit is the department wherever it stands.
    if (is_department(*lists[1]) && !is_department(*lists[0])) std::swap(lists[0], lists[1]);
    return Pair{lists[0], lists[1]};
  }

  bool is_department(const List& list) const {
    if (const Unit* unit = workspace_.units.find(list.unit.value)) {
      return workspace_.units.level(*unit) == Level::City;
    }
    return list.unit.view().find_first_not_of("0123456789") != std::string_view::npos;
  }

  std::expected<Pair, Message> by_domain() const {
    const Symbol domain = domain_of(request_.domain);
    if (domain.empty()) return std::unexpected(unknown_domain());
    for (const Pairing& pairing : workspace_.config.pairings) {
      if (pairing.domain.value != domain) continue;
      if (pairing.department.empty()) {
        return std::unexpected(say({"领域{}的结对没有部门，只有区的清单，不需要合并：它由{}确认",
                                    "the pairing of {} has no department, so there is nothing to "
                                    "merge: {} confirms it"},
                                   domain.view(), pairing.confirms.view()));
      }
      const auto department = list_of(pairing.department, domain);
      if (!department) return std::unexpected(department.error());
      const auto district = list_of(pairing.district, domain);
      if (!district) return std::unexpected(district.error());
      return Pair{*department, *district};
    }
    return std::unexpected(say({"工作区没有为领域{}写结对：请在“{}”的 pairings 中加一行 {{domain: "
                                "{}, department: …, district: …}}",
                                "the workspace names no pairing for {}: add to the pairings of "
                                "“{}” a line {{domain: {}, department: …, district: …}}"},
                               domain.view(), workspace_.config.file.view(), domain.view()));
  }

  Symbol domain_of(std::string_view word) const {
    for (const Guideline& guideline : workspace_.guidelines) {
      if (guideline.domain.view() == word || guideline.name.view() == word)
        return guideline.domain.value;
    }
    const Symbol given = Symbol::of(word);
    if (workspace_.domain_entry(given)) return given;
    for (const Pairing& pairing : workspace_.config.pairings) {
      if (pairing.domain.value == given) return given;
    }
    return {};
  }

  Message unknown_domain() const {
    std::vector<std::string_view> known;
    for (const Guideline& guideline : workspace_.guidelines)
      known.insert(known.end(), {guideline.domain.view(), guideline.name.view()});
    for (const DomainEntry& entry : workspace_.config.domains) known.push_back(entry.domain.view());
    if (const auto meant = did_you_mean(request_.domain, known)) {
      return say({"没有领域“{}”。是否指“{}”？", "There is no domain “{}”. Did you mean “{}”?"},
                 request_.domain, *meant);
    }
    return say({"没有领域“{}”：领域写在“{}”的 domains 和各标准指引里",
                "There is no domain “{}”: domains stand in “{}” and in the guidelines"},
               request_.domain, workspace_.config.file.view());
  }

  std::expected<const List*, Message> list_of(const Text& unit, Symbol domain) const {
    for (const List& list : workspace_.lists) {
      if (list.unit.value == unit.value && list.domain.value == domain) return &list;
    }
    const std::string path = join_path(
        workspace_.root, "lists/" + text_of(unit) + "/" + std::string(domain.view()) + ".yaml");
    if (auto trouble = seen_.trouble(files_, path)) return std::unexpected(std::move(*trouble));
    const Unit* known = workspace_.units.find(unit.value);
    return std::unexpected(say(
        {"{}还没有领域{}的清单：应写在“{}”；可先运行 catalog new --domain {} --unit {}",
         "{} has no list for {} yet: it belongs in “{}”; begin with catalog new --domain {} "
         "--unit {}"},
        known ? known->name.view() : unit.view(), domain.view(), path, domain.view(), unit.view()));
  }

  std::optional<Message> set_base(PairMerge& out) const {
    const Standard* found = nullptr;
    if (!request_.base.empty()) {
      const std::string wanted = files_.canonical(request_.base);
      for (const Standard& standard : workspace_.standards) {
        if (files_.canonical(text_of({standard.file, {}})) == wanted) found = &standard;
      }
      if (!found) {
        if (auto trouble = seen_.trouble(files_, request_.base)) return trouble;
        return say({"“{}”不是标准目录，不能作底", "“{}” is no standard and can't be the base"},
                   request_.base);
      }
      if (auto trouble = seen_.trouble(files_, request_.base)) return trouble;
      out.standard = found;
      return std::nullopt;
    }
    found = workspace_.standard(out.department.domain.value);
    if (!found) return std::nullopt;
    const bool draft = is_draft_of(*found, out.department, out.district);
    if (auto trouble = seen_.trouble(files_, text_of({found->file, {}}), draft)) return trouble;
    if (draft) {
      out.draft = found;
      out.unsettled = seen_.unsettled(found->file);
    } else {
      out.standard = found;
    }
    return std::nullopt;
  }

  FileSystem& files_;
  const Workspace& workspace_;
  const MergeFiles& seen_;
  const PairRequest& request_;
};

}  // namespace

std::expected<PairMerge, Message> find_pair(FileSystem& files, const Workspace& workspace,
                                            const MergeFiles& seen, const PairRequest& request) {
  return PairFinder(files, workspace, seen, request).find();
}

std::string standard_path(const Workspace& workspace, Symbol domain) {
  if (const Standard* standard = workspace.standard(domain)) return text_of({standard->file, {}});
  return join_path(workspace.root, "standards/" + std::string(domain.view()) + ".yaml");
}

PairComments read_comments(FileSystem& files, const MergeFiles& seen, const PairMerge& merge) {
  const auto read = [&](Symbol path) -> std::vector<AuthorComment> {
    if (!seen.has_comments(path)) return {};
    const auto bytes = files.read(std::string(path.view()));
    yaml::Tree tree;
    if (!bytes || !yaml::parse(*bytes, tree, yaml::Comments::Keep)) return {};
    return author_comments(*bytes, tree);
  };
  const Standard* known = merge.standard ? merge.standard : merge.draft;
  return {known ? read(known->file) : std::vector<AuthorComment>{}, read(merge.department.file),
          read(merge.district.file)};
}

std::string opening_line(FileSystem& files, const std::string& path, std::string otherwise) {
  if (path == "-" || files.kind(path) != PathKind::File) return otherwise;
  constexpr size_t kLongest = 4096;  // bytes
  const auto bytes = files.read_start(path, kLongest);
  if (!bytes || !bytes->starts_with("# yaml-language-server:")) return otherwise;
  const size_t end = bytes->find_first_of("\r\n");
  return end == bytes->npos ? otherwise : bytes->substr(0, end) + "\n";
}

}  // namespace catalog
