#include "report/sarif_report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "report/sarif_uri.h"
#include "report/version.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMostResults = 25'000;  // that GitHub takes
constexpr size_t kMostShown = 5'000;     // that it shows

/// SARIF has our own three words.
std::string_view sarif_level(Severity severity) { return severity_word(severity).en; }

Json text(std::string_view words) { return {{"text", words}}; }

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
           {"shortDescription", text(rule->title.in(lang))},
           {"fullDescription", text(rule->summary.in(lang))},
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
      : report_(report), rules_(rules), sources_(sources), lang_(lang) {}

  Json result(const Finding& finding) {
    Json out{{"ruleId", finding.rule}};
    if (const auto index = rules_.index(finding.rule)) out["ruleIndex"] = *index;
    out["level"] = sarif_level(finding.severity);
    std::string words = finding.message.in(lang_);
    if (!finding.advice.empty()) words += "\n" + finding.advice.in(lang_);
    out["message"] = text(words);
    const Symbol file = report_.file_of(finding);
    if (!file.empty()) out["locations"] = Json::array({location({file, finding.place.span})});
    out["partialFingerprints"] = {{"catalog/v1", fingerprint_text(finding.fingerprint)}};
    if (finding.demand && !finding.demand->place.file.empty()) {
      Json related = location(finding.demand->place);
      related["id"] = 1;
      related["message"] = text(finding.demand->text.in(lang_));
      out["relatedLocations"] = Json::array({std::move(related)});
    }
    if (finding.fix && sources_.open(finding.place.file))
      out["fixes"] = Json::array({fix(finding)});
    return out;
  }

 private:
  Json region(const Place& place) {
    const PrintedPlace at = printed_place(sources_, place);
    if (at.line == 0) return {{"startLine", 1}};
    return {{"startLine", at.line},
            {"startColumn", at.column},
            {"endLine", at.end_line},
            {"endColumn", at.end_column}};
  }
  const Json& artifact(Symbol file) {
    Json& known = artifacts_[file];
    if (known.is_null()) {
      const SarifUri at = sarif_uri(sources_.files(), std::string(file.view()));
      known["uri"] = at.uri;
      if (at.relative) known["uriBaseId"] = "SRCROOT";
    }
    return known;
  }
  Json location(const Place& place) {
    return {{"physicalLocation",
             {{"artifactLocation", artifact(place.file)}, {"region", region(place)}}}};
  }
  Json fix(const Finding& finding) {
    Json replacements = Json::array();
    for (const Edit& edit : finding.fix->edits) {
      replacements.push_back({{"deletedRegion", region({finding.place.file, edit.span})},
                              {"insertedContent", text(edit.text)}});
    }
    return {{"description", text(finding.fix->description.in(lang_))},
            {"artifactChanges", Json::array({{{"artifactLocation", artifact(finding.place.file)},
                                              {"replacements", std::move(replacements)}}})}};
  }

  const Report& report_;
  const RuleList& rules_;
  Sources& sources_;
  Lang lang_;
  std::unordered_map<Symbol, Json> artifacts_;
};

/// At most so many as GitHub takes; the gravest first where it will not show all.
std::vector<const Finding*> chosen(const Report& report) {
  std::vector<const Finding*> out = report.shown;
  if (out.size() <= kMostShown) return out;
  std::ranges::stable_sort(
      out, [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  if (out.size() > kMostResults) out.resize(kMostResults);
  return out;
}

/// What a reader of the file must know who sees fewer results than there are.
Json notifications(size_t given, size_t found, Lang lang) {
  Json out = Json::array();
  const auto add = [&](const Message& words) {
    out.push_back({{"level", "warning"}, {"message", text(words.in(lang))}});
  };
  if (given < found)
    add(say({"共有{}个结果，只列出{}个，先列最严重的",
             "{} results; only {} are given, the gravest first"},
            found, given));
  if (given > kMostShown)
    add(say({"GitHub只显示前{}个结果；已按严重程度排列",
             "GitHub shows only the first {} results; they are sorted by severity"},
            kMostShown));
  return out;
}

}  // namespace

std::string sarif_report(const Report& report, Sources& sources, Lang lang) {
  const RuleList rules(lang);
  const auto results = chosen(report);
  const Json driver{{"name", "catalog"},
                    {"version", kVersion},
                    {"semanticVersion", kVersion},
                    {"rules", rules.rules()}};
  Json invocation{{"executionSuccessful", true}};
  Json said = notifications(results.size(), report.validation.findings.size(), lang);
  if (!said.empty()) invocation["toolExecutionNotifications"] = std::move(said);
  std::string out =
      "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
      "\"runs\": [{\n";
  out += " \"tool\": {\"driver\": " + driver.dump(-1, ' ', false, Json::error_handler_t::replace) +
         "},\n \"columnKind\": \"unicodeCodePoints\",\n";
  out +=
      " \"originalUriBaseIds\": {\"SRCROOT\": {\"description\": {\"text\": \"the folder in which "
      "the command ran\"}}},\n";
  out += " \"invocations\": [" + invocation.dump() + "],\n \"results\": [";
  ResultWriter writer(report, rules, sources, lang);
  const char* separator = "\n  ";
  for (const Finding* finding : results) {
    out += separator + writer.result(*finding).dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n  ";
  }
  return out + (results.empty() ? "]\n}]}\n" : "\n ]\n}]}\n");
}

}  // namespace catalog
