#include "report/why_report.h"

#include <nlohmann/json.hpp>

#include "model/fields_item.h"
#include "report/safe_text.h"
#include "report/version.h"
#include "report/yaml_json.h"

namespace catalog {

namespace {

/// A value on one line, as it would be written; texts without quotes.
std::string value_text(const yaml::Value& value, Lang lang) {
  if (value.empty()) return std::string(Bilingual{"（没有写）", "(not written)"}.in(lang));
  return value.kind() == yaml::Value::Kind::Scalar ? std::string(value.text())
                                                   : yaml::emit_flow(value);
}

std::string field_word(std::string_view key, Lang lang) {
  const FieldInfo* field = record_info<Item>()->field(key);
  return field ? std::string(field->key.in(lang)) : "";
}

}  // namespace

std::string why_text(const Why& why, Sources& sources, Lang lang) {
  std::string out = one_line(why.address);
  if (!why.field.empty()) out += (lang == Lang::Zh ? "　" : "  ") + field_word(why.field, lang);
  out += "\n";
  for (const WhyStep& step : why.steps) {
    out += "\n" + std::string(why_step_word(step.kind).in(lang)) + "  " + one_line(step.address);
    if (!step.note.empty())
      out += lang == Lang::Zh ? "（" + step.note.in(lang) + "）" : " (" + step.note.in(lang) + ")";
    out += "\n";
    if (!step.place.file.empty()) {
      const PrintedPlace at = printed_place(sources, step.place);
      out += "  --> " + one_line(step.place.file.view());
      if (at.line > 0) out += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
      out += "\n";
    }
    out += "  ";
    if (why.field.empty() && !step.field.empty()) {
      out += field_word(step.field, lang) + (lang == Lang::Zh ? "：" : ": ");
    }
    out += one_line(value_text(step.value, lang)) + "\n";
  }
  return out;
}

std::string why_json(const Why& why, Sources& sources) {
  using Json = nlohmann::ordered_json;
  Json out{{"tool", "catalog"}, {"version", kVersion}, {"address", why.address}};
  if (!why.field.empty()) out["field"] = why.field;
  out["steps"] = Json::array();
  for (const WhyStep& step : why.steps) {
    Json entry{{"step", why_step_word(step.kind).en}, {"address", step.address}};
    if (!step.place.file.empty()) {
      entry["file"] = step.place.file.view();
      if (const PrintedPlace at = printed_place(sources, step.place); at.line > 0) {
        entry["line"] = at.line;
        entry["column"] = at.column;
      }
    }
    if (!step.field.empty()) entry["field"] = step.field;
    if (!step.value.empty()) entry["value"] = json_of(step.value);
    if (!step.note.empty())
      entry["note"] = {{"zh", step.note.in(Lang::Zh)}, {"en", step.note.in(Lang::En)}};
    out["steps"].push_back(std::move(entry));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog
