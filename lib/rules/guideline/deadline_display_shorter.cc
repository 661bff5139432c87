#include "rules/deadline_demand.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

Message message_of(const DeadlinePair& pair, const PartComparison& part) {
  const std::string demanded(text_at(pair.demanded.view(), part.demanded_at));
  if (part.missing)
    return say({"公开时限缺少公示期，指引为“{}”",
                "the deadline has no display period; the guideline has “{}”"},
               demanded);
  const std::string own(text_at(pair.own.view(), part.at));
  return certainly_weaker(part.relation)
             ? say({"公示期短于指引要求：{}，指引为{}",
                    "the display period is shorter than demanded: {}, the guideline has {}"},
                   own, demanded)
             : say({"公示期可能短于指引要求：{}，指引为{}",
                    "the display period may be shorter than demanded: {}, the guideline has {}"},
                   own, demanded);
}

void check(const ItemView& view, Reporter& out) {
  each_deadline_pair(view, [&](const DeadlinePair& pair) {
    for (const PartComparison& part : pair.comparison) {
      if (part.part == DeadlinePart::Display && possibly_weaker(part.relation))
        report_deadline(view, pair, part, message_of(pair, part), out);
    }
  });
}

constexpr std::string_view kFields[] = {"deadline", "guideline"};

}  // namespace

extern const Rule deadline_display_shorter_rule{
    .name = "deadline-display-shorter",
    .title = {"公示期短于指引要求", "display period shorter than demanded"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"公示的期间比指引要求的短，或没有公示期。",
                "The display period is shorter than the guideline demands, or absent."},
    .rationale = {"公示期短了，公众来不及提出异议。按指引写明公示期，其余文字保留。",
                  "With a short display period the public has no time to object. Write the period "
                  "of the guideline and keep the rest of the phrase."},
    .source = {"各领域标准指引“公开时限”栏", "the guidelines' column 公开时限"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 5
    deadline: 信息形成之日起10个工作日内，公示5个工作日
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 5
    deadline: 信息形成之日起3个工作日内，公示10个工作日
)yaml",
    .check_item = check,
};

}  // namespace catalog
