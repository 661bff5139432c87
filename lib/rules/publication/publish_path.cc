#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"domain", "unit"};

}  // namespace

extern const Rule publish_path_rule{
    .name = "publish-path",
    .title = {"目录没有自己的发布位置", "no place of its own to publish to"},
    .family = Family::Publication,
    .severity = Severity::Error,
    .summary = {"领域或单位的代号不能用作文件名，或两份目录要写到同一处。",
                "The slug of a domain or unit can't be the name of a file, or two catalogues would "
                "be written to one place."},
    .rationale = {"发布的文件以领域和单位的代号为名，index和catalogue留给总表。改用小写字母、数字和"
                  "连字符的代号，各不相同。",
                  "Published files are named by domain and unit; index and catalogue are kept for "
                  "the whole. Use different slugs of lower-case letters, digits and hyphens."},
    .source = {"《文件格式》：领域和单位的代号", "the file formats: slugs of domains and units"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/index.yaml
kind: standard
domain: index
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    elements: [监督电话]
    basis: [《社会救助暂行办法》（国务院令第649号）]
    deadline: 信息形成之日起10个工作日内
    publisher: <区>民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: standards/social-affairs.yaml
kind: standard
domain: social-affairs
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    elements: [监督电话]
    basis: [《社会救助暂行办法》（国务院令第649号）]
    deadline: 信息形成之日起10个工作日内
    publisher: <区>民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .at_build = true,
};

}  // namespace catalog
