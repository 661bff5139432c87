#include <algorithm>

#include "rules/demand.h"
#include "rules/omissions.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

Finding& report(Place place, const Text& what, const Text& until, Reporter& out) {
  Finding& finding =
      out.add(place, say({"“{}”的不设说明已于{}到期", "the omission of “{}” ended on {}"},
                         what.view(), until.view()));
  finding.values.emplace_back(what.view());
  finding.label = say({"截止", "until"});
  finding.advice =
      say({"补上该事项，或重新写明理由和截止日期", "add it, or give a reason and a new day"});
  return finding;
}

void check_catalogue(const CatalogueView& view, Reporter& out) {
  for (const Omission& omission : view.head.omitted) {
    if (!is_over(omission.until, view.context.as_of())) continue;
    Finding& finding =
        report(view.place(omission.until.span), omission.guideline, omission.until, out);
    finding.address = view.address;
    finding.field = "omitted";
    // The row is missing again where it is asked for; what was not verified is a note.
    const RowDemand* row = view.context.demand(omission.guideline.value);
    const bool missing = row && asks_for(view, *row) && view.uses_of(*row).empty();
    if (!missing) finding.severity = lowered(finding.severity);
    if (missing && !row->verified(view.list ? "levels" : "id"))
      finding.severity = std::min(finding.severity, Severity::Note);
  }
}

void check_workspace(const RuleContext& context, Reporter& out) {
  const WorkspaceFile& config = context.workspace().config;
  for (const DomainEntry& entry : config.domains) {
    if (!is_over(entry.until, context.as_of())) continue;
    Finding& finding = report({config.file, entry.until.span}, entry.domain, entry.until, out);
    finding.field = "domains";
    finding.severity = lowered(finding.severity);
  }
}

constexpr std::string_view kFields[] = {"omitted", "domains", "until"};

}  // namespace

extern const Rule omission_expired_rule{
    .name = "omission-expired",
    .title = {"不设说明已到期", "omission expired"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"不设说明（或领域的不设）写明的截止日期已过。",
                "The day until which a row or a domain is left out has passed."},
    .rationale = {"写明截止的，到期要重新考虑，理由不再成立：本级应有的事项就缺少了。补上事项，或重"
                  "新写明理由"
                  "和新的截止日期。领域的不设到期，以及本级不要求的，是警告。",
                  "The reason holds until that day; then an item that is demanded at this level "
                  "is missing. Add it, or give a reason and a new day. Of domains, and of rows "
                  "that are not demanded here, this is a warning."},
    .source = {"《文件格式》：不设说明的截止", "the file formats: `until` of omissions"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104003/social-assistance.yaml
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
  - {guideline: social-assistance/1, reason: 由区民政局统一公开, until: "2020-06-30"}
  - {guideline: social-assistance/6, reason: 由区民政局统一公开}
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
  - {guideline: social-assistance/1, reason: 由区民政局统一公开, until: "2021-06-30"}
  - {guideline: social-assistance/6, reason: 由区民政局统一公开}
)yaml",
    .check_catalogue = check_catalogue,
    .check_workspace = check_workspace,
};

}  // namespace catalog
