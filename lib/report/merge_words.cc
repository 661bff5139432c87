#include "report/merge_words.h"

#include "model/fields_item.h"

namespace catalog {

std::string side_text(const ConflictSide& side, Lang lang) {
  std::string out;
  for (const Text& text : side.values) out += (out.empty() ? "" : "、") + std::string(text.view());
  return out.empty() ? std::string(Bilingual{"（无）", "(none)"}.in(lang)) : out;
}

std::string field_text(std::string_view path, Lang lang) {
  const size_t end = path.find_first_of(".[");
  const FieldInfo* field = record_info<StandardItem>()->field(path.substr(0, end));
  if (lang == Lang::En || !field) return std::string(path);
  std::string out(field->key.zh);
  if (end == path.npos) return out;
  std::string_view rest = path.substr(end);
  if (rest.starts_with('[')) {
    const size_t close = rest.find(']');
    out += "“" + std::string(rest.substr(1, close - 1)) + "”";
    rest = close == rest.npos ? std::string_view{} : rest.substr(close + 1);
    const FieldInfo* inner =
        rest.empty() || !field->record() ? nullptr : field->record()->field(rest.substr(1));
    return inner ? out + "的" + std::string(inner->key.zh) : out;
  }
  return out + "（" + std::string(rest.substr(1)) + "）";
}

std::string place_text(Sources& sources, const Place& place) {
  if (place.file.empty()) return {};
  const uint32_t line = printed_line(sources, place);
  return std::string(place.file.view()) + (line ? ":" + std::to_string(line) : "");
}

std::string unit_text(const Workspace& workspace, const Text& unit) {
  const Unit* known = workspace.units.find(unit.value);
  return std::string(known ? known->name.view() : unit.view());
}

std::string roles_text(const std::vector<Role>& roles, Lang lang) {
  std::string out;
  for (const Role role : roles) {
    if (!out.empty()) out += lang == Lang::Zh ? "和" : " and ";
    out += role_word(role).in(lang);
  }
  return out;
}

std::string settle_advice(const Conflict& conflict, Lang lang) {
  const std::string key = conflict.field.substr(0, conflict.field.find_first_of(".["));
  if (conflict.field == "levels") {
    return say({"一方删去了整个事项，另一方改了它：要保留就写上公开层级，要删去就删掉该事项；或用 "
                "--resolve levels=department（从部门）、levels=district（从区）",
                "one side took the whole item out, the other changed it: write its levels to keep "
                "it, or delete the item; or use --resolve levels=department, levels=district"})
        .in(lang);
  }
  return say({"商定后在输出中写上采用的写法；或用 --resolve {0}=stricter（从严）、{0}=department"
              "（从部门）、{0}=district（从区）",
              "agree and write the value into the output; or use --resolve {0}=stricter, "
              "{0}=department, {0}=district"},
             key)
      .in(lang);
}

}  // namespace catalog
