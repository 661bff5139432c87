#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "report/change_formats.h"
#include "report/sarif_parts.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kIdleRule = "adjustment-unused";
constexpr Bilingual kIdleTitle{"动态调整记录没有对应的变化或没有理由",
                               "An adjustment explains no change, or gives no reason"};

/// The kinds of change that results are about, as rules; each once, in the order of their names.
class ChangeRules {
 public:
  ChangeRules(const std::vector<const Change*>& changes, bool idle, Lang lang) {
    std::map<std::string, std::string> titles;
    for (const Change* change : changes) {
      const Message title =
          say({"{}：{}", "{}: {}"}, class_word(change->cls), change_subject(*change));
      titles.emplace(change->rule(), title.in(lang));
    }
    if (idle) titles.emplace(kIdleRule, kIdleTitle.in(lang));
    for (const auto& [name, title] : titles) {
      index_[name] = rules_.size();
      rules_.push_back({{"id", name}, {"name", title}, {"shortDescription", sarif_text(title)}});
    }
  }
  const Json& rules() const { return rules_; }
  size_t index(std::string_view name) const { return index_.find(name)->second; }

 private:
  std::map<std::string, size_t, std::less<>> index_;
  Json rules_ = Json::array();
};

/// The losses: those without a reason first, so that what is cut is the least grave.
std::vector<const Change*> losses(const VersionDiff& diff) {
  std::vector<const Change*> out;
  for (const Change& change : diff.changes) {
    if (change.cls == ChangeClass::Narrowed) out.push_back(&change);
  }
  if (out.size() > kMostSarifShown) {
    std::ranges::stable_sort(out, {}, [](const Change* change) {
      return !is_unexplained(*change) ? 2 : change->certain ? 0 : 1;
    });
  }
  if (out.size() > kMostSarifResults) out.resize(kMostSarifResults);
  return out;
}

Json result_of(const Change& change, const ChangeRules& rules, SarifPlaces& places, Lang lang) {
  Json out{{"ruleId", change.rule()},
           {"ruleIndex", rules.index(change.rule())},
           {"level", severity_word(gate_severity(change)).en},
           {"message", sarif_text(change_message(change).in(lang))}};
  if (const Place place = change.place(); !place.file.empty()) {
    // What is gone has no line in the newer file.
    out["locations"] =
        Json::array({places.location(is_there(change) ? place : Place{place.file, {}})});
  }
  out["partialFingerprints"] = {{"catalog/v1", fingerprint_text(change.fingerprint)}};
  if (change.explained) {
    const std::string reason = explanation_line(*change.explained).in(lang);
    out["suppressions"] =
        Json::array({{{"kind", "external"}, {"status", "accepted"}, {"justification", reason}}});
  }
  return out;
}

Json result_of(const IdleAdjustment& idle, const ChangeRules& rules, SarifPlaces& places,
               Lang lang) {
  const Adjustment& record = *idle.adjustment;
  return {{"ruleId", kIdleRule},
          {"ruleIndex", rules.index(kIdleRule)},
          {"level", "warning"},
          {"message", sarif_text(idle_line(idle).in(lang))},
          {"locations", Json::array({places.location({idle.file, record.span})})}};
}

}  // namespace

std::string changes_sarif(const ChangeReport& report, Sources& sources,
                          const ReportOptions& options) {
  const auto changes = losses(report.diff);
  const ChangeRules rules(changes, !report.idle.empty(), options.lang);
  SarifPlaces places(sources);
  std::vector<std::string> results;
  for (const Change* change : changes)
    results.push_back(sarif_line(result_of(*change, rules, places, options.lang)));
  for (const IdleAdjustment& idle : report.idle)
    results.push_back(sarif_line(result_of(idle, rules, places, options.lang)));
  Json said = sarif_notifications(changes.size(), report.diff.counts.narrowed, options.lang);
  for (const Message& remark : report.remarks)
    said.push_back({{"level", "note"}, {"message", sarif_text(remark.in(options.lang))}});
  return sarif_file(rules.rules(), said, results);
}

}  // namespace catalog
