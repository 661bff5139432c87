#include "diff/release_files.h"

#include <algorithm>

#include "diff/release_changes.h"
#include "model/document_edit.h"
#include "model/fields_files.h"
#include "model/kinds.h"
#include "model/meaning_digest.h"
#include "yaml/quote.h"

namespace catalog {

namespace {

/// The address of what is published, for one domain.
std::string url_of(std::string pattern, std::string_view domain) {
  constexpr std::string_view kMark = "{domain}";
  for (size_t at = pattern.find(kMark); at != pattern.npos; at = pattern.find(kMark, at))
    pattern.replace(at, kMark.size(), domain);
  return pattern;
}

Message unusual(const std::string& path) {
  return say(
      {"{}的写法特殊，不能自动改动：请把版本、生效日期、发布几栏改成普通写法，不用锚点（&）、"
       "别名（*）和“?”开头的键",
       "{} is written in an unusual way and can't be edited: write version, effective and "
       "published plainly, without anchors (&), aliases (*) and keys that begin with ?"},
      path);
}

class FileMaker {
 public:
  FileMaker(FileSystem& files, const ReleaseRequest& request, const ReleaseChanges& changes)
      : files_(files), request_(request), changes_(changes) {}

  /// Edits one file; `more` makes the edits beside version and day.
  template <class F>
  std::expected<void, Message> add(const std::string& path, Kind kind, F&& more) {
    auto bytes = files_.read(path);
    if (!bytes) return std::unexpected(bytes.error().message);
    DocumentEditor editor(*kind_info(kind).record(), *bytes);
    editor.set("version", yaml::double_quoted(changes_.version));
    editor.set("effective", yaml::double_quoted(changes_.effective));
    more(editor);
    auto after = editor.take();
    if (!after) return std::unexpected(unusual(path));
    if (*after != *bytes) out_.push_back({path, std::move(*bytes), std::move(*after)});
    return {};
  }

  std::expected<void, Message> add_standard(const Standard& standard, const Vocabulary& words) {
    const std::string known =
        standard.published.present() ? std::string(standard.published->url.view()) : "";
    const std::string url =
        request_.url.empty() ? known : url_of(request_.url, standard.domain.view());
    return add(std::string(standard.file.view()), Kind::Standard, [&](DocumentEditor& editor) {
      if (url.empty()) return;  // which stands in the way of the release
      editor.set_record("published", {{"url", yaml::double_quoted(url)},
                                      {"on", yaml::double_quoted(request_.on.iso())},
                                      {"version", yaml::double_quoted(changes_.version)},
                                      {"digest", meaning_digest(standard, words)}});
    });
  }

  std::vector<ReleasedFile> take() { return std::move(out_); }

 private:
  FileSystem& files_;
  const ReleaseRequest& request_;
  const ReleaseChanges& changes_;
  std::vector<ReleasedFile> out_;
};

bool is_changed(const ReleaseChanges& changes, const List& list) {
  if (changes.is_first()) return true;
  const std::string address = version_of(list).address;
  return std::ranges::any_of(changes.diff.changes, [&](const Change& change) {
    return change.address == address || change.address.starts_with(address + "/");
  });
}

}  // namespace

bool is_to_publish(const Standard& standard, const Vocabulary& vocabulary) {
  return !standard.published.present() ||
         standard.published->digest.view() != meaning_digest(standard, vocabulary);
}

std::expected<std::vector<ReleasedFile>, Message> released_files(FileSystem& files,
                                                                 const ReleaseRequest& request,
                                                                 const Workspace& workspace,
                                                                 const ReleaseChanges& changes) {
  FileMaker maker(files, request, changes);
  const auto nothing = [](DocumentEditor&) {};
  if (auto done = maker.add(std::string(workspace.config.file.view()), Kind::Workspace, nothing);
      !done)
    return std::unexpected(std::move(done.error()));
  for (const Standard& standard : workspace.standards) {
    if (!is_to_publish(standard, workspace.vocabulary)) continue;
    if (auto done = maker.add_standard(standard, workspace.vocabulary); !done)
      return std::unexpected(std::move(done.error()));
  }
  for (const List& list : workspace.lists) {
    if (!is_published_list(workspace, list) || !is_changed(changes, list)) continue;
    if (auto done = maker.add(std::string(list.file.view()), Kind::List, nothing); !done)
      return std::unexpected(std::move(done.error()));
  }
  return maker.take();
}

}  // namespace catalog
