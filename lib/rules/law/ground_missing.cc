#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// Whether a mode keeps something back: on request, or withheld.
bool keeps_back(const Vocabulary& vocabulary, const Text& mode) {
  const WordUse& use = vocabulary.find(WordList::Modes, mode.value);
  return use && use.word->id.view() != "active";
}

Finding& report(const ItemView& view, const Text& mode, Reporter& out) {
  Finding& finding =
      report_item(view, "ground", view.place(mode.span),
                  say({"“{}”没有写明理由", "“{}” without its ground"}, mode.view()), out);
  finding.label = field_label("mode");
  finding.demand = Demand{say({"《政府信息公开条例》第十四条至第十六条", "条例 articles 14 to 16"}),
                          {},
                          {"法规", "law"}};
  finding.advice =
      say({"补上“不予公开理由”：所依据的条款", "add `ground`: the article that allows it"});
  return finding;
}

void check(const ItemView& view, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  if (keeps_back(vocabulary, view.item.mode) && view.item.seldom->ground.empty())
    report(view, view.item.mode, out);
  for (const Element& element : view.item.elements) {
    const ElementOwn& own = element.own.get();
    if (keeps_back(vocabulary, own.mode) && own.ground.empty())
      report(view, own.mode, out).values = {std::string(element.name.view())};
  }
}

constexpr std::string_view kFields[] = {"mode", "ground", "elements"};

}  // namespace

extern const Rule ground_missing_rule{
    .name = "ground-missing",
    .title = {"不主动公开没有写明理由", "kept back without a ground"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary = {"依申请公开或不予公开的事项、公开内容，没有写明所依据的条款。",
                "An item or element that is disclosed on request or withheld does not say on what "
                "ground."},
    .rationale = {"公开是原则，不公开是例外，例外要有条例第十四条至第十六条的依据。写明是哪一条。",
                  "Disclosure is the rule; what is kept back needs a ground of articles 14 to 16. "
                  "Say which."},
    .source = {"《政府信息公开条例》第五条、第十四条至第十六条", "条例 articles 5, 14 to 16"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, {name: 家庭成员身份证件号码, mode: 不予公开, review: "2022-12-31"}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, {name: 家庭成员身份证件号码, mode: 不予公开, ground: 《中华人民共和国政府信息公开条例》第十五条, review: "2022-12-31"}]
)yaml",
    .check_item = check,
};

}  // namespace catalog
