#include <algorithm>

#include "rules/demand.h"
#include "rules/item_words.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

template <class Value>
void check_map(const ItemView& view, std::string_view field,
               const std::vector<Leveled<Value>>& values, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  // Of an item whose own levels can't be read it is not known which it lacks.
  const bool levels_known = std::ranges::all_of(view.item.levels, [&](const Text& level) {
    return vocabulary.level(level.value).has_value();
  });
  for (const auto& entry : values) {
    if (entry.level.empty()) continue;
    const auto level = vocabulary.level(entry.level.value);
    if (level && (view.levels.has(*level) || !levels_known)) continue;
    Finding& finding =
        report_item(view, field, view.place(entry.level.span),
                    level ? say({"本事项的公开层级里没有“{}”", "“{}” is none of the item's levels"},
                                entry.level.view())
                          : say({"“{}”不是公开层级", "“{}” is no level"}, entry.level.view()),
                    out);
    finding.values.emplace_back(entry.level.view());
    finding.advice = level ? say({"在公开层级里加上“{0}”，或删去这一行",
                                  "add “{0}” to the levels, or remove this entry"},
                                 entry.level.view())
                           : say({"用{}", "use one of {}"}, words_of(vocabulary, WordList::Levels));
  }
}

void check(const ItemView& view, Reporter& out) {
  check_map(view, "deadline", view.item.deadline, out);
  check_map(view, "publisher", view.item.publisher, out);
  check_map(view, "channels", view.item.channels, out);
}

constexpr std::string_view kFields[] = {"deadline", "publisher", "channels", "levels"};

}  // namespace

extern const Rule level_map_unknown_rule{
    .name = "level-map-unknown",
    .title = {"按层级分写的层级不对", "wrong level in a map by level"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"时限、主体、渠道按层级分写时，键不是层级，或不是本事项的公开层级。",
                "A deadline, publisher or channel list by level is given for no level, or for one "
                "that the item does not have."},
    .rationale = {"写给不存在的层级的内容不会公布，而真正的层级可能缺了这一栏。",
                  "What is written for a level that the item lacks is never published, and a level "
                  "that it has may go without."},
    .source = {"《文件格式》：按层级分写", "the file formats: values by level"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府, 市级: 上海市民政局}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
