#include "model/house_style.h"

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "model/fields_reference.h"
#include "model/reader.h"

using namespace catalog;

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const Vocabulary& vocabulary() {
  static const Vocabulary shipped = [] {
    yaml::Tree tree;
    static const std::string text =
        read_file(CATALOG_SOURCE_DIR "/catalogues/national/vocabulary.yaml");
    REQUIRE(yaml::parse(text, tree));
    VocabularyFile file;
    Problems problems;
    read_document(tree, {}, file, problems);
    REQUIRE(problems.empty());
    return Vocabulary(std::move(file));
  }();
  return shipped;
}

std::string styled(const std::string& text, std::optional<Lang> keys = {}) {
  const auto made = format_file(text, {keys, &vocabulary()});
  REQUIRE_MESSAGE(made, text);
  return made->text;
}

std::string head(const std::string& rest) {
  return "kind: list\ndomain: a\nunit: \"310104\"\nversion: \"1\"\n" + rest;
}

/// What yaml-cpp makes of a document, keys in order; words of `null` are what they are.
std::string sense(const YAML::Node& node) {
  if (node.IsScalar()) return "<" + node.Scalar() + ">";
  std::string out;
  if (node.IsSequence()) {
    for (const auto& item : node) out += sense(item) + ",";
    return "[" + out + "]";
  }
  if (!node.IsMap()) return "~";
  std::multimap<std::string, std::string> sorted;
  for (const auto& pair : node) sorted.emplace(sense(pair.first), sense(pair.second));
  for (const auto& [key, value] : sorted) out += key + ":" + value + ",";
  return "{" + out + "}";
}

std::vector<std::filesystem::path> shipped() {
  std::vector<std::filesystem::path> out;
  for (const char* folder : {"/catalogues", "/examples", "/tests/rules/example"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(CATALOG_SOURCE_DIR) + folder))
      if (entry.path().extension() == ".yaml") out.push_back(entry.path());
  }
  return out;
}

/// Lists of all shapes that the field table knows, written badly.
class ListMaker {
 public:
  explicit ListMaker(uint64_t seed) : dice_(seed) {}

  std::string make() {
    out_.clear();
    if (chance(20)) out_ += "# 首\n\n";
    const bool chinese = chance(40);
    std::vector<std::string> pairs;
    for (const FieldInfo& field : record_info<List>()->fields)
      if (field.required || chance(30)) pairs.push_back(pair(field, chinese, 0, 2));
    std::shuffle(pairs.begin() + (chance(80) ? 1 : 0), pairs.end(), dice_);
    for (const std::string& pair : pairs) out_ += pair;
    return out_;
  }

 private:
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(dice_() % n); }
  bool chance(uint32_t percent) { return below(100) < percent; }
  std::string one(const std::vector<std::string>& from) {
    return from[below(static_cast<uint32_t>(from.size()))];
  }

  std::string word(const FieldInfo& field) {
    if (field.content == Content::Kind) return chance(50) ? "list" : "事项清单";
    if (field.content == Content::Words) {
      const Bilingual& word = field.words->words[below(uint32_t(field.words->words.size()))];
      return "\"" + std::string(chance(50) ? word.zh : word.en) + "\"";
    }
    if (field.content == Content::Vocabulary) {
      const auto& words = vocabulary().words(*word_list(field.vocabulary));
      const VocabularyWord& word = words[below(uint32_t(words.size()))];
      if (!word.aliases.empty() && chance(20))
        return "'" + std::string(word.aliases[0].view()) + "'";
      return "'" + std::string((chance(50) ? word.name : word.english).view()) +
             (chance(10) ? "（某某）'" : "'");
    }
    return one({"2020.10", "\"6\"", "甲", "'乙'", "2020-06-30", "yes", "~", "\"a # b\"",
                "低保、医保", "<区>民政局", "\"x\\ty\"", "《条例》第1条", "12:30", "0x1F"});
  }

  std::string end(uint32_t column) {
    std::string out = chance(8) ? " # 尾" : "";
    out += "\n";
    if (chance(5)) out += "\n\n";
    if (chance(5)) out += std::string(column, ' ') + "# 下一\n";
    return out;
  }

  std::string list(const FieldInfo& field, uint32_t column) {
    std::string out;
    if (chance(60)) {
      for (uint32_t n = below(4); n > 0; --n) out += word(field) + (n > 1 ? "," : "");
      return " [" + out + "]" + end(column);
    }
    for (uint32_t n = 1 + below(3); n > 0; --n)
      out += std::string(column, ' ') + "-  " + word(field) + end(column);
    return "\n" + out;
  }

  std::string record(const RecordInfo& info, bool chinese, uint32_t column, uint32_t depth) {
    std::vector<std::string> pairs;
    for (const FieldInfo& field : info.fields)
      if (chance(40) && !(depth == 0 && field.record()))
        pairs.push_back(pair(field, chinese, column, depth));
    if (chance(5)) pairs.push_back(std::string(column, ' ') + "unknown:  {a: 007,b: yes}\n");
    std::ranges::shuffle(pairs, dice_);
    std::string out;
    for (const std::string& pair : pairs) out += pair;
    return out;
  }

  std::string pair(const FieldInfo& field, bool chinese, uint32_t column, uint32_t depth) {
    const std::string key =
        std::string(column, ' ') + std::string(chinese ? field.key.zh : field.key.en) + ":";
    const std::string scalar = key + " " + word(field) + end(column);
    const uint32_t inner = column + 1 + below(4);
    switch (field.shape) {
      case Shape::Text:
        return scalar;
      case Shape::TextList:
        return chance(20) ? scalar : key + list(field, inner);
      case Shape::LevelText:
      case Shape::LevelTextList:
        if (chance(60)) return scalar;
        return key + " {区级: " + word(field) + ",街镇级: " + word(field) + "}" + end(column);
      case Shape::TextMap:
        return key + " {数量: 3, b: " + word(field) + "}" + end(column);
      case Shape::Elements:
        if (chance(50)) return key + list(field, inner);
        [[fallthrough]];
      case Shape::Record:
      case Shape::RecordList: {
        const std::string one = record(*field.record(), chinese, inner + 2, depth - 1);
        if (depth == 0 || one.empty()) return key + " []\n";
        if (field.shape == Shape::Record) return key + "\n" + one;
        std::string out = key + (chance(10) ? " # 头\n" : "\n");
        out += std::string(inner, ' ') + "-\n" + one;
        for (uint32_t n = below(3); n > 0; --n) {
          const std::string more = record(*field.record(), chinese, inner + 2, depth - 1);
          if (!more.empty()) out += std::string(inner, ' ') + "- # 项\n" + more;
        }
        return out;
      }
    }
    return scalar;
  }

  std::mt19937_64 dice_;
  std::string out_;
};

}  // namespace

TEST_CASE("keys stand in the table's order, kind first, unknown ones behind the key before them") {
  CHECK(styled("items: []\nversion: 2020.10\nfoo: 1\ndomain: a\nkind: list\nunit: 310104\n") ==
        "kind: list\ndomain: a\nunit: \"310104\"\nversion: \"2020.10\"\nfoo: 1\nitems: []\n");
}

TEST_CASE("comments go with their key; what stands at the head of the file stays there") {
  CHECK(styled("# 首\nversion: '1'  # 版\n# 领域上\ndomain: a\nkind: list\n") ==
        "# 首\nkind: list\n# 领域上\ndomain: a\nversion: \"1\"  # 版\n");
}

TEST_CASE("texts that YAML reads as another type are quoted, values of unknown keys are not") {
  CHECK(styled(head("items:\n- id: 6\n  topic: yes\n  subtopic: 2020-06-30\n  detail: 低保\n"
                    "  foo: 007\n  extra: {a: 3}\n")) ==
        head("items:\n  - id: \"6\"\n    topic: \"yes\"\n    subtopic: \"2020-06-30\"\n"
             "    detail: 低保\n    foo: 007\n    extra: {a: 3}\n"));
}

TEST_CASE("items stand on lines of their own with an empty line between") {
  CHECK(styled(head("items: [{id: '1', topic: 甲}, {topic: 乙, id: '2'}]\n")) ==
        head("items:\n  - id: \"1\"\n    topic: 甲\n\n  - id: \"2\"\n    topic: 乙\n"));
  CHECK(styled(head("items:\n  - id: \"1\"\n    topic: 甲\n  # 乙的注释\n  - id: \"2\"\n")) ==
        head("items:\n  - id: \"1\"\n    topic: 甲\n\n  # 乙的注释\n  - id: \"2\"\n"));
}

TEST_CASE("keys, kinds, fixed words and words of the vocabulary change language") {
  const std::string english =
      "# yaml-language-server: $schema=s.json\nkind: list\ndomain: a\nunit: \"310104\"\n"
      "version: \"1\"\nitems:\n  - id: \"1\"\n    topic: 甲  # 注\n"
      "    publisher: {District: 乙, Street and town: 丙}\n"
      "    channels: [Government website, Other（墙报）, 公开查询点]\n"
      "    audience: Everyone\n    mode: On request\n    levels: [District]\n    其他: 1\n";
  const std::string chinese =
      "# yaml-language-server: $schema=s.json\n类型: 事项清单\n领域: a\n单位: \"310104\"\n"
      "版本: \"1\"\n事项:\n  - 编号: \"1\"\n    一级事项: 甲  # 注\n"
      "    公开主体: {区级: 乙, 街镇级: 丙}\n"
      "    公开渠道和载体: [政府网站, 其他（墙报）, 公开查询点]\n"
      "    公开对象: 全社会\n    公开方式: 依申请\n    公开层级: [区级]\n    其他: 1\n";
  CHECK(styled(english, Lang::Zh) == chinese);
  CHECK(styled(chinese, Lang::En) == english);
  CHECK(styled("类型: 标准目录\n状态: 送审\n", Lang::En) == "kind: standard\nstate: submitted\n");
  CHECK(
      styled("kind: guideline\nitems:\n  - id: \"1\"\n    seen: partial\n    unsure: [deadline]\n",
             Lang::Zh) ==
      "类型: 标准指引\n事项:\n  - 编号: \"1\"\n    核验: 部分核验\n    未核实: [公开时限]\n");
}

TEST_CASE("what merging left to settle changes language with its values") {
  const std::string english =
      "kind: standard\nitems:\n  - id: \"1\"\n    deadline: {District: {conflict: {base: 甲, "
      "district: 乙}}}\n    mode: {conflict: {department: On request, district: Withheld}}\n";
  const std::string chinese =
      "类型: 标准目录\n事项:\n  - 编号: \"1\"\n    公开时限: {区级: {冲突: {原文: 甲, 区: 乙}}}\n"
      "    公开方式: {冲突: {部门: 依申请, 区: 不予公开}}\n";
  CHECK(styled(english, Lang::Zh) == chinese);
  CHECK(styled(chinese, Lang::En) == english);
}

TEST_CASE("a file of no known kind is not ours") {
  const auto made = format_file("a:   1\n", {});
  REQUIRE(made);
  CHECK_FALSE(made->has_kind);
  CHECK(made->text == "a:   1\n");
}

TEST_CASE(
    "shipped files: the same to yaml-cpp, done at once, and back again from the other language") {
  const auto files = shipped();
  REQUIRE(files.size() > 60);
  for (const auto& path : files) {
    const std::string text = read_file(path);
    const auto made = format_file(text, {});
    if (!made || !made->has_kind) continue;
    CHECK_MESSAGE(sense(YAML::Load(made->text)) == sense(YAML::Load(text)), path.string());
    CHECK_MESSAGE(styled(made->text) == made->text, path.string());
    const std::string chinese = styled(text, Lang::Zh);
    const std::string english = styled(chinese, Lang::En);
    CHECK_MESSAGE(chinese != english, path.string());
    CHECK_MESSAGE(styled(english, Lang::Zh) == chinese, path.string());
    CHECK_MESSAGE(styled(chinese, Lang::En) == english, path.string());
  }
}

TEST_CASE("generated lists: the same to yaml-cpp, done at once, and back again") {
  ListMaker maker(21);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = maker.make();
    const std::string once = styled(text);
    REQUIRE_MESSAGE(styled(once) == once, (text + "\n--- once\n" + once));
    REQUIRE_MESSAGE(sense(YAML::Load(once)) == sense(YAML::Load(text)),
                    (text + "\n--- once\n" + once));
    const std::string chinese = styled(text, Lang::Zh);
    const std::string english = styled(chinese, Lang::En);
    REQUIRE_MESSAGE(styled(chinese, Lang::Zh) == chinese, chinese);
    REQUIRE_MESSAGE(styled(english, Lang::Zh) == chinese, (chinese + "\n--- en\n" + english));
    REQUIRE_MESSAGE(styled(chinese, Lang::En) == english, chinese);
  }
}
