#include "report/sarif_report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "report/version.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMostResults = 25'000;

/// SARIF has our own three words.
std::string_view sarif_level(Severity severity) { return severity_word(severity).en; }

Json text(std::string_view words) { return {{"text", words}}; }

/// A path as a relative URI: everything but unreserved characters and `/` percent-encoded.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").contains(c);
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

/// The tool's rules and the index of each.
class RuleList {
 public:
  explicit RuleList(Lang lang) {
    for (const Rule* rule : all_rules()) {
      index_[rule->name] = rules_.size();
      const std::string help =
          std::string(rule->rationale.in(lang)) + "\n" + std::string(rule->source.in(lang));
      rules_.push_back({{"id", rule->name},
                        {"name", rule->title.in(lang)},
                        {"shortDescription", text(rule->title.in(lang))},
                        {"fullDescription", text(rule->summary.in(lang))},
                        {"help", {{"text", help}, {"markdown", help}}},
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
  ResultWriter(const RuleList& rules, Sources& sources, Lang lang)
      : rules_(rules), sources_(sources), lang_(lang) {}

  Json result(const Finding& finding) {
    Json out{{"ruleId", finding.rule}};
    if (const auto index = rules_.index(finding.rule)) out["ruleIndex"] = *index;
    out["level"] = sarif_level(finding.severity);
    std::string words = finding.message.in(lang_);
    if (!finding.advice.empty()) words += "\n" + finding.advice.in(lang_);
    out["message"] = text(words);
    out["locations"] = Json::array({location(finding.place)});
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
  static Json artifact(Symbol file) {
    return {{"uri", uri_of(file.view())}, {"uriBaseId", "SRCROOT"}};
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

  const RuleList& rules_;
  Sources& sources_;
  Lang lang_;
};

/// The gravest first where not all can be given; else all in their order.
std::vector<const Finding*> chosen(const std::vector<Finding>& findings) {
  std::vector<const Finding*> out;
  for (const Finding& finding : findings) out.push_back(&finding);
  if (out.size() <= kMostResults) return out;
  std::ranges::stable_sort(
      out, [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  out.resize(kMostResults);
  return out;
}

}  // namespace

std::string sarif_report(const Validation& validation, Sources& sources, Lang lang) {
  const RuleList rules(lang);
  const auto results = chosen(validation.findings);
  const Json driver{{"name", "catalog"},
                    {"version", kVersion},
                    {"semanticVersion", kVersion},
                    {"rules", rules.rules()}};
  Json invocation{{"executionSuccessful", true}};
  if (results.size() < validation.findings.size()) {
    invocation["toolExecutionNotifications"] =
        Json::array({{{"level", "warning"},
                      {"message", text(say({"共有{}个结果，按上限只列出{}个，先列最严重的",
                                            "{} results; only {} are given, the gravest first"},
                                           validation.findings.size(), results.size())
                                           .in(lang))}}});
  }
  std::string out =
      "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
      "\"runs\": [{\n";
  out +=
      " \"tool\": {\"driver\": " + driver.dump() + "},\n \"columnKind\": \"unicodeCodePoints\",\n";
  out +=
      " \"originalUriBaseIds\": {\"SRCROOT\": {\"description\": {\"text\": \"the folder in which "
      "the command ran\"}}},\n";
  out += " \"invocations\": [" + invocation.dump() + "],\n \"results\": [";
  ResultWriter writer(rules, sources, lang);
  const char* separator = "\n  ";
  for (const Finding* finding : results) {
    out += separator + writer.result(*finding).dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n  ";
  }
  return out + (results.empty() ? "]\n}]}\n" : "\n ]\n}]}\n");
}

}  // namespace catalog
