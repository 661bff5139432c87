#include "cli/options.h"
#include "diff/history.h"
#include "diff/select.h"
#include "model/field.h"
#include "model/fields_item.h"
#include "report/history_report.h"
#include "text/similarity.h"

namespace catalog {

namespace {

/// What the command line of `log` says.
struct LogArguments {
  HistoryRequest request;
  std::string since;
  std::optional<size_t> most;
  std::string field;
  std::vector<std::string> only;
  std::string format = "text";
  std::string output = "-";
};

/// The English key of a field in either language.
std::optional<std::string> key_of(const std::string& name, Context& context) {
  const RecordInfo& info = *record_info<Item>();
  if (const auto found = info.find(name)) return std::string(info.fields[found->index].key.en);
  std::vector<std::string_view> keys;
  for (const FieldInfo& known : info.fields) keys.insert(keys.end(), {known.key.zh, known.key.en});
  const auto meant = did_you_mean(name, keys);
  context.fail(meant ? say({"事项没有“{}”这一栏。是否指“{}”？",
                            "An item has no field “{}”. Did you mean “{}”?"},
                           name, *meant)
                     : say({"事项没有“{}”这一栏：可用公开时限、公开主体等，或英文键",
                            "An item has no field “{}”: write deadline, publisher and the like"},
                           name));
  return std::nullopt;
}

std::optional<HistorySelection> selection_of(LogArguments& arguments, Context& context) {
  HistorySelection out{.most = arguments.most};
  for (const std::string& word : arguments.only) {
    const auto of = class_of_word(word);
    if (!of) {
      context.fail(say({"--only 只能是 narrowed、widened、changed 或 editorial，不是“{}”",
                        "--only is narrowed, widened, changed or editorial, not “{}”"},
                       word));
      return std::nullopt;
    }
    out.classes.push_back(*of);
  }
  if (!arguments.field.empty()) {
    const auto key = key_of(arguments.field, context);
    if (!key) return std::nullopt;
    out.field = *key;
  }
  // A day, else a revision of git.
  if (const auto day = Date::parse(arguments.since)) {
    out.since = day->iso();
  } else {
    arguments.request.since = arguments.since;
  }
  return out;
}

void run_log(LogArguments& arguments, Context& context) {
  const auto selection = selection_of(arguments, context);
  if (!selection) return;
  arguments.request.builtin = context.builtin;
  auto history = history_of(*context.files, arguments.request);
  if (!history) return context.fail(history.error());
  HistorySelection without_most = *selection;
  without_most.most.reset();
  select_history(*history, without_most);
  const size_t found = history->entries.size();
  select_history(*history, *selection);
  const HistoryReport report{*history, found};
  const ReportOptions options{context.lang, context.color_out && arguments.output == "-"};
  context.write(arguments.output, arguments.format == "json" ? history_json(report)
                                  : arguments.format == "markdown"
                                      ? history_markdown(report, options)
                                      : history_text(report, options));
}

void add_options(CLI::App& command, LogArguments& arguments, const Context& context) {
  command
      .add_option("ADDRESS", arguments.request.address,
                  context.say({"事项地址：list/单位/领域/编号、standard/领域/编号 或 "
                               "guideline/领域/编号",
                               "the item: list/UNIT/D/ID, standard/D/ID or guideline/D/ID"}))
      ->required();
  command.add_option("REV", arguments.request.revision,
                     context.say({"从这个git版本往前看；缺省为现在的文件和HEAD",
                                  "look back from this revision; by default from the files as "
                                  "they are and HEAD"}));
  command
      .add_option("--since", arguments.since,
                  context.say({"只列该日（年-月-日）以来的，或这个git版本之后的",
                               "only since this day (year-month-day), or behind this revision"}))
      ->option_text("DATE|REV");
  command
      .add_option("-n,--max-count", arguments.most,
                  context.say({"最多列出几次", "show at most so many commits"}))
      ->option_text("N")
      ->check(CLI::Range(1, 1'000'000));
  command
      .add_option("--field", arguments.field,
                  context.say({"只列这一栏的变化，中文或英文键",
                               "only changes of this field, by its key in either language"}))
      ->option_text("FIELD");
  command
      .add_option("--only", arguments.only,
                  context.say({"只列这些变化：narrowed、widened、changed、editorial，可重复",
                               "only these: narrowed, widened, changed, editorial; may be "
                               "repeated"}))
      ->option_text("CLASS")
      ->allow_extra_args(false);
  command
      .add_option(
          "--format", arguments.format,
          context.say({"text（缺省）、json 或 markdown", "text (default), json or markdown"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  command
      .add_option("-o,--output", arguments.output,
                  context.say({"写入该文件；缺省为标准输出",
                               "the file to write; by default the standard output"}))
      ->option_text("FILE");
  add_workspace_option(command, context, arguments.request.workspace);
}

}  // namespace

void add_log(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<LogArguments>();
  CLI::App* command = add_command(
      app, context, "log",
      {"一个事项的历程：哪次提交改了什么，对公众缩小还是扩大，理由是否在案",
       "the history of an item: which commit changed what, what the public lost or gained, and the "
       "reason on record"},
      {"  catalog log standard/social-assistance/6\n"
       "  catalog log list/310104/social-assistance/6 --field 公开时限\n"
       "  catalog log standard/social-assistance/6 2020.2 --since 2020.1 --only narrowed\n"
       "  catalog log guideline/social-assistance/6 --format json",
       "  catalog log standard/social-assistance/6\n"
       "  catalog log list/310104/social-assistance/6 --field deadline\n"
       "  catalog log standard/social-assistance/6 2020.2 --since 2020.1 --only narrowed\n"
       "  catalog log guideline/social-assistance/6 --format json"});
  add_options(*command, *arguments, context);
  command->callback([arguments, &context] { run_log(*arguments, context); });
}

}  // namespace catalog
