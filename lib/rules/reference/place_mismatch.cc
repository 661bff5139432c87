#include "rules/adoption_checks.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "source/file_system.h"

namespace catalog {

namespace {

void report(Symbol file, const std::string& address, const Text& value, std::string_view field,
            std::string_view place, Reporter& out) {
  if (value.empty() || value.view() == place) return;
  Finding& finding =
      out.add({file, value.span}, say({"文件里写的是“{}”，所在位置却是“{}”的",
                                       "the file says “{}”, but stands in the place of “{}”"},
                                      value.view(), place));
  finding.address = address;
  finding.field = field;
  finding.values.emplace_back(place);
  finding.advice =
      say({"改文件里的值，或把文件移到对应的位置", "mend the value, or move the file"});
}

std::string_view stem(std::string_view name) { return name.substr(0, name.rfind('.')); }

void check(const CatalogueView& view, Reporter& out) {
  const std::string_view path = view.head.file.view();
  const std::string_view folder = folder_of(path);
  if (view.list && name_of(folder_of(folder)) == "lists") {
    report(view.head.file, view.address, view.list->unit, "unit", name_of(folder), out);
    report(view.head.file, view.address, view.head.domain, "domain", stem(name_of(path)), out);
  } else if (view.standard && name_of(folder) == "standards") {
    report(view.head.file, view.address, view.head.domain, "domain", stem(name_of(path)), out);
  }
}

void check_workspace(const RuleContext& context, Reporter& out) {
  for (const Adoption& adoption : context.workspace().adoptions) {
    const std::string_view path = adoption.file.view();
    if (name_of(folder_of(path)) == "adoptions")
      report(adoption.file, adoption_address(adoption), adoption.unit, "unit", stem(name_of(path)),
             out);
  }
}

constexpr std::string_view kFields[] = {"unit", "domain"};

}  // namespace

extern const Rule place_mismatch_rule{
    .name = "place-mismatch",
    .title = {"文件位置与内容不符", "file in another's place"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"lists/单位/领域.yaml、standards/领域.yaml、adoptions/单位.yaml "
                "的位置与文件里写的单位或领域不同。",
                "A file at lists/UNIT/DOMAIN.yaml, standards/DOMAIN.yaml or adoptions/UNIT.yaml is "
                "of another unit or domain."},
    .rationale =
        {"位置不决定内容，但人按位置找文件；多半是复制以后忘了改。改文件里的值，或移动文件。",
         "Its place does not make a file what it is, but people look for it there. Mostly a copy "
         "was not changed: mend the value, or move the file."},
    .source = {"《文件格式》：文件的位置", "the file formats: places of files"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104003/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    elements: [社会救助投诉举报电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
)yaml",
    .good = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    elements: [社会救助投诉举报电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
)yaml",
    .check_catalogue = check,
    .check_workspace = check_workspace,
};

}  // namespace catalog
