#include <algorithm>

#include "workspace/reference_data.h"

namespace catalog {

namespace {

constexpr std::string_view kBuiltin = "builtin:national";

class Resolver {
 public:
  Resolver(FileSystem& files, const std::string& root, const std::string& builtin,
           Problems& problems)
      : files_(files), root_(root), builtin_(builtin), problems_(problems) {}

  /// The files that a text of catalog.yaml names; `standard` is where the installed set keeps the
  /// like.
  void add(const Text& text, const FieldInfo& field, std::string_view standard,
           std::vector<std::string>& out) {
    const std::string path = text.view() == kBuiltin
                                 ? join_path(builtin_, standard)
                                 : normalize_path(join_path(root_, text.view()));
    switch (files_.kind(path)) {
      case PathKind::Missing: {
        Problem& problem =
            problems_.emplace_back(Problem{.kind = ProblemKind::PathMissing, .at = text.span});
        problem.field = &field;
        problem.given = text.view();
        problem.path = field.key.en;
        break;
      }
      case PathKind::Folder: {
        auto below = yaml_files_below(files_, path);
        out.insert(out.end(), below.begin(), below.end());
        break;
      }
      default:
        out.push_back(path);
    }
  }

  std::vector<std::string> all(const Texts& texts, std::string_view key,
                               std::string_view standard) {
    std::vector<std::string> out;
    for (const Text& text : texts) add(text, field(key), standard, out);
    if (texts.empty() && !builtin_.empty())
      out = yaml_files_below(files_, join_path(builtin_, standard));
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
  }

  std::string one(const Text& text, std::string_view key, std::string_view standard) {
    if (text.empty())
      return builtin_.empty() || standard.empty() ? "" : join_path(builtin_, standard);
    std::vector<std::string> out;
    add(text, field(key), standard, out);
    return out.empty() ? "" : out.front();
  }

 private:
  static const FieldInfo& field(std::string_view key) {
    return *kind_info(Kind::Workspace).record()->field(key);
  }

  FileSystem& files_;
  const std::string& root_;
  const std::string& builtin_;
  Problems& problems_;
};

}  // namespace

ReferencePaths reference_paths(FileSystem& files, const std::string& root,
                               const WorkspaceFile& config, const std::string& builtin,
                               Problems& problems) {
  Resolver resolver(files, root, builtin, problems);
  ReferencePaths paths;
  paths.guidelines = resolver.all(config.guidelines, "guidelines", "guidelines");
  paths.templates = resolver.all(config.templates, "templates", "templates");
  paths.units = resolver.one(config.units, "units", "");
  paths.legal = resolver.one(config.legal, "legal", "legal.yaml");
  paths.calendar = resolver.one(config.calendar, "calendar", "calendar.yaml");
  paths.vocabulary = resolver.one(config.vocabulary, "vocabulary", "vocabulary.yaml");
  paths.demands = resolver.one(config.demands, "demands", "demands.yaml");
  return paths;
}

}  // namespace catalog
