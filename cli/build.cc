#include "publish/build.h"

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "report/text_report.h"

namespace catalog {

namespace {

struct BuildArguments {
  std::vector<std::string> paths;
  std::string output;
  std::vector<std::string> formats;
  std::string domain;
  std::string table_template;
  std::string channels;
  bool codes = false;
  bool draft = false;
};

std::string format_names() {
  std::string out;
  for (const PublishFormatInfo& info : publish_formats()) {
    if (!out.empty()) out += ", ";
    out += info.name;
  }
  return out;
}

std::optional<BuildOptions> build_options(const BuildArguments& arguments, const Target& target,
                                          Context& context) {
  BuildOptions options;
  options.out = arguments.output;
  options.only_paths = target.paths;
  options.only_domain = arguments.domain;
  options.template_name = arguments.table_template;
  options.with_codes = arguments.codes;
  options.source_date_epoch = source_date_epoch();
  if (!arguments.channels.empty()) {
    options.channels = arguments.channels == "matrix" ? ChannelStyle::Matrix : ChannelStyle::List;
  }
  if (!arguments.formats.empty()) options.formats.clear();
  for (const std::string& name : arguments.formats) {
    const auto format = publish_format(name);
    if (!format) {
      context.fail(
          say({"没有“{}”这种发布格式；可用的有：{}", "There is no format “{}”; there are: {}"},
              name, format_names()));
      return std::nullopt;
    }
    options.formats.push_back(*format);
  }
  return options;
}

/// What stopped the build, to standard error.
void complain_of(std::vector<Finding> findings, const Workspace& workspace, Context& context) {
  std::erase_if(findings, [](const Finding& f) { return f.severity != Severity::Error; });
  Sources sources(*context.files, &workspace);
  for (const Finding& finding : findings) {
    const std::string text =
        finding_text(finding, sources, {.lang = context.lang, .color = context.color_err}) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
  context.complain(say(
      {"有{}个错误，没有生成目录：请改正后再试；要先看样稿，可加 --draft。",
       "There are {} errors, so nothing was built: mend them first, or see a draft with --draft."},
      findings.size()));
  context.exit = Exit::Findings;
}

void print_result(const BuildResult& result, Context& context) {
  std::string text;
  for (const std::string& path : result.written) text += path + "\n";
  context.print(text);
  context.complain(say({"{}个目录、{}个事项：写入{}个文件，{}个文件没有变化（{}）",
                        "{} catalogues with {} items: {} files written, {} unchanged ({})"},
                       result.editions, result.items, result.written.size(),
                       result.unchanged.size(), result.out));
}

void run_build(const BuildArguments& arguments, Context& context) {
  const auto today = context.today();
  if (!today) {
    return context.fail(
        say({"--as-of 应为日期，如 2020-12-31", "--as-of takes a date, as 2020-12-31"}));
  }
  const auto target = target_of(*context.files, arguments.paths);
  if (!target) return context.fail(target.error());
  const auto options = build_options(arguments, *target, context);
  if (!options) return;

  ValidateOptions checks;
  checks.builtin = context.builtin;
  checks.threads = context.threads;
  checks.as_of = *today;
  if (target->root) checks.only_paths = target->paths;
  const auto validation = target->root ? validate_workspace(*context.files, *target->root, checks)
                                       : validate_files(*context.files, target->paths, checks);
  if (!validation) return context.fail(validation.error());
  const auto validated = ValidatedWorkspace::of(*validation, arguments.draft);
  if (!validated) return complain_of(validation->findings, *validation->workspace, context);

  const auto result = build(*validated, *context.files, *options);
  if (!result) return context.fail(result.error());
  if (result->stopped()) return complain_of(result->findings, *validation->workspace, context);
  print_result(*result, context);
}

}  // namespace

void add_build(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<BuildArguments>();
  CLI::App* command = add_command(
      app, context, "build",
      {"检查后生成可发布的目录：XLSX、XML、HTML 等",
       "check, then build catalogues ready for publishing: XLSX, XML, HTML and others"},
      {"  catalog build                                     全部标准目录，写入 build/\n"
       "  catalog build standards/social-assistance.yaml --format xlsx -o out\n"
       "  catalog build --template national --format html --format csv",
       "  catalog build                                     all standards, into build/\n"
       "  catalog build standards/social-assistance.yaml --format xlsx -o out\n"
       "  catalog build --template national --format html --format csv"});
  command->add_option(
      "PATH", arguments->paths,
      context.say({"只生成这些文件的目录；缺省为整个工作区",
                   "only the catalogues of these files; by default the workspace"}));
  command
      ->add_option("-o,--output", arguments->output,
                   context.say({"写入的文件夹；缺省为工作区的 build/",
                                "folder to write into; by default build/ of the workspace"}))
      ->option_text("FOLDER");
  command
      ->add_option(
          "--format", arguments->formats,
          context.say({"发布格式，可重复；缺省为 xlsx、xml、html。可用：",
                       "format, may be repeated; by default xlsx, xml, html. There are: "}) +
              format_names())
      ->option_text("FORMAT")
      ->allow_extra_args(false);
  command
      ->add_option("--domain", arguments->domain,
                   context.say({"只生成这一领域", "this domain only"}))
      ->option_text("DOMAIN");
  command
      ->add_option("--template", arguments->table_template,
                   context.say({"目录样式，如 national、shanghai-2020；缺省为工作区所定",
                                "the table's template, as national, shanghai-2020; by default the "
                                "workspace's"}))
      ->option_text("NAME");
  command
      ->add_option("--channels", arguments->channels,
                   context.say({"渠道写法：list（一栏列出）或 matrix（每种渠道一栏）",
                                "channels: list (one column) or matrix (a column each)"}))
      ->option_text("STYLE")
      ->check(CLI::IsMember({"list", "matrix"}));
  command->add_flag("--codes", arguments->codes,
                    context.say({"加事项编码一栏", "with a column of item codes"}));
  command->add_flag("--draft", arguments->draft,
                    context.say({"有错误也生成，每页标明草稿",
                                 "build in spite of errors, every page marked 草稿"}));
  command->callback([arguments, &context] { run_build(*arguments, context); });
}

}  // namespace catalog
