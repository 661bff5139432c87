#include <array>
#include <optional>
#include <string>
#include <vector>

#include "rules/demand.h"
#include "rules/item_texts.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/symbol_memo.h"

namespace catalog {

namespace {

struct Marks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Marks, 6> kMarks{
    {{"《", "》"}, {"（", "）"}, {"〔", "〕"}, {"【", "】"}, {"“", "”"}, {"〈", "〉"}}};

/// The first mark that has no partner.
struct Unpaired {
  std::string mark;
  std::string missing;
  bool opens = false;
};

/// Closing marks are paired with the last open one of their kind: official texts cross them now and
/// then, as in 《…（试行》）.
std::optional<Unpaired> unpaired_in(std::string_view text) {
  for (const Marks& marks : kMarks) {
    int open = 0;
    for (size_t at = 0; at < text.size(); at++) {
      if (text.substr(at).starts_with(marks.open)) open++;
      if (text.substr(at).starts_with(marks.close) && --open < 0) {
        return Unpaired{std::string(marks.close), std::string(marks.open), false};
      }
    }
    if (open > 0) return Unpaired{std::string(marks.open), std::string(marks.close), true};
  }
  return std::nullopt;
}

void check(const ItemView& view, Reporter& out) {
  static const SymbolMemo<std::optional<Unpaired>> known;
  each_item_text(view.item, [&](std::string_view field, const Text& text) {
    if (text.empty()) return;
    const auto& found = known.get(text.value, unpaired_in);
    if (!found) return;
    Finding& finding = report_item(view, field, view.place(text.span),
                                   say({"“{}”没有与之成对的“{}”", "“{}” has no “{}” to pair with"},
                                       found->mark, found->missing),
                                   out);
    finding.values = {std::string(text.view())};
    finding.advice =
        say({"补上“{}”，或删去“{}”", "add “{}”, or remove “{}”"}, found->missing, found->mark);
  });
}

constexpr std::string_view kFields[] = {"topic", "subtopic", "detail",    "elements",
                                        "basis", "deadline", "publisher", "audience"};

}  // namespace

extern const Rule brackets_unbalanced_rule{
    .name = "brackets-unbalanced",
    .title = {"括号或书名号不成对", "brackets or title marks not in pairs"},
    .family = Family::Text,
    .severity = Severity::Warning,
    .summary = {"《》、（）、〔〕等标点缺了一半。",
                "One half of 《》, （）, 〔〕 or the like is missing."},
    .rationale =
        {"缺了一半，文件名称和文号就读不出来，公众也看不明白。补上缺的一半。",
         "With one half missing neither titles nor numbers can be read. Add the other half."},
    .source = {"GB/T 15834-2011《标点符号用法》：括号、书名号成对使用",
               "GB/T 15834-2011: brackets and title marks come in pairs"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, 名单说明（隐去部分信息]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, 名单说明（隐去部分信息）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
