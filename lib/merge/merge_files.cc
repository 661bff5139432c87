#include "merge/merge_files.h"

namespace catalog {

namespace {

/// Whether what the reader met means that something written was not read.
bool loses(ProblemKind kind) {
  return kind == ProblemKind::KeyUnknown || kind == ProblemKind::KeyDoubled ||
         kind == ProblemKind::TypeWrong;
}

/// items[6].deadline.区级 → 6:deadline.区级
std::string item_and_field(std::string_view path) {
  constexpr std::string_view kItems = "items[";
  const size_t close = path.find("].");
  if (!path.starts_with(kItems) || close == path.npos) return std::string(path);
  return std::string(path.substr(kItems.size(), close - kItems.size())) + ":" +
         std::string(path.substr(close + 2));
}

/// Whether there is a `#` behind the line for editors.
bool may_have_comments(std::string_view text) {
  const size_t first = text.find('#');
  return first != text.npos && (first > 0 || text.find('#', text.find('\n')) != text.npos);
}

}  // namespace

FileVisitor MergeFiles::visitor() {
  return [this](const FileView& view, unsigned) { visit(view); };
}

void MergeFiles::visit(const FileView& view) {
  const bool is_merged = view.kind == Kind::List || view.kind == Kind::Standard;
  if (!view.syntax && view.problems.empty() && !is_merged) return;
  File file{.language = view.language, .has_comments = may_have_comments(view.text.text())};
  const auto line_of = [&](Span span) { return view.text.line_of({span.begin}); };
  if (view.syntax) {
    file.unreadable =
        say({"“{}”第{}行不能解析，没有合并：{}",
             "“{}” can't be parsed at line {}; nothing was merged: {}"},
            view.text.path(), line_of(view.syntax->at),
            Phrase(view.syntax->message.in(Lang::Zh), view.syntax->message.in(Lang::En)));
  }
  for (const Problem& problem : view.problems) {
    if (problem.kind == ProblemKind::ConflictUnsettled)
      file.unsettled.insert(item_and_field(problem.path));
    if (!loses(problem.kind) || file.lossy) continue;
    file.lossy = say({"“{}”第{}行有读不进来的内容（{}），合并会丢失它：请先运行 catalog validate "
                      "并改正，没有合并",
                      "“{}” has something at line {} that is not read ({}) and would be lost: run "
                      "catalog validate and mend it; nothing was merged"},
                     view.text.path(), line_of(problem.at),
                     problem.given.empty() ? problem.path : problem.given);
  }
  std::lock_guard lock(mutex_);
  files_[view.text.path()] = std::move(file);
}

std::optional<Message> MergeFiles::trouble(FileSystem& files, const std::string& path,
                                           bool draft) const {
  auto found = files_.find(path);
  for (auto at = files_.begin(); found == files_.end() && at != files_.end(); ++at) {
    if (files.canonical(at->first) == files.canonical(path)) found = at;
  }
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;
  if (file.unreadable) return file.unreadable;
  if (file.lossy) return file.lossy;
  if (draft || file.unsettled.empty()) return std::nullopt;
  return say({"“{}”里还有没有处理的冲突（{}）：请先处理，没有合并",
              "“{}” still holds unsettled conflicts ({}): settle them first; nothing was merged"},
             path, *file.unsettled.begin());
}

std::set<std::string> MergeFiles::unsettled(Symbol path) const {
  const File* found = file(path);
  return found ? found->unsettled : std::set<std::string>{};
}

Lang MergeFiles::language(Symbol path) const {
  const File* found = file(path);
  return found ? found->language : Lang::En;
}

bool MergeFiles::has_comments(Symbol path) const {
  const File* found = file(path);
  return found && found->has_comments;
}

const MergeFiles::File* MergeFiles::file(Symbol path) const {
  const auto found = files_.find(std::string(path.view()));
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace catalog
