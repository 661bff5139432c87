#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check_record(Symbol file, const std::vector<Source>& sources, const Texts& from,
                  const std::string& address, const std::string& field, Reporter& out) {
  for (const Text& key : from) {
    if (std::ranges::any_of(sources,
                            [&](const Source& source) { return source.key.value == key.value; }))
      continue;
    Finding& finding = out.add({file, key.span},
                               say({"出处里没有代号“{}”", "there is no source “{}”"}, key.view()));
    finding.address = address;
    finding.field = field;
    finding.values.emplace_back(key.view());
    finding.advice = say({"在“出处”里补上，或改正代号", "add it to the sources, or mend the key"});
  }
}

void check(const RuleContext& context, Reporter& out) {
  for (const Guideline& guideline : context.workspace().guidelines) {
    for (const Row& row : guideline.items) {
      if (row.from.empty()) continue;
      check_record(
          guideline.file, guideline.sources, row.from,
          "guideline/" + std::string(guideline.domain.view()) + "/" + std::string(row.id.view()),
          "from", out);
    }
  }
  const UnitTable& units = context.workspace().units;
  for (const Unit& unit : units.all()) {
    if (unit.from.empty()) continue;
    check_record(units.path(), units.sources(), unit.from, {},
                 "units[" + std::string(unit.code.view()) + "].from", out);
  }
}

constexpr std::string_view kFields[] = {"from", "sources"};

}  // namespace

extern const Rule source_unknown_rule{
    .name = "source-unknown",
    .title = {"没有的出处代号", "unknown source"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"指引事项或单位的“来源”用了文件里没有的出处代号。",
                "`from` names a source that the file does not list."},
    .rationale = {"出处说明每一栏是在哪里读到的，引错了就无从核对。",
                  "Sources say where a cell was read; with a wrong key it cannot be verified."},
    .source = {"《文件格式》：出处", "the file formats: sources"},
    .fields = kFields,
    .bad = R"yaml(# file: units.yaml
kind: units
units:
  - {code: civil-affairs, name: 上海市民政局, level: 市级, type: department, from: [a]}
  - {code: "310104", name: 徐汇区, level: 区级, type: district}
  - {code: "310104003", name: 天平路街道, level: 街镇级, type: street, parent: "310104"}
)yaml",
    .good = R"yaml(# file: units.yaml
kind: units
sources:
  - {key: a, of: 上海市民政局网站}
units:
  - {code: civil-affairs, name: 上海市民政局, level: 市级, type: department, from: [a]}
  - {code: "310104", name: 徐汇区, level: 区级, type: district}
  - {code: "310104003", name: 天平路街道, level: 街镇级, type: street, parent: "310104"}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
