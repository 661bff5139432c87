#include <optional>

#include "model/content.h"
#include "model/date.h"
#include "rules/problems.h"

namespace catalog {

namespace {

/// Dates written in another way that can mean one day only: 2020年6月30日, 2020/6/30, 2020.6.30.
std::optional<std::string> as_date(std::string text) {
  for (char& c : text) {
    if (c == '/' || c == '.') c = '-';
  }
  if (const auto date = Date::parse(text)) return date->iso();
  int part[3] = {0, 0, 0};
  size_t at = 0;
  for (const char c : text) {
    if (c == '-') {
      if (++at > 2) return std::nullopt;
    } else if (c < '0' || c > '9' || part[at] > 9999) {
      return std::nullopt;
    } else {
      part[at] = part[at] * 10 + (c - '0');
    }
  }
  if (part[0] < 1000) return std::nullopt;
  const auto date =
      Date::of(part[0], static_cast<unsigned>(part[1]), static_cast<unsigned>(part[2]));
  return date ? std::optional(date->iso()) : std::nullopt;
}

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::ValueMalformed, [&](const Problem& problem) {
    const Message demand = content_demand(*problem.field);
    Finding& finding = report_problem(
        file, problem,
        say({"“{}”的值“{}”不对，应为{}", "the value “{1}” of “{0}” is not right; wanted is {2}"},
            key_phrase(file, *problem.field), problem.given,
            Phrase(demand.in(Lang::Zh), demand.in(Lang::En))),
        out);
    finding.label = say({"{}", "{}"}, problem.field->key);
    if (!problem.suggestion.empty()) {
      finding.advice = say({"是否应为“{}”？", "did you mean “{}”?"}, problem.suggestion);
      finding.fix = replacement(problem, problem.suggestion, false);
    } else if (problem.field->content == Content::Date) {
      if (const auto date = as_date(problem.given)) {
        finding.advice = say({"改为“{}”", "write “{}”"}, *date);
        finding.fix = replacement(problem, *date, true);
      }
    }
  });
}

constexpr std::string_view kFields[] = {"id", "guideline", "review", "url", "effective", "until"};

}  // namespace

extern const Rule value_malformed_rule{
    .name = "value-malformed",
    .title = {"值的格式不对", "malformed value"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"日期、编号、版本、网址等不合规定的格式，或不是规定的用词。",
                "A date, id, version, address or fixed word is not written as it must be."},
    .rationale = {"格式不对的值无法比较和引用。",
                  "What is not in its form can be neither compared nor referred to."},
    .source = {"《文件格式》：字段表", "the file formats: the field table"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    review: 2021/6/30
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    review: "2021-06-30"
)yaml",
    .check_file = check,
};

}  // namespace catalog
