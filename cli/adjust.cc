#include <CLI/CLI.hpp>

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "diff/adjustment_stubs.h"
#include "diff/explain.h"
#include "diff/replace_basis.h"
#include "diff/sides.h"
#include "report/basis_report.h"
#include "report/unified_diff.h"

namespace catalog {

namespace {

struct AdjustArguments {
  std::vector<std::string> sides;
  std::string output;
  std::vector<std::string> basis;  ///< the replaced document and its successor
  std::string articles;
  std::string format = "text";
  std::string workspace;
  bool dry_run = false;
};

/// The adjustments of the newer version, else adjustments.yaml at its root.
std::string adjustments_path(const AdjustArguments& arguments, const Workspace& now) {
  if (!arguments.output.empty()) return arguments.output;
  if (!now.adjustments.empty()) return std::string(now.adjustments.front().file.view());
  return join_path(now.root, "adjustments.yaml");
}

void show_difference(const BasisReplacement& replaced, Context& context) {
  for (const BasisFileChange& file : replaced.files)
    context.print(unified_diff(file.path, file.before, file.after.text));
  if (!replaced.adjustments.empty()) {
    context.print(
        unified_diff(replaced.adjustments_path, replaced.adjustments_before, replaced.adjustments));
  }
}

void sum_up(const BasisReplacement& replaced, bool written, Context& context) {
  const size_t citations = replaced.citations();
  if (citations == 0) {
    return context.complain(say({"没有清单、标准目录或采用引用{}，不需要修改。",
                                 "No list, standard or adoption cites {}: nothing is to be done."},
                                citation_text(replaced.old_one())));
  }
  context.complain(
      written ? say({"已改{}处引用，涉及{}个文件。", "{} citations were replaced in {} files."},
                    citations, replaced.files.size())
              : say({"将改{}处引用，涉及{}个文件；没有写入。",
                     "{} citations would be replaced in {} files; nothing was written."},
                    citations, replaced.files.size()));
}

/// A law was replaced: cites its successor wherever it was cited.
void run_replace(const AdjustArguments& arguments, Context& context) {
  if (!arguments.sides.empty()) {
    return context.fail(say({"--replace-basis 后写旧文件和新文件两项，不再写要比较的版本",
                             "--replace-basis takes the old and the new document, and no versions "
                             "to compare beside them"}));
  }
  const auto root = workspace_root(*context.files, arguments.workspace);
  if (!root) return context.fail(root.error());
  BasisRequest request{.old_document = arguments.basis[0],
                       .new_document = arguments.basis[1],
                       .adjustments = arguments.output,
                       .keys = context.lang,
                       .builtin = context.builtin,
                       .threads = context.threads};
  if (!arguments.articles.empty()) request.keep_articles = arguments.articles == "keep";
  const auto replaced = replace_basis(*context.files, *root, request);
  if (!replaced) return context.fail(replaced.error());
  const bool writes = !arguments.dry_run && !replaced->files.empty();
  if (writes) {
    if (auto written = write_all(*context.files, replaced->bytes()); !written)
      return context.fail(written.error());
  }
  if (arguments.format == "json") return context.print(basis_json(*replaced, writes));
  if (arguments.dry_run) show_difference(*replaced, context);
  context.print(basis_text(*replaced, context.lang));
  sum_up(*replaced, writes, context);
}

void run_adjust(const AdjustArguments& arguments, Context& context) {
  if (!arguments.basis.empty()) return run_replace(arguments, context);
  if (arguments.dry_run || !arguments.articles.empty() || arguments.format != "text") {
    return context.fail(say({"--dry-run、--articles 和 --format 要与 --replace-basis 同用",
                             "--dry-run, --articles and --format go with --replace-basis"}));
  }
  const auto sides = find_sides(*context.files, arguments.sides);
  if (!sides) return context.fail(sides.error());
  const auto loaded = load_sides(*sides, {.builtin = context.builtin, .threads = context.threads});
  if (!loaded) return context.fail(loaded.error());
  const Workspace& now = *loaded->after.workspace;
  VersionDiff diff = compare_versions(loaded->before.set, loaded->after.set,
                                      {now.vocabulary, now.calendar, now.legal}, now);
  explain_changes(diff, now, loaded->after.set);
  const auto missing = unexplained_changes(diff);
  const std::string path = adjustments_path(arguments, now);
  if (missing.empty()) {
    return context.complain(say(
        {"没有缺少理由的缩小，“{}”不变。", "No loss lacks a reason; “{}” stays as it is."}, path));
  }
  std::string text;
  if (context.files->kind(path) == PathKind::File) {
    auto read = context.files->read(path);
    if (!read) return context.fail(read.error());
    text = std::move(*read);
  }
  const auto made = add_stubs(text, missing, now.config.version.view(), context.lang);
  if (!made) return context.fail(made.error());
  if (*made != text && !context.write(path, *made)) return;
  context.complain(say({"{}处缩小没有理由，已列入“{}”：请填写理由和依据。",
                        "{} losses lack a reason and stand in “{}”: fill in reason and basis."},
                       missing.size(), path));
}

}  // namespace

void add_adjust(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<AdjustArguments>();
  CLI::App* command = add_command(
      app, context, "adjust",
      {"为没有理由的缩小列出待填的动态调整记录；法规有替代的，改引新法规",
       "write the stubs of adjustments for losses without a reason; cite a law's "
       "successor"},
      {"  catalog adjust 2020.1                              与git标签2020.1相比\n"
       "  catalog adjust old new --output adjustments.yaml\n"
       "  catalog adjust --replace-basis 国办发〔2013〕101号 国办发〔2024〕5号 --dry-run",
       "  catalog adjust 2020.1                              against the tag 2020.1\n"
       "  catalog adjust old new --output adjustments.yaml\n"
       "  catalog adjust --replace-basis 国办发〔2013〕101号 国办发〔2024〕5号 "
       "--dry-run"});
  command
      ->add_option("SIDES", arguments->sides,
                   context.say({"旧版和新版，写法同 catalog diff",
                                "OLD and NEW, as catalog diff takes them"}))
      ->expected(0, 2)
      ->option_text("OLD NEW");
  command
      ->add_option("--output", arguments->output,
                   context.say({"写入该文件；缺省为工作区的动态调整文件",
                                "the file to write; by default the workspace's adjustments"}))
      ->option_text("FILE");
  command
      ->add_option(
          "--replace-basis", arguments->basis,
          context.say({"旧文件和新文件（名称、文号，或两者；须在法规库中）：清单、标准目录和"
                       "采用中引用旧文件的，都改引新文件",
                       "a document and the one that replaced it (title, number or both; "
                       "both registered): every list, standard and adoption that cites "
                       "the first cites the second"}))
      ->expected(2)
      ->option_text("OLD NEW");
  command
      ->add_option("--articles", arguments->articles,
                   context.say({"引用的条款号：keep 保留，drop 删去；缺省：两份文件同名则保留，否则"
                                "删去",
                                "articles cited: keep or drop them; by default they are kept where "
                                "both documents have one title"}))
      ->option_text("keep|drop")
      ->check(CLI::IsMember({"keep", "drop"}));
  command->add_flag("--dry-run", arguments->dry_run,
                    context.say({"与 --replace-basis 同用：只显示差异，不写入",
                                 "with --replace-basis: show the difference, write nothing"}));
  command
      ->add_option("--format", arguments->format,
                   context.say({"与 --replace-basis 同用：text（缺省）或 json",
                                "with --replace-basis: text (default) or json"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  command
      ->add_option("--workspace", arguments->workspace,
                   context.say({"与 --replace-basis 同用：工作区；缺省为当前文件夹所在的工作区",
                                "with --replace-basis: the workspace; by default the one around "
                                "the current folder"}))
      ->option_text("FOLDER");
  command->callback([arguments, &context] { run_adjust(*arguments, context); });
}

}  // namespace catalog
