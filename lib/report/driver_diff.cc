#include "report/driver_diff.h"

#include "report/change_formats.h"
#include "report/safe_text.h"
#include "report/unified_diff.h"

namespace catalog {

namespace {

constexpr std::string_view kNoFile = "/dev/null";

std::string bytes_of(FileSystem& files, const std::string& path) {
  if (path == kNoFile) return {};
  auto bytes = files.read(path);
  return bytes ? std::move(*bytes) : std::string();
}

/// Both sides loaded; of a file that came or went the other side is empty.
std::expected<LoadedSides, Message> load_both(FileSystem& files, const std::string& before,
                                              const std::string& after,
                                              const SideOptions& options) {
  const auto source = [&](const std::string& path) {
    return SideSource{path, &files, nullptr, path};
  };
  if (before != kNoFile && after != kNoFile)
    return load_sides({source(before), source(after)}, options);
  const std::string& only = before == kNoFile ? after : before;
  auto twice = load_sides({source(only), source(only)}, options);
  if (!twice) return twice;
  (before == kNoFile ? twice->before : twice->after).set.catalogues.clear();
  return twice;
}

}  // namespace

bool are_driver_arguments(const DriverArguments& arguments) {
  return arguments.size() == 7 || arguments.size() == 9;
}

std::string driver_diff(FileSystem& files, const DriverArguments& arguments,
                        const SideOptions& side_options, const ReportOptions& options) {
  const std::string& path = arguments[0];
  const std::string& before = arguments[1];
  const std::string& after = arguments[4];
  const std::string head = "diff --catalog a/" + one_line(path) + " b/" +
                           one_line(arguments.size() == 9 ? arguments[7] : path) + "\n";
  auto sides = load_both(files, before, after, side_options);
  if (!sides) return head + unified_diff(path, bytes_of(files, before), bytes_of(files, after));
  const Workspace& now = *sides->after.workspace;
  const VersionDiff diff = compare_versions(sides->before.set, sides->after.set,
                                            {now.vocabulary, now.calendar, now.legal}, now);
  if (diff.changes.empty()) {
    return head + say({"内容没有变化（只有版式、注释或合并记录不同）。\n",
                       "Nothing changed (layout, comments or records of merging differ).\n"})
                      .in(options.lang);
  }
  return head + changes_text({diff, path, path}, options);
}

}  // namespace catalog
