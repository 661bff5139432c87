#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  if (!view.catalogue.list) return;
  for (const auto& [level, publisher] : view.item.publisher) {
    if (publisher.empty()) continue;
    const PublisherMeaning& meaning = view.context().publisher(publisher.value);
    const bool placeholder = !meaning.placeholder.empty();
    // A city department drafts for all districts: <区>民政局 is whom it means.
    if (placeholder && view.catalogue.at_city_level()) continue;
    const std::string& words = placeholder ? meaning.placeholder : meaning.generic;
    if (words.empty()) continue;
    const Vocabulary& vocabulary = view.workspace().vocabulary;
    Finding& finding = report_item(
        view, level_field(vocabulary, "publisher", vocabulary.level(level.value)),
        view.place(publisher.span),
        placeholder
            ? say({"清单的公开主体里有占位“{}”",
                   "the publisher of a list holds the placeholder “{}”"},
                  words)
            : say({"公开主体“{}”没有写明是哪个单位", "the publisher “{}” names no body"}, words),
        out);
    finding.values.emplace_back(publisher.view());
    if (!placeholder) finding.severity = lowered(finding.severity);
    const Unit* unit = view.catalogue.unit;
    finding.advice =
        unit ? say({"写明单位，如{}或其部门的名称", "name the body: {} or one of its departments"},
                   unit->name.view())
             : say({"写明单位名称", "name the body"});
  }
}

constexpr std::string_view kFields[] = {"publisher"};

}  // namespace

extern const Rule publisher_generic_rule{
    .name = "publisher-generic",
    .title = {"公开主体没有写明单位", "publisher that names no body"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"单位自己的清单里，公开主体照抄了指引的概括写法（县级人民政府民政部门），或留有“<"
                "区>”一类的占位。",
                "In a unit's own list the publisher is the guideline's general wording, or a "
                "placeholder such as <区>."},
    .rationale = {"公众要知道的是哪一个单位。写本单位的全称或规范简称；占位只用在全市的标准里，留在"
                  "清单里是错误，概括写法是警告。",
                  "The public must know which body it is. Write its name; placeholders belong in "
                  "the city's standards only."},
    .source = {"《政府信息公开条例》第十条；词表的概括用语",
               "条例 article 10; the generic words of the vocabulary"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: <区>民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
