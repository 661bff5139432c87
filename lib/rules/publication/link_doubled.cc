#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// An address without the / at its end, which does not change the page.
std::string_view page_of(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

void check(const ItemView& view, Reporter& out) {
  const std::vector<Link>& links = view.item.links;
  for (size_t i = 1; i < links.size(); i++) {
    if (links[i].url.empty()) continue;
    for (size_t k = 0; k < i; k++) {
      if (page_of(links[k].url.view()) != page_of(links[i].url.view())) continue;
      Finding& finding = report_item(
          view, "links", view.place(links[i].url.span),
          say({"网址{}在本事项中重复", "the address {} is given twice"}, links[i].url.view()), out);
      finding.values.emplace_back(links[i].url.view());
      finding.advice = say({"留下一个，或改为另一页的网址", "keep one, or give the other page"});
      break;
    }
  }
}

constexpr std::string_view kFields[] = {"links"};

}  // namespace

extern const Rule link_doubled_rule{
    .name = "link-doubled",
    .title = {"网址重复", "link doubled"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"同一事项两次写了同一网址。", "An item gives the same address twice."},
    .rationale = {"重复的网址多半是粘贴时忘了改，公众找不到另一份信息。",
                  "An address given twice is mostly one that was pasted and not changed."},
    .source = {"沪府办〔2020〕20号：事项要有链接", "沪府办〔2020〕20号: items have links"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    links: [{title: 低保审批公示, url: "https://www.xuhui.gov.cn/a"}, {title: 低保标准, url: "https://www.xuhui.gov.cn/a/"}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    links: [{title: 低保审批公示, url: "https://www.xuhui.gov.cn/a"}, {title: 低保标准, url: "https://www.xuhui.gov.cn/b"}]
)yaml",
    .check_item = check,
};

}  // namespace catalog
