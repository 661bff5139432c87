#include "rules/confirmation.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// What the state says and the records do not bear out.
std::optional<Message> contradiction(const Standard& standard) {
  const StandardState state = state_of(standard);
  const bool recorded = standard.confirmed.present() && !standard.confirmed->by.empty();
  if (state == StandardState::Confirmed && !recorded)
    return say({"状态为“确认”，没有确认记录", "its state is confirmed, without a record of it"});
  if (state != StandardState::Confirmed && recorded)
    return say({"有确认记录，状态却是“{}”", "it has a record of its confirmation, but is “{}”"},
               state_word(state));
  if (state == StandardState::Returned && standard.opinion.empty())
    return say({"状态为“退回”，没有写意见", "it was returned, without an opinion"});
  return std::nullopt;
}

void check(const CatalogueView& view, Reporter& out) {
  if (!view.standard) return;
  auto wrong = contradiction(*view.standard);
  if (!wrong) return;
  const Text& state = view.standard->state;
  Finding& finding = out.add(view.place(state.empty() ? view.standard->domain.span : state.span),
                             std::move(*wrong));
  finding.address = view.address;
  finding.field = "state";
  finding.label = say({"状态", "state"});
  finding.advice = say({"用 catalog confirm 改状态，不要手写",
                        "let catalog confirm change the state instead of writing it by hand"});
}

constexpr std::string_view kFields[] = {"state", "confirmed", "opinion"};

}  // namespace

extern const Rule standard_state_rule{
    .name = "standard-state",
    .title = {"状态与记录不符", "state against its records"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary =
        {"状态为确认而没有确认记录，有确认记录而状态不是确认，或退回而没有意见。",
         "A standard is confirmed without a record of it, has a record and another state, or "
         "was returned without an opinion."},
    .rationale = {"状态和记录由 catalog confirm 一起写，手写容易漏掉一半。",
                  "catalog confirm writes state and record together; by hand half of it is easily "
                  "forgotten."},
    .source = {"《文件格式》：标准目录的状态、意见和确认",
               "the file formats: state, opinion and confirmed of standards"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml head
state: 退回
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml head
state: 退回
opinion: 第6项的公示期应为7个工作日
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
