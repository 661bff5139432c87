#include "report/change_json.h"
#include "report/impact_report.h"
#include "report/json_report.h"
#include "report/ownership.h"
#include "report/version.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

class JsonWriter {
 public:
  JsonWriter(const Impact& impact, Sources& sources, Lang lang)
      : impact_(impact),
        sources_(sources),
        lang_(lang),
        ownership_(*impact.after.workspace, lang) {}

  std::string write() {
    const ValidationSummary& s = impact_.after.summary;
    Json out{{"tool", "catalog"},
             {"version", kVersion},
             {"guideline",
              {{"domain", impact_.domain.view()},
               {"name", impact_.name},
               {"file", impact_.new_file},
               {"replaces", text_or_null(impact_.old_file)},
               {"rows", impact_.guideline().items.size()}}},
             {"summary",
              {{"errors", s.errors},
               {"warnings", s.warnings},
               {"notes", s.notes},
               {"settled", impact_.settled.size()},
               {"catalogues", impact_.catalogues},
               {"units", impact_.units}}}};
    out["rows"] = Json::array();
    for (const Change& change : impact_.rows.changes) out["rows"].push_back(row(change));
    out["renumbered"] = Json::array();
    for (const RenumberedRow& one : impact_.renumbered) {
      out["renumbered"].push_back({{"id", one.id},
                                   {"name", one.name},
                                   {"before", one.before},
                                   {"after", one.after},
                                   {"line", printed_line(sources_, one.place)}});
    }
    out["findings"] = Json::array();
    for (const Finding& finding : impact_.after.findings) out["findings"].push_back(json(finding));
    out["settled"] = Json::array();
    for (const Finding& finding : impact_.settled) out["settled"].push_back(json(finding));
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  /// The reasons of changes are of no concern here.
  Json row(const Change& change) {
    Json out = change_json(change, sources_);
    out.erase("explained");
    return out;
  }

  Json json(const Finding& finding) {
    const Owner owner = ownership_.of(finding);
    Json out = finding_json(finding, sources_, lang_);
    out["unit"] = text_or_null(owner.unit);
    out["item"] = text_or_null(owner.item_name);
    const auto use = impact_.uses.find(finding.fingerprint);
    const bool known = use != impact_.uses.end();
    out["was"] = known && use->second.was ? Json(severity_word(*use->second.was).en) : Json();
    out["units"] = Json::array();
    if (known) {
      for (const Unit* unit : use->second.units) out["units"].push_back(unit->code.view());
    }
    return out;
  }

  const Impact& impact_;
  Sources& sources_;
  Lang lang_;
  Ownership ownership_;
};

}  // namespace

std::string impact_json(const Impact& impact, Sources& sources, Lang lang) {
  return JsonWriter(impact, sources, lang).write();
}

}  // namespace catalog
