#include <algorithm>

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "merge/pair_files.h"
#include "merge/pair_merge.h"
#include "merge/settle_words.h"
#include "merge/versions.h"
#include "model/schema.h"
#include "model/writer.h"
#include "report/merge_report.h"
#include "source/allocator.h"
#include "workspace/load_reference.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

/// What the command line of `merge` says.
struct MergeArguments {
  std::vector<std::string> paths;
  std::string domain, base, output, workspace;
  std::vector<std::string> resolve;
  std::string format = "text";
  std::vector<std::string> reports;
  bool dry_run = false, explain = false;
  std::vector<std::string> driver;
  uint32_t marker_size = 7;
};

/// Whether the report will show lines of this file; a file that is overlooked is read again.
bool is_of_pair(const MergeArguments& arguments, Symbol path, std::string_view address) {
  if (!arguments.domain.empty()) return address.ends_with("/" + arguments.domain);
  return std::ranges::find(arguments.paths, path.view()) != arguments.paths.end();
}

std::expected<std::unique_ptr<Workspace>, Message> load(const MergeArguments& arguments,
                                                        const std::optional<std::string>& root,
                                                        MergeFiles& seen, Context& context) {
  LoadOptions options{
      .builtin = context.builtin, .threads = context.threads, .only = {}, .visit = seen.visitor()};
  options.keep_text = [&](Symbol path, std::string_view address) {
    return is_of_pair(arguments, path, address);
  };
  // Without its vocabulary or guidelines a workspace shows conflicts that are none.
  if (root) return load_sound_workspace(*context.files, *root, options);
  std::vector<std::string> paths = arguments.paths;
  if (!arguments.base.empty()) paths.push_back(arguments.base);
  auto loaded = load_files(*context.files, paths, options);
  if (!loaded) return std::unexpected(std::move(loaded.error().message));
  return std::move(*loaded);
}

/// The workspace that is meant, if the lists are in one.
std::expected<std::optional<std::string>, Message> root_of(const MergeArguments& arguments,
                                                           Context& context) {
  std::vector<std::string> paths = arguments.paths;
  if (!arguments.workspace.empty()) paths = {arguments.workspace};
  const auto target = target_of(*context.files, paths);
  if (!target) return std::unexpected(target.error());
  return target->root;
}

std::optional<Message> usage_error(const MergeArguments& arguments) {
  if (arguments.domain.empty() ? arguments.paths.size() != 2 : !arguments.paths.empty()) {
    return say(
        {"要合并的是工作区里一个领域的结对（--domain 领域），或两份清单（部门清单 区清单 -o "
         "输出文件）",
         "merge takes a pairing of the workspace (--domain DOMAIN), or two lists "
         "(DEPARTMENT DISTRICT -o OUT)"});
  }
  if (arguments.domain.empty() && arguments.output.empty() && !arguments.dry_run) {
    return say({"请用 -o 写明输出文件（-o - 为标准输出），或用 --dry-run 只看结果",
                "name the output with -o (-o - is standard output), or look at the outcome with "
                "--dry-run"});
  }
  return std::nullopt;
}

/// FORMAT=FILE of --report.
std::optional<std::pair<std::string, std::string>> report_of(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == text.npos || equals + 1 == text.size()) return std::nullopt;
  if (!is_merge_format(text.substr(0, equals))) return std::nullopt;
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

bool write_reports(const MergeArguments& arguments, const MergeReport& report, Sources& sources,
                   Context& context) {
  for (const std::string& wanted : arguments.reports) {
    const auto [format, file] = *report_of(wanted);
    if (!context.write(file, write_merge_report(format, report, sources, {.lang = context.lang})))
      return false;
  }
  return true;
}

void run_pair(const MergeArguments& arguments, Context& context) {
  keep_freed_memory();
  if (const auto error = usage_error(arguments)) return context.fail(*error);
  const auto plan = settle_plan(arguments.resolve);
  if (!plan) return context.fail(plan.error());
  if (!is_merge_format(arguments.format) ||
      !std::ranges::all_of(arguments.reports,
                           [](const std::string& text) { return report_of(text).has_value(); })) {
    return context.fail(say({"报告格式只有：{}；--report 写作 格式=文件",
                             "the formats are: {}; --report takes FORMAT=FILE"},
                            merge_format_names()));
  }
  const auto root = root_of(arguments, context);
  if (!root) return context.fail(root.error());
  MergeFiles seen;
  auto loaded = load(arguments, *root, seen, context);
  if (!loaded) return context.fail(loaded.error());
  const Workspace& workspace = *context.keep(std::move(*loaded));
  PairRequest request{.domain = arguments.domain, .base = arguments.base, .settle = *plan};
  if (arguments.domain.empty()) {
    request.department = arguments.paths[0];
    request.district = arguments.paths[1];
  }
  auto pair = find_pair(*context.files, workspace, seen, request);
  if (!pair) return context.fail(pair.error());
  pair->threads = context.threads;
  auto outcome = merge_pair(*pair);
  if (!outcome) return context.fail(outcome.error());
  const PairMerged& merged = context.keep(std::move(*outcome));

  const Lang keys = seen.language(pair->department.file);
  const PairComments comments = read_comments(*context.files, seen, *pair);
  const std::string path = !arguments.output.empty()
                               ? arguments.output
                               : standard_path(workspace, pair->department.domain.value);
  const bool to_output = path == "-" && !arguments.dry_run;
  const MergeReport report{*pair, merged, [&] { return merged_value(merged, comments, keys); },
                           arguments.dry_run || to_output ? std::string() : path};
  Sources sources(*context.files, &workspace);
  const MergeReportStyle style{.lang = context.lang,
                               .color = to_output ? context.color_err : context.color_out,
                               .explain = arguments.explain};
  std::unique_ptr<PendingFile> standard;
  if (!arguments.dry_run) {
    standard = context.begin(path);
    if (!standard) return;
  }
  const auto write_standard = [&] {
    // finish() tells of what could not be written.
    const auto write = [&](std::string_view piece) { (void)standard->write(piece); };
    const std::string schema = join_path(context.schemas, schema_file_name(Kind::Standard));
    write(opening_line(*context.files, path, schema_comment(schema)));
    write_merged(merged, comments, keys, context.threads, write);
  };
  // The report reads the lines of the files before one of them is written over.
  std::string text;
  parallel_for(2, context.threads, [&](size_t part, unsigned) {
    if (part == 0) text = write_merge_report(arguments.format, report, sources, style);
    if (part == 1 && standard) write_standard();
  });
  if (!write_reports(arguments, report, sources, context)) return;
  if (standard && !context.finish(*standard)) return;
  if (to_output) {
    std::fwrite(text.data(), 1, text.size(), stderr);
  } else {
    context.print(text);
  }
  if (context.exit == Exit::Done && merged.open_conflicts() > 0) context.exit = Exit::Findings;
}

/// As git runs it: the outcome goes into %A, exit code 1 leaves the file in conflict.
void run_driver(const MergeArguments& arguments, Context& context) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < 3; i++) {
    auto bytes = context.files->read(arguments.driver[i]);
    if (!bytes) return context.fail(bytes.error());
    texts.push_back(std::move(*bytes));
  }
  const std::string& name = arguments.driver.size() > 3 ? arguments.driver[3] : arguments.driver[1];
  const auto workspace = load_words(*context.files, name, {.builtin = context.builtin});
  if (!workspace) return context.fail(workspace.error());
  MarkerStyle style;
  style.size = arguments.marker_size;
  const VersionsMerged merged = merge_versions(**workspace, texts[0], texts[1], texts[2], style);
  if (merged.by_lines) {
    context.complain(
        say({"“{}”不能按事项合并，已按行合并", "“{}” was merged as lines, not by item"}, name));
  }
  if (!context.write(arguments.driver[1], merged.text) || !merged.conflicts) return;
  context.complain(say({"“{}”有冲突：改好标记之间的栏目，删去标记，再 git add",
                        "“{}” is in conflict: mend the fields between the markers, take the "
                        "markers out, then git add"},
                       name));
  context.exit = Exit::Findings;
}

}  // namespace

void add_merge(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<MergeArguments>();
  CLI::App* command = add_command(
      app, context, "merge",
      {"合并结对部门和区的清单，逐栏指出冲突；也是 git 的合并驱动",
       "merge the lists of a pair, naming every conflict field by field; also a git merge driver"},
      {"  catalog merge --domain social-assistance --dry-run   只看结果，不写入\n"
       "  catalog merge --domain social-assistance --resolve stricter --resolve "
       "publisher=district\n"
       "  catalog merge 部门.yaml 区.yaml --base 上一版.yaml -o 标准.yaml --format html",
       "  catalog merge --domain social-assistance --dry-run   look, write nothing\n"
       "  catalog merge --domain social-assistance --resolve stricter --resolve "
       "publisher=district\n"
       "  catalog merge department.yaml district.yaml --base last.yaml -o standard.yaml"});
  command
      ->add_option("LIST", arguments->paths,
                   context.say({"部门的清单和区的清单",
                                "the department's list and the "
                                "district's"}))
      ->expected(0, 2);
  command
      ->add_option("--domain", arguments->domain,
                   context.say({"工作区里的领域：按结对取两份清单",
                                "a domain of the workspace: the lists of its pairing"}))
      ->option_text("DOMAIN");
  command
      ->add_option("--base", arguments->base,
                   context.say({"作底的上一版标准；缺省为工作区里的标准，没有则为标准指引",
                                "the last standard; by default the workspace's, else the "
                                "guideline"}))
      ->option_text("FILE");
  command
      ->add_option("-o,--output", arguments->output,
                   context.say({"写入的文件，“-”为标准输出；缺省为该领域的标准目录",
                                "the file to write, - for standard output; by default the "
                                "domain's standard"}))
      ->option_text("FILE");
  command
      ->add_option("--resolve", arguments->resolve,
                   context.say({"处理冲突：stricter（从严）、department（从部门）、district"
                                "（从区），或 栏目=取舍，可重复",
                                "settle conflicts: stricter, department, district, or "
                                "FIELD=one of them; may be repeated"}))
      ->option_text("[FIELD=]HOW")
      ->allow_extra_args(false);
  command
      ->add_option("--format", arguments->format,
                   context.say({"输出的格式：", "format of the report: "}) + merge_format_names())
      ->option_text("FORMAT");
  command
      ->add_option(
          "--report", arguments->reports,
          context.say({"另写报告到文件，可重复", "also write a report to a file; may be repeated"}))
      ->option_text("FORMAT=FILE")
      ->allow_extra_args(false);
  add_workspace_option(*command, context, arguments->workspace);
  command->add_flag("--dry-run", arguments->dry_run,
                    context.say({"只报告，不写入", "report only, write nothing"}));
  command->add_flag("--explain", arguments->explain,
                    context.say({"列出每个事项怎样配对、多相似",
                                 "show how each item was paired, and how alike the names are"}));
  command
      ->add_option("--driver", arguments->driver,
                   context.say({"作为 git 的合并驱动：祖先、本方、对方三个文件，结果写入本方",
                                "as git's merge driver: ancestor, ours, theirs; the outcome goes "
                                "into ours"}))
      ->option_text("%O %A %B [%P]")
      ->expected(3, 4);
  command
      ->add_option("--marker-size", arguments->marker_size,
                   context.say({"冲突标记的长度", "length of conflict markers"}))
      ->option_text("N")
      ->check(CLI::Range(1, 200));
  command->callback([arguments, &context] {
    arguments->driver.empty() ? run_pair(*arguments, context) : run_driver(*arguments, context);
  });
}

}  // namespace catalog
