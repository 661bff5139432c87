#include "rules/deadline_demand.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

bool is_compared(const PartComparison& part) {
  return part.part == DeadlinePart::Limit || (part.part == DeadlinePart::Update && !part.missing);
}

/// Whether both phrases name a time before an event: there the longer lead is the better one.
bool is_lead(const ItemView& view, const DeadlinePair& pair, const PartComparison& part) {
  const auto limit = [&](const Text& phrase, size_t branch) {
    const auto& branches = view.workspace().deadline(phrase.value).branches;
    return branch < branches.size() ? branches[branch].limit : std::nullopt;
  };
  const auto own = limit(pair.own, part.branch);
  const auto demanded = limit(pair.demanded, part.demanded_branch);
  return part.part == DeadlinePart::Limit && own && demanded && own->timing == Timing::Before &&
         demanded->timing == Timing::Before;
}

Message message_of(const ItemView& view, const DeadlinePair& pair, const PartComparison& part) {
  const std::string demanded(text_at(pair.demanded.view(), part.demanded_at));
  if (part.missing) {
    return say(
        {"公开时限没有写期限，指引为{}", "the deadline names no limit; the guideline has {}"},
        demanded);
  }
  const std::string own(text_at(pair.own.view(), part.at));
  if (is_lead(view, pair, part)) {
    return say({"公开时限迟于指引要求：提前{}，指引为提前{}",
                "the deadline is later than demanded: {} ahead, the guideline has {} ahead"},
               own, demanded);
  }
  return certainly_weaker(part.relation)
             ? say({"公开时限长于指引要求：{}，指引为{}",
                    "the deadline is longer than demanded: {}, the guideline has {}"},
                   own, demanded)
             : say({"公开时限可能长于指引要求：{}，指引为{}",
                    "the deadline may be longer than demanded: {}, the guideline has {}"},
                   own, demanded);
}

void check(const ItemView& view, Reporter& out) {
  each_deadline_pair(view, [&](const DeadlinePair& pair) {
    for (const PartComparison& part : pair.comparison) {
      if (is_compared(part) && possibly_weaker(part.relation))
        report_deadline(view, pair, part, message_of(view, pair, part), out);
    }
  });
}

constexpr std::string_view kFields[] = {"deadline", "guideline"};

}  // namespace

extern const Rule deadline_longer_rule{
    .name = "deadline-longer",
    .title = {"公开时限长于指引要求", "deadline longer than demanded"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary =
        {"公开的期限（或更新的间隔）比指引要求的长。",
         "The time limit, or the interval of updates, is longer than the guideline demands."},
    .rationale = {"指引的时限是最低要求。按含义比较：自然日与工作日按工作日历换算，一定更长的报错，"
                  "可能更长的警告。只改期限，其余文字保留。",
                  "The guideline's limit is the least that is owed. Meanings are compared, days "
                  "against working days by the calendar: certain is an error, possible a warning. "
                  "Change the period and keep the rest of the phrase."},
    .source = {"各领域标准指引“公开时限”栏；《政府信息公开条例》第二十六条",
               "the guidelines' column 公开时限; 条例 article 26"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 自信息形成之日起30个工作日内
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 自信息形成之日起5个工作日内
)yaml",
    .check_item = check,
};

}  // namespace catalog
