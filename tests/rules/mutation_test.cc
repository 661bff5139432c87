#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <set>

#include "example_workspace.h"

namespace catalog::test {

namespace {

/// An example that replaces fields of one item, taken apart.
struct ItemExample {
  std::string head;                                         ///< # file: PATH item ID
  std::vector<std::pair<std::string, std::string>> fields;  ///< key, line
};

std::optional<ItemExample> item_example(std::string_view example) {
  ItemExample out;
  for (const std::string& line : lines_of(example)) {
    if (line.starts_with("# file: ")) {
      if (!out.head.empty() || line.find(" item ") == line.npos) return std::nullopt;
      out.head = line;
    } else if (is_field_line(line)) {
      out.fields.emplace_back(key_of(line), line);
    } else {
      return std::nullopt;  // a field over several lines
    }
  }
  return out;
}

std::string text_of(const ItemExample& example) {
  std::string out = example.head + "\n";
  for (const auto& [key, line] : example.fields) out += line + "\n";
  return out;
}

const std::string* line_of_key(const ItemExample& example, const std::string& key) {
  for (const auto& [own, line] : example.fields) {
    if (own == key) return &line;
  }
  return nullptr;
}

/// A value that no item should have, for each field.
const std::vector<std::pair<std::string, std::string>>& wrong_values() {
  static const std::vector<std::pair<std::string, std::string>> values{
      {"topic", "同上"},
      {"subtopic", "审批信 息"},
      {"elements", "[无关的内容]"},
      {"basis", "[相关政策规定]"},
      {"deadline", "信息形成之日起60个工作日内"},
      {"publisher", "县级人民政府民政部门"},
      {"channels", "[其他（墙报）]"},
      {"audience", "特定群体（甲）"},
      {"mode", "不予公开"},
      {"levels", "[市级]"},
      {"extent", "部分"},
      {"review", "\"2019-06-30\""},
      {"links", "[{title: 甲, url: \"http://10.0.0.1/a\"}]"}};
  return values;
}

std::set<std::string> rules_found(const ItemExample& example) {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, text_of(example));
  std::set<std::string> out;
  for (const Finding& finding : validated(files).findings) out.emplace(finding.rule);
  return out;
}

std::string joined_names(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += " " + name;
  return out;
}

/// The good example with one line changed or added.
ItemExample with_line(ItemExample example, const std::string& key, const std::string& line) {
  for (auto& [own, text] : example.fields) {
    if (own != key) continue;
    text = line;
    return example;
  }
  example.fields.emplace_back(key, line);
  return example;
}

}  // namespace

TEST_CASE("good examples changed one field at a time give what the golden text says") {
  std::string text;
  size_t mutations = 0, silent = 0;
  for (const Rule* rule : all_rules()) {
    const auto good = item_example(rule->good), bad = item_example(rule->bad);
    if (rule->at_build || !good || !bad || good->head != bad->head) continue;
    std::vector<std::string> differing;
    for (const auto& [key, line] : bad->fields) {
      const std::string* own = line_of_key(*good, key);
      if (!own || *own != line) differing.push_back(key);
    }
    for (const std::string& key : differing) {
      const auto found = rules_found(with_line(*good, key, *line_of_key(*bad, key)));
      text += std::string(rule->name) + " " + key.substr(4) + " as in bad:" + joined_names(found) +
              "\n";
      mutations++;
      // Where the examples differ in this field alone, the rule must find it, and no other may.
      if (differing.size() != 1 || bad->fields.size() < good->fields.size()) continue;
      if (rule->family == Family::Form) continue;  // a slip of form hides what follows it
      CAPTURE(rule->name);
      CHECK(found == std::set<std::string>{std::string(rule->name)});
    }
    for (const auto& [key, value] : wrong_values()) {
      if (std::ranges::find(rule->fields, key) == rule->fields.end()) continue;
      const std::string indented = "    " + key;
      const auto found = rules_found(with_line(*good, indented, indented + ": " + value));
      text += std::string(rule->name) + " " + key + " " + value + ":" + joined_names(found) + "\n";
      mutations++;
      // A few of them are lawful where they are put; the golden text shows which.
      silent += found.empty();
    }
  }
  CHECK(mutations > 120);
  CHECK(silent * 20 < mutations);
  const auto golden = source_folder() / "tests/rules/data/mutations.txt";
  if (std::getenv("CATALOG_UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << text;
  CHECK(text == bytes_of(golden));
}

}  // namespace catalog::test
