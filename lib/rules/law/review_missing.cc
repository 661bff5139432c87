#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check_mode(const ItemView& view, const Text& mode, bool has_review, Reporter& out) {
  if (mode.empty() || has_review) return;
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  const auto rank = mode_rank(vocabulary, mode.value);
  if (!rank || *rank == 0) return;
  Finding& finding = report_item(
      view, "review", view.place(mode.span),
      say({"公开方式为“{}”，没有写复核日期", "the mode is “{}”, but no review is dated"},
          mode.view()),
      out);
  finding.values.emplace_back(mode.view());
  // The article speaks of what is withheld; what is had on request is only advised.
  if (*rank + 1 < vocabulary.words(WordList::Modes).size())
    finding.severity = lowered(finding.severity);
  finding.advice = say({"在“复核日期”写明下次复核的日期，如“2021-06-30”",
                        "give the day of the next review, as “2021-06-30”"});
}

void check(const ItemView& view, Reporter& out) {
  const bool whole = !view.item.seldom->review.empty();
  check_mode(view, view.item.mode, whole, out);
  for (const Element& element : view.item.elements) {
    if (element.own.present())
      check_mode(view, element.own->mode, whole || !element.own->review.empty(), out);
  }
}

constexpr std::string_view kFields[] = {"mode", "review", "elements"};

}  // namespace

extern const Rule review_missing_rule{
    .name = "review-missing",
    .title = {"缺少复核日期", "review date missing"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary = {"不予公开（或依申请公开）的内容没有写下次复核的日期。",
                "What is withheld (or disclosed on request) has no day of its next review."},
    .rationale = {"不予公开的信息要定期评估审查。写明日期，到期会提醒；依申请公开的，只作提示。",
                  "What is withheld is reviewed regularly. Give the day, and it is recalled then. "
                  "On what is disclosed on request this is a note."},
    .source = {"《政府信息公开条例》第十八条", "条例 article 18"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, {name: 家庭财产, mode: 不予公开, ground: 条例第十五条：个人隐私}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, {name: 家庭财产, mode: 不予公开, ground: 条例第十五条：个人隐私, review: "2021-06-30"}]
)yaml",
    .check_item = check,
};

}  // namespace catalog
