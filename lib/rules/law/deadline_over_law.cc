#include <algorithm>

#include "rules/basis_entries.h"
#include "rules/law_limits.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// Whether a document of this rank may say otherwise than a demand.
bool may_say_otherwise(const LegalDemand& demand, LegalRank rank) {
  return std::ranges::any_of(demand.yields_to, [&](const Text& word) {
    return words::kRank.index(word.view()) == static_cast<size_t>(rank);
  });
}

/// What the item's basis says of longer deadlines.
enum class Excuse { None, Perhaps, Given };

Excuse excuse_in(const ItemView& view, const LegalDemand& demand) {
  const LegalRegister& legal = view.workspace().legal;
  const std::vector<uint32_t> law = legal.find(demand.title.view(), {}).documents;
  Excuse out = Excuse::None;
  for (const Text& entry : view.item.basis) {
    const auto& cited = view.context().cited(entry.value);
    if (cited.empty()) out = Excuse::Perhaps;  // words that name no document
    for (const CitedDocument& document : cited) {
      if (document.lookup.documents.empty()) {
        out = Excuse::Perhaps;
        continue;
      }
      const uint32_t index = document.lookup.documents.front();
      if (std::ranges::find(law, index) != law.end()) continue;
      const LegalRank rank = legal.at(index).rank;
      if (may_say_otherwise(demand, rank)) return Excuse::Given;
      if (rank == LegalRank::None) out = Excuse::Perhaps;
    }
  }
  return out;
}

/// Whether the limit runs from the information's forming; other events have times of their own.
bool is_of_information(const Branch& branch) {
  return !branch.on_request && branch.limit && branch.limit->timing == Timing::Within &&
         branch.limit->within &&
         (branch.limit->event_class == EventClass::None ||
          branch.limit->event_class == EventClass::Information);
}

/// The period that a demand on all active items gives; none if it is of some items only.
std::optional<Duration> period_of(const ItemView& view, const LegalDemand& demand) {
  if (!demand.words.empty() || demand.deadline.empty()) return std::nullopt;
  const Deadline& deadline = view.workspace().deadline(demand.deadline.value);
  if (deadline.branches.empty() || !deadline.branches.front().limit) return std::nullopt;
  return deadline.branches.front().limit->within;
}

void report(const ItemView& view, const LegalDemand& demand, Duration legal, const Text& phrase,
            const Branch& branch, bool certain, Reporter& out) {
  const Phrase length = duration_phrase(*branch.limit->within);
  const std::string law = law_text(demand);
  Finding& finding = report_limit(
      view, demand, phrase, branch.limit->amount,
      certain
          ? say({"公开时限{}长于{}规定的{}", "the deadline of {} is longer than {}'s {}"}, length,
                law, duration_phrase(legal))
          : say({"公开时限{}可能长于{}规定的{}", "the deadline of {} may be longer than {}'s {}"},
                length, law, duration_phrase(legal)),
      certain, out);
  finding.values.pop_back();
  finding.advice = say({"改为{}内，或在公开依据写明另作规定的法律、法规",
                        "make it {}, or cite the law that says otherwise"},
                       duration_phrase(legal));
}

void check_phrase(const ItemView& view, const LegalDemand& demand, Duration legal,
                  const Text& phrase, Reporter& out) {
  for (const Branch& branch : view.workspace().deadline(phrase.value).branches) {
    if (!is_of_information(branch)) continue;
    const Relation relation =
        compare_waits(*branch.limit->within, legal, view.workspace().calendar);
    if (!possibly_weaker(relation)) continue;
    const InGuideline guideline = in_guideline(view, phrase.value);
    // What is longer than its guideline row too is reported once, by deadline-longer.
    if (guideline == InGuideline::Shorter) continue;
    const Excuse excuse = excuse_in(view, demand);
    if (excuse == Excuse::Given) return;
    const bool certain =
        certainly_weaker(relation) && excuse == Excuse::None && guideline == InGuideline::Silent;
    report(view, demand, legal, phrase, branch, certain, out);
  }
}

void check(const ItemView& view, Reporter& out) {
  if (!is_active(view)) return;
  for (const LegalDemand& demand : view.workspace().demands.deadlines) {
    const auto legal = period_of(view, demand);
    if (!legal) continue;
    for (const auto& [level, phrase] : view.item.deadline)
      check_phrase(view, demand, *legal, phrase, out);
  }
}

constexpr std::string_view kFields[] = {"deadline", "basis", "mode"};

}  // namespace

extern const Rule deadline_over_law_rule{
    .name = "deadline-over-law",
    .title = {"公开时限长于法定时限", "deadline longer than the law's"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary =
        {"主动公开的时限超过法定要求的期限（信息形成或变更之日起20个工作日），依据里又没有另作规定"
         "的法律、法规。",
         "A deadline is longer than the demands file allows (20 working days), and no law or "
         "regulation in the basis says otherwise."},
    .rationale =
        {"条例规定自信息形成或者变更之日起20个工作日内公开，只有法律、法规可以另作规定。以日、月计"
         "的"
         "按工作日历的上下限比较；依据不在法规库里、或指引也这样写的，只作提示。",
         "The 条例 gives 20 working days, and only a law or regulation may say otherwise. Calendar "
         "days compare by the bounds of the working-day calendar. Where the basis is not in the "
         "register, or the guideline says the same, this is a note."},
    .source = {"《政府信息公开条例》第二十六条", "条例 article 26"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 临时救助
    elements: [救助标准]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）]
    deadline: 信息形成之日起40个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 临时救助
    elements: [救助标准]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第649号）]
    deadline: 信息形成之日起40个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_item = check,
};

}  // namespace catalog
