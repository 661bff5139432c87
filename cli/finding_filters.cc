#include "cli/finding_filters.h"

#include <CLI/CLI.hpp>

#include "model/reader.h"
#include "model/schema.h"
#include "rules/baseline.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

/// Where the baseline is: --baseline, else what catalog.yaml names; empty if neither says.
std::string baseline_path(const FilterArguments& arguments, const Workspace& workspace) {
  if (!arguments.baseline.empty()) return arguments.baseline;
  const Text& named = workspace.config.baseline;
  return named.empty() ? "" : normalize_path(join_path(workspace.root, named.view()));
}

std::string schema_path(const Context& context) {
  return join_path(context.schemas, schema_file_name(Kind::Baseline));
}

bool create(const std::string& path, Validation& validation, Context& context) {
  if (context.files->kind(path) != PathKind::Missing) {
    context.fail(
        say({"基线“{}”已经存在，而基线只减不增：用 --update-baseline "
             "删去已解决的问题；确需重建的，请先删除该文件。",
             "The baseline “{}” is there already, and a baseline only shrinks: take out what is "
             "solved with --update-baseline; to make it anew, remove the file first."},
            path));
    return false;
  }
  const BaselineFile made = baseline_of(validation, context.lang);
  if (!context.write(path, baseline_text(made, context.lang, schema_path(context)))) return false;
  validation.summary.known = made.findings.size();
  validation.findings.clear();
  count_severities(validation);
  context.complain(
      say({"已建立基线“{0}”，记入{1}处问题。", "The baseline “{0}” was made, with {1} findings."},
          path, made.findings.size()));
  if (validation.workspace->config.baseline.empty()) {
    context.complain(say(
        {"在 catalog.yaml 写上“基线: {0}”（baseline: {0}）后，每次检查都会采用；否则每次都要给出 "
         "--baseline。",
         "Write “baseline: {0}” into catalog.yaml so that every check takes it; otherwise give "
         "--baseline each time."},
        relative_path(context.files->canonical(path),
                      context.files->canonical(validation.workspace->root))));
  }
  return true;
}

/// The language of a file's keys, English where it can't be read.
Lang keys_of(FileSystem& files, const std::string& path) {
  const auto bytes = files.read(path);
  yaml::Tree tree;
  return bytes && yaml::parse(*bytes, tree) ? key_language(tree) : Lang::En;
}

bool update(const std::string& path, Validation& validation, Context& context) {
  if (validation.workspace->baseline.file.empty()) {
    context.fail(say({"基线“{}”不存在：用 --create-baseline 建立。",
                      "The baseline “{}” is not there: make it with --create-baseline."},
                     path));
    return false;
  }
  const size_t gone = validation.stale.size();
  if (gone > 0) {
    const std::string text = baseline_text(shrunk(validation.workspace->baseline, validation.stale),
                                           keys_of(*context.files, path), schema_path(context));
    if (!context.write(path, text)) return false;
  }
  std::erase_if(validation.findings, [](const Finding& finding) {
    const Rule* rule = find_rule(finding.rule);
    return rule && rule->check_baseline;
  });
  count_severities(validation);
  context.complain(say({"已从基线“{0}”删去{1}处已解决的问题，还有{2}处。",
                        "{1} solved findings were taken out of the baseline “{0}”, {2} are left."},
                       path, gone, validation.workspace->baseline.findings.size() - gone));
  return true;
}

}  // namespace

void add_filter_options(CLI::App& command, FilterArguments& arguments, const Context& context) {
  command
      .add_option("--since", arguments.since,
                  context.say({"只报告自该 git 版本以来有改动的事项；REV... 为与当前分支的分岔处",
                               "only findings on items that changed since this git revision; "
                               "REV... is where it and the current branch parted"}))
      ->option_text("REV");
  command
      .add_option("--baseline", arguments.baseline,
                  context.say({"基线文件：其中的已知问题不再报告。缺省为 catalog.yaml 所写的",
                               "the baseline, whose known findings are not reported; by default "
                               "the one that catalog.yaml names"}))
      ->option_text("FILE");
  command.add_flag(
      "--no-baseline", arguments.no_baseline,
      context.say({"不用基线，报告全部问题", "report all, whatever a baseline holds"}));
  command.add_flag("--create-baseline", arguments.create_baseline,
                   context.say({"建立基线，记入现有的全部问题",
                                "make the baseline: it takes all present findings"}));
  command.add_flag("--update-baseline", arguments.update_baseline,
                   context.say({"从基线中删去已解决的问题，不会增加",
                                "take what is solved out of the baseline; nothing is added"}));
}

bool filters_agree(const FilterArguments& arguments, bool partial, Context& context) {
  const bool writes = arguments.create_baseline || arguments.update_baseline;
  if ((arguments.create_baseline && arguments.update_baseline) ||
      (arguments.no_baseline && (writes || !arguments.baseline.empty()))) {
    context.fail(
        say({"--baseline、--create-baseline、--update-baseline 与 --no-baseline "
             "不能同用；建立和更新也不能同时进行",
             "--no-baseline goes with none of the other options of baselines, and a "
             "baseline is either made or updated"}));
    return false;
  }
  if (writes && (partial || !arguments.since.empty())) {
    context.fail(
        say({"建立或更新基线须检查整个工作区的全部规则：请去掉路径、--only、--skip 和 "
             "--since",
             "A baseline is made or updated by a check of the whole workspace with all "
             "rules: leave out paths, --only, --skip and --since"}));
    return false;
  }
  return true;
}

std::optional<std::string> baseline_option(const FilterArguments& arguments) {
  if (arguments.no_baseline || arguments.create_baseline) return "";
  if (!arguments.baseline.empty()) return arguments.baseline;
  return std::nullopt;
}

std::unique_ptr<RevisionFileSystem> files_since(const FilterArguments& arguments,
                                                const Target& target, Context& context) {
  if (arguments.since.empty()) return nullptr;
  const std::string place = target.root            ? *target.root
                            : target.paths.empty() ? "."
                                                   : target.paths.front();
  const auto repository = GitRepository::around(place);
  if (!repository) {
    context.fail(repository.error());
    return nullptr;
  }
  auto files = RevisionFileSystem::open(*repository, arguments.since);
  if (!files) {
    context.fail(files.error());
    return nullptr;
  }
  return std::move(*files);
}

bool write_baseline(const FilterArguments& arguments, Validation& validation, Context& context) {
  if (!arguments.create_baseline && !arguments.update_baseline) return true;
  const std::string path = baseline_path(arguments, *validation.workspace);
  if (path.empty()) {
    context.fail(
        say({"没有说明基线文件：请给出 --baseline 文件，或在 catalog.yaml "
             "写上“基线: 文件”（baseline: 文件）。",
             "Which file is the baseline? Give --baseline FILE, or write “baseline: FILE” "
             "into catalog.yaml."}));
    return false;
  }
  return arguments.create_baseline ? create(path, validation, context)
                                   : update(path, validation, context);
}

}  // namespace catalog
