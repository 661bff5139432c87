#include "report/impact_words.h"

#include <array>

namespace catalog {

namespace {

constexpr size_t kMostNames = 6;

/// How many rows name each level: 市级2项、区级8项.
Phrase rows_by_level(const Impact& impact) {
  const Vocabulary& vocabulary = impact.after.workspace->vocabulary;
  std::string zh, en;
  for (const Level level : {Level::City, Level::District, Level::Street}) {
    size_t count = 0;
    for (const Row& row : impact.guideline().items)
      count += vocabulary.levels(row.levels).has(level);
    if (count == 0) continue;
    const std::string name(vocabulary.level_name(level));
    zh += (zh.empty() ? "" : "、") + name + std::to_string(count) + "项";
    en += (en.empty() ? "" : ", ") + name + " " + std::to_string(count);
  }
  return {zh, en};
}

}  // namespace

std::vector<ImpactUnit> impact_units(const std::vector<Finding>& findings, Ownership& ownership) {
  std::map<std::pair<size_t, std::string>, ImpactUnit> units;
  for (const Finding& finding : findings) {
    const Owner owner = ownership.of(finding);
    ImpactUnit& unit = units[{owner.unit_order, owner.unit_name}];
    unit.code = owner.unit;
    unit.name = owner.unit_name;
    unit.findings.push_back(&finding);
  }
  std::vector<ImpactUnit> out;
  for (auto& [key, unit] : units) out.push_back(std::move(unit));
  return out;
}

Message impact_head(const Impact& impact) {
  if (impact.old_file.empty()) {
    return say(
        {"{0}：{1}（这一领域现在没有指引）", "{0}: {1} (the domain has no guideline so far)"},
        impact.name, impact.new_file);
  }
  return say({"{0}：{1} 替代 {2}", "{0}: {1} in the place of {2}"}, impact.name, impact.new_file,
             impact.old_file);
}

Bilingual strictness_word(ChangeClass of) {
  switch (of) {
    case ChangeClass::Widened:
      return {"更严", "stricter"};
    case ChangeClass::Narrowed:
      return {"更宽", "looser"};
    case ChangeClass::Changed:
      return {"不同", "other"};
    case ChangeClass::Editorial:
      break;
  }
  return {"文字", "wording"};
}

Message counts_words(const std::vector<const Finding*>& findings) {
  std::array<size_t, 4> counts{};
  for (const Finding* finding : findings) counts[static_cast<size_t>(finding->severity)]++;
  return say({"错误{}，警告{}，提示{}", "errors: {}, warnings: {}, notes: {}"},
             counts[static_cast<size_t>(Severity::Error)],
             counts[static_cast<size_t>(Severity::Warning)],
             counts[static_cast<size_t>(Severity::Note)]);
}

Message impact_summary(const Impact& impact) {
  const ValidationSummary& s = impact.after.summary;
  return say(
      {"新增问题：错误{}，警告{}，提示{}；可消除的问题{}。涉及清单和标准目录{}个，"
       "由标准得出目录的单位{}个。",
       "new findings: errors {}, warnings {}, notes {}; findings settled: {}. Lists and "
       "standards of the domain: {}, units with a catalogue resolved from the standard: {}."},
      s.errors, s.warnings, s.notes, impact.settled.size(), impact.catalogues, impact.units);
}

Message units_words(const Impact& impact, const Finding& finding) {
  const auto use = impact.uses.find(finding.fingerprint);
  if (use == impact.uses.end() || use->second.units.empty()) return {};
  const auto& units = use->second.units;
  std::string names;
  for (size_t i = 0; i < std::min(units.size(), kMostNames); i++)
    names += (names.empty() ? "" : "、") + std::string(units[i]->name.view());
  if (units.size() > kMostNames) names += "…";
  return say({"{}个单位的目录带有此处：{}", "in the catalogues of {} units: {}"}, units.size(),
             names);
}

Message was_words(const Impact& impact, const Finding& finding) {
  const auto use = impact.uses.find(finding.fingerprint);
  if (use == impact.uses.end() || !use->second.was) return {};
  return say({"现为{}", "a {} today"}, Phrase(severity_word(*use->second.was)));
}

Message needs_words(const Impact& impact) {
  if (impact.catalogues > 0) return {};
  return say({"这一领域还没有清单和标准目录。新指引有{0}项：{1}。指引放入工作区后，用 catalog new "
              "--domain {2} --unit 单位 建立清单。",
              "The domain has no list or standard yet. The guideline has {0} rows: {1}. Once it is "
              "in the workspace, catalog new --domain {2} --unit UNIT makes a list."},
             impact.guideline().items.size(), rows_by_level(impact), impact.domain.view());
}

}  // namespace catalog
