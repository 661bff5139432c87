#include <algorithm>
#include <functional>

#include "cli/build_arguments.h"
#include "cli/build_memory.h"
#include "cli/checked_workspace.h"
#include "cli/options.h"
#include "cli/progress_line.h"
#include "cli/workspace_paths.h"
#include "publish/build_folder.h"
#include "publish/build_origin.h"
#include "publish/build_units.h"
#include "publish/sitemap.h"
#include "source/allocator.h"
#include "workspace/earlier_standards.h"

namespace catalog {

namespace {

/// Where published files go, and what is made of the folder as a whole.
struct Destination {
  std::optional<PrivateKey> key;
  std::optional<Office> office;
  std::string site;
  bool fresh = false;  ///< all is made again
};

/// What stopped the build, to standard error.
void complain_of(const std::vector<Finding>& findings, const Workspace& workspace,
                 Context& context) {
  complain_of_errors(findings, workspace,
                     say({"没有生成目录：请改正后再试；要先看样稿，可加 --draft。",
                          "so nothing was built: mend them first, or see a draft with --draft."}),
                     context);
}

/// The private key of --sign; nobody but its owner may be able to read it.
std::optional<PrivateKey> signing_key(const std::string& path, Context& context) {
  if (is_readable_by_others(path)) {
    context.fail(say({"“{0}”别人也能读，不用来签名：请先 chmod 600 {0}",
                      "“{0}” can be read by others and is not used to sign: chmod 600 {0} first"},
                     path));
    return std::nullopt;
  }
  auto pem = context.files->read(path);
  if (pem) return PrivateKey{path, std::move(*pem)};
  context.fail(pem.error());
  return std::nullopt;
}

/// All that a build needs beside the workspace, looked at before anything else is done.
std::optional<Destination> destination_of(const BuildArguments& arguments, Context& context) {
  Destination out;
  out.fresh = arguments.fresh;
  if (!arguments.sign.empty()) {
    out.key = signing_key(arguments.sign, context);
    if (!out.key) return std::nullopt;
  }
  if (arguments.pdf) {
    auto office = find_office(arguments.pdf_timeout);
    if (!office) {
      context.fail(office.error());
      return std::nullopt;
    }
    out.office = std::move(*office);
  }
  if (arguments.site_url.empty()) return out;
  auto site = site_address(arguments.site_url);
  if (!site) {
    context.fail(site.error());
    return std::nullopt;
  }
  out.site = std::move(*site);
  return out;
}

/// The folder to build into; complains where it can't be.
std::optional<BuildFolder> begin_folder(const Destination& destination, const std::string& out,
                                        Context& context) {
  auto folder = BuildFolder::begin(out, destination.key);
  if (!folder) {
    context.fail(folder.error());
    return std::nullopt;
  }
  folder->set_site(destination.site);
  if (!program_identity().empty())
    folder->remember_in(build_memory(context.files->canonical(out)), destination.fresh);
  return std::move(*folder);
}

void print_result(const BuildResult& result, Context& context) {
  std::string text;
  for (const std::string& path : result.written) text += path + "\n";
  context.print(text);
  if (!result.removed.empty()) {
    context.complain(say({"删去以前生成、现已没有的{}个文件，如“{}”",
                          "{} files of earlier builds are no more and were removed, as “{}”"},
                         result.removed.size(), result.removed.front()));
  }
  context.complain(say({"{}个目录、{}个事项：写入{}个文件，{}个文件没有变化（{}）",
                        "{} catalogues with {} items: {} files written, {} unchanged ({})"},
                       result.editions, result.items, result.written.size(),
                       result.unchanged.size(), result.out));
}

/// Prints the workbooks where that is asked for, and puts everything in place.
void finish(BuildFolder& folder, BuildResult& result, const Destination& destination,
            const std::function<bool(std::string_view)>& answers_for, Context& context) {
  folder.made(result);
  if (destination.office) {
    Office office = *destination.office;
    office.progress =
        progress_line(context, {"LibreOffice 转换PDF：{}/{}", "LibreOffice makes PDFs: {} of {}"});
    const auto printed = folder.print(office, context.threads, result);
    office.progress = {};
    if (!printed) return context.fail(printed.error());
  }
  const auto done = folder.finish(result, context.threads, answers_for);
  if (!done) return context.fail(done.error());
  print_result(result, context);
}

/// The units that were asked for by code or name; nothing where one is unknown.
std::optional<std::vector<const Unit*>> chosen_units(const BuildArguments& arguments,
                                                     const Workspace& workspace, Context& context) {
  if (arguments.all_units) return all_units(workspace);
  std::vector<const Unit*> out;
  for (const std::string& given : arguments.units) {
    const auto unit = find_unit(workspace, given);
    if (!unit) {
      context.fail(unit.error());
      return std::nullopt;
    }
    if (std::ranges::find(out, *unit) == out.end()) out.push_back(*unit);
  }
  return out;
}

/// Says which of the units have no catalogue, and what to do.
void complain_of_units(const std::vector<const Unit*>& units, bool in_domains, Context& context) {
  std::string zh, en;
  constexpr size_t kNamed = 5;
  for (size_t i = 0; i < std::min(units.size(), kNamed); i++) {
    zh += (i ? "、" : "") + std::string(units[i]->name.view());
    en += (i ? ", " : "") + std::string(units[i]->name.view());
  }
  if (units.size() > kNamed) {
    zh += "等";
    en += " and others";
  }
  const Phrase names(zh, en);
  context.complain(
      in_domains ? say({"{0}个单位在所选领域里没有目录，没有生成：{1}。",
                        "{0} units have no catalogue in these domains and were left out: {1}."},
                       units.size(), names)
                 : say({"{0}个单位没有目录，没有生成：{1}。区和街镇先用 catalog adopt 采用标准。",
                        "{0} units have no catalogue and were left out: {1}. A district first "
                        "adopts the standards with catalog adopt."},
                       units.size(), names));
}

/// The domains that paths and --domain choose, empty for all; nothing where there are none.
std::optional<std::vector<Symbol>> chosen_domains(const BuildArguments& arguments,
                                                  const Workspace& workspace,
                                                  const std::vector<std::string>& paths,
                                                  const std::vector<const Unit*>& units,
                                                  Context& context) {
  auto domains = domains_at(workspace, *context.files, paths, units);
  if (!domains) {
    context.fail(domains.error());
    return std::nullopt;
  }
  if (arguments.domain.empty()) return std::move(*domains);
  const Symbol only = Symbol::of(arguments.domain);
  if (paths.empty() || std::ranges::find(*domains, only) != domains->end())
    return std::vector{only};
  context.fail(say({"所给的路径里没有领域“{}”", "the paths hold nothing of the domain {}"},
                   arguments.domain));
  return std::nullopt;
}

void build_of_units(const BuildArguments& arguments, const ValidatedWorkspace& validated,
                    const std::vector<std::string>& paths, const ValidateOptions& checks,
                    BuildOptions options, const Destination& destination,
                    const std::vector<Finding>& known, Context& context) {
  const Workspace& workspace = validated.workspace();
  auto units = chosen_units(arguments, workspace, context);
  if (!units) return;
  auto domains = chosen_domains(arguments, workspace, paths, *units, context);
  if (!domains) return;
  const bool in_domains = !domains->empty();
  EarlierStandards earlier(workspace);
  auto folder = begin_folder(destination, options.out, context);
  if (!folder) return;
  options.progress = progress_line(context, {"生成：{}/{}个单位", "building: {} of {} units"});
  const UnitsRequest request{std::move(*units), arguments.all_units, checks, context.threads,
                             earlier.finder(),  std::move(*domains), known};
  options.stands = [&](BuildResult& found) {
    return folder->stands(build_origin(validated, *context.files, options, &request,
                                       program_identity() + earlier.digest()),
                          context.threads, found);
  };
  auto result = build_units(validated, folder->files(), request, options);
  options.progress = {};
  if (!result) return context.fail(result.error());
  if (result->stopped()) return complain_of(result->findings, workspace, context);
  complain_of_news(result->warnings, workspace, context);
  const bool matters = !arguments.all_units || result->editions == 0;
  if (!result->without.empty()) {
    // Of all units, departments without a domain of their own need no word.
    std::vector<const Unit*> without = result->without;
    if (!matters)
      std::erase_if(without,
                    [&](const Unit* unit) { return workspace.units.level(*unit) == Level::City; });
    if (!without.empty()) complain_of_units(without, in_domains, context);
  }
  if (result->editions == 0) {
    context.exit = Exit::Failed;
    return;
  }
  const bool whole = arguments.all_units && !in_domains;
  finish(
      *folder, *result, destination, [&](std::string_view) { return whole; }, context);
  if (whole && options.wants(PublishFormat::Html) && destination.site.empty() &&
      context.exit == Exit::Done) {
    context.complain(
        say({"没有生成 sitemap.xml：其中要写完整网址，请用 --site-url 给出网站的网址",
             "no sitemap.xml was made: it needs whole addresses; --site-url gives the site's"}));
  }
}

void run_build(const BuildArguments& arguments, Context& context) {
  use_large_pages();
  const auto today = context.today();
  if (!today) return;
  const auto target = target_of(*context.files, arguments.paths);
  if (!target) return context.fail(target.error());
  auto options = build_options(arguments, target->paths, context);
  if (!options) return;
  const auto destination = destination_of(arguments, context);
  if (!destination) return;

  ValidateOptions checks;
  checks.builtin = context.builtin;
  checks.threads = context.threads;
  checks.as_of = *today;
  const bool of_units = arguments.all_units || !arguments.units.empty();
  if (of_units && !target->root)
    return context.fail(say({"“{}”不在工作区里，没有单位可生成", "“{}” is in no workspace"},
                            target->paths.front()));
  // Units' catalogues rest on the whole workspace; the paths choose their domains.
  if (target->root && !of_units) checks.only_paths = target->paths;
  const auto validation = target->root ? validate_workspace(*context.files, *target->root, checks)
                                       : validate_files(*context.files, target->paths, checks);
  if (!validation) return context.fail(validation.error());
  const auto validated =
      ValidatedWorkspace::of(*validation, !arguments.draft.empty(), draft_mark(arguments.draft));
  if (!validated) return complain_of(validation->findings, *validation->workspace, context);
  if (options->out.empty()) options->out = join_path(validation->workspace->root, "build");
  options->out = normalize_path(options->out);
  if (options->out == ".") options->out = context.files->canonical(".");

  if (of_units)
    return build_of_units(arguments, *validated, target->paths, checks, *options, *destination,
                          validation->findings, context);
  auto folder = begin_folder(*destination, options->out, context);
  if (!folder) return;
  options->stands = [&](BuildResult& found) {
    return folder->stands(
        build_origin(*validated, *context.files, *options, nullptr, program_identity()),
        context.threads, found);
  };
  auto result = build(*validated, folder->files(), *options);
  if (!result) return context.fail(result.error());
  if (result->stopped()) return complain_of(result->findings, *validation->workspace, context);
  const bool whole = target->paths.empty() && arguments.domain.empty();
  const auto answers_for = [&](std::string_view path) {
    return whole && !is_only_of_units(*validation->workspace, path);
  };
  finish(*folder, *result, *destination, answers_for, context);
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
       "  catalog build --template national --format html --format csv\n"
       "  catalog build --unit 310104 --unit 310104003      两个单位各自的目录\n"
       "  catalog build --all-units                         所有单位的网站，从 build/index.html "
       "进入",
       "  catalog build                                     all standards, into build/\n"
       "  catalog build standards/social-assistance.yaml --format xlsx -o out\n"
       "  catalog build --template national --format html --format csv\n"
       "  catalog build --unit 310104 --unit 310104003      two units' own catalogues\n"
       "  catalog build --all-units                         a site of all units; begin at "
       "build/index.html"});
  add_build_arguments(*command, *arguments, context);
  command->callback([arguments, &context] { run_build(*arguments, context); });
}

}  // namespace catalog
