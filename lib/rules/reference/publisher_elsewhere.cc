#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  if (!view.catalogue.list || !view.catalogue.unit || view.item.publisher.empty()) return;
  const UnitTable& units = view.workspace().units;
  const Unit* own = units.district_of(*view.catalogue.unit);
  if (!own) return;  // a city department
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  for (const auto& [level, publisher] : view.item.publisher) {
    if (publisher.empty() || publisher.view().starts_with(own->name.view())) continue;
    const Unit* other = view.context().publisher(publisher.value).district;
    if (!other || other == own) continue;
    Finding& finding = report_item(
        view, level_field(vocabulary, "publisher", vocabulary.level(level.value)),
        view.place(publisher.span),
        say({"公开主体“{}”属于{}，本清单是{}的", "the publisher “{}” is of {}, this list of {}"},
            publisher.view(), other->name.view(), view.catalogue.unit->name.view()),
        out);
    finding.values.emplace_back(publisher.view());
    finding.advice = say({"改为{}的单位", "name the body of {}"}, own->name.view());
  }
}

constexpr std::string_view kFields[] = {"publisher", "unit"};

}  // namespace

extern const Rule publisher_elsewhere_rule{
    .name = "publisher-elsewhere",
    .title = {"公开主体是其他区的单位", "publisher of another district"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"区、街镇清单里的公开主体以其他区的名称开头。",
                "A publisher in the list of a district or town begins with another district's "
                "name."},
    .rationale = {"照抄其他区的目录，常有名称没有改。改为本区的单位。",
                  "In a copy of another district's catalogue a name is easily left. Name the own "
                  "district's body."},
    .source = {"《政府信息公开条例》第十条；单位表", "条例 article 10; the units file"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 浦东新区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
