#include "model/reference_page.h"

#include <algorithm>
#include <vector>

#include "model/content.h"
#include "model/kinds.h"

namespace catalog {

namespace {

std::string shape_words(const FieldInfo& field, Lang lang) {
  const auto record = [&] { return std::string(field.record()->name.in(lang)); };
  switch (field.shape) {
    case Shape::Text:
      return "";
    case Shape::TextList:
      return std::string(Bilingual{"列表", "list"}.in(lang));
    case Shape::LevelText:
      return std::string(Bilingual{"文字，或按层级的映射", "text, or a map by level"}.in(lang));
    case Shape::LevelTextList:
      return std::string(Bilingual{"列表，或按层级的映射", "list, or a map by level"}.in(lang));
    case Shape::TextMap:
      return std::string(Bilingual{"映射", "map"}.in(lang));
    case Shape::Elements:
      return std::string(Bilingual{"列表：文字或", "list of texts or "}.in(lang)) + record();
    case Shape::Record:
      return record();
    case Shape::RecordList:
      return std::string(Bilingual{"列表：", "list of "}.in(lang)) + record();
  }
  return "";
}

std::string content_words(const FieldInfo& field, Lang lang) {
  if (field.content == Content::Vocabulary) {
    return std::string(Bilingual{"词表 ", "vocabulary "}.in(lang)) + std::string(field.vocabulary);
  }
  if (field.content == Content::Any || content_pattern(field.content).empty()) {
    return field.content == Content::Words ? content_demand(field).in(lang) : "";
  }
  return content_demand(field).in(lang);
}

std::string form_words(const FieldInfo& field, Lang lang) {
  std::string shape = shape_words(field, lang);
  const std::string content = content_words(field, lang);
  if (!shape.empty() && !content.empty()) shape += lang == Lang::Zh ? "；" : "; ";
  shape += content;
  return shape.empty() ? std::string(Bilingual{"文字", "text"}.in(lang)) : shape;
}

std::string record_table(const RecordInfo& record, Lang lang) {
  std::string out = lang == Lang::Zh
                        ? "| 键 | English | 必填 | 写法 | 含义 |\n|---|---|---|---|---|\n"
                        : "| key | 中文 | required | form | meaning |\n|---|---|---|---|---|\n";
  for (const FieldInfo& field : record.fields) {
    std::string chinese = "`" + std::string(field.key.zh) + "`";
    if (!field.other_key.empty()) chinese += " `" + std::string(field.other_key) + "`";
    const std::string english = "`" + std::string(field.key.en) + "`";
    out += "| " + (lang == Lang::Zh ? chinese + " | " + english : english + " | " + chinese);
    out += std::string(" | ") + (field.required ? (lang == Lang::Zh ? "是" : "yes") : "");
    out += " | " + form_words(field, lang) + " | " + std::string(field.meaning.in(lang)) + " |\n";
  }
  return out;
}

void collect_records(const RecordInfo& record, std::vector<const RecordInfo*>& out) {
  for (const FieldInfo& field : record.fields) {
    const RecordInfo* inner = field.record();
    if (!inner || std::ranges::find(out, inner) != out.end()) continue;
    out.push_back(inner);
    collect_records(*inner, out);
  }
}

}  // namespace

std::string file_format_page(Lang lang) {
  std::string out = std::string(Bilingual{
      "# 文件格式\n\n本页由字段表生成（`catalog schema --format markdown`）。所有文件都是 UTF-8 的 "
      "YAML，第一个键是 `类型`（`kind`）；键用中文或英文，一个文件只用一种。\n",
      "# File formats\n\nThis page is generated from the field table (`catalog schema --format "
      "markdown`). Every file is YAML in UTF-8 whose first key is `kind` (`类型`); keys are "
      "English or Chinese, one language a file.\n"}
                                    .in(lang));
  std::vector<const RecordInfo*> inner;
  for (const KindInfo& kind : kinds()) {
    const RecordInfo& record = *kind.record();
    out += "\n## " + std::string(kind.word.in(lang)) + "\n\n" +
           std::string(record.meaning.in(lang)) + (lang == Lang::Zh ? "。" : ".") + "\n\n";
    out += record_table(record, lang);
    collect_records(record, inner);
  }
  out += std::string(Bilingual{"\n# 其中的记录\n", "\n# Records inside\n"}.in(lang));
  for (const RecordInfo* record : inner) {
    out += "\n## " + std::string(record->name.in(lang)) + "\n\n" +
           std::string(record->meaning.in(lang)) + (lang == Lang::Zh ? "。" : ".") + "\n\n" +
           record_table(*record, lang);
  }
  return out;
}

}  // namespace catalog
