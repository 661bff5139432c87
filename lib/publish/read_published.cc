#include "publish/read_published.h"

#include <algorithm>
#include <map>

#include "model/kinds.h"
#include "model/reader.h"
#include "publish/sitemap.h"

namespace catalog {

namespace {

constexpr int kDepth = 16;        // a link that leads back to its own folder ends here
constexpr size_t kMostNamed = 3;  // places named in a remark

Message in_file(const std::string& path, const Message& message) {
  return say({"{}：{}", "{}: {}"}, path, Phrase(message.in(Lang::Zh), message.in(Lang::En)));
}

std::string named(std::vector<std::string> all) {
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  std::string out;
  for (size_t i = 0; i < std::min(all.size(), kMostNamed); i++) out += (i ? "、" : "") + all[i];
  return all.size() > kMostNamed ? out + " …" : out;
}

/// The document by the field table, as if it had been written as YAML.
PublishedCatalogue model_of(const PublishedDocument& document, const std::string& path,
                            std::vector<Message>& oddities) {
  PublishedCatalogue out;
  const std::string text = yaml::emit(document.value);
  yaml::Tree tree;
  Problems problems;
  if (yaml::parse(text, tree)) {
    if (kind_of(tree) == Kind::List) {
      read_document(tree, Symbol::of(path), *(out.list = std::make_unique<List>()), problems);
    } else {
      read_document(tree, Symbol::of(path), *(out.standard = std::make_unique<Standard>()),
                    problems);
    }
  }
  std::vector<std::string> places = document.unknown;
  for (const Problem& problem : problems) places.push_back(problem.path);
  if (!places.empty()) {
    oddities.push_back(
        say({"{}中有{}处与格式不符，可能经手工改动（{}）；能读出的按所写的比较。",
             "{}: {} places are not of the form, perhaps edited by hand ({}); what can be read is "
             "compared as written."},
            path, places.size(), named(places)));
  }
  return out;
}

using Read = std::expected<PublishedCatalogues, Message>;

Read read_file(FileSystem& files, const std::string& path, const Workspace& words) {
  auto bytes = files.read(path);
  if (!bytes) return std::unexpected(bytes.error().message);
  if (path.ends_with(".xlsx")) {
    auto book = read_published_xlsx(*bytes, path, words);
    if (!book) return std::unexpected(in_file(path, book.error()));
    return book;
  }
  const auto document =
      path.ends_with(".xml") ? read_published_xml(std::move(*bytes)) : read_published_json(*bytes);
  if (!document) return std::unexpected(in_file(path, document.error()));
  PublishedCatalogues out;
  PublishedCatalogue made = model_of(*document, path, out.oddities);
  if (!made.list && !made.standard) {
    return std::unexpected(in_file(path, say({"内容读不出来", "what it says can't be read"})));
  }
  out.catalogues.push_back(std::move(made));
  return out;
}

/// The published files below a folder by their paths without ending: of each catalogue the form
/// that keeps the most.
void collect(FileSystem& files, const std::string& folder, int depth,
             std::map<std::string, std::string>& out) {
  const auto entries = files.list(folder);
  if (!entries) return;
  const auto rank = [](std::string_view path) {
    return path.ends_with(".xml") ? 0 : path.ends_with(".json") ? 1 : 2;
  };
  for (const DirectoryEntry& entry : *entries) {
    const std::string path = join_path(folder, entry.name);
    if (entry.name.starts_with('.') || is_sitemap(entry.name)) continue;
    if (entry.kind == PathKind::Folder && depth < kDepth) collect(files, path, depth + 1, out);
    if (entry.kind != PathKind::File || !is_published_path(path)) continue;
    std::string& known = out[path.substr(0, path.rfind('.'))];
    if (known.empty() || rank(path) < rank(known)) known = path;
  }
}

/// Files of other origin are passed over; the workbook of all repeats the others.
Read read_folder(FileSystem& files, const std::string& folder, const Workspace& words) {
  std::map<std::string, std::string> paths;
  collect(files, folder, 0, paths);
  const std::string whole = join_path(folder, "catalogue");
  if (paths.size() > 1) paths.erase(whole);
  PublishedCatalogues out;
  for (const auto& [stem, path] : paths) {
    auto read = read_file(files, path, words);
    if (!read) {
      out.oddities.push_back(say({"没有读入{}", "not read: {}"},
                                 Phrase(read.error().in(Lang::Zh), read.error().in(Lang::En))));
      continue;
    }
    std::ranges::move(read->catalogues, std::back_inserter(out.catalogues));
    std::ranges::move(read->oddities, std::back_inserter(out.oddities));
  }
  return out;
}

}  // namespace

std::expected<PublishedCatalogues, Message> read_published(FileSystem& files,
                                                           const std::string& path,
                                                           const Workspace& words) {
  if (files.kind(path) == PathKind::Folder) return read_folder(files, path, words);
  if (is_published_path(path)) return read_file(files, path, words);
  return PublishedCatalogues{};
}

}  // namespace catalog
