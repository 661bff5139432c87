#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  for (const auto& [level, phrase] : view.item.deadline) {
    if (phrase.empty()) continue;
    const Deadline& deadline = view.workspace().deadline(phrase.value);
    if (deadline.understood()) continue;
    const std::string unknown(deadline.unparsed.empty()
                                  ? phrase.view()
                                  : text_at(phrase.view(), deadline.unparsed.front()));
    Finding& finding = report_item(
        view, "deadline", view.place(phrase.span),
        say({"看不懂公开时限中的“{}”", "“{}” in the deadline is not understood"}, unknown), out);
    finding.field = level_field(vocabulary, "deadline", vocabulary.level(level.value));
    finding.values.emplace_back(phrase.view());
    finding.advice =
        say({"写成“……之日起20个工作日内”一类的文字", "write it as “……之日起20个工作日内”"});
  }
}

constexpr std::string_view kFields[] = {"deadline"};

}  // namespace

extern const Rule deadline_unclear_rule{
    .name = "deadline-unclear",
    .title = {"公开时限看不懂", "deadline not understood"},
    .family = Family::Guideline,
    .severity = Severity::Note,
    .summary = {"公开时限的文字不能全部读懂，无法与指引比较。",
                "The phrase of the deadline is not wholly understood, so it is not compared."},
    .rationale =
        {"读不懂的时限公众多半也读不懂。写成“……之日起N个工作日内”“公示N个工作日”“长期公开”等。",
         "What is not understood here is mostly unclear to the public too. Write "
         "“……之日起N个工作日内”, “公示N个工作日”, “长期公开” and the like."},
    .source = {"《政府信息公开条例》第二十六条；各领域标准指引“公开时限”栏的写法",
               "条例 article 26; the phrases of the guidelines"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 信息形成之日起10个工作日内酌情处置
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 信息形成之日起10个工作日内公开
)yaml",
    .check_item = check,
};

}  // namespace catalog
