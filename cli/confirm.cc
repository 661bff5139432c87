#include <algorithm>

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "publish/confirmation_form.h"
#include "report/confirmation_report.h"
#include "report/formats.h"
#include "report/unified_diff.h"
#include "rules/confirmation.h"

namespace catalog {

namespace {

/// What the command line of `confirm` says.
struct ConfirmArguments {
  std::string domain;
  std::string workspace;
  bool submit = false, reopen = false, form = false, check = false, dry_run = false;
  std::optional<std::string> opinion, by, on, document, digest;
  std::string output;
  std::string format = "text";
};

/// The step that is asked for, if any.
std::optional<ConfirmationStep> step_of(const ConfirmArguments& arguments) {
  ConfirmationStep step;
  step.opinion = arguments.opinion.value_or("");
  step.by = arguments.by.value_or("");
  step.document = arguments.document.value_or("");
  step.digest = arguments.digest.value_or("");
  step.on = Date::parse(arguments.on.value_or(""));
  if (arguments.submit) {
    step.to = StandardState::Submitted;
  } else if (arguments.reopen) {
    step.to = StandardState::Consultation;
  } else if (arguments.opinion) {
    step.to = StandardState::Returned;
  } else if (arguments.by) {
    step.to = StandardState::Confirmed;
  } else {
    return std::nullopt;
  }
  return step;
}

/// What of the command line contradicts itself.
std::optional<Message> contradiction(const ConfirmArguments& arguments) {
  const int steps = arguments.submit + arguments.reopen + arguments.opinion.has_value() +
                    arguments.by.has_value();
  if (steps + arguments.form > 1)
    return say({"--submit、--return、--by、--reopen、--form 只能用一个",
                "use one of --submit, --return, --by, --reopen, --form"});
  if (arguments.domain.empty() && steps + arguments.form > 0)
    return say({"请给出领域，如 catalog confirm social-assistance --submit",
                "give the domain, as in catalog confirm social-assistance --submit"});
  if (!arguments.by && (arguments.on || arguments.document || arguments.digest))
    return say({"--on、--document、--digest 要与 --by 同用",
                "--on, --document and --digest go with --by"});
  if (arguments.on && !Date::parse(*arguments.on))
    return say({"--on 应为日期，如 2020-12-31", "--on takes a date, as 2020-12-31"});
  if (!arguments.output.empty() && !arguments.form)
    return say({"-o 要与 --form 同用", "-o goes with --form"});
  if (arguments.dry_run && steps == 0)
    return say({"--dry-run 要与 --submit、--return、--by、--reopen 之一同用",
                "--dry-run goes with one of --submit, --return, --by, --reopen"});
  return std::nullopt;
}

/// How many errors a refusal shows; the rest are counted.
constexpr size_t kShownErrors = 20;

/// Says why a step is refused; of errors each with its place. With errors that is exit code 1,
/// otherwise it can't be done.
void complain_refused(const Refusal& refusal, const Validation& validation, Context& context) {
  context.exit = refusal.findings.empty() ? Exit::Failed : Exit::Findings;
  for (const Message& reason : refusal.reasons) context.complain(reason);
  if (refusal.findings.empty()) return;
  Sources sources(*context.files, validation.workspace.get());
  std::vector<const Finding*> shown = refusal.findings;
  shown.resize(std::min(shown.size(), kShownErrors));
  const auto report =
      write_report("concise", Report{validation, shown}, sources, {.lang = context.lang});
  if (!report) return context.fail(report.error());
  std::fputs(report->c_str(), stderr);
  if (const size_t more = refusal.findings.size() - shown.size(); more > 0)
    context.complain(say({"另有{}个错误，catalog validate 全部列出。",
                          "{} more errors; catalog validate lists all."},
                         more));
}

/// Says what was done, and what stands in the way of the next step.
void conclude(const ConfirmationStatus& status, const ConfirmationStep& step, bool dry_run,
              Context& context) {
  const std::string_view path = status.standard->file.view();
  context.complain(dry_run
                       ? say({"{}：{} → {}（{}），没有写入。", "{}: {} → {} ({}), not written."},
                             status.name, state_word(status.state), state_word(step.to), path)
                       : say({"{}：{} → {}（{}）", "{}: {} → {} ({})"}, status.name,
                             state_word(status.state), state_word(step.to), path));
  if (step.to == StandardState::Submitted && !status.errors.empty())
    context.complain(say({"还有{}个错误，改正后才能确认：catalog validate 列出。",
                          "{} errors must be mended before it can be confirmed: catalog validate "
                          "lists them."},
                         status.errors.size()));
}

void take_step(const Validation& validation, const ConfirmationStatus& status,
               const ConfirmationStep& step, Date today, bool dry_run, Context& context) {
  Sources sources(*context.files, validation.workspace.get());
  std::string before;
  if (status.standard) {
    const SourceText* source = sources.open(status.standard->file);
    if (!source)
      return context.fail(say(
          {"{}在检查时有改动：请再运行一次", "{} was changed while it was checked: run this again"},
          status.standard->file.view()));
    before = source->text();
  }
  const auto after = after_step(validation, status, before, step, today);
  if (!after) return complain_refused(after.error(), validation, context);
  const std::string path(status.standard->file.view());
  if (dry_run) {
    context.print(unified_diff(path, before, *after));
  } else if (const auto written = write_file(*context.files, path, *after); !written) {
    return context.fail(written.error());
  }
  conclude(status, step, dry_run, context);
}

void write_form(const Validation& validation, const ConfirmationStatus& status,
                const ConfirmArguments& arguments, Date today, Context& context) {
  if (!status.standard)
    return context.fail(
        say({"没有可供确认的标准目录：{}", "there is no standard to confirm: {}"},
            Phrase(status.missing.back().in(Lang::Zh), status.missing.back().in(Lang::En))));
  const auto bytes =
      write_confirmation_form(confirmation_form(validation, status, context.lang, today));
  if (!bytes) return context.fail(bytes.error());
  const std::string path =
      arguments.output.empty() ? status.domain + "-confirmation.xlsx" : arguments.output;
  if (context.write(path, *bytes) && path != "-")
    context.complain(say({"已写入“{}”。", "“{}” was written."}, path));
}

void list(const Validation& validation, const std::vector<ConfirmationStatus>& statuses,
          const ConfirmArguments& arguments, Context& context) {
  context.print(arguments.format == "json" ? confirmation_json(validation, statuses)
                                           : confirmation_text(validation, statuses, context.lang));
  const bool settled = std::ranges::all_of(statuses, &ConfirmationStatus::settled);
  if (arguments.check && !settled && context.exit == Exit::Done) context.exit = Exit::Findings;
}

void work(const Validation& validation, const ConfirmArguments& arguments, Date today,
          Context& context) {
  if (arguments.domain.empty())
    return list(validation, confirmation_statuses(validation), arguments, context);
  const auto status = confirmation_status(validation, arguments.domain);
  if (!status) return context.fail(status.error());
  if (const auto step = step_of(arguments))
    return take_step(validation, *status, *step, today, arguments.dry_run, context);
  if (arguments.form) return write_form(validation, *status, arguments, today, context);
  list(validation, {*status}, arguments, context);
}

void run_confirm(const ConfirmArguments& arguments, Context& context) {
  if (const auto wrong = contradiction(arguments)) return context.fail(*wrong);
  const auto today = context.today();
  if (!today) return;
  const auto root = workspace_root(*context.files, arguments.workspace);
  if (!root) return context.fail(root.error());
  ValidateOptions options;
  options.builtin = context.builtin;
  options.threads = context.threads;
  options.as_of = *today;
  options.baseline = "";  // what is known and left for later is still an error in what is confirmed
  const auto validation = validate_workspace(*context.files, *root, options);
  if (!validation) return context.fail(validation.error());
  work(*validation, arguments, *today, context);
}

void add_steps(CLI::App& command, Context& context, ConfirmArguments& arguments) {
  command.add_flag("--submit", arguments.submit,
                   context.say({"送审", "submit it for confirmation"}));
  command
      .add_option("--return", arguments.opinion,
                  context.say({"退回，写明意见", "return it, with the opinion"}))
      ->option_text("OPINION");
  command
      .add_option("--by", arguments.by,
                  context.say({"由该单位（代码或名称）确认：须是结对的部门，结对没有部门的为其 "
                               "confirms 所写的单位；全部检查通过才能确认",
                               "confirmed by this unit (code or name): the pair's department, or "
                               "whom a pair without one names in `confirms`; only where all checks "
                               "pass"}))
      ->option_text("UNIT");
  command
      .add_option("--document", arguments.document,
                  context.say({"确认文件的文号", "the number of the confirming document"}))
      ->option_text("NUMBER");
  command
      .add_option(
          "--on", arguments.on,
          context.say({"确认日期；缺省为今天", "the day of confirmation; by default today"}))
      ->option_text("DATE");
  command
      .add_option("--digest", arguments.digest,
                  context.say({"所签确认表页脚的内容摘要：与现在的内容不符则不确认",
                               "the digest at the foot of the form that was signed: nothing is "
                               "confirmed where the text has another"}))
      ->option_text("DIGEST");
  command.add_flag("--reopen", arguments.reopen,
                   context.say({"恢复征求意见，去掉确认记录（以前的在git里）",
                                "open it for changes again and take the confirmation out (git "
                                "keeps the old one)"}));
  command.add_flag("--dry-run", arguments.dry_run,
                   context.say({"只显示差异，不写入", "show the difference, write nothing"}));
}

void add_results(CLI::App& command, Context& context, ConfirmArguments& arguments) {
  command.add_flag("--form", arguments.form,
                   context.say({"写出标准确认表（XLSX，A4纵向），供签字盖章",
                                "write the form to sign and seal (XLSX, A4 portrait)"}));
  command
      .add_option("-o,--output", arguments.output,
                  context.say({"确认表的文件，“-”为标准输出；缺省为 领域-confirmation.xlsx",
                               "the form's file, - for standard output; by default "
                               "DOMAIN-confirmation.xlsx"}))
      ->option_text("FILE");
  command.add_flag(
      "--check", arguments.check,
      context.say({"有未确认的则退出码为1", "exit code 1 where any is not confirmed"}));
  command
      .add_option("--format", arguments.format,
                  context.say({"状态的格式：text 或 json", "format of the states: text or json"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  add_workspace_option(command, context, arguments.workspace);
}

}  // namespace

void add_confirm(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ConfirmArguments>();
  CLI::App* command = add_command(
      app, context, "confirm",
      {"标准确认：征求意见、送审、退回、确认，以及标准确认表",
       "the confirmation of standards: consultation, submission, return, confirmation; the form to "
       "sign"},
      {"  catalog confirm                                    各领域到了哪一步，还缺什么\n"
       "  catalog confirm social-assistance --submit\n"
       "  catalog confirm social-assistance --return 第6项的公示期应为7个工作日\n"
       "  catalog confirm social-assistance --form -o 确认表.xlsx\n"
       "  catalog confirm social-assistance --by civil-affairs --on 2020-12-01 --document "
       "沪民办〔2020〕31号",
       "  catalog confirm                                    how far each domain is, what is "
       "missing\n"
       "  catalog confirm social-assistance --submit\n"
       "  catalog confirm social-assistance --return 第6项的公示期应为7个工作日\n"
       "  catalog confirm social-assistance --form -o form.xlsx\n"
       "  catalog confirm social-assistance --by civil-affairs --on 2020-12-01 --document "
       "沪民办〔2020〕31号"});
  command
      ->add_option("DOMAIN", arguments->domain,
                   context.say({"领域代号或名称；缺省为全部", "the domain; by default all"}))
      ->option_text("DOMAIN");
  add_steps(*command, context, *arguments);
  add_results(*command, context, *arguments);
  command->callback([arguments, &context] { run_confirm(*arguments, context); });
}

}  // namespace catalog
