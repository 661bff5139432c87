#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

LevelSet levels_of(const ItemView& view, const RowDemand& row) {
  LevelSet all;
  for (const RowUse& use : view.catalogue.uses_of(row)) {
    const LevelSet own = view.workspace().vocabulary.levels(view.catalogue.item(use.item).levels);
    for (const Level level : kLevels) {
      if (own.has(level)) all.add(level);
    }
  }
  return all;
}

void check_row(const ItemView& view, const RowDemand& row, Reporter& out) {
  const LevelSet own = levels_of(view, row);
  if (own.empty()) return;
  for (const Level level : kLevels) {
    if (!row.levels.has(level) || own.has(level) || !view.catalogue.answers_for(level)) continue;
    const std::string_view name = view.workspace().vocabulary.level_name(level);
    Finding& finding = report_demand(
        view, {row, "levels", span_of(row.row.levels)}, view.place(span_of(view.item.levels)),
        say({"公开层级缺少指引要求的“{}”", "the demanded level “{}” is missing"}, name), out);
    finding.values.emplace_back(name);
    finding.advice = say({"在公开层级中加上“{}”，或在偏离说明中写明理由和依据",
                          "add “{}” to the levels, or explain it in a deviation"},
                         name);
  }
}

void check(const ItemView& view, Reporter& out) {
  if (view.catalogue.at_city_level()) return;
  for (const RowDemand* row : view.rows) {
    if (view.levels != row->levels && view.first_of(*row)) check_row(view, *row, out);
  }
}

constexpr std::string_view kFields[] = {"levels", "guideline"};

}  // namespace

extern const Rule level_missing_rule{
    .name = "level-missing",
    .title = {"缺少指引要求的公开层级", "demanded level missing"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"指引要求在某一级公开，落实它的事项没有写这一级。",
                "The guideline demands disclosure at a level that no item for the row has."},
    .rationale = {"区的清单也管所属街镇的事项。补上层级；确由别的层级公开的，在偏离说明中写明理由。"
                  "指引没有层级栏的不检查。",
                  "A district's list answers for its streets and towns too. Add the level, or give "
                  "a deviation. Where a guideline has no column of levels nothing is checked."},
    .source = {"国办发〔2019〕54号附带的各领域基层政务公开标准指引",
               "the ministries' guidelines for the pilot areas (国办发〔2019〕54号)"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: 徐汇区民政局
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    levels: [区级, 街镇级]
)yaml",
    .check_item = check,
};

}  // namespace catalog
