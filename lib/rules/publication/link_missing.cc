#include "rules/law_limits.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const Standard* standard = view.catalogue.standard;
  if (!standard || !standard->published.present()) return;
  if (!view.item.links.empty() || !is_active(view)) return;
  Finding& finding =
      report_item(view, "links", view.end(),
                  say({"已公布的事项没有公开网址", "an item that is published has no link"}), out);
  finding.advice = say({"补上信息所在网页的网址", "give the page where the information is"});
}

constexpr std::string_view kFields[] = {"links", "published", "mode"};

}  // namespace

extern const Rule link_missing_rule{
    .name = "link-missing",
    .title = {"已公布的事项没有网址", "published item without a link"},
    .family = Family::Publication,
    .severity = Severity::Note,
    .summary = {"标准已公布，主动公开的事项还没有链接到信息本身。",
                "A standard is published, but an item of it that is open does not lead to the "
                "information."},
    .rationale = {"目录公布时，每一事项要能点到信息本身；空白栏目是检查中扣分的项目。",
                  "In a published catalogue each item leads to its information; blank columns "
                  "count in inspections."},
    .source = {"沪府办〔2020〕20号第三部分：事项要有链接；政务公开检查：空白栏目",
               "沪府办〔2020〕20号, part three: items have links; inspections: blank columns"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml
kind: standard
domain: social-assistance
version: "2020.1"
published: {url: "https://www.sh.gov.cn/a", on: "2020-12-01", digest: "0"}
items:
  - id: "1"
    guideline: social-assistance/1
    topic: 综合业务
    subtopic: 政策法规文件
    elements: [《社会救助暂行办法》（国务院令第649号）]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 制定或获取信息之日起10个工作日内
    publisher: {区级: <区>民政局, 街镇级: <街镇>}
    channels: [政府网站, 公开查阅点]
    audience: 全社会
    mode: 主动
    levels: [区级, 街镇级]
omitted:
  - {guideline: social-assistance/5, reason: 待上级明确}
  - {guideline: social-assistance/6, reason: 待上级明确}
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml
kind: standard
domain: social-assistance
version: "2020.1"
published: {url: "https://www.sh.gov.cn/a", on: "2020-12-01", digest: "0"}
items:
  - id: "1"
    guideline: social-assistance/1
    topic: 综合业务
    subtopic: 政策法规文件
    elements: [《社会救助暂行办法》（国务院令第649号）]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 制定或获取信息之日起10个工作日内
    publisher: {区级: <区>民政局, 街镇级: <街镇>}
    channels: [政府网站, 公开查阅点]
    audience: 全社会
    mode: 主动
    levels: [区级, 街镇级]
    links: [{title: 政策法规文件, url: "https://www.sh.gov.cn/a/1"}]
omitted:
  - {guideline: social-assistance/5, reason: 待上级明确}
  - {guideline: social-assistance/6, reason: 待上级明确}
)yaml",
    .check_item = check,
};

}  // namespace catalog
