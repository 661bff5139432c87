#include <algorithm>
#include <set>

#include "rules/law_limits.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// Whether a guideline row of the item has the same mode, or a narrower one.
bool is_allowed(const ItemView& view, size_t rank) {
  return std::ranges::any_of(view.rows,
                             [&](const RowDemand* row) { return row->mode && *row->mode >= rank; });
}

void check(const ItemView& view, Reporter& out) {
  const auto rank = mode_rank(view.workspace().vocabulary, view.item.mode.value);
  if (!rank || *rank == 0 || is_allowed(view, *rank)) return;
  const LawDemands& laws = view.context().laws();
  std::set<uint16_t> classes;
  for (const Text* part : {&view.item.topic, &view.item.subtopic, &view.item.detail}) {
    const auto& found = laws.classes_of(part->value);
    classes.insert(found.begin(), found.end());
  }
  for (const uint16_t index : classes) {
    const LegalDemand& demand = laws.classes()[index];
    Finding& finding = report_item(
        view, "mode", view.place(view.item.mode.span),
        say({"“{}”属于应当主动公开的类别（{}），公开方式却是“{}”",
             "“{}” is of a class that must be disclosed on own initiative ({}), its mode is “{}”"},
            item_name(view.item), demand.name.view(), view.item.mode.view()),
        out);
    finding.values = {std::string(demand.id.view()), std::string(view.item.mode.view())};
    finding.advice = say({"改为主动；其中涉及秘密、隐私的内容，单独写明不予公开及其理由",
                          "make it 主动; give what is secret or private as an element of its own, "
                          "withheld with its ground"});
    rest_on(finding, view.workspace().demands, demand);
  }
}

constexpr std::string_view kFields[] = {"mode", "topic", "subtopic", "detail"};

}  // namespace

extern const Rule class_on_request_rule{
    .name = "class-on-request",
    .title = {"应当主动公开的类别没有主动公开", "class that must be disclosed is not"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary = {"名称表明属于条例第二十条、第二十一条所列类别的事项，公开方式不是主动。",
                "An item whose name shows that it is of a class of articles 20 or 21 is not "
                "disclosed on own initiative."},
    .rationale = {"条例所列的类别必须主动公开。改为主动；个别不能公开的内容单列。指引也这样写的不"
                  "报；条文未核实的，只作提示。",
                  "The classes of these articles must be disclosed on own initiative. List single "
                  "contents that can't be by themselves. What the guideline has the same way is "
                  "passed over; what was not verified is a note."},
    .source = {"《政府信息公开条例》第十九条至第二十一条", "条例 articles 19 to 21"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 社会救助
    subtopic: 救助金发放
    elements: [发放名单]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 特定群体（申请人）
    mode: 依申请
    ground: 《中华人民共和国政府信息公开条例》第十五条
    review: "2022-12-31"
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 社会救助
    subtopic: 救助金发放
    elements: [发放名单, {name: 身份证件号码, mode: 不予公开, ground: 《中华人民共和国政府信息公开条例》第十五条, review: "2022-12-31"}]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_item = check,
};

}  // namespace catalog
