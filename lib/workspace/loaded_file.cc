#include "workspace/loaded_file.h"

#include <functional>
#include <utility>

namespace catalog {

uint64_t content_hash(std::string_view bytes) { return std::hash<std::string_view>{}(bytes); }

LoadedFile::LoadedFile(std::string path, std::string bytes, yaml::Tree& tree)
    : text_(std::move(path), std::move(bytes)), tree_(tree), path_(Symbol::of(text_.path())) {
  if (auto parsed = yaml::parse(text_.text(), tree_); !parsed) {
    syntax_ = std::move(parsed.error());
    tree_.clear();
  }
  kind_ = kind_of(tree_);
}

FileRecord LoadedFile::record() const {
  return {path_, kind_, static_cast<uint32_t>(text_.text().size()), content_hash(text_.text()),
          true};
}

void LoadedFile::demand_kind(Kind wanted) {
  if (syntax_ || kind_ == wanted) return;
  Problem problem{.kind = ProblemKind::KindMissing, .at = {}};
  if (!tree_.empty()) {
    yaml::NodeId value = tree_.find(tree_.root(), "kind");
    if (value == yaml::kNoNode) value = tree_.find(tree_.root(), "类型");
    problem.at = value == yaml::kNoNode
                     ? Span{tree_[tree_.root()].span.begin, tree_[tree_.root()].span.begin}
                     : tree_[value].span;
    if (value != yaml::kNoNode) problem.given = tree_[value].text;
  }
  problem.suggestion = kind_info(wanted).word.in(key_language(tree_));
  problems_.push_back(std::move(problem));
}

void LoadedFile::show(const FileVisitor& visit, unsigned worker, std::string address) const {
  if (!visit) return;
  visit(FileView{text_, tree_, syntax_ ? &*syntax_ : nullptr, problems_, kind_, path_,
                 std::move(address), key_language(tree_)},
        worker);
}

}  // namespace catalog
