#include "rules/file_context.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/reader.h"

namespace catalog {

namespace {

/// Keys of a record and of all that it holds.
void collect_keys(const RecordInfo& record, std::set<const RecordInfo*>& seen,
                  std::unordered_set<std::string_view>& out) {
  if (!seen.insert(&record).second) return;
  for (const FieldInfo& field : record.fields) {
    out.insert({field.key.zh, field.key.en});
    if (!field.other_key.empty()) out.insert(field.other_key);
    if (const RecordInfo* inner = field.record ? field.record() : nullptr)
      collect_keys(*inner, seen, out);
  }
}

template <class Document>
void read_as(const yaml::Tree& tree, Symbol file, Problems& problems) {
  Document document;
  read_document(tree, file, document, problems);
}

Problems problems_of(const yaml::Tree& tree, Symbol file) {
  Problems out;
  const auto kind = kind_of(tree);
  if (!kind) return out;
  switch (*kind) {
    case Kind::Workspace:
      read_as<WorkspaceFile>(tree, file, out);
      break;
    case Kind::List:
      read_as<List>(tree, file, out);
      break;
    case Kind::Standard:
      read_as<Standard>(tree, file, out);
      break;
    case Kind::Adoption:
      read_as<Adoption>(tree, file, out);
      break;
    case Kind::Guideline:
      read_as<Guideline>(tree, file, out);
      break;
    case Kind::Units:
      read_as<UnitsFile>(tree, file, out);
      break;
    case Kind::Legal:
      read_as<LegalFile>(tree, file, out);
      break;
    case Kind::Calendar:
      read_as<CalendarFile>(tree, file, out);
      break;
    case Kind::Vocabulary:
      read_as<VocabularyFile>(tree, file, out);
      break;
    case Kind::Template:
      read_as<TemplateFile>(tree, file, out);
      break;
    case Kind::Baseline:
      read_as<BaselineFile>(tree, file, out);
      break;
    case Kind::Demands:
      read_as<DemandsFile>(tree, file, out);
      break;
    case Kind::Adjustments:
      read_as<AdjustmentsFile>(tree, file, out);
      break;
  }
  return out;
}

}  // namespace

bool is_key_name(std::string_view name) {
  static const auto names = [] {
    std::unordered_set<std::string_view> out;
    std::set<const RecordInfo*> seen;
    for (const KindInfo& kind : kinds()) collect_keys(*kind.record(), seen, out);
    return out;
  }();
  return names.contains(name);
}

FileContext::FileContext(const FileView& view, const yaml::KnownWords& known)
    : view_(view), slips_(yaml::find_slips(view.text.text(), view.tree, known)) {
  if (!slips_.empty()) look_behind_slips();
}

void FileContext::look_behind_slips() {
  std::vector<Edit> edits;
  for (const yaml::Slip& slip : slips_)
    edits.insert(edits.end(), slip.edits.begin(), slip.edits.end());
  const std::string mended = apply_edits(view_.text.text(), std::move(edits));
  yaml::Tree tree;
  if (!yaml::parse(mended, tree)) {
    own_problems_ = view_.problems;
    return;
  }
  slips_explain_syntax_ = view_.syntax != nullptr;
  using Key = std::tuple<ProblemKind, std::string, std::string>;
  std::set<Key> left;
  for (Problem& problem : problems_of(tree, view_.path))
    left.insert({problem.kind, problem.path, problem.given});
  const auto of_workspace = [](const Problem& problem) {
    return problem.kind == ProblemKind::PathMissing || problem.kind == ProblemKind::KindMissing;
  };
  for (const Problem& problem : view_.problems) {
    if (of_workspace(problem) || left.contains({problem.kind, problem.path, problem.given}))
      own_problems_.push_back(problem);
  }
}

bool FileContext::has_item(std::string_view id) const {
  if (!ids_) {
    ids_.emplace();
    const yaml::Tree& tree = view_.tree;
    yaml::NodeId items = tree.find(tree.root(), "items");
    if (items == yaml::kNoNode) items = tree.find(tree.root(), "事项");
    if (items == yaml::kNoNode || tree.resolved(items).kind != yaml::NodeKind::Sequence)
      return false;
    tree.each(items, [&](yaml::NodeId item) {
      if (tree.resolved(item).kind != yaml::NodeKind::Mapping) return;
      yaml::NodeId found = tree.find(item, "id");
      if (found == yaml::kNoNode) found = tree.find(item, "编号");
      if (found != yaml::kNoNode) ids_->insert(tree.resolved(found).text);
    });
  }
  return ids_->contains(id);
}

FieldPlace FileContext::field_place(std::string_view path) const {
  constexpr std::string_view kItem = "items[";
  if (view_.address.empty() || !path.starts_with(kItem)) return {view_.address, std::string(path)};
  const size_t close = path.find(']');
  const std::string_view id = path.substr(kItem.size(), close - kItem.size());
  if (close == path.npos || !has_item(id)) return {view_.address, std::string(path)};
  const size_t field = close + 2;
  return {view_.address + "/" + std::string(id),
          std::string(field < path.size() ? path.substr(field) : std::string_view{})};
}

}  // namespace catalog
