#include "workspace/changes_since.h"

#include <algorithm>

#include "model/meaning_digest.h"
#include "workspace/loaded_file.h"
#include "workspace/parallel.h"
#include "workspace/reference_data.h"

namespace catalog {

namespace {

std::string address_of(const List& list) {
  return "list/" + std::string(list.unit.view()) + "/" + std::string(list.domain.view());
}
std::string address_of(const Standard& standard) {
  return "standard/" + std::string(standard.domain.view());
}
std::string address_of(const Guideline& guideline) {
  return "guideline/" + std::string(guideline.domain.view());
}

/// The text without what an editor or git may change on its own: line ends and indentation.
std::string without_layout(std::string_view text) {
  std::string out;
  bool at_begin = false;
  for (const char c : text) {
    if (c == '\r' || (c == ' ' && at_begin)) continue;
    at_begin = c == '\n';
    out += c;
  }
  return out;
}

/// Calls use(document) for the list, standard or guideline that stands at a path.
template <class Use>
void with_document(const Workspace& workspace, Symbol path, Use use) {
  const auto look_in = [&](const auto& documents) {
    for (const auto& document : documents) {
      if (document.file == path) use(document);
    }
  };
  look_in(workspace.lists);
  look_in(workspace.standards);
  look_in(workspace.guidelines);
}

}  // namespace

template <class Document>
void ChangesSince::append_prints(const Document& document, const std::string& address,
                                 std::string_view bytes, std::vector<Print>& out) {
  for (const auto& item : document.items) {
    Print print{.address = address + "/" + std::string(item.id.view()), .span = item.span};
    const std::string_view text =
        bytes.substr(std::min<size_t>(item.span.begin, bytes.size()), item.span.size());
    print.text = print.address + " text " + std::to_string(content_hash(without_layout(text)));
    print.values = print.address + " " + wording_digest(item);
    out.push_back(std::move(print));
  }
}

std::expected<std::vector<ChangesSince::Print>, IoError> ChangesSince::prints_at(
    RevisionFileSystem& before, const std::string& path) {
  auto bytes = before.read(path);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  thread_local yaml::Tree tree;
  const LoadedFile file(path, std::move(*bytes), tree);
  std::vector<Print> out;
  const auto append = [&]<class Document>(Document document) {
    Problems ignored;
    read_document(tree, file.path(), document, ignored);
    append_prints(document, address_of(document), file.text().text(), out);
  };
  if (file.kind() == Kind::List) append(List{});
  if (file.kind() == Kind::Standard) append(Standard{});
  if (file.kind() == Kind::Guideline) append(Guideline{});
  return out;
}

ChangesSince::Comparison ChangesSince::compare(const Workspace& workspace, Symbol path,
                                               FileSystem& files, RevisionFileSystem& before) {
  Comparison out;
  const std::string name(path.view());
  if (!before.repository().inside(name)) return out;
  const auto bytes = files.read(name);
  const std::string_view blob = before.blob(name);
  if (bytes && !blob.empty() && git_blob_name(*bytes, blob) == blob) return out;
  out.changed = true;
  out.is_new = blob.empty();
  if (bytes) {
    with_document(workspace, path, [&](const auto& document) {
      append_prints(document, address_of(document), *bytes, out.now);
    });
  }
  for (size_t i = 0; i < out.now.size(); i++) out.by_address[out.now[i].address].push_back(i);
  if (!blob.empty()) {
    auto then = prints_at(before, name);
    if (then) {
      out.then = std::move(*then);
    } else {
      out.error = std::move(then.error());
    }
  }
  return out;
}

void ChangesSince::count(const std::vector<Print>& prints, int by) {
  for (const Print& print : prints) {
    more_[print.text] += by;
    more_[print.values] += by;
  }
}

std::expected<ChangesSince, IoError> ChangesSince::of(const Workspace& workspace,
                                                      const std::vector<Symbol>& paths,
                                                      FileSystem& files, RevisionFileSystem& before,
                                                      unsigned threads) {
  std::vector<Comparison> compared(paths.size());
  parallel_for(paths.size(), threads, [&](size_t i, unsigned) {
    compared[i] = compare(workspace, paths[i], files, before);
  });
  ChangesSince out;
  bool any_new = false;
  for (size_t i = 0; i < paths.size(); i++) {
    if (compared[i].error) return std::unexpected(std::move(*compared[i].error));
    out.count(compared[i].now, 1);
    out.count(compared[i].then, -1);
    any_new |= compared[i].is_new;
    out.files_.emplace(paths[i], std::move(compared[i]));
  }
  if (!any_new) return out;
  // A file that is gone may have become one of the new ones.
  for (const std::string& path : yaml_files_below(before, workspace.root)) {
    if (files.kind(path) != PathKind::Missing) continue;
    const auto then = prints_at(before, path);
    if (!then) return std::unexpected(then.error());
    out.count(*then, -1);
  }
  return out;
}

bool ChangesSince::file(Symbol path) const {
  const auto found = files_.find(path);
  return found != files_.end() && found->second.changed;
}

const ChangesSince::Print* ChangesSince::Comparison::at(Span place) const {
  const auto behind = std::ranges::upper_bound(now, place.begin, {},
                                               [](const Print& print) { return print.span.begin; });
  return behind == now.begin() || std::prev(behind)->span.end < place.begin ? nullptr
                                                                            : &*std::prev(behind);
}

const ChangesSince::Print* ChangesSince::Comparison::at(Span place,
                                                        std::string_view address) const {
  const auto found = by_address.find(address);
  if (found == by_address.end()) return nullptr;
  // Of two items with one id the one at the place is meant.
  const Print* here = found->second.size() > 1 ? at(place) : nullptr;
  return here && here->address == address ? here : &now[found->second.front()];
}

std::optional<ItemChange> ChangesSince::item(Symbol path, Span at, std::string_view address) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  const Print* print = address.empty() ? found->second.at(at) : found->second.at(at, address);
  if (!print) return std::nullopt;
  return ItemChange{is_more(more_, print->text), is_more(more_, print->values)};
}

}  // namespace catalog
