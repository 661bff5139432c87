#include <nlohmann/json.hpp>

#include <algorithm>

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "model/meaning_digest.h"
#include "publish/confirmation_form.h"
#include "report/formats.h"
#include "rules/confirmation.h"

namespace catalog {

namespace {

/// What the command line of `confirm` says.
struct ConfirmArguments {
  std::string domain;
  std::string workspace;
  bool submit = false, reopen = false, form = false, list = false, check = false;
  std::string opinion, by, on, document;
  std::string output;
  std::string format = "text";
};

/// The step that is asked for, if any.
std::optional<ConfirmationStep> step_of(const ConfirmArguments& arguments) {
  ConfirmationStep step;
  step.opinion = arguments.opinion;
  step.by = arguments.by;
  step.document = arguments.document;
  step.on = Date::parse(arguments.on);
  if (arguments.submit) {
    step.to = StandardState::Submitted;
  } else if (arguments.reopen) {
    step.to = StandardState::Consultation;
  } else if (!arguments.opinion.empty()) {
    step.to = StandardState::Returned;
  } else if (!arguments.by.empty()) {
    step.to = StandardState::Confirmed;
  } else {
    return std::nullopt;
  }
  return step;
}

/// What of the command line contradicts itself.
std::optional<Message> contradiction(const ConfirmArguments& arguments) {
  const int steps = arguments.submit + arguments.reopen + !arguments.opinion.empty() +
                    !arguments.by.empty() + arguments.form + arguments.list;
  if (steps > 1)
    return say({"--submit、--return、--by、--reopen、--form、--list 只能用一个",
                "use one of --submit, --return, --by, --reopen, --form, --list"});
  if (arguments.domain.empty() && steps > arguments.list)
    return say({"请给出领域代号，如 catalog confirm social-assistance --submit",
                "give the domain, as in catalog confirm social-assistance --submit"});
  if (arguments.by.empty() && (!arguments.on.empty() || !arguments.document.empty()))
    return say({"--on 和 --document 要与 --by 同用", "--on and --document go with --by"});
  if (!arguments.on.empty() && !Date::parse(arguments.on))
    return say({"--on 应为日期，如 2020-12-31", "--on takes a date, as 2020-12-31"});
  return std::nullopt;
}

std::string digest_of(const Validation& validation, const ConfirmationStatus& status) {
  return status.standard ? meaning_digest(*status.standard, validation.workspace->vocabulary) : "";
}

void print_text(const Validation& validation, const std::vector<ConfirmationStatus>& statuses,
                Context& context) {
  size_t settled = 0;
  for (const ConfirmationStatus& status : statuses) {
    settled += status.settled();
    const std::string state =
        status.standard ? context.say(state_word(status.state)) : context.say({"无", "none"});
    context.print(status.domain + " " + status.name + context.say({"：", ": "}) + state +
                  (status.standard ? "  " + short_digest(digest_of(validation, status)) : "") +
                  "\n");
    for (const Message& message : status.missing)
      context.print("  - " + message.in(context.lang) + "\n");
  }
  if (statuses.size() != 1)
    context.print(
        say({"共{}个领域，已确认{}个。\n", "{} domains, {} confirmed.\n"}, statuses.size(), settled)
            .in(context.lang));
}

void print_json(const Validation& validation, const std::vector<ConfirmationStatus>& statuses,
                Context& context) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const ConfirmationStatus& status : statuses) {
    nlohmann::ordered_json one;
    one["domain"] = status.domain;
    one["name"] = status.name;
    one["file"] = status.standard ? std::string(status.standard->file.view()) : "";
    one["state"] = status.standard ? std::string(state_word(status.state).en) : "";
    one["confirmer"] = status.confirmer ? std::string(status.confirmer->code.view()) : "";
    one["digest"] = digest_of(validation, status);
    one["errors"] = status.errors;
    one["warnings"] = status.warnings;
    one["changed"] = status.changed;
    one["confirmed"] = status.settled();
    one["missing"] = nlohmann::ordered_json::array();
    for (const Message& message : status.missing)
      one["missing"].push_back(message.in(context.lang));
    out.push_back(std::move(one));
  }
  context.print(out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

/// Says why a step is refused; of findings each with its place.
void complain_refused(const Refusal& refusal, const Validation& validation, Context& context) {
  context.exit = Exit::Findings;
  for (const Message& reason : refusal.reasons) context.complain(reason);
  if (refusal.findings.empty()) return;
  Sources sources(*context.files, validation.workspace.get());
  const auto report = write_report("concise", Report{validation, refusal.findings}, sources,
                                   {.lang = context.lang});
  if (!report) return context.fail(report.error());
  std::fputs(report->c_str(), stderr);
}

void take_step(const Validation& validation, const ConfirmationStatus& status,
               const ConfirmationStep& step, Date today, Context& context) {
  const std::string path(status.standard->file.view());
  const auto bytes = context.files->read(path);
  if (!bytes) return context.fail(bytes.error());
  auto text = after_step(validation, *status.standard, *bytes, step, today);
  if (!text) return complain_refused(text.error(), validation, context);
  if (const auto written = write_file(*context.files, path, *text); !written)
    return context.fail(written.error());
  context.complain(say({"{}：{} → {}（{}）", "{}: {} → {} ({})"}, status.name,
                       state_word(status.state), state_word(step.to), path));
  if (step.to == StandardState::Submitted && status.errors > 0)
    context.complain(say({"还有{}个错误，改正后才能确认。",
                          "{} errors are left, which must be mended before it is confirmed."},
                         status.errors));
}

void write_form(const Validation& validation, const ConfirmationStatus& status,
                const ConfirmArguments& arguments, Date today, Context& context) {
  const auto bytes =
      write_confirmation_form(confirmation_form(validation, status, context.lang, today));
  if (!bytes) return context.fail(bytes.error());
  const std::string path =
      arguments.output.empty() ? status.domain + "-confirmation.xlsx" : arguments.output;
  if (context.write(path, *bytes) && path != "-")
    context.complain(say({"已写入“{}”。", "“{}” was written."}, path));
}

void run_confirm(const ConfirmArguments& arguments, Context& context) {
  if (const auto wrong = contradiction(arguments)) return context.fail(*wrong);
  const auto today = context.today();
  if (!today)
    return context.fail(
        say({"--as-of 应为日期，如 2020-12-31", "--as-of takes a date, as 2020-12-31"}));
  const auto target =
      target_of(*context.files, arguments.workspace.empty() ? std::vector<std::string>{}
                                                            : std::vector{arguments.workspace});
  if (!target) return context.fail(target.error());
  if (!target->root)
    return context.fail(say({"“{}”不是工作区", "“{}” is no workspace"}, arguments.workspace));
  ValidateOptions options;
  options.builtin = context.builtin;
  options.threads = context.threads;
  options.as_of = *today;
  const auto validation = validate_workspace(*context.files, *target->root, options);
  if (!validation) return context.fail(validation.error());
  auto statuses = confirmation_statuses(*validation);
  if (!arguments.domain.empty()) {
    std::erase_if(statuses, [&](const ConfirmationStatus& status) {
      return status.domain != arguments.domain && status.name != arguments.domain;
    });
    if (statuses.empty())
      return context.fail(
          say({"工作区没有“{}”这个领域", "the workspace has no domain “{}”"}, arguments.domain));
  }
  const auto step = step_of(arguments);
  if (step || arguments.form) {
    if (!statuses.front().standard)
      return context.fail(say({"“{}”还没有标准目录：先用 catalog merge 合并清单",
                               "{} has no standard yet: merge its lists with catalog merge"},
                              statuses.front().name));
    return step ? take_step(*validation, statuses.front(), *step, *today, context)
                : write_form(*validation, statuses.front(), arguments, *today, context);
  }
  arguments.format == "json" ? print_json(*validation, statuses, context)
                             : print_text(*validation, statuses, context);
  if (arguments.check && !std::ranges::all_of(statuses, &ConfirmationStatus::settled) &&
      context.exit == Exit::Done)
    context.exit = Exit::Findings;
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
  command.add_flag(
      "--reopen", arguments.reopen,
      context.say({"恢复征求意见，去掉确认记录（以前的在git里）",
                   "open it for changes again and take the confirmation out (git keeps "
                   "the old one)"}));
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
  command->add_flag("--form", arguments->form,
                    context.say({"写出标准确认表（XLSX，A4纵向），供签字盖章",
                                 "write the form to sign and seal (XLSX, A4 portrait)"}));
  command
      ->add_option("-o,--output", arguments->output,
                   context.say({"确认表的文件，“-”为标准输出；缺省为 领域-confirmation.xlsx",
                                "the form's file, - for standard output; by default "
                                "DOMAIN-confirmation.xlsx"}))
      ->option_text("FILE");
  command->add_flag(
      "--list", arguments->list,
      context.say({"列出状态和所缺的步骤（缺省）", "list states and missing steps (the default)"}));
  command->add_flag(
      "--check", arguments->check,
      context.say({"有未确认的则退出码为1", "exit code 1 where any is not confirmed"}));
  command
      ->add_option("--format", arguments->format,
                   context.say({"状态的格式：text 或 json", "format of the states: text or json"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  command
      ->add_option("--workspace", arguments->workspace,
                   context.say({"工作区；缺省为当前文件夹所在的",
                                "the workspace; by default the one around the current folder"}))
      ->option_text("PATH");
  command->callback([arguments, &context] { run_confirm(*arguments, context); });
}

}  // namespace catalog
