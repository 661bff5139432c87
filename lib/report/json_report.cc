#include "report/json_report.h"

#include <nlohmann/json.hpp>

#include "report/version.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

std::string severity_text(Severity severity) { return std::string(severity_word(severity).en); }

Json place_json(Sources& sources, const Place& place) {
  const PrintedPlace at = printed_place(sources, place);
  return {{"line", at.line},
          {"column", at.column},
          {"end_line", at.end_line},
          {"end_column", at.end_column}};
}

Json fix_json(const Finding& finding, Sources& sources, Lang lang) {
  Json edits = Json::array();
  for (const Edit& edit : finding.fix->edits) {
    Json entry = place_json(sources, {finding.place.file, edit.span});
    entry["text"] = edit.text;
    edits.push_back(std::move(entry));
  }
  return {{"description", finding.fix->description.in(lang)},
          {"safe", finding.fix->safe},
          {"edits", std::move(edits)}};
}

}  // namespace

Json finding_json(const Finding& finding, Sources& sources, Lang lang) {
  Json out{{"rule", finding.rule},
           {"severity", severity_text(finding.severity)},
           {"message", finding.message.in(lang)},
           {"file", finding.place.file.view()}};
  out.update(place_json(sources, finding.place));
  out["address"] = finding.address;
  out["field"] = finding.field;
  out["fingerprint"] = fingerprint_text(finding.fingerprint);
  if (!finding.advice.empty()) out["advice"] = finding.advice.in(lang);
  if (finding.match)
    out["match"] = {{"text", finding.match->text}, {"score", finding.match->score}};
  if (finding.fix) out["fix"] = fix_json(finding, sources, lang);
  if (finding.demand) {
    out["demand"] = {{"text", finding.demand->text.in(lang)},
                     {"file", finding.demand->place.file.view()},
                     {"line", printed_place(sources, finding.demand->place).line}};
  }
  return out;
}

std::string json_report(const Report& report, Sources& sources, Lang lang) {
  const ValidationSummary& s = report.validation.summary;
  Json head{{"files", s.files},
            {"items", s.items},
            {"errors", s.errors},
            {"warnings", s.warnings},
            {"notes", s.notes}};
  if (report.left_out > 0) head["left_out"] = report.left_out;
  if (s.known > 0) head["known"] = s.known;
  if (s.unchanged > 0) head["unchanged"] = s.unchanged;
  std::string out = "{\"tool\": \"catalog\", \"version\": \"" + std::string(kVersion) +
                    "\",\n \"summary\": " + head.dump() + ",\n \"findings\": [";
  const char* separator = "\n  ";
  for (const Finding* finding : report.shown) {
    // Texts of files that are not UTF-8 may be quoted in messages: such bytes become U+FFFD.
    out +=
        separator +
        finding_json(*finding, sources, lang).dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n  ";
  }
  return out + (report.shown.empty() ? "]}\n" : "\n ]}\n");
}

}  // namespace catalog
