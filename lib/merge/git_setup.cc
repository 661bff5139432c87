#include "merge/git_setup.h"

#include <algorithm>
#include <array>

#include "source/git_process.h"
#include "workspace/workspace.h"

namespace catalog {

namespace {

/// Where by convention the files are that units author, for .gitattributes.
constexpr std::array<std::string_view, 3> kPatterns{"lists/**/*.yaml", "standards/*.yaml",
                                                    "adoptions/*.yaml"};

/// Name and value of git's configuration.
std::vector<std::pair<std::string, std::string>> configuration(const GitSetupRequest& request) {
  std::vector<std::pair<std::string, std::string>> out{
      {"merge.catalog.name",
       "catalog: 事项清单、标准目录与采用按事项合并 (lists, standards and adoptions by item)"},
      {"merge.catalog.driver", request.program + " merge --driver %O %A %B %P --marker-size %L"}};
  if (request.diff_driver)
    out.emplace_back("diff.catalog.command", request.program + " diff --driver");
  return out;
}

std::string first_line(std::string text) {
  text.resize(std::min(text.find('\n'), text.size()));
  return text;
}

std::vector<std::string> config_words(const GitSetupRequest& request, const std::string& name) {
  return request.global ? std::vector<std::string>{"config", "--global", name}
                        : std::vector<std::string>{"config", "--local", name};
}

bool has_line(std::string_view text, std::string_view wanted) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == wanted) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

bool GitSetupPlan::complete() const { return std::ranges::all_of(settings, &GitSetting::there); }

std::expected<GitSetupPlan, Message> plan_git_setup(FileSystem& files,
                                                    const GitSetupRequest& request) {
  const auto top = run_git(request.folder, {"rev-parse", "--show-toplevel"});
  if (!top) return std::unexpected(top.error().message);
  if (!top->ok()) {
    return std::unexpected(say({"“{}”不在 git 仓库里：请先运行 git init",
                                "“{}” is in no git repository: run git init first"},
                               request.folder));
  }
  GitSetupPlan plan;
  plan.global = request.global;
  const auto root = find_workspace(files, request.folder);
  const std::string folder = root ? *root : first_line(top->out);
  plan.attributes_path = join_path(folder, ".gitattributes");
  if (files.kind(plan.attributes_path) == PathKind::File) {
    auto bytes = files.read(plan.attributes_path);
    if (!bytes) return std::unexpected(bytes.error().message);
    plan.attributes = std::move(*bytes);
  }
  for (const std::string_view pattern : kPatterns) {
    const std::string line =
        std::string(pattern) + " merge=catalog" + (request.diff_driver ? " diff=catalog" : "");
    const bool there = has_line(plan.attributes, line);
    plan.settings.push_back({plan.attributes_path, line, there});
    if (there) continue;
    if (!plan.attributes.empty() && plan.attributes.back() != '\n') plan.attributes += '\n';
    plan.attributes += line + "\n";
  }
  for (const auto& [name, value] : configuration(request)) {
    const auto known = run_git(request.folder, config_words(request, name));
    const bool there = known && known->ok() && first_line(known->out) == value;
    plan.settings.push_back(
        {request.global ? "git config --global" : "git config", name + " = " + value, there});
  }
  return plan;
}

std::expected<void, Message> apply_git_setup(FileSystem& files, const GitSetupPlan& plan,
                                             const GitSetupRequest& request) {
  if (const auto written = write_if_changed(files, plan.attributes_path, plan.attributes); !written)
    return std::unexpected(written.error().message);
  for (const auto& [name, value] : configuration(request)) {
    std::vector<std::string> words = config_words(request, name);
    words.push_back(value);
    const auto done = run_git(request.folder, words);
    if (!done) return std::unexpected(done.error().message);
    if (!done->ok()) {
      return std::unexpected(
          say({"git config 没有写入 {}：{}", "git config could not write {}: {}"}, name,
              done->complaint));
    }
  }
  return {};
}

}  // namespace catalog
