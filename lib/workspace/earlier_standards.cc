#include "workspace/earlier_standards.h"

#include <algorithm>

#include "model/reader.h"
#include "source/git_process.h"
#include "source/hash.h"
#include "text/split.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

/// The revisions to look at: what is committed now, then what stood before each change of the
/// version's line, from the latest on.
std::vector<std::string> revisions_of(const std::string& folder, const std::string& name) {
  std::vector<std::string> out{"HEAD"};
  const auto log =
      run_git(folder, {"log", "--format=%H", "-n", "200", "-G", "^(version|版本)", "--", name});
  if (!log || !log->ok()) return {};
  for (const std::string_view commit : split_filled(log->out, '\n'))
    out.push_back(std::string(commit) + "^");
  return out;
}

}  // namespace

EarlierStandards::Found EarlierStandards::look_up(Symbol domain, Symbol version) const {
  const Standard* current = workspace_.standard(domain);
  if (!current) return {};
  const std::string path(current->file.view());
  const std::string_view above = folder_of(path);
  const std::string folder = above.empty() ? "." : std::string(above);
  const std::string name(name_of(path));
  for (const std::string& revision : revisions_of(folder, name)) {
    const std::string place = revision + ":./" + name;
    const auto text = run_git(folder, {"show", place});
    if (!text || !text->ok()) continue;
    yaml::Tree tree;
    if (!yaml::parse(text->out, tree) || kind_of(tree) != Kind::Standard) continue;
    auto standard = std::make_unique<Standard>();
    Problems ignored;
    read_document(tree, Symbol::of(place), *standard, ignored);
    if (standard->domain.value == domain && standard->version.value == version)
      return {std::move(standard), hash_text(Hash::Sha256, {text->out})};
  }
  return {};
}

const Standard* EarlierStandards::find(Symbol domain, Symbol version) {
  std::lock_guard lock(mutex_);
  const auto [at, fresh] = known_.try_emplace({domain.number(), version.number()});
  if (fresh) at->second = look_up(domain, version);
  return at->second.standard.get();
}

std::string EarlierStandards::digest() const {
  std::lock_guard lock(mutex_);
  std::vector<std::string> found;
  for (const auto& [asked, known] : known_) found.push_back(known.digest);
  std::ranges::sort(found);  // symbols are numbered in no fixed order
  std::string all;
  for (const std::string& one : found) all += one;
  return hash_text(Hash::Sha256, {all});
}

}  // namespace catalog
