#include "report/resolved_report.h"

#include <nlohmann/json.hpp>

#include "model/field_span.h"
#include "model/writer.h"
#include "report/version.h"
#include "report/yaml_json.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

class Writer {
 public:
  Writer(const Workspace& workspace, Sources& sources) : workspace_(workspace), sources_(sources) {}

  Json catalogue(const ResolvedCatalogue& in) {
    Json out;
    const List& list = in.list;
    const std::string address = resolved_address(list);
    out["address"] = address;
    out["domain"] = list.domain.view();
    out["domain_name"] = workspace_.domain_name(list.domain.value);
    out["version"] = list.version.view();
    out["from"] = in.standard ? "standard" : "list";
    out["items"] = Json::array();
    for (size_t i = 0; i < list.items.size(); i++)
      out["items"].push_back(item(address, list.items[i], in.origins[i]));
    out["omitted"] = Json::array();
    for (const Omission& omission : list.omitted)
      out["omitted"].push_back(
          {{"guideline", omission.guideline.view()}, {"reason", omission.reason.view()}});
    return out;
  }

 private:
  Json item(const std::string& address, const Item& item, const ItemOrigin& origin) {
    Json out;
    out["address"] = address + "/" + std::string(item.id.view());
    const RecordInfo& info = *record_info<Item>();
    Json written;
    for (size_t field = 0; field < info.fields.size(); field++) {
      const yaml::Value value = field_value(item, field, Lang::En);
      if (value.empty()) continue;
      const std::string key(info.fields[field].key.en);
      out[key] = json_of(value);
      written[key] = place(origin, item, field);
    }
    out["written"] = std::move(written);
    return out;
  }

  Json place(const ItemOrigin& origin, const Item& item, size_t field) {
    const FieldOrigin* set = origin.set_of(field);
    const Symbol file = set ? set->adoption->file : origin.file;
    const char* step = set || origin.added ? "adoption" : origin.standard ? "standard" : "list";
    const PrintedPlace at = printed_place(sources_, {file, field_span(item, field)});
    Json out{{"step", step}, {"file", file.view()}};
    if (at.line > 0) out["line"] = at.line;
    return out;
  }

  const Workspace& workspace_;
  Sources& sources_;
};

}  // namespace

std::string resolved_json(const Workspace& workspace, const Unit& unit,
                          std::span<const ResolvedCatalogue> catalogues, Sources& sources) {
  Writer writer(workspace, sources);
  Json out{{"tool", "catalog"}, {"version", kVersion}};
  out["unit"] = unit.code.view();
  out["unit_name"] = unit.name.view();
  out["catalogues"] = Json::array();
  for (const ResolvedCatalogue& catalogue : catalogues)
    out["catalogues"].push_back(writer.catalogue(catalogue));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog
