#include <algorithm>

#include "cli/options.h"
#include "cli/standard_input.h"
#include "cli/workspace_paths.h"
#include "report/text_report.h"
#include "report/unified_diff.h"
#include "workspace/format_files.h"
#include "workspace/workspace.h"

namespace catalog {

namespace {

/// What the command line of `fmt` says.
struct FmtArguments {
  std::vector<std::string> paths;
  std::string stdin_path = "stdin.yaml";
  std::string keys;
  bool check = false;
  bool diff = false;
};

using State = FormattedFile::State;

/// Prints the findings of files that can't be parsed, as `validate` does.
bool report_broken(FileSystem& files, const std::vector<FormattedFile>& formatted,
                   Context& context) {
  std::vector<std::string> broken;
  for (const FormattedFile& file : formatted)
    if (file.state == State::Broken) broken.push_back(file.path);
  if (broken.empty()) return true;
  context.exit = Exit::Findings;
  const auto today = context.today();
  if (!today) return false;
  auto validation = validate_files(
      files, broken, {.builtin = context.builtin, .threads = context.threads, .as_of = *today});
  if (!validation) {
    context.fail(validation.error());
    return false;
  }
  Sources sources(files, validation->workspace.get());
  context.complain(
      say({"下列文件有语法错误，没有整理：", "These files are no YAML and were left:"}));
  std::fputs(text_report(report_of(*validation, std::nullopt), sources,
                         {.lang = context.lang, .color = context.color_err})
                 .c_str(),
             stderr);
  return true;
}

/// Writes one file, or shows what would be written.
bool put(const FormattedFile& file, bool is_stdin, const FmtArguments& arguments,
         Context& context) {
  if (arguments.diff) {
    context.print(unified_diff(file.path, file.before, file.after));
  } else if (arguments.check) {
    context.print(file.path + "\n");
  } else if (is_stdin) {
    context.print(file.after);
  } else if (auto written = write_file(*context.files, file.path, file.after); !written) {
    context.fail(written.error());
    return false;
  }
  return true;
}

void conclude(const std::vector<FormattedFile>& formatted, const FmtArguments& arguments,
              Context& context) {
  const auto changed =
      static_cast<size_t>(std::ranges::count(formatted, State::Changed, &FormattedFile::state));
  for (const FormattedFile& file : formatted) {
    if (file.state == State::NotOurs)
      context.complain(say({"{}：没有 kind（类型），不是本工具的文件，没有整理。",
                            "{}: it has no kind, so it is no file of this tool and was left."},
                           file.path));
  }
  if (arguments.check && changed > 0) {
    context.exit = Exit::Findings;
    context.complain(say({"{}个文件的格式不合：请运行 catalog fmt。",
                          "{} files are not formatted: run catalog fmt."},
                         changed));
  } else if (!arguments.check && !arguments.diff) {
    const auto clean =
        static_cast<size_t>(std::ranges::count(formatted, State::Clean, &FormattedFile::state));
    context.complain(
        say({"已整理{}个文件，另有{}个原已合格。", "{} files were formatted, {} were so already."},
            changed, clean));
  }
}

void run_fmt(const FmtArguments& arguments, Context& context) {
  const bool is_stdin = std::ranges::find(arguments.paths, "-") != arguments.paths.end();
  if (is_stdin && arguments.paths.size() > 1)
    return context.fail(say({"“-”只能单独使用", "- goes with no other path"}));
  StandardInput input(*context.files, arguments.paths, arguments.stdin_path);
  if (input.error()) return context.fail(*input.error());
  std::vector<std::string> paths = input.paths();
  if (paths.empty()) {
    const auto target = target_of(input.files(), paths);
    if (!target) return context.fail(target.error());
    paths.push_back(*target->root);
  }
  for (const std::string& path : paths) {
    if (input.files().kind(path) == PathKind::Missing)
      return context.fail(say({"“{}”不存在：请检查路径和当前文件夹。",
                               "“{}” does not exist: check the path and the current folder."},
                              path));
  }
  std::optional<Lang> keys;
  if (!arguments.keys.empty()) keys = arguments.keys == "zh" ? Lang::Zh : Lang::En;
  auto formatted = format_files(
      input.files(), paths, {.keys = keys, .builtin = context.builtin, .threads = context.threads});
  if (!formatted) return context.fail(formatted.error());
  for (const FormattedFile& file : *formatted) {
    if (file.state == State::Changed && !put(file, is_stdin, arguments, context)) return;
    if (is_stdin && !arguments.check && !arguments.diff &&
        (file.state == State::Clean || file.state == State::NotOurs)) {
      if (const auto bytes = input.files().read(file.path)) context.print(*bytes);
    }
  }
  if (!report_broken(input.files(), *formatted, context)) return;
  if (!is_stdin || arguments.check || formatted->front().state == State::NotOurs)
    conclude(*formatted, arguments, context);
}

constexpr Bilingual kStyle{
    "格式：缩进两格；短列表写在一行的方括号里（到第100列为止），长的一行一项；键的次序按文件格式，k"
    "ind "
    "在最前；编号、日期、版本和会被读作其他类型的文字加引号；事项之间空一行，别处最多一行。\n"
    "不动：注释及其位置、映射写在一行还是多行、折行的长文字、不认识的键、换行符（CRLF 或 LF）。",
    "Layout: indentation of two; short lists in brackets on one line (up to column 100), others an "
    "entry a line; keys in the order of the file formats, kind first; quotes around ids, dates, "
    "versions and texts that YAML would read as another type; an empty line between items, one at "
    "most elsewhere.\n"
    "Left alone: comments and their places, whether a mapping stands on one line or several, long "
    "texts that were wrapped, unknown keys, the kind of line breaks (CRLF or LF)."};

}  // namespace

void add_fmt(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<FmtArguments>();
  CLI::App* command = add_command(
      app, context, "fmt",
      {"把文件整理成统一的格式，不改内容，不丢注释",
       "put files into the house's layout; contents and comments stay"},
      {"  catalog fmt                          整理当前工作区的所有文件\n"
       "  catalog fmt --check --diff           只检查并显示差异，有差异时退出码为 1\n"
       "  catalog fmt --keys zh lists/310104   键和固定用语改为中文\n"
       "  catalog fmt - < list.yaml",
       "  catalog fmt                          all files of the workspace around the current "
       "folder\n"
       "  catalog fmt --check --diff           only check and show; exit code 1 where files "
       "differ\n"
       "  catalog fmt --keys zh lists/310104   keys and fixed words in Chinese\n"
       "  catalog fmt - < list.yaml"});
  command->footer("\n" + context.say(kStyle) + "\n" + command->get_footer());
  command->add_option(
      "PATH", arguments->paths,
      context.say({"文件或文件夹；“-”为标准输入，结果写到标准输出。缺省为当前文件夹所在的工作区",
                   "files or folders; - is standard input, written to standard output; by default "
                   "the workspace around the current folder"}));
  command->add_flag("--check", arguments->check,
                    context.say({"不写入，列出格式不合的文件；有则退出码为 1",
                                 "write nothing, name the files that differ; exit code 1 if any"}));
  command->add_flag("--diff", arguments->diff,
                    context.say({"不写入，显示差异", "write nothing, show the differences"}));
  command
      ->add_option("--keys", arguments->keys,
                   context.say({"键、类型和词表用语改为该语言：zh 或 en",
                                "give keys, kinds and words of the vocabulary in this language: "
                                "zh or en"}))
      ->option_text("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  command
      ->add_option("--stdin-path", arguments->stdin_path,
                   context.say({"标准输入代表的文件", "the file that standard input stands for"}))
      ->option_text("NAME");
  command->callback([arguments, &context] { run_fmt(*arguments, context); });
}

}  // namespace catalog
