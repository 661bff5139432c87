#include "workspace/load_reference.h"

#include <mutex>

namespace catalog {

namespace {

Message at_place(const FileView& view, Span at, const Message& what) {
  const Position place = view.text.position({at.begin});
  return say({"{0}:{1}:{2}：{3}。请先运行 catalog validate 并改正。",
              "{0}:{1}:{2}: {3}. Run catalog validate and mend it first."},
             view.path.view(), place.line, place.column.value,
             Phrase(what.in(Lang::Zh), what.in(Lang::En)));
}

bool is_catalogue(const FileView& view) {
  return view.kind == Kind::List || view.kind == Kind::Standard || view.kind == Kind::Adoption;
}

}  // namespace

std::expected<std::unique_ptr<Workspace>, Message> load_sound_workspace(FileSystem& files,
                                                                        const std::string& root,
                                                                        LoadOptions options) {
  std::mutex mutex;
  std::optional<Message> wrong;
  const std::string config = join_path(root, "catalog.yaml");
  const FileVisitor also = std::move(options.visit);
  options.visit = [&](const FileView& view, unsigned worker) {
    if (also) also(view, worker);
    const bool is_config = view.path.view() == config;
    std::lock_guard lock(mutex);
    if (wrong || is_catalogue(view)) return;
    if (view.syntax && (is_config || view.kind))
      wrong = at_place(view, view.syntax->at, view.syntax->message);
    if (!is_config) return;
    for (const Problem& problem : view.problems) {
      if (wrong) return;
      if (problem.kind == ProblemKind::PathMissing) {
        wrong =
            at_place(view, problem.at, say({"“{}”不存在", "“{}” does not exist"}, problem.given));
      } else if (problem.kind == ProblemKind::KindMissing) {
        wrong = at_place(view, problem.at,
                         say({"文件类型应为“{}”", "its kind should be “{}”"}, problem.suggestion));
      }
    }
  };
  auto workspace = load_workspace(files, root, options);
  if (!workspace) return std::unexpected(std::move(workspace.error().message));
  if (wrong) return std::unexpected(std::move(*wrong));
  return std::move(*workspace);
}

}  // namespace catalog
