#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "yaml/quote.h"

namespace catalog {

namespace {

void check_level(const ItemView& view, std::string_view field, const Text& text, Reporter& out) {
  if (text.empty()) return;
  const WordUse& use = view.workspace().vocabulary.find(WordList::Levels, text.value);
  if (!use || use.exact || !use.note.empty()) return;
  if (text.value == use.word->english.value) return;
  Finding& finding = report_item(
      view, field, view.place(text.span),
      say({"“{}”应写作“{}”", "“{}” is written “{}”"}, text.view(), use.word->name.view()), out);
  finding.values.emplace_back(text.view());
  finding.advice = say({"改为“{}”", "write “{}”"}, use.word->name.view());
  const std::string name = yaml::scalar_text(use.word->name.view(), yaml::Context::Flow);
  finding.fix = Fix{finding.advice, {{text.span, name}}, true};
}

void check(const ItemView& view, Reporter& out) {
  for (const Text& text : view.item.levels) check_level(view, "levels", text, out);
  for (const auto& entry : view.item.deadline) check_level(view, "deadline", entry.level, out);
  for (const auto& entry : view.item.publisher) check_level(view, "publisher", entry.level, out);
  for (const auto& entry : view.item.channels) check_level(view, "channels", entry.level, out);
}

constexpr std::string_view kFields[] = {"levels", "deadline", "publisher", "channels"};

}  // namespace

extern const Rule level_alias_rule{
    .name = "level-alias",
    .title = {"层级没有用标准写法", "level in another spelling"},
    .family = Family::Text,
    .severity = Severity::Note,
    .summary = {"公开层级用了词表里的别名（县级、乡级）。",
                "A level is written as an alias of the vocabulary (县级, 乡级)."},
    .rationale = {"别名都认得，但同一市的目录写法应当一致：区级、街镇级。",
                  "Aliases are understood, but the catalogues of one city spell alike: 区级, "
                  "街镇级."},
    .source = {"上海市2020年目录样式；词表", "Shanghai's form of 2020; the vocabulary"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {县级: 徐汇区民政局, 乡级: 各街道办事处、镇人民政府}
    levels: [县级, 乡级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
    levels: [区级, 街镇级]
)yaml",
    .check_item = check,
};

}  // namespace catalog
