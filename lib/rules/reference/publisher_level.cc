#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void report(const ItemView& view, const LevelText::value_type& publisher, const Unit& unit,
            Level own, std::optional<Level> at, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  std::string wanted;
  for (const Level level : kLevels) {
    if (at ? level != *at : !view.levels.has(level)) continue;
    if (!wanted.empty()) wanted += "、";
    wanted += vocabulary.level_name(level);
  }
  Finding& finding =
      report_item(view, level_field(vocabulary, "publisher", at), view.place(publisher.value.span),
                  say({"“{}”是{}单位，不能作{}的公开主体", "“{}” is a body of {}, not of {}"},
                      unit.name.view(), vocabulary.level_name(own), wanted),
                  out);
  finding.values.emplace_back(unit.name.view());
  finding.advice = say(
      {"写{}的公开主体，或改正公开层级", "name the publisher of {}, or mend the level"}, wanted);
}

void check(const ItemView& view, Reporter& out) {
  for (const auto& publisher : view.item.publisher) {
    if (publisher.value.empty()) continue;
    const PublisherMeaning& meaning = view.context().publisher(publisher.value.value);
    if (meaning.units.empty()) continue;
    const auto at = view.workspace().vocabulary.level(publisher.level.value);
    if (!at && !publisher.level.empty()) continue;
    for (const Unit* unit : meaning.units) {
      const auto own = view.workspace().units.level(*unit);
      if (!own) continue;
      if (at ? *own == *at : (view.levels.empty() || view.levels.has(*own))) continue;
      report(view, publisher, *unit, *own, at, out);
    }
  }
}

constexpr std::string_view kFields[] = {"publisher", "levels"};

}  // namespace

extern const Rule publisher_level_rule{
    .name = "publisher-level",
    .title = {"公开主体与公开层级不符", "publisher of another level"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"某一级的公开主体是另一级的单位。",
                "The publisher at a level is a body of another level."},
    .rationale = {"公开主体决定公众向谁查询。改为本级的单位，或改正公开层级。",
                  "The publisher says whom the public may ask. Name the body of that level, or "
                  "mend the level."},
    .source = {"《政府信息公开条例》第十条；单位表", "条例 article 10; the units file"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 上海市民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
