#include <cmath>
#include <nlohmann/json.hpp>

#include "report/merge_report.h"
#include "report/merge_words.h"
#include "report/version.h"
#include "report/yaml_json.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

Json place_json(Sources& sources, const Place& place) {
  Json out{{"file", place.file.view()}};
  if (const PrintedPlace at = printed_place(sources, place); at.line) {
    out["line"] = at.line;
    out["column"] = at.column;
  }
  return out;
}

Json side_json(Sources& sources, const ConflictSide& side) {
  if (!side.known) return nullptr;
  Json out{{"value", json_of(side_value(side))}};
  if (!side.place.file.empty()) out.update(place_json(sources, side.place));
  return out;
}

Json conflict_json(Sources& sources, const Conflict& conflict) {
  Json out{{"address", conflict.address},
           {"item", conflict.item},
           {"field", conflict.field},
           {"base", side_json(sources, conflict.base)},
           {"department", side_json(sources, conflict.department)},
           {"district", side_json(sources, conflict.district)},
           {"fingerprint", fingerprint_text(conflict.fingerprint)},
           {"settled", nullptr}};
  if (conflict.settled) out["settled"] = settle_word(*conflict.settled).en;
  if (conflict.by_hand) out["settled"] = "draft";
  if (!conflict.open()) out["result"] = json_of(side_value(conflict.result));
  return out;
}

Json optional_text(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace

std::string merge_json(const MergeReport& report, Sources& sources, const MergeReportStyle& style) {
  const PairMerged& merged = report.merged;
  Json out{{"tool", "catalog"}, {"version", kVersion}};
  out["domain"] = merged.standard.domain.view();
  const Catalogue* standard = report.merge.standard;
  out["base"] = standard ? Json{{"kind", "standard"}, {"file", standard->file.view()}}
                : report.merge.guideline
                    ? Json{{"kind", "guideline"}, {"file", report.merge.guideline->file.view()}}
                    : Json(nullptr);
  out["summary"] = {{"items", merged.standard.items.size()},
                    {"conflicts", merged.conflicts.size()},
                    {"open", merged.open_conflicts()},
                    {"narrowed", merged.removals.size()}};
  out["merged"] = json_of(report.value());
  out["conflicts"] = Json::array();
  for (const Conflict& conflict : merged.conflicts)
    out["conflicts"].push_back(conflict_json(sources, conflict));
  out["narrowed"] = Json::array();
  for (const Removal& removal : merged.removals) {
    Json by = Json::array();
    for (const Role role : removal.by) by.push_back(role_word(role).en);
    Json entry{{"address", removal.address},
               {"item", removal.item},
               {"field", removal.field},
               {"what", removal.what},
               {"by", std::move(by)}};
    entry.update(place_json(sources, removal.place));
    out["narrowed"].push_back(std::move(entry));
  }
  out["paired"] = Json::array();
  for (const PairedItem& pair : merged.pairs) {
    out["paired"].push_back(
        {{"id", pair.id.view()},
         {"name", pair.name()},
         {"base", optional_text(pair.base.view())},
         {"department", optional_text(pair.department.view())},
         {"district", optional_text(pair.district.view())},
         {"by", paired_word(pair.by).en == "alone" ? Json(nullptr)
                                                   : Json(std::string(paired_word(pair.by).en))},
         {"score", std::round(pair.score * 10000) / 10000},
         {"renamed", pair.renamed},
         {"split", pair.split}});
  }
  out["placeholders"] = Json::array();
  for (const Substitution& made : merged.substitutions) {
    Json entry{{"before", made.before}, {"after", made.after}, {"times", made.times}};
    entry.update(place_json(sources, made.first));
    out["placeholders"].push_back(std::move(entry));
  }
  out["remarks"] = Json::array();
  for (const MergeRemark& remark : merged.remarks) {
    Json entry{{"message", remark.message.in(style.lang)}};
    entry.update(place_json(sources, remark.place));
    out["remarks"].push_back(std::move(entry));
  }
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog
