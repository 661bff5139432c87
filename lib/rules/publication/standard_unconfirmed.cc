#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const CatalogueView& view, Reporter& out) {
  if (!view.standard) return;
  const Standard& standard = *view.standard;
  if (standard.confirmed.present() && !standard.confirmed->by.empty()) return;
  const Text& own = standard.effective;
  const Text& day = own.empty() ? view.workspace().config.effective : own;
  const auto effective = Date::parse(day.view());
  if (!effective || view.context.as_of() < *effective) return;
  const std::string_view state = standard.state.empty() ? "征求意见" : standard.state.view();
  Finding& finding = out.add(
      view.place(standard.state.empty() ? standard.domain.span : standard.state.span),
      say({"本版自{}施行，标准仍未确认（{}）", "in force since {}, but not confirmed yet ({})"},
          day.view(), state));
  finding.address = view.address;
  finding.field = "state";
  finding.label = say({"状态", "state"});
  finding.advice = say({"送审，由牵头部门确认：catalog confirm {}",
                        "submit it and have the department confirm it: catalog confirm {}"},
                       standard.domain.view());
}

constexpr std::string_view kFields[] = {"state", "confirmed", "effective"};

}  // namespace

extern const Rule standard_unconfirmed_rule{
    .name = "standard-unconfirmed",
    .title = {"标准施行后仍未确认", "standard unconfirmed"},
    .family = Family::Publication,
    .severity = Severity::Note,
    .summary = {"版本已到生效日期，标准目录还没有确认记录。",
                "The version is in force, but the standard has no record of its confirmation."},
    .rationale = {"标准由牵头部门确认后才可公布。写明确认的单位、日期和文号。",
                  "A standard is published when its department has confirmed it. Record by whom, "
                  "when and by which document."},
    .source = {"沪府办〔2020〕20号第三部分：标准确认",
               "沪府办〔2020〕20号, part three: confirmation"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml head
effective: "2020-12-31"
)yaml",
    .good = R"yaml(# file: catalog.yaml head
effective: "2021-12-31"
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
