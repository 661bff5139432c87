#include "model/meaning_digest.h"
#include "model/version_order.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const CatalogueView& view, Reporter& out) {
  if (!view.standard || !view.standard->published.present()) return;
  const Standard& standard = *view.standard;
  const Publication& published = standard.published.get();
  if (published.version.empty() || standard.version.empty()) return;
  const auto order = version_order(standard.version.view(), published.version.view());
  if (order > 0) return;
  // Where versions are equal the digest tells whether the text is still what was published.
  if (order == 0 &&
      published.digest.view() == meaning_digest(standard, view.workspace().vocabulary))
    return;
  Finding& finding =
      out.add(view.place(standard.version.span),
              order < 0 ? say({"版本{}低于已发布的{}", "version {} is lower than the published {}"},
                              standard.version.view(), published.version.view())
                        : say({"{}版已于{}发布，此后内容有改动，版本号没有提高",
                               "version {} was published on {}; the content has changed since, "
                               "the version was not raised"},
                              standard.version.view(), published.on.view()));
  finding.address = view.address;
  finding.field = "version";
  finding.values = {std::string(standard.version.view()), std::string(published.version.view())};
  finding.label = say({"版本", "version"});
  finding.demand = Demand{say({"最近一次发布的版本", "the version last published"}),
                          view.place(published.version.span),
                          {"发布", "publication"}};
  finding.advice =
      say({"动态调整后提高版本号，如改为下一期的“2020.2”；未拟调整的，改回所发布的内容",
           "raise the version with every adjustment, as to \"2020.2\"; if none is "
           "meant, go back to what was published"});
}

constexpr std::string_view kFields[] = {"version", "published"};

}  // namespace

extern const Rule version_not_raised_rule{
    .name = "version-not-raised",
    .title = {"调整后未提高版本号", "version not raised"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"标准发布后内容有改动，版本号仍是所发布的版本或更低。",
                "A standard was changed after its publication, but its version is still the "
                "published one, or a lower one."},
    .rationale = {"同一版本号只能对应一个内容：公众据版本号引用，各区据版本号采用。排版、引号、"
                  "注释和键的语言不算改动。",
                  "One version stands for one content: the public cites it and units adopt it by "
                  "that number. Layout, quotes, comments and the language of the keys don't "
                  "count."},
    .source = {"沪府办〔2020〕20号第三部分：动态调整",
               "沪府办〔2020〕20号, part three: dynamic adjustment"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml head
version: "2020.1"
published:
  url: https://www.shanghai.gov.cn/zwgk/social-assistance.html
  on: "2020-12-31"
  version: "2020.1"
  digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
# file: standards/social-assistance.yaml item 1
    links: [{title: 公开专栏, url: "https://www.shanghai.gov.cn/zwgk/1.html"}]
# file: standards/social-assistance.yaml item 5
    links: [{title: 公开专栏, url: "https://www.shanghai.gov.cn/zwgk/5.html"}]
# file: standards/social-assistance.yaml item 6
    links: [{title: 公开专栏, url: "https://www.shanghai.gov.cn/zwgk/6.html"}]
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml head
version: "2020.2"
published:
  url: https://www.shanghai.gov.cn/zwgk/social-assistance.html
  on: "2020-12-31"
  version: "2020.1"
  digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
# file: standards/social-assistance.yaml item 1
    links: [{title: 公开专栏, url: "https://www.shanghai.gov.cn/zwgk/1.html"}]
# file: standards/social-assistance.yaml item 5
    links: [{title: 公开专栏, url: "https://www.shanghai.gov.cn/zwgk/5.html"}]
# file: standards/social-assistance.yaml item 6
    links: [{title: 公开专栏, url: "https://www.shanghai.gov.cn/zwgk/6.html"}]
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
