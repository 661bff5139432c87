#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::PathMissing, [&](const Problem& problem) {
    report_problem(file, problem,
                   say({"“{}”所写的“{}”不存在", "the path “{1}” of “{0}” does not exist"},
                       key_phrase(file, *problem.field), problem.given),
                   out)
        .advice = say({"改正路径（从catalog.yaml所在的文件夹算起）；用随附的一套写builtin:national",
                       "mend the path (it is relative to the folder of catalog.yaml); "
                       "builtin:national is the installed set"});
  });
}

constexpr std::string_view kFields[] = {"guidelines", "units",      "legal",
                                        "calendar",   "vocabulary", "templates"};

}  // namespace

extern const Rule path_missing_rule{
    .name = "path-missing",
    .title = {"所引的文件不存在", "path that leads nowhere"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"catalog.yaml里写的文件或文件夹不存在。",
                "A file or folder that catalog.yaml names does not exist."},
    .rationale = {"指引、单位表等读不到，有关的检查都不会做。改正路径；相对路径从catalog."
                  "yaml所在的文件夹算起。",
                  "Without guidelines or units nothing is checked against them. Mend the path; it "
                  "is relative to the folder of catalog.yaml."},
    .source = {"《文件格式》：工作区", "the file formats: the workspace"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
templates: template
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
templates: builtin:national
)yaml",
    .check_file = check,
};

}  // namespace catalog
