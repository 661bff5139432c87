#include <map>
#include <set>

#include "model/field_relation.h"
#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_review.h"

namespace catalog {

namespace {

/// One change and field that narrow items: the first of these, which all, and what is lost there.
struct Narrowing {
  std::string item;
  std::set<std::string> items;
  FieldDifference lost;
};

void report(const Adoption& adoption, const AdoptionSet& set, std::string_view field,
            const Narrowing& narrowing, Reporter& out) {
  const FieldDifference& lost = narrowing.lost;
  Finding& finding = report_set(
      adoption, set, field, set.to->span,
      say({"比标准宽松：{0}等{1}个事项的{2}由“{3}”改为“{4}”",
           "narrower than the standard: {0} ({1} items), {2}: “{3}” becomes “{4}”"},
          narrowing.item, narrowing.items.size(), Phrase(record_info<Item>()->field(field)->key),
          lost.before_words.empty() ? lost.before : lost.before_words,
          lost.after_words.empty() ? lost.after : lost.after_words),
      out);
  if (!lost.certain) finding.severity = Severity::Warning;
  finding.values.push_back(lost.before);
  finding.values.push_back(lost.after);
  finding.advice = say({"改为不低于标准，或在这一处写偏离说明（规则: set-narrower）",
                        "give no less than the standard, or write a deviation beside it (rules: "
                        "set-narrower)"});
}

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  const Knowledge knowledge{workspace.vocabulary, workspace.calendar, workspace.legal};
  for (const Adoption& adoption : workspace.adoptions) {
    std::map<std::pair<const AdoptionSet*, std::string_view>, Narrowing> found;
    each_set_use(workspace, adoption, context.as_of(), [&](const SetUse& use) {
      Item before = use.before;
      keep_level(workspace, use.level, before);
      Item after = before;
      apply_change(workspace, use.set, use.level, after);
      for (const size_t field : changed_fields(workspace, use.set, use.level)) {
        const std::string_view key = record_info<Item>()->fields[field].key.en;
        for (const FieldDifference& part : relate_field(key, before, after, knowledge).parts) {
          if (part.relation != FieldRelation::Narrower) continue;
          Narrowing& narrowing = found[{&use.set, key}];
          const std::string item =
              std::string(use.domain.view()) + "/" + std::string(use.id.view());
          if (narrowing.items.empty()) {
            narrowing.item = item;
            narrowing.lost = part;
          }
          narrowing.items.insert(item);
          break;
        }
      }
    });
    for (const auto& [what, narrowing] : found)
      report(adoption, *what.first, what.second, narrowing, out);
  }
}

constexpr std::string_view kFields[] = {"set", "to"};

}  // namespace

extern const Rule set_narrower_rule{
    .name = "set-narrower",
    .title = {"本地调整比标准宽松", "local change narrower than the standard"},
    .family = Family::Consistency,
    .severity = Severity::Error,
    .summary = {"“本地调整”使公众得到的比标准少，又没有偏离说明。",
                "A local change gives the public less than the standard, without a deviation."},
    .rationale = {"标准是全市的底线。改为不低于标准，或在这一处写偏离说明（规则写 "
                  "set-narrower），经批准后生效。",
                  "The standard is the whole city's floor. Set a value that gives no less, or "
                  "write a deviation there (rules: set-narrower) and have it approved."},
    .source = {"沪府办〔2020〕20号第三部分：标准确认",
               "沪府办〔2020〕20号, part three: confirmed standards"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
set:
  - match: {domain: social-assistance, id: "6"}
    to: {deadline: 制定或获取信息之日起15个工作日内}
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
set:
  - match: {domain: social-assistance, id: "6"}
    to: {deadline: 制定或获取信息之日起15个工作日内}
    deviation:
      - rules: [set-narrower]
        reason: 低保对象名单须经居民委员会核对
        approved: {by: 上海市民政局, on: "2020-12-01"}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
