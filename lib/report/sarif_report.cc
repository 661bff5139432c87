#include "report/sarif_report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "report/sarif_parts.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

/// SARIF has our own three words.
std::string_view sarif_level(Severity severity) { return severity_word(severity).en; }

std::string sentence(Bilingual words, Lang lang) { return std::string(words.in(lang)); }

/// Why a rule is there, what demands it and an example, without marks.
std::string help_text(const Rule& rule, Lang lang) {
  return sentence(rule.rationale, lang) + "\n" + say({"来源：", "Source: "}).in(lang) +
         sentence(rule.source, lang);
}

/// The same for a page: with a bad and a good example.
std::string help_markdown(const Rule& rule, Lang lang) {
  std::string out = sentence(rule.summary, lang) + "\n\n" + sentence(rule.rationale, lang) +
                    "\n\n**" + say({"来源", "Source"}).in(lang) +
                    "**: " + sentence(rule.source, lang) + "\n";
  const auto example = [&](Bilingual title, std::string_view words) {
    if (words.empty()) return;
    out += "\n**" + sentence(title, lang) + "**\n\n````yaml\n" + std::string(words);
    if (!words.ends_with('\n')) out += '\n';
    out += "````\n";
  };
  example({"会报告", "Reported"}, rule.bad);
  example({"不报告", "Not reported"}, rule.good);
  return out;
}

/// The tool's rules and the index of each.
class RuleList {
 public:
  explicit RuleList(Lang lang) {
    for (const Rule* rule : all_rules()) {
      index_[rule->name] = rules_.size();
      rules_.push_back(
          {{"id", rule->name},
           {"name", rule->title.in(lang)},
           {"shortDescription", sarif_text(rule->title.in(lang))},
           {"fullDescription", sarif_text(rule->summary.in(lang))},
           {"help", {{"text", help_text(*rule, lang)}, {"markdown", help_markdown(*rule, lang)}}},
           {"defaultConfiguration", {{"level", sarif_level(rule->severity)}}},
           {"properties", {{"tags", Json::array({family_word(rule->family).en})}}}});
    }
  }
  const Json& rules() const { return rules_; }
  std::optional<size_t> index(std::string_view name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  Json rules_ = Json::array();
  std::map<std::string_view, size_t> index_;
};

class ResultWriter {
 public:
  ResultWriter(const Report& report, const RuleList& rules, Sources& sources, Lang lang)
      : report_(report), rules_(rules), sources_(sources), places_(sources), lang_(lang) {}

  Json result(const Finding& finding) {
    Json out{{"ruleId", finding.rule}};
    if (const auto index = rules_.index(finding.rule)) out["ruleIndex"] = *index;
    out["level"] = sarif_level(finding.severity);
    std::string words = finding.message.in(lang_);
    if (!finding.advice.empty()) words += "\n" + finding.advice.in(lang_);
    out["message"] = sarif_text(words);
    const Symbol file = report_.file_of(finding);
    if (!file.empty())
      out["locations"] = Json::array({places_.location({file, finding.place.span})});
    out["partialFingerprints"] = {{"catalog/v1", fingerprint_text(finding.fingerprint)}};
    if (finding.demand && !finding.demand->place.file.empty()) {
      Json related = places_.location(finding.demand->place);
      related["id"] = 1;
      related["message"] = sarif_text(finding.demand->text.in(lang_));
      out["relatedLocations"] = Json::array({std::move(related)});
    }
    if (finding.fix && sources_.open(finding.place.file))
      out["fixes"] = Json::array({fix(finding)});
    return out;
  }

 private:
  Json fix(const Finding& finding) {
    Json replacements = Json::array();
    for (const Edit& edit : finding.fix->edits) {
      replacements.push_back({{"deletedRegion", places_.region({finding.place.file, edit.span})},
                              {"insertedContent", sarif_text(edit.text)}});
    }
    return {{"description", sarif_text(finding.fix->description.in(lang_))},
            {"artifactChanges",
             Json::array({{{"artifactLocation", places_.artifact(finding.place.file)},
                           {"replacements", std::move(replacements)}}})}};
  }

  const Report& report_;
  const RuleList& rules_;
  Sources& sources_;
  SarifPlaces places_;
  Lang lang_;
};

/// At most so many as GitHub takes; the gravest first where it will not show all.
std::vector<const Finding*> chosen(const Report& report) {
  std::vector<const Finding*> out = report.shown;
  if (out.size() <= kMostSarifShown) return out;
  std::ranges::stable_sort(
      out, [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  if (out.size() > kMostSarifResults) out.resize(kMostSarifResults);
  return out;
}

}  // namespace

std::string sarif_report(const Report& report, Sources& sources, Lang lang) {
  const RuleList rules(lang);
  const auto results = chosen(report);
  ResultWriter writer(report, rules, sources, lang);
  std::vector<std::string> written;
  for (const Finding* finding : results) written.push_back(sarif_line(writer.result(*finding)));
  return sarif_file(rules.rules(),
                    sarif_notifications(results.size(), report.validation.findings.size(), lang),
                    written);
}

}  // namespace catalog
