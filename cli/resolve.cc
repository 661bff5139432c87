#include "cli/checked_workspace.h"
#include "cli/options.h"
#include "model/schema.h"
#include "report/resolved_report.h"
#include "rules/check_resolved.h"
#include "workspace/earlier_standards.h"
#include "workspace/resolved_text.h"

namespace catalog {

namespace {

struct ResolveArguments {
  std::string unit;
  std::string domain;
  std::string output = "-";
  std::string format = "yaml";
  std::string workspace;
};

/// Why a unit has no catalogue at all.
Message nothing_to_resolve(const UnitResolver& resolver, const std::string& domain) {
  const Unit& unit = resolver.unit();
  if (!domain.empty()) {
    return say({"{0}没有领域“{1}”的目录：没有采用这一领域的标准，也没有自己的清单",
                "{0} has no catalogue of the domain “{1}”: it has neither adopted a standard of it "
                "nor a list of its own"},
               unit.name.view(), domain);
  }
  return say(
      {"{0}没有目录：请先用 catalog adopt {1} 采用标准，或编制自己的清单",
       "{0} has no catalogue: adopt the standards with catalog adopt {1}, or draw up a list"},
      unit.name.view(), unit.code.view());
}

/// Whether the output is one file rather than a folder with a file a domain.
bool is_one_file(const ResolveArguments& arguments, size_t catalogues, Context& context) {
  const std::string& path = arguments.output;
  if (path == "-" || arguments.format == "json") return true;
  if (path.ends_with('/') || context.files->kind(path) == PathKind::Folder) return false;
  return catalogues == 1 && (path.ends_with(".yaml") || path.ends_with(".yml"));
}

void write_yaml(const std::vector<ResolvedCatalogue>& catalogues, const ResolveArguments& arguments,
                Context& context) {
  const std::string schema = join_path(context.schemas, schema_file_name(Kind::List));
  if (is_one_file(arguments, catalogues.size(), context)) {
    std::string all;
    for (const ResolvedCatalogue& catalogue : catalogues)
      all += (all.empty() ? "" : "---\n") + resolved_yaml(catalogue, schema);
    context.write(arguments.output, all);
    return;
  }
  for (const ResolvedCatalogue& catalogue : catalogues) {
    const std::string path =
        join_path(arguments.output, std::string(catalogue.list.domain.view()) + ".yaml");
    if (!context.write(path, resolved_yaml(catalogue, schema))) return;
    context.print(path + "\n");
  }
}

void run_resolve(const ResolveArguments& arguments, Context& context) {
  const auto checked = checked_workspace(arguments.workspace, false, context);
  if (!checked) return;
  const Workspace& workspace = checked->workspace();
  const auto unit = find_unit(workspace, arguments.unit);
  if (!unit) return context.fail(unit.error());
  EarlierStandards earlier(workspace);
  std::vector<Symbol> only;
  if (!arguments.domain.empty()) only.push_back(Symbol::of(arguments.domain));
  const UnitResolver resolver(*checked->validated, **unit,
                              {.as_of = checked->checks.as_of,
                               .only_domains = std::move(only),
                               .earlier = earlier.finder()});
  if (resolver.domains().empty())
    return context.fail(nothing_to_resolve(resolver, arguments.domain));
  const UnitCatalogues resolved =
      resolve_unit(resolver, ResolvedChecks(*checked->validated, checked->checks));
  if (resolved.has_errors()) {
    return complain_of_errors(
        resolved.findings, workspace,
        say({"没有写出目录：请先改正。", "so no catalogue was written: mend them first."}),
        context);
  }
  if (resolved.catalogues.empty())
    return context.fail(nothing_to_resolve(resolver, arguments.domain));
  complain_of_news(KnownPlaces(checked->validation.findings).news(resolved.findings), workspace,
                   context);
  if (arguments.format == "yaml") return write_yaml(resolved.catalogues, arguments, context);
  Sources sources(*context.files, &workspace);
  context.write(arguments.output, resolved_json(workspace, **unit, resolved.catalogues, sources));
}

}  // namespace

void add_resolve(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ResolveArguments>();
  CLI::App* command = add_command(
      app, context, "resolve",
      {"由标准目录和采用得出一个单位自己的完整目录",
       "make one unit's own complete catalogue from the standards and its adoption"},
      {"  catalog resolve 310104 --domain social-assistance     输出到屏幕\n"
       "  catalog resolve 310104003 -o out                      每个领域一个文件\n"
       "  catalog resolve 310104 --format json -o xuhui.json    连同每个值写在哪里",
       "  catalog resolve 310104 --domain social-assistance     to the screen\n"
       "  catalog resolve 310104003 -o out                      a file for each domain\n"
       "  catalog resolve 310104 --format json -o xuhui.json    with where each value is written"});
  command
      ->add_option("UNIT", arguments->unit,
                   context.say({"单位的代码或名称", "the unit's code or name"}))
      ->required();
  command
      ->add_option("--domain", arguments->domain, context.say({"只要这一领域", "this domain only"}))
      ->option_text("DOMAIN");
  command
      ->add_option("-o,--output", arguments->output,
                   context.say({"写入的文件或文件夹；缺省为标准输出",
                                "file or folder to write; by default standard output"}))
      ->option_text("FILE|DIR");
  command
      ->add_option("--format", arguments->format,
                   context.say({"yaml（缺省，即事项清单）或 json（另有每个值的出处）",
                                "yaml (default: a list) or json (with where each value is "
                                "written)"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"yaml", "json"}));
  add_workspace_option(*command, context, arguments->workspace);
  command->callback([arguments, &context] { run_resolve(*arguments, context); });
}

}  // namespace catalog
