#include "rules/rule.h"
#include "rules/slip_texts.h"
#include "rules/views.h"
#include "text/traditional.h"
#include "text/utf8.h"

namespace catalog {

namespace {

/// Runs of traditional characters.
TextSlips scan(std::string_view view) {
  TextSlips out;
  for (const PlacedCharacter& character : placed_characters(view)) {
    const char32_t simplified = simplified_form(character.value);
    if (simplified == U'\0') continue;
    if (out.empty() || out.back().at.end != character.at)
      out.push_back({{character.at, character.at}, {}});
    out.back().at.end = character.end;
    append_utf8(out.back().wanted, simplified);
  }
  return out;
}

void check(const ItemView& view, Reporter& out) {
  static const SymbolMemo<TextSlips> memo;
  each_slip(view, memo, scan, [&](std::string_view field, const Text& text, const TextSlip& slip) {
    Finding& finding = report_slip(view, field, text, slip,
                                   say({"“{}”是繁体字", "“{}” is in traditional characters"},
                                       text.view().substr(slip.at.begin, slip.at.size())),
                                   out);
    finding.advice = say({"改为“{}”", "write “{}”"}, slip.wanted);
    if (const auto edit = edit_in(text, {slip.at, slip.wanted}))
      finding.fix = Fix{finding.advice, {*edit}, slip.safe};
  });
}

constexpr std::string_view kFields[] = {"topic", "elements", "basis", "deadline", "publisher"};

}  // namespace

extern const Rule traditional_characters_rule{
    .name = "traditional-characters",
    .title = {"繁体字", "traditional characters"},
    .family = Family::Text,
    .severity = Severity::Note,
    .summary = {"事项的文字里有繁体字。", "A text of an item has traditional characters."},
    .rationale =
        {"网页自动转换留下的繁体字，公众用简体搜索不到。姓名、店名确用繁体的，不必改。",
         "Traditional characters left by a page's conversion are not found by a simplified "
         "search. Names that are written so may stay."},
    .source = {"《国家通用语言文字法》第九条：国家机关以规范汉字为公务用字",
               "国家通用语言文字法 article 9: offices write standard characters"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保對象名單, 低保对象名单及相关信息]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单, 低保对象名单及相关信息]
)yaml",
    .check_item = check,
};

}  // namespace catalog
