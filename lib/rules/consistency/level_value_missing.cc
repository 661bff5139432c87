#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

template <class Value>
void check_field(const ItemView& view, std::string_view field,
                 const std::vector<Leveled<Value>>& values, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  // A list that lacks the field altogether is said to by its form; a resolved one has no form.
  if (values.empty() && !view.catalogue.resolved()) return;
  LevelSet given;
  for (const auto& entry : values) {
    if (entry.level.empty()) return;
    if (const auto level = vocabulary.level(entry.level.value)) given.add(*level);
  }
  for (const Level level : kLevels) {
    if (!view.levels.has(level) || given.has(level)) continue;
    const Span last = values.empty() ? view.item.span : values.back().level.span;
    Finding& finding = report_item(
        view, level_field(vocabulary, field, level), values.empty() ? view.end() : view.place(last),
        say({"按层级分写，缺“{}”的", "written by level, but not for “{}”"},
            vocabulary.level_name(level)),
        out);
    finding.advice = say({"补上“{0}”的内容，或从公开层级里去掉它",
                          "add the value of “{0}”, or take it off the item's levels"},
                         vocabulary.level_name(level));
  }
}

void check(const ItemView& view, Reporter& out) {
  check_field(view, "deadline", view.item.deadline, out);
  check_field(view, "publisher", view.item.publisher, out);
  check_field(view, "channels", view.item.channels, out);
}

constexpr std::string_view kFields[] = {"deadline", "publisher", "channels", "levels"};

}  // namespace

extern const Rule level_value_missing_rule{
    .name = "level-value-missing",
    .title = {"按层级分写缺一级", "level left out of a map by level"},
    .family = Family::Consistency,
    .severity = Severity::Error,
    .summary = {"时限、主体、渠道按层级分写，本事项有的层级却没有写到。",
                "A deadline, publisher or channel list by level lacks a level that the item has."},
    .rationale = {"那一级的单位从标准里得不到这一栏，目录就不完整。补上，或改公开层级。",
                  "A unit of that level gets nothing for it from the standard, so its catalogue is "
                  "incomplete. Add the value, or mend the levels."},
    .source = {"《文件格式》：按层级分写", "the file formats: values by level"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
