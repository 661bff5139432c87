#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const DemandsFile& demands = view.workspace().demands;
  if (demands.publishers.empty()) return;
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  for (const auto& [level, publisher] : view.item.publisher) {
    if (publisher.empty()) continue;
    const std::string& office = view.context().laws().internal_office(publisher.value);
    if (office.empty() || !view.context().publisher(publisher.value).units.empty()) continue;
    Finding& finding = report_item(
        view, level_field(vocabulary, "publisher", vocabulary.level(level.value)),
        view.place(publisher.span),
        say({"“{}”像是内设机构，不能以自己的名义公开",
             "“{}” seems to be an internal office, which can't disclose in its own name"},
            office),
        out);
    finding.values = {office};
    finding.advice = say({"写它所在的机关；责任科室可写在“其他列”里",
                          "name the body that it belongs to; the office may go into `extra`"});
    rest_on(finding, demands, demands.publishers.front());
  }
}

constexpr std::string_view kFields[] = {"publisher"};

}  // namespace

extern const Rule publisher_internal_rule{
    .name = "publisher-internal",
    .title = {"公开主体是内设机构", "publisher that is an internal office"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary = {"公开主体的名称以“科”“股”等结尾，像是机关的内设机构。",
                "A publisher's name ends like that of an internal office (科, 股)."},
    .rationale = {"政府信息由制作、获取它的行政机关负责公开，内设机构不能独立公开。写机关的名称。结"
                  "尾用词在法定要求文件里；条文未核实的，只作提示。",
                  "The body that makes or gets the information discloses it, not an office within "
                  "it. The endings stand in the demands file; what was not verified is a note."},
    .source = {"《政府信息公开条例》第十条", "条例 article 10"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局救助科, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}
)yaml",
    .check_item = check,
};

}  // namespace catalog
