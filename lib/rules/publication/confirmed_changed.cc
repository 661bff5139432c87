#include "rules/confirmation_edit.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const CatalogueView& view, Reporter& out) {
  if (!view.standard) return;
  const Standard& standard = *view.standard;
  if (!is_changed_since_confirmed(standard, view.workspace().vocabulary)) return;
  const Confirmation& confirmed = standard.confirmed.get();
  Finding& finding =
      confirmed.document.empty()
          ? out.add(view.place(confirmed.digest.span),
                    say({"标准于{}确认，此后内容有改动",
                         "the standard was confirmed on {} and has been changed since"},
                        confirmed.on.view()))
          : out.add(view.place(confirmed.digest.span),
                    say({"标准于{}以{}确认，此后内容有改动",
                         "the standard was confirmed on {} by {} and has been changed since"},
                        confirmed.on.view(), confirmed.document.view()));
  finding.address = view.address;
  finding.field = "confirmed.digest";
  finding.label = say({"所确认内容的摘要值", "digest of what was confirmed"});
  finding.advice =
      say({"改回所确认的内容；确需改动的，用 catalog confirm {} --reopen 恢复征求意见，"
           "再送审、确认",
           "go back to what was confirmed, or open it with catalog confirm {} "
           "--reopen, submit it and have it confirmed anew"},
          view.head.domain.view());
}

constexpr std::string_view kFields[] = {"confirmed", "digest"};

}  // namespace

extern const Rule confirmed_changed_rule{
    .name = "confirmed-changed",
    .title = {"确认后有改动", "changed since confirmed"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"标准目录的内容与所确认的不同。",
                "A standard says something else than what was confirmed."},
    .rationale = {"确认的是内容：排版、引号、注释和键的语言不算改动，其余改动须重新送审、确认。",
                  "What is confirmed is the meaning: layout, quotes, comments and the language of "
                  "the keys don't count; any other change must be submitted and confirmed anew."},
    .source = {"沪府办〔2020〕20号第三部分：标准确认",
               "沪府办〔2020〕20号, part three: confirmation"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml head
state: 确认
confirmed:
  by: 上海市民政局
  on: "2020-12-01"
  document: 沪民办〔2020〕31号
  digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml head
state: 确认
confirmed:
  by: 上海市民政局
  on: "2020-12-01"
  document: 沪民办〔2020〕31号
  digest: sha256:7a8d9711cefb359e6a2f5e285019b890346f5ff0de8da3271c284f335d27b368
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
