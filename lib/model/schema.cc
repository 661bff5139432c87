#include "model/schema.h"

#include <nlohmann/json.hpp>

#include "model/content.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

/// Definitions that were asked for, by the record's English name; made once each.
class SchemaWriter {
 public:
  Json document(const KindInfo& kind) {
    Json out;
    out["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    out["$id"] = schema_file_name(kind.kind);
    const RecordInfo& record = *kind.record();
    out["title"] = std::string(record.name.zh) + " (" + std::string(record.name.en) + ")";
    out.update(object(record, &kind));
    out["$defs"] = definitions_;
    return out;
  }

 private:
  static Json both(Bilingual text) { return std::string(text.zh) + " — " + std::string(text.en); }

  Json text(const FieldInfo& field) {
    Json out;
    if (field.content == Content::Words) {
      out["enum"] = Json::array();
      for (const Bilingual& word : field.words->words) {
        out["enum"].push_back(word.zh);
        out["enum"].push_back(word.en);
      }
      // An editor reads a bare yes or no as a truth value; the tool reads the word.
      if (field.words == &words::kYesNo || field.words == &words::kComplete ||
          field.words == &words::kSeverity) {
        out["enum"].push_back(true);
        out["enum"].push_back(false);
      }
      return out;
    }
    out["type"] = Json::array({"string", "number"});
    if (const auto pattern = content_pattern(field.content); !pattern.empty())
      out["pattern"] = pattern;
    if (field.content == Content::Any && field.required) out["minLength"] = 1;
    return out;
  }

  Json list(Json item, bool required) {
    Json out{{"type", "array"}, {"items", std::move(item)}};
    if (required) out["minItems"] = 1;
    return out;
  }

  Json by_level(Json value) {
    return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", std::move(value)}};
  }

  Json reference(const RecordInfo& record) {
    const std::string name(record.name.en);
    if (!definitions_.contains(name)) {
      definitions_[name] = Json::object();  // stands while its own fields are written
      definitions_[name] = object(record, nullptr);
    }
    return {{"$ref", "#/$defs/" + name}};
  }

  Json value(const FieldInfo& field) {
    switch (field.shape) {
      case Shape::Text:
        return text(field);
      case Shape::TextList:
        return any_of({text(field), list(text(field), field.required)});
      case Shape::LevelText:
        return any_of({text(field), by_level(text(field))});
      case Shape::LevelTextList:
        return any_of({text(field), list(text(field), field.required),
                       by_level(any_of({text(field), list(text(field), true)}))});
      case Shape::TextMap:
        return {{"type", "object"},
                {"additionalProperties", {{"type", Json::array({"string", "number", "boolean"})}}}};
      case Shape::Elements: {
        const Json plain{{"type", Json::array({"string", "number"})}};
        return any_of({plain, list(any_of({plain, reference(*field.record())}), field.required)});
      }
      case Shape::Record:
        return reference(*field.record());
      case Shape::RecordList: {
        const Json one = reference(*field.record());
        return any_of({one, list(one, field.required)});
      }
    }
    return {};
  }

  static Json any_of(std::initializer_list<Json> choices) { return {{"anyOf", Json(choices)}}; }

  Json object(const RecordInfo& record, const KindInfo* kind) {
    Json properties;
    Json chinese = Json::array(), english = Json::array();
    for (const FieldInfo& field : record.fields) {
      Json schema;
      if (field.content == Content::Kind && kind) {
        schema["enum"] = Json::array({kind->word.en, kind->word.zh});
      } else {
        schema = value(field);
      }
      schema["description"] = both(field.meaning);
      properties[std::string(field.key.en)] = schema;
      properties[std::string(field.key.zh)] = schema;
      if (!field.other_key.empty()) properties[std::string(field.other_key)] = schema;
      if (!field.required) continue;
      english.push_back(field.key.en);
      chinese.push_back(field.key.zh);
    }
    Json out{{"type", "object"}, {"description", both(record.meaning)}};
    if (!english.empty())
      out["anyOf"] = Json::array({{{"required", english}}, {{"required", chinese}}});
    out["properties"] = std::move(properties);
    out["additionalProperties"] = false;
    return out;
  }

  Json definitions_ = Json::object();
};

}  // namespace

std::string schema_file_name(Kind kind) {
  return std::string(kind_info(kind).word.en) + ".schema.json";
}

std::string schema_of(Kind kind) { return SchemaWriter().document(kind_info(kind)).dump(2) + "\n"; }

}  // namespace catalog
