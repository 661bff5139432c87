#include <algorithm>

#include "rules/demand.h"
#include "rules/deviations.h"
#include "rules/rule.h"

namespace catalog {

namespace {

constexpr Bilingual kAdvice{"从偏离说明中删去“{}”，或改正", "take “{}” out, or mend it"};

bool is_idle(const DeviationPart& part) { return part.judged && !part.used; }

void report(const AcceptedDeviation& accepted, Span at, std::string_view what, Message message,
            Message advice, Reporter& out) {
  Finding& finding = out.add({accepted.file, at}, std::move(message));
  finding.address = accepted.address;
  finding.field = "deviation";
  finding.label = field_label("deviation");
  finding.values.emplace_back(what);
  finding.advice = std::move(advice);
}

void check_deviation(const AcceptedDeviation& accepted, Reporter& out) {
  if (std::ranges::all_of(accepted.rules, is_idle)) {
    std::string names;
    for (const DeviationPart& part : accepted.rules)
      names += (names.empty() ? "" : "、") + std::string(part.text->view());
    return report(accepted, accepted.deviation->span, names,
                  say({"偏离说明没有起作用：事项没有违反规则“{}”",
                       "the deviation covers nothing: the item keeps “{}”"},
                      names),
                  say({"删去这条偏离说明；规则名或取值写错的，改正",
                       "take it out, or mend the rule's name or the values"}),
                  out);
  }
  for (const DeviationPart& part : accepted.rules) {
    if (!is_idle(part)) continue;
    report(accepted, part.text->span, part.text->view(),
           say({"偏离说明中的规则“{}”没有起作用", "“{}” of the deviation covers nothing"},
               part.text->view()),
           say(kAdvice, part.text->view()), out);
  }
  if (!std::ranges::all_of(accepted.rules, &DeviationPart::judged)) return;
  for (const DeviationPart& part : accepted.values) {
    if (!is_idle(part)) continue;
    report(accepted, part.text->span, part.text->view(),
           say({"偏离说明中的取值“{}”没有起作用", "the value “{}” of the deviation covers nothing"},
               part.text->view()),
           say(kAdvice, part.text->view()), out);
  }
}

void check(const Deviations& deviations, Reporter& out) {
  for (const AcceptedDeviation& accepted : deviations.all()) {
    // One that names no rule, or an unknown one, or has no approval, is reported as such.
    if (!accepted.approved || accepted.rules.empty()) continue;
    check_deviation(accepted, out);
  }
}

constexpr std::string_view kFields[] = {"deviation", "rules", "values"};

}  // namespace

extern const Rule deviation_unused_rule{
    .name = "deviation-unused",
    .title = {"偏离说明没有起作用", "deviation unused"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"经批准的偏离说明（或其中的一条规则、一个取值）没有对应的问题。",
                "An approved deviation, or a rule or value in it, covers no finding."},
    .rationale = {"事项改好以后，留下的偏离说明会放过以后的错误。不再需要的，删去；规则名或取值写错"
                  "的，改正。",
                  "Once the item is mended, a deviation that stays would let later mistakes pass. "
                  "Take it out; mend a wrong rule or value."},
    .source = {"《文件格式》：偏离说明只对所列规则和取值生效",
               "the file formats: a deviation covers exactly the rules and values that it names"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deviation: [{rules: [deadline-longer], reason: 系统改造期间, until: "2021-06-30", approved: {by: 上海市民政局, on: "2020-03-02", document: 沪民办〔2020〕3号}}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 制定或获取信息之日起15个工作日内
    deviation: [{rules: [deadline-longer], reason: 系统改造期间, until: "2021-06-30", approved: {by: 上海市民政局, on: "2020-03-02", document: 沪民办〔2020〕3号}}]
)yaml",
    .check_deviations = check,
};

}  // namespace catalog
