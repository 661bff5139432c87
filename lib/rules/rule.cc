#include "rules/rule.h"

#include "text/normal.h"
#include "text/similarity.h"

namespace catalog {

Bilingual family_word(Family family) {
  switch (family) {
    case Family::Form:
      return {"格式", "form"};
    case Family::Guideline:
      return {"指引", "guideline"};
    case Family::Reference:
      return {"引用", "reference"};
    case Family::Consistency:
      return {"一致", "consistency"};
    case Family::Law:
      return {"法律", "law"};
    case Family::Text:
      return {"文字", "text"};
    case Family::Publication:
      break;
  }
  return {"发布", "publication"};
}

Finding& Reporter::add(Place place, Message message) {
  Finding& finding = out_.emplace_back();
  finding.rule = rule_.name;
  finding.severity = severity_;
  finding.place = place;
  finding.message = std::move(message);
  return finding;
}

const Rule* find_rule(std::string_view name_or_title) {
  const std::string_view name = trim(name_or_title);
  for (const Rule* rule : all_rules()) {
    if (rule->name == name || rule->title.zh == name || rule->title.en == name) return rule;
  }
  return nullptr;
}

std::optional<std::string_view> similar_rule(std::string_view name_or_title) {
  std::vector<std::string_view> names, titles;
  for (const Rule* rule : all_rules()) {
    names.push_back(rule->name);
    titles.push_back(rule->title.zh);
  }
  const auto meant = did_you_mean(name_or_title, names);
  return meant ? meant : did_you_mean(name_or_title, titles);
}

}  // namespace catalog
