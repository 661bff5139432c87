#include <algorithm>

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "diff/release.h"
#include "model/content.h"
#include "model/fields_files.h"
#include "report/changelog.h"
#include "report/formats.h"
#include "report/safe_text.h"
#include "report/unified_diff.h"
#include "source/shadow_file_system.h"

namespace catalog {

namespace {

/// What the command line of `release` says.
struct ReleaseArguments {
  ReleaseRequest request;
  std::string on;
  std::string since;
  std::string workspace;
  bool dry_run = false;
  bool verbose = false;
};

/// Cases and findings of one hindrance that are shown without --verbose.
constexpr size_t kShown = 10;

bool is_like(std::string_view record_key, const std::string& text) {
  return content_fits(*record_info<Publication>()->field(record_key), text);
}

/// What of the command line can't be right.
std::optional<Message> wrong_usage(const ReleaseArguments& arguments) {
  const ReleaseRequest& request = arguments.request;
  if (!request.version.empty() && !is_like("version", request.version))
    return say({"“{}”不是版本号：应为数字和点，如 2020.2",
                "“{}” is no version: numbers and dots, as 2020.2"},
               request.version);
  if (!arguments.on.empty() && !Date::parse(arguments.on))
    return say({"--on 应为日期，如 2020-12-31", "--on takes a date, as 2020-12-31"});
  if (!request.effective.empty() && !is_like("on", request.effective))
    return say({"--effective 应为日期，如 2020-12-31", "--effective takes a date, as 2020-12-31"});
  if (!request.url.empty() && !is_like("url", request.url))
    return say({"--url 应为以 http:// 或 https:// 开头的网址，不是“{}”",
                "--url takes an address that begins with http:// or https://, not “{}”"},
               request.url);
  return std::nullopt;
}

void complain_of(const Hindrance& hindrance, size_t number, const ReleaseArguments& arguments,
                 Sources& sources, const Context& context) {
  const auto line = [&](const std::string& mark, const Message& message) {
    const std::string text = mark + one_line(message.in(context.lang)) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
  };
  line(std::to_string(number) + ". ", hindrance.what);
  const size_t most = arguments.verbose ? std::string::npos : kShown;
  for (size_t i = 0; i < std::min(most, hindrance.cases.size()); i++)
    line("   - ", hindrance.cases[i]);
  for (size_t i = 0; i < std::min(most, hindrance.findings.size()); i++) {
    const Finding& finding = *hindrance.findings[i];
    const PrintedPlace place = printed_place(sources, finding.place);
    line("   - " + one_line(finding.place.file.view()) + ":" + std::to_string(place.line) + ": ",
         finding.message);
  }
  const size_t all = hindrance.cases.size() + hindrance.findings.size();
  if (all > most)
    line("   - ",
         say({"另有{}处，用 --verbose 列出", "{} more; --verbose lists them"}, all - most));
  line("   = ", say({"办法：{}", "advice: {}"},
                    Phrase(hindrance.mend.in(Lang::Zh), hindrance.mend.in(Lang::En))));
}

void refuse(const ReleasePlan& plan, const ReleaseArguments& arguments, Context& context) {
  // Places are those of the files as they would be: read them there.
  ShadowFileSystem shadow(*context.files);
  for (const ReleasedFile& file : plan.files) {
    if (!write_file(shadow, file.path, file.after)) return;
  }
  Sources sources(shadow, plan.validation.workspace.get());
  context.complain(say({"不能发布{}版，没有写入。有{}项障碍：",
                        "version {} can't be released, nothing was written; {} things are in the "
                        "way:"},
                       plan.changes.version, plan.hindrances.size()));
  size_t number = 0;
  for (const Hindrance& hindrance : plan.hindrances)
    complain_of(hindrance, ++number, arguments, sources, context);
  context.exit = Exit::Findings;
}

/// What is left to the user: the commit, the tag, the adoptions.
void conclude(const ReleasePlan& plan, Context& context) {
  const std::string& version = plan.changes.version;
  context.complain(say({"{}版：{}个标准目录写入版本和发布记录，共写入{}个文件。",
                        "Version {}: {} standards got their version and record of publication, {} "
                        "files were written."},
                       version, plan.standards, plan.files.size()));
  context.complain(
      say({"接着提交并打标签：git add -A . && git commit -m '发布{0}版' && git tag -a {0} "
           "-m '{1}{0}版'",
           "Now commit and tag it: git add -A . && git commit -m 'Release {0}' && git "
           "tag -a {0} -m '{1} {0}'"},
          version, plan.changes.title));
  if (!plan.workspace->adoptions.empty())
    context.complain(say({"各单位改采新版：catalog adopt --all-units --to {}",
                          "Units take it over with catalog adopt --all-units --to {}"},
                         version));
}

void run_release(ReleaseArguments& arguments, Context& context) {
  if (const auto wrong = wrong_usage(arguments)) return context.fail(*wrong);
  const auto today = context.today();
  if (!today) return;
  const auto root = workspace_root(*context.files, arguments.workspace);
  if (!root) return context.fail(root.error());
  ReleaseRequest& request = arguments.request;
  request.root = *root;
  request.on = Date::parse(arguments.on).value_or(*today);
  if (request.changelog.empty()) request.changelog = join_path(*root, "CHANGELOG.md");
  request.builtin = context.builtin;
  request.threads = context.threads;
  const auto known =
      load_workspace(*context.files, *root,
                     {.builtin = context.builtin, .threads = context.threads, .baseline = ""});
  if (!known) return context.fail(known.error());
  const auto base = find_release_base(**known, arguments.since);
  if (!base) return context.fail(base.error());
  const auto plan = plan_release(*context.files, request, *base, *today, add_to_changelog);
  if (!plan) return context.fail(plan.error());
  if (arguments.dry_run) {
    for (const ReleasedFile& file : plan->files)
      context.print(unified_diff(file.path, file.before, file.after));
  }
  for (const Message& remark : plan->remarks) context.complain(remark);
  if (!plan->hindrances.empty()) return refuse(*plan, arguments, context);
  if (arguments.dry_run)
    return context.complain(
        say({"{}版可以发布，没有写入。", "Version {} can be released; nothing was written."},
            plan->changes.version));
  std::vector<FileBytes> files;
  for (const ReleasedFile& file : plan->files) files.push_back({file.path, file.after});
  if (const auto written = write_all(*context.files, std::move(files)); !written)
    return context.fail(written.error());
  conclude(*plan, context);
}

void add_options(CLI::App& command, ReleaseArguments& arguments, const Context& context) {
  command.add_option("VERSION", arguments.request.version,
                     context.say({"发布的版本号；缺省为工作区所写的",
                                  "the version; by default the one that the workspace has"}));
  command
      .add_option("--on", arguments.on,
                  context.say({"发布日期；缺省为今天", "the day of publication; by default today"}))
      ->option_text("DATE");
  command
      .add_option(
          "--effective", arguments.request.effective,
          context.say({"生效日期；缺省为工作区所写的（不早于发布日期），否则为发布日期",
                       "the day from which it holds; by default the workspace's, if that is "
                       "not before the day of publication, else that day"}))
      ->option_text("DATE");
  command
      .add_option("--url", arguments.request.url,
                  context.say({"发布的网址，{domain} 代表领域；缺省为上次发布的",
                               "where it is published, {domain} stands for the domain; by default "
                               "where it was"}))
      ->option_text("URL");
  command
      .add_option("--since", arguments.since,
                  context.say({"上次发布的git标签或提交；缺省按发布记录查找",
                               "the tag or commit of the last release; by default found by the "
                               "record of publication"}))
      ->option_text("REV");
  command
      .add_option("--changelog", arguments.request.changelog,
                  context.say({"更新记录的文件；缺省为工作区的 CHANGELOG.md",
                               "the file of the record of changes; by default CHANGELOG.md of the "
                               "workspace"}))
      ->option_text("FILE");
  command.add_flag("--dry-run", arguments.dry_run,
                   context.say({"只显示差异，不写入", "show the difference, write nothing"}));
  command.add_flag("--verbose", arguments.verbose,
                   context.say({"列出全部障碍", "list all that is in the way"}));
  add_workspace_option(command, context, arguments.workspace);
}

}  // namespace

void add_release(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ReleaseArguments>();
  CLI::App* command = add_command(
      app, context, "release",
      {"发布一个版本：检查版本号、理由、确认和发布类规则，写入版本、发布记录和更新记录",
       "release a version: checks its number, reasons, confirmations and the rules of publication, "
       "then writes versions, records of publication and the record of changes"},
      {"  catalog release 2020.2 --on 2021-03-01 --url https://www.shanghai.gov.cn/{domain}.html\n"
       "  catalog release 2020.2 --dry-run               只看将写入什么\n"
       "  catalog release --since 2020.1                 与git标签2020.1相比",
       "  catalog release 2020.2 --on 2021-03-01 --url https://www.shanghai.gov.cn/{domain}.html\n"
       "  catalog release 2020.2 --dry-run               what would be written\n"
       "  catalog release --since 2020.1                 against the tag 2020.1"});
  add_options(*command, *arguments, context);
  command->callback([arguments, &context] { run_release(*arguments, context); });
}

}  // namespace catalog
