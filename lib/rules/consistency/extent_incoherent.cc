#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

bool is_word(const Vocabulary& vocabulary, WordList list, const Text& text, std::string_view id) {
  const WordUse& use = vocabulary.find(list, text.value);
  return use && use.word->id.view() == id;
}

/// What an item or element says of itself.
struct Says {
  const Text& mode;
  const Text& extent;
  const Text& ground;
  bool ground_above = false;     ///< the item has one
  bool withheld_within = false;  ///< an element of it is not open
};

void check_one(const ItemView& view, const Says& says, std::string_view what, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  const bool full = is_word(vocabulary, WordList::Extents, says.extent, "full");
  const bool partial = is_word(vocabulary, WordList::Extents, says.extent, "partial");
  const auto rank = mode_rank(vocabulary, says.mode.value);
  const bool open = !rank || *rank == 0;
  const auto report = [&](const Text& at, std::string_view field, Message message, Message advice) {
    Finding& finding = report_item(view, field, view.place(at.span), std::move(message), out);
    finding.values.emplace_back(what);
    finding.advice = std::move(advice);
  };
  if (full && says.withheld_within) {
    report(says.extent, "extent",
           say({"公开范围为“{}”，其中却有不主动公开的内容",
                "the extent is “{}”, but an element of it is kept back"},
               says.extent.view()),
           say({"改为“部分”，或去掉公开范围", "make it 部分, or take the extent out"}));
  }
  if (partial && says.ground.empty() && !says.ground_above && !says.withheld_within) {
    report(says.extent, "extent",
           say({"公开范围为“{}”，没有写明其余不公开的理由",
                "the extent is “{}”, but no ground says why not more"},
               says.extent.view()),
           say({"在“不予公开理由”写明条款，或把不公开的内容单列",
                "give the article as `ground`, or list what is withheld as an element"}));
  }
  if (!says.ground.empty() && open && !partial && !says.withheld_within) {
    report(
        says.ground, "ground",
        say({"写了不予公开理由，公开方式和范围却是全部公开",
             "there is a ground for withholding, but all of it is open"}),
        say({"删去理由，或把公开范围写为“部分”", "take the ground out, or make the extent 部分"}));
  }
}

void check(const ItemView& view, Reporter& out) {
  const Item& item = view.item;
  const bool own = item.seldom.present();
  bool withheld = false, any = own;
  for (const Element& element : item.elements) {
    if (!element.own.present()) continue;
    any = true;
    const auto rank = mode_rank(view.workspace().vocabulary, element.own->mode.value);
    withheld |= rank && *rank > 0;
  }
  if (!any) return;
  check_one(view, {item.mode, item.seldom->extent, item.seldom->ground, false, withheld}, {}, out);
  for (const Element& element : item.elements) {
    if (!element.own.present()) continue;
    const ElementOwn& mine = element.own.get();
    const Text& mode = mine.mode.empty() ? item.mode : mine.mode;
    check_one(view, {mode, mine.extent, mine.ground, !item.seldom->ground.empty(), false},
              element.name.view(), out);
  }
}

constexpr std::string_view kFields[] = {"extent", "ground", "mode", "elements"};

}  // namespace

extern const Rule extent_incoherent_rule{
    .name = "extent-incoherent",
    .title = {"公开范围与方式、理由不一致", "extent, mode and ground that disagree"},
    .family = Family::Consistency,
    .severity = Severity::Warning,
    .summary =
        {"写“全文”却有不公开的内容，写“部分”却没有理由，或写了理由却全部公开。",
         "全文 with a part withheld, 部分 without a ground, or a ground though all is open."},
    .rationale = {"能区分处理的，公开可以公开的部分，并说明其余不公开的理由。三栏要相互一致，公众才"
                  "知道能看到什么。",
                  "What can be separated is disclosed in part, with the ground for the rest. The "
                  "three must agree for the public to know what it gets."},
    .source = {"《政府信息公开条例》第十四条至第十六条、第三十七条",
               "条例 articles 14 to 16 and 37"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    extent: 部分
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    extent: 部分
    ground: 《中华人民共和国政府信息公开条例》第十五条
)yaml",
    .check_item = check,
};

}  // namespace catalog
