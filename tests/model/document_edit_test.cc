#include "model/document_edit.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "model/fields_files.h"
#include "model/reader.h"
#include "yaml/parse.h"

using namespace catalog;

namespace {

Standard standard_of(const std::string& text) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree));
  Standard out;
  Problems problems;
  read_document(tree, Symbol::of("test.yaml"), out, problems);
  return out;
}

std::string released(const std::string& text) {
  DocumentEditor editor(*record_info<Standard>(), text);
  editor.set("version", "\"2020.2\"");
  editor.set("effective", "\"2021-03-01\"");
  editor.set_record("published", {{"url", "\"https://www.shanghai.gov.cn/tax.html\""},
                                  {"on", "\"2021-03-01\""},
                                  {"version", "\"2020.2\""},
                                  {"digest", "sha256:0"}});
  const auto out = editor.take();
  REQUIRE(out);
  return *out;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("the head's fields are written in the document's language, all other lines stay") {
  const std::string english =
      "# 首行\nkind: standard\ndomain: tax\nversion: '2020.1'  # 版本\nstate: 确认\n"
      "published: {url: \"https://a.cn\", on: \"2020-12-31\", digest: \"0\"}  # 发布\n"
      "# 事项\nitems:\n  - id: \"1\"  # 一\n    topic: 甲\n";
  const std::string chinese =
      "类型: 标准目录\n领域: tax\n版本: \"2020.1\"\n生效日期: \"2020-12-31\"\n事项:\n"
      "  - 编号: \"1\"\n    一级事项: 甲\n";
  for (const std::string& text : {english, chinese}) {
    const std::string after = released(text);
    CAPTURE(after);
    const Standard standard = standard_of(after);
    CHECK(standard.version.view() == "2020.2");
    CHECK(standard.effective.view() == "2021-03-01");
    CHECK(standard.published->url.view() == "https://www.shanghai.gov.cn/tax.html");
    CHECK(standard.published->digest.view() == "sha256:0");
    CHECK(standard.items.size() == 1);
    CHECK(released(after) == after);
    const auto now = lines_of(after);
    for (const std::string& line : lines_of(text)) {
      const bool touched = line.find("2020") != line.npos;
      if (!touched) CHECK(now.contains(line));
    }
  }
  CHECK(released(english).find("# 版本") != std::string::npos);
  CHECK(released(chinese).find("发布日期") != std::string::npos);
}

TEST_CASE("a text that can't be edited so gives nothing") {
  DocumentEditor editor(*record_info<Standard>(), "kind: [standard\n");
  editor.set("version", "\"2020.2\"");
  CHECK_FALSE(editor.take());
}
