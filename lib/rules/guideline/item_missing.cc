#include <algorithm>

#include "rules/demand.h"
#include "rules/omissions.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// An omission whose day has passed is reported by omission-expired, as gravely.
bool is_omitted(const CatalogueView& view, const RowDemand& row) {
  return std::ranges::any_of(view.head.omitted, [&](const Omission& omission) {
    return view.context.demand(omission.guideline.value) == &row;
  });
}

/// Behind the last item.
Place place_of(const CatalogueView& view) {
  const Span span = view.size() ? view.item(view.size() - 1).span : view.head.span;
  return view.place({span.end, span.end});
}

void check(const CatalogueView& view, Reporter& out) {
  // Which rows a resolved list has was settled by the standard and the adoption's exclusions.
  if (!view.guideline || view.resolved()) return;
  for (const RowDemand& row : view.context.demands(*view.guideline)) {
    if (!asks_for(view, row) || !view.uses_of(row).empty() || is_omitted(view, row)) continue;
    const std::string_view cell = view.list ? "levels" : "id";
    Finding& finding = report_demand(
        view, {row, cell, {}}, place_of(view),
        say({"缺少指引要求的事项：{}", "a demanded item is missing: {}"}, item_name(row.row)), out);
    finding.field = "items";
    finding.label = say({"补在这里", "add it here"});
    finding.advice =
        say({"补上该事项（指引: {0}），或在不设说明中写明不设的理由和依据",
             "add the item (guideline: {0}), or say under `omitted` why it is left out"},
            row.reference());
  }
}

constexpr std::string_view kFields[] = {"guideline", "levels", "omitted"};

}  // namespace

extern const Rule item_missing_rule{
    .name = "item-missing",
    .title = {"缺少指引要求的事项", "demanded item missing"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"指引在本级要求的事项，清单或标准里没有，也没有不设说明。",
                "A row that the guideline demands at the unit's level is neither in the list nor "
                "left out with a reason."},
    .rationale =
        {"指引逐项列出必须公开的事项。补上该事项；本单位确无此事项的，在不设说明里写明理由和依据。",
         "A guideline lists what must be disclosed. Add the item, or give the reason for leaving "
         "it out under `omitted`."},
    .source = {"国办发〔2019〕54号附带的各领域基层政务公开标准指引",
               "the ministries' guidelines for the pilot areas (国办发〔2019〕54号)"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104003/social-assistance.yaml
kind: list
domain: social-assistance
unit: "310104003"
version: "2020.1"
items:
  - id: "1"
    guideline: social-assistance/1
    topic: 综合业务
    subtopic: 政策法规文件
    elements: [《社会救助暂行办法》（国务院令第649号）]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: 天平路街道办事处
    channels: [政府网站, 公开查阅点]
    audience: 全社会
    mode: 主动
    levels: [街镇级]
  - id: "6"
    guideline: social-assistance/6
    topic: 最低生活保障
    subtopic: 审批信息
    elements: [低保对象名单及相关信息]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: 天平路街道办事处
    channels: [政府网站, 社区/企事业单位/村公示栏（电子屏）]
    audience: 全社会
    mode: 主动
    levels: [街镇级]
)yaml",
    .good = R"yaml(# file: lists/310104003/social-assistance.yaml
kind: list
domain: social-assistance
unit: "310104003"
version: "2020.1"
items:
  - id: "5"
    guideline: social-assistance/5
    topic: 最低生活保障
    subtopic: 审核信息
    elements: [初审对象名单及相关信息]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内，公示7个工作日
    publisher: 天平路街道办事处
    channels: [社区/企事业单位/村公示栏（电子屏）]
    audience: 全社会
    mode: 主动
    levels: [街镇级]
omitted:
  - {guideline: social-assistance/1, reason: 政策法规文件由区民政局统一公开}
  - {guideline: social-assistance/6, reason: 审批由区民政局办理，街道只作初审}
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
