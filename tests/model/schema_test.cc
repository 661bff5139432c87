#include "model/schema.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "model/reference_page.h"

using namespace catalog;

namespace {

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(CATALOG_SOURCE_DIR) + "/" + name);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

void check_record(const RecordInfo& record, std::set<const RecordInfo*>& seen) {
  if (!seen.insert(&record).second) return;
  std::set<std::string_view> keys;
  CAPTURE(record.name.en);
  CHECK_FALSE(record.meaning.zh.empty());
  CHECK_FALSE(record.meaning.en.empty());
  for (const FieldInfo& field : record.fields) {
    CAPTURE(field.key.en);
    CHECK_FALSE(field.key.zh.empty());
    CHECK_FALSE(field.meaning.zh.empty());
    CHECK_FALSE(field.meaning.en.empty());
    CHECK(keys.insert(field.key.en).second);
    CHECK(keys.insert(field.key.zh).second);
    if (!field.other_key.empty()) CHECK(keys.insert(field.other_key).second);
    CHECK((field.content == Content::Words) == (field.words != nullptr));
    CHECK((field.content == Content::Vocabulary) == !field.vocabulary.empty());
    if (const RecordInfo* inner = field.record()) check_record(*inner, seen);
  }
}

}  // namespace

TEST_CASE(
    "every key of the field table has both names and a meaning, and none stands for two fields") {
  std::set<const RecordInfo*> seen;
  for (const KindInfo& kind : kinds()) check_record(*kind.record(), seen);
  CHECK(seen.size() > 20);
}

TEST_CASE("the schemas in schemas/ are those of the field table (catalog schema --all schemas)") {
  for (const KindInfo& kind : kinds()) {
    CAPTURE(kind.word.en);
    CHECK(file_text("schemas/" + schema_file_name(kind.kind)) == schema_of(kind.kind));
  }
}

TEST_CASE("every schema is JSON whose references lead somewhere") {
  for (const KindInfo& kind : kinds()) {
    const auto schema = nlohmann::json::parse(schema_of(kind.kind));
    CHECK(schema["properties"].contains("kind"));
    CHECK(schema["properties"].contains("类型"));
    const std::string text = schema.dump();
    for (size_t at = 0; (at = text.find("#/$defs/", at)) != text.npos; at++) {
      const std::string name = text.substr(at + 8, text.find('"', at) - at - 8);
      CHECK(schema["$defs"].contains(name));
    }
  }
}

TEST_CASE(
    "the pages of the file formats are those of the field table (catalog schema --format "
    "markdown)") {
  CHECK(file_text("docs/file-formats.md") == file_format_page(Lang::En));
  CHECK(file_text("docs/file-formats.zh.md") == file_format_page(Lang::Zh));
}
