#include <algorithm>

#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// 条例第二十六条: within 20 working days of the information's forming or changing, unless a law or
/// regulation (法律、法规) says otherwise.
constexpr Duration kLegal{20, TimeUnit::WorkingDay};
constexpr std::string_view kRegulation = "中华人民共和国政府信息公开条例";

bool may_say_otherwise(LegalRank rank) {
  return rank == LegalRank::Law || rank == LegalRank::AdministrativeRegulation ||
         rank == LegalRank::LocalRegulation;
}

/// What the item's basis says of longer deadlines.
enum class Excuse { None, Perhaps, Given };

Excuse excuse_in(const ItemView& view) {
  const LegalRegister& legal = view.workspace().legal;
  const std::vector<uint32_t> regulation = legal.find(kRegulation, {}).documents;
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
      if (std::ranges::find(regulation, index) != regulation.end()) continue;
      const LegalRank rank = legal.at(index).rank;
      if (may_say_otherwise(rank)) return Excuse::Given;
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

/// What a guideline row of the item says of a phrase that is longer than the law's.
enum class InGuideline { Silent, AsLong, Shorter };

InGuideline in_guideline(const ItemView& view, Symbol phrase) {
  InGuideline out = InGuideline::Silent;
  for (const RowDemand* row : view.rows) {
    for (const auto& [level, demanded] : row->row.deadline) {
      if (demanded.empty()) continue;
      const auto relation =
          worst(view.context().comparison(phrase, demanded.value), DeadlinePart::Limit);
      if (!relation) continue;
      if (possibly_weaker(*relation)) return InGuideline::Shorter;
      out = InGuideline::AsLong;
    }
  }
  return out;
}

void report(const ItemView& view, const Text& phrase, const Branch& branch, bool certain,
            Reporter& out) {
  const Phrase length = duration_phrase(*branch.limit->within);
  Finding& finding = report_item(
      view, "deadline", view.place(part_in(phrase, branch.limit->amount)),
      certain ? say({"公开时限{}长于条例规定的20个工作日",
                     "the deadline of {} is longer than the 20 working days of the 条例"},
                    length)
              : say({"公开时限{}可能长于条例规定的20个工作日",
                     "the deadline of {} may be longer than the 20 working days of the 条例"},
                    length),
      out);
  finding.values.emplace_back(phrase.view());
  finding.advice = say({"改为20个工作日内，或在公开依据写明另作规定的法律、法规",
                        "make it 20 working days, or cite the law that says otherwise"});
  if (!certain) finding.severity = lowered(finding.severity);
}

void check(const ItemView& view, Reporter& out) {
  const auto mode = mode_rank(view.workspace().vocabulary, view.item.mode.value);
  if (mode && *mode > 0) return;
  for (const auto& [level, phrase] : view.item.deadline) {
    for (const Branch& branch : view.workspace().deadline(phrase.value).branches) {
      if (!is_of_information(branch)) continue;
      const Relation relation =
          compare_waits(*branch.limit->within, kLegal, view.workspace().calendar);
      if (!possibly_weaker(relation)) continue;
      const InGuideline guideline = in_guideline(view, phrase.value);
      // What is longer than its guideline row too is reported once, by deadline-longer.
      if (guideline == InGuideline::Shorter) continue;
      const Excuse excuse = excuse_in(view);
      if (excuse == Excuse::Given) return;
      const bool certain =
          certainly_weaker(relation) && excuse == Excuse::None && guideline == InGuideline::Silent;
      report(view, phrase, branch, certain, out);
    }
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
        {"主动公开的时限超过信息形成或变更之日起20个工作日，依据里又没有另作规定的法律、法规。",
         "A deadline is longer than 20 working days, and no law or regulation in the basis "
         "says otherwise."},
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
