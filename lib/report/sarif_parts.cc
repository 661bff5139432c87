#include "report/sarif_parts.h"

#include <nlohmann/json.hpp>

#include "report/version.h"

namespace catalog {

using Json = nlohmann::ordered_json;

std::string sarif_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json sarif_text(std::string_view words) { return {{"text", words}}; }

Json SarifPlaces::region(const Place& place) {
  const PrintedPlace at = printed_place(sources_, place);
  if (at.line == 0) return {{"startLine", 1}};
  return {{"startLine", at.line},
          {"startColumn", at.column},
          {"endLine", at.end_line},
          {"endColumn", at.end_column}};
}

Json SarifPlaces::artifact(Symbol file) {
  const auto known = artifacts_.find(file);
  const SarifUri& at =
      known != artifacts_.end()
          ? known->second
          : artifacts_.emplace(file, sarif_uri(sources_.files(), std::string(file.view())))
                .first->second;
  Json out{{"uri", at.uri}};
  if (at.relative) out["uriBaseId"] = "SRCROOT";
  return out;
}

Json SarifPlaces::location(const Place& place) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact(place.file)}, {"region", region(place)}}}};
}

Json sarif_notifications(size_t given, size_t found, Lang lang) {
  Json out = Json::array();
  const auto add = [&](const Message& words) {
    out.push_back({{"level", "warning"}, {"message", sarif_text(words.in(lang))}});
  };
  if (given < found)
    add(say({"共有{}个结果，只列出{}个，先列最严重的",
             "{} results; only {} are given, the gravest first"},
            found, given));
  if (given > kMostSarifShown)
    add(say({"GitHub只显示前{}个结果；已按严重程度排列",
             "GitHub shows only the first {} results; they are sorted by severity"},
            kMostSarifShown));
  return out;
}

std::string sarif_file(const Json& rules, const Json& notifications,
                       const std::vector<std::string>& results) {
  const Json driver{
      {"name", "catalog"}, {"version", kVersion}, {"semanticVersion", kVersion}, {"rules", rules}};
  Json invocation{{"executionSuccessful", true}};
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = notifications;
  std::string out =
      "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
      "\"runs\": [{\n";
  out += " \"tool\": {\"driver\": " + sarif_line(driver) +
         "},\n \"columnKind\": \"unicodeCodePoints\",\n";
  out +=
      " \"originalUriBaseIds\": {\"SRCROOT\": {\"description\": {\"text\": \"the folder in which "
      "the command ran\"}}},\n";
  out += " \"invocations\": [" + sarif_line(invocation) + "],\n \"results\": [";
  const char* separator = "\n  ";
  for (const std::string& result : results) {
    out += separator + result;
    separator = ",\n  ";
  }
  return out + (results.empty() ? "]\n}]}\n" : "\n ]\n}]}\n");
}

}  // namespace catalog
