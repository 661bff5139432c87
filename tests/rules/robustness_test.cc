#include <doctest/doctest.h>

#include <random>

#include "example_workspace.h"

namespace catalog::test {

namespace {

constexpr const char* kList = "/example/lists/310104/social-assistance.yaml";

/// The lines of item 6's fields in the example, without its id.
std::vector<std::string> item_fields(const std::string& list) {
  std::vector<std::string> out;
  const size_t from = list.find("  - id: \"6\"");
  for (const std::string& line : lines_of(std::string_view(list).substr(from))) {
    if (is_field_line(line)) out.push_back(line);
  }
  return out;
}

std::string without_item_6(const std::string& list) {
  return list.substr(0, list.find("  - id: \"6\""));
}

const std::vector<std::string>& odd_values() {
  static const std::vector<std::string> values{
      "\"\"",
      "[]",
      "{}",
      "~",
      "甲",
      "[甲, 乙]",
      "[[甲]]",
      "{区级: 甲, 街镇级: }",
      "{甲: [乙], 市级: 丙}",
      "[{name: 甲, mode: 不予公开}, {}]",
      "\"《》（）\"",
      "\"《甲》（乙（2020）1号\"",
      "\"<区><街镇><\"",
      "\"、、，；/\"",
      "social-assistance/6",
      "[social-assistance/, /, x/y/z, \"\"]",
      "信息形成之日起99999999999999个工作日内，公示0个工作日",
      "\"\\0\\u0085\\u2028\"",
      "特定群体（",
      "其他（）"};
  return values;
}

}  // namespace

TEST_CASE("no rule fails on items with any subset of their fields") {
  MemoryFileSystem files;
  put_example(files);
  const std::string list = files.files().at(kList);
  const auto fields = item_fields(list);
  REQUIRE(fields.size() == 11);
  std::string all = without_item_6(list);
  size_t items = 0;
  for (unsigned subset = 0; subset < 1u << fields.size(); subset++) {
    all += "  - id: \"6-" + std::to_string(items++) + "\"\n";
    for (size_t i = 0; i < fields.size(); i++) {
      if (subset & (1u << i)) all += fields[i] + "\n";
    }
  }
  files.put(kList, all);
  const Validation validation = validated(files);
  CHECK(validation.summary.items == items + 5);
  CHECK(validation.summary.errors > items);
}

TEST_CASE("no rule fails on any subset of the seldom fields, with and without the others") {
  MemoryFileSystem files;
  put_example(files);
  const std::string list = files.files().at(kList);
  const auto fields = item_fields(list);
  const std::vector<std::string> seldom{"    category: 权力事项",
                                        "    detail: 基本信息",
                                        "    extent: 部分",
                                        "    ground: 《中华人民共和国政府信息公开条例》第十五条",
                                        "    review: \"2020-06-30\"",
                                        "    links: [{title: 甲, url: \"https://a.cn/\"}, {}]",
                                        "    note: 备注",
                                        "    deviation: [{rules: [deadline-longer]}, {}]",
                                        "    extra: {责任科室: 救助科}"};
  std::string all = without_item_6(list);
  size_t items = 0;
  for (unsigned subset = 0; subset < 1u << (seldom.size() + 1); subset++) {
    all += "  - id: \"6-" + std::to_string(items++) + "\"\n";
    for (size_t i = 0; i < seldom.size(); i++) {
      if (subset & (1u << i)) all += seldom[i] + "\n";
    }
    if (subset >> seldom.size()) all += joined(fields);
  }
  files.put(kList, all);
  CHECK(validated(files).summary.items == items + 5);
}

TEST_CASE("ten thousand generated lists are checked, the same for any number of threads") {
  MemoryFileSystem files;
  put_example(files);
  const std::string list = files.files().at(kList);
  const auto fields = item_fields(list);
  std::mt19937 dice(20201231);
  for (int n = 0; n < 10000; n++) {
    const std::string unit = "U" + std::to_string(n % 400);
    std::string text =
        "kind: list\ndomain: social-assistance\nunit: " + (dice() % 3 ? "\"310104\"" : unit) +
        "\nversion: \"2020.1\"\nitems:\n";
    for (size_t items = 1 + dice() % 2; items > 0; items--) {
      text += "  - id: \"" + std::to_string(dice() % 3) + "\"\n";
      for (const std::string& field : fields) {
        const size_t what = dice() % 8;
        if (what == 0) continue;
        text +=
            what == 1 ? key_of(field) + ": " + odd_values()[dice() % odd_values().size()] : field;
        text += "\n";
      }
    }
    files.put("/example/lists/" + std::to_string(n) + ".yaml", text);
  }
  std::string before;
  for (const unsigned threads : {1u, 2u, 8u}) {
    ValidateOptions how = options();
    how.threads = threads;
    const Validation validation = validated(files, how);
    CHECK(validation.summary.files > 10000);
    std::string all;
    for (size_t i = 0; i < validation.findings.size(); i++) {
      const Finding& finding = validation.findings[i];
      all += fingerprint_text(finding.fingerprint) + "\n";
      if (i == 0) continue;
      const Place& last = validation.findings[i - 1].place;
      const auto key = [](const Place& place) {
        return std::pair{place.file.view(), place.span.begin};
      };
      if (key(last) > key(finding.place)) FAIL_CHECK("not in the order of the files");
    }
    CHECK((before.empty() || all == before));
    before = std::move(all);
  }
}

TEST_CASE("no rule fails on odd values in any field") {
  MemoryFileSystem files;
  put_example(files);
  const std::string list = files.files().at(kList);
  const auto fields = item_fields(list);
  size_t items = 0;
  std::string all = without_item_6(list);
  for (size_t changed = 0; changed < fields.size(); changed++) {
    for (const std::string& value : odd_values()) {
      all += "  - id: \"6-" + std::to_string(items++) + "\"\n";
      for (size_t i = 0; i < fields.size(); i++)
        all += (i == changed ? key_of(fields[i]) + ": " + value : fields[i]) + "\n";
    }
  }
  files.put(kList, all);
  const Validation validation = validated(files);
  CHECK(validation.summary.items == items + 5);
  for (const Finding& finding : validation.findings) {
    CHECK(finding.place.span.begin <= finding.place.span.end);
    CHECK(finding.place.span.end <= all.size());
    CHECK(!finding.message.in(Lang::Zh).empty());
  }
}

TEST_CASE("no file of a workspace makes the checks fail when bytes of it are changed") {
  MemoryFileSystem files;
  put_example(files);
  std::mt19937 random(20200630);
  const auto below = [&](size_t n) { return random() % n; };
  std::vector<std::string> paths;
  for (const auto& [path, text] : files.files()) {
    if (path.starts_with("/example/")) paths.push_back(path);
  }
  for (int round = 0; round < 300; round++) {
    const std::string& path = paths[below(paths.size())];
    const std::string original = files.files().at(path);
    std::string text = original;
    for (size_t changes = 1 + below(4); changes > 0 && !text.empty(); changes--) {
      const size_t at = below(text.size());
      constexpr std::string_view kMarks = "[]{}:,#-&*!|>'\"%@` \n\t0a";
      switch (below(3)) {
        case 0:
          text[at] = kMarks[below(kMarks.size())];
          break;
        case 1:
          text.erase(at, 1 + below(20));
          break;
        default:
          text.insert(at, 1, kMarks[below(kMarks.size())]);
      }
    }
    files.put(path, text);
    const auto validation = validate_workspace(files, kRoot, options());
    if (validation) {
      for (const Finding& finding : validation->findings) {
        const auto file = files.files().find(std::string(finding.place.file.view()));
        REQUIRE(file != files.files().end());
        CHECK(finding.place.span.end <= file->second.size());
      }
    }
    files.put(path, original);
  }
}

}  // namespace catalog::test
