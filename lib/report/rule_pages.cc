#include "report/rule_pages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/safe_text.h"
#include "rules/demand.h"
#include "text/columns.h"
#include "text/wrap.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

std::string both(Bilingual text, Lang lang) { return std::string(text.in(lang)); }

std::string severity(const Rule& rule, Lang lang) {
  return both(severity_word(rule.severity), lang);
}

std::string padded(std::string text, uint32_t width) {
  const uint32_t wide = display_width(text);
  if (wide < width) text.append(width - wide, ' ');
  return text;
}

std::string indented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) out += "    " + std::string(text.substr(0, end));
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// The keys that a rule reads, each in both languages: deadline 公开时限.
std::string key_names(const Rule& rule, Lang lang, uint32_t width) {
  std::string out;
  for (std::string_view field : rule.fields) {
    out += (out.empty() ? "" : both({"、", ", "}, lang)) + std::string(field);
    const std::string chinese = field_label(field).in(Lang::Zh);
    if (!chinese.empty()) out += " " + chinese;
  }
  return wrapped(out, width) + "\n";
}

Json json_of(Bilingual text) { return {{"zh", text.zh}, {"en", text.en}}; }

}  // namespace

std::string explain_text(const Rule& rule, Lang lang, bool color, uint32_t width) {
  const auto strong = [&](std::string_view text) { return painted("\x1b[1m", text, color); };
  const auto head = [&](Bilingual text) { return "\n" + strong(text.in(lang)) + "\n"; };
  const auto lines = [&](Bilingual text) { return wrapped(text.in(lang), width) + "\n"; };
  std::string out = strong(rule.name) + "  " + both(rule.title, lang) + "\n";
  out += both(family_word(rule.family), lang) + " · " + severity(rule, lang);
  if (rule.fixes) out += both({" · 可自动修改（--fix）", " · can be mended by --fix"}, lang);
  if (rule.at_build) out += both({" · 由build检查", " · checked by build"}, lang);
  out += "\n\n" + lines(rule.summary);
  out += head({"为什么", "Why"}) + lines(rule.rationale);
  out += head({"来源", "Source"}) + lines(rule.source);
  if (!rule.fields.empty())
    out += head({"涉及的键", "Keys it reads"}) + key_names(rule, lang, width);
  out += head({"错误的例子", "Bad"}) + indented(rule.bad);
  out += head({"正确的例子", "Good"}) + indented(rule.good);
  return out;
}

std::string rules_text(std::span<const Rule* const> rules, Lang lang) {
  uint32_t width = 0;
  for (const Rule* rule : rules) width = std::max(width, display_width(rule->name));
  std::string out;
  const Rule* before = nullptr;
  for (const Rule* rule : rules) {
    if (!before || before->family != rule->family)
      out += (before ? "\n" : "") + both(family_word(rule->family), lang) + "\n";
    out += "  " + padded(std::string(rule->name), width) + "  " + padded(severity(*rule, lang), 7) +
           "  " + both(rule->title, lang) + "\n";
    before = rule;
  }
  return out;
}

std::string rules_json(std::span<const Rule* const> rules) {
  Json out = Json::array();
  for (const Rule* rule : rules) {
    Json fields = Json::array();
    for (std::string_view field : rule->fields) fields.push_back(field);
    out.push_back({{"name", rule->name},
                   {"title", json_of(rule->title)},
                   {"family", family_word(rule->family).en},
                   {"severity", severity_word(rule->severity).en},
                   {"summary", json_of(rule->summary)},
                   {"rationale", json_of(rule->rationale)},
                   {"source", json_of(rule->source)},
                   {"fields", std::move(fields)},
                   {"fixes", rule->fixes},
                   {"at_build", rule->at_build}});
  }
  return out.dump(2) + "\n";
}

std::string rules_markdown(std::span<const Rule* const> rules, Lang lang) {
  std::string out =
      both({"# 规则\n\n本页由各规则的文件生成（`catalog rules --format markdown`）。\n",
            "# Rules\n\nThis page is generated from the rules' own files (`catalog rules --format "
            "markdown`).\n"},
           lang);
  const Rule* before = nullptr;
  for (const Rule* rule : rules) {
    if (!before || before->family != rule->family)
      out += "\n## " + both(family_word(rule->family), lang) + "\n";
    out += "\n### " + std::string(rule->name) + "\n\n**" + both(rule->title, lang) + "** · " +
           severity(*rule, lang);
    if (rule->fixes) out += both({" · 可自动修改", " · has a fix"}, lang);
    if (rule->at_build) out += both({" · 由build检查", " · checked by build"}, lang);
    out += "\n\n" + both(rule->summary, lang) + "\n\n" + both(rule->rationale, lang) + "\n\n";
    out += both({"来源：", "Source: "}, lang) + both(rule->source, lang) + "\n\n";
    out += both({"错误的例子：", "Bad:"}, lang) + "\n\n```yaml\n" + std::string(rule->bad) +
           (rule->bad.ends_with('\n') ? "" : "\n") + "```\n\n";
    out += both({"正确的例子：", "Good:"}, lang) + "\n\n```yaml\n" + std::string(rule->good) +
           (rule->good.ends_with('\n') ? "" : "\n") + "```\n";
    before = rule;
  }
  return out;
}

}  // namespace catalog
