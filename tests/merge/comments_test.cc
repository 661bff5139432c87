#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "merge/output.h"
#include "merge/versions.h"
#include "merge_world.h"
#include "model/writer.h"
#include "yaml/parse.h"

namespace catalog::test {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

/// Sprinkles comments, each with a text of its own, over a YAML text in block style.
class Commenter {
 public:
  explicit Commenter(uint32_t seed) : dice_(seed) {}

  size_t below(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(dice_); }
  bool chance(size_t percent) { return below(100) < percent; }

  std::string add(const std::string& text, const std::string& author, size_t percent,
                  std::vector<std::string>& added) {
    std::vector<std::string> out;
    const auto mark = [&] {
      added.push_back(author + std::to_string(next_++) + "。");
      return "# " + added.back();
    };
    for (const std::string& line : lines_of(text)) {
      const size_t indent = std::min(line.find_first_not_of(' '), line.size());
      if (chance(percent)) out.push_back(std::string(indent, ' ') + mark());
      const bool plain = !line.empty() && line.find('#') == line.npos && line.back() != '|';
      out.push_back(plain && chance(percent) ? line + "  " + mark() : line);
    }
    if (chance(30)) out.push_back(mark());
    return joined(out);
  }

 private:
  std::mt19937 dice_;
  size_t next_ = 0;
};

/// How often each comment stands in a text.
std::map<std::string, size_t> comments_of(const std::string& text) {
  yaml::Tree tree;
  REQUIRE_MESSAGE(yaml::parse(text, tree, yaml::Comments::Keep), text);
  std::map<std::string, size_t> out;
  for (const Span span : tree.comments()) {
    std::string_view words = std::string_view(text).substr(span.begin + 1, span.size() - 1);
    while (words.starts_with(' ')) words.remove_prefix(1);
    if (!words.empty()) out[std::string(words)]++;
  }
  return out;
}

std::vector<AuthorComment> read(const std::string& text) {
  yaml::Tree tree;
  REQUIRE_MESSAGE(yaml::parse(text, tree, yaml::Comments::Keep), text);
  return author_comments(text, tree);
}

/// A file that two authors edit: what may stand in the place of what, and an item to add.
struct Edited {
  std::string text;
  std::vector<std::pair<std::string, std::string>> changes;
  std::string item;   ///< `{}` stands for its id
  std::string entry;  ///< how an item begins, its id left out
};

const Edited& list_file() {
  static const Edited out = [] {
    Edited made;
    const std::string item =
        "  - id: \"{}\"\n    guideline: d/1\n    topic: 事项\n    subtopic: 信息\n    elements: "
        "[内容甲, 内容乙]\n    basis:\n      - 《办法甲》\n      - 《办法乙》\n    deadline: "
        "信息形成之日起10个工作日内\n    publisher: {区级: 民政局, 街镇级: 街道}\n    channels: "
        "[政府网站]\n    audience: 全社会\n    mode: 主动\n    levels: [区级, 街镇级]\n";
    made.text = "kind: list\ndomain: d\nunit: \"310104\"\nversion: \"1\"\nitems:\n";
    for (const char* id : {"1", "2", "3", "4"})
      made.text += std::string(item).replace(item.find("{}"), 2, id);
    made.text += "omitted:\n  - {guideline: d/8, reason: 没有}\n";
    made.item = item;
    made.entry = "  - id: ";
    made.changes = {{"10个工作日", "5个工作日"},
                    {"10个工作日", "7个工作日"},
                    {"[政府网站]", "[政府网站, 公开查阅点]"},
                    {"[内容甲, 内容乙]", "[内容甲]"},
                    {"民政局", "民政部门"},
                    {"topic: 事项", "topic: 事项名"},
                    {"      - 《办法乙》\n", ""}};
    return made;
  }();
  return out;
}

const Edited& adoption_file() {
  static const Edited out = [] {
    Edited made;
    const std::string item =
        "  - domain: d\n    id: \"a{}\"\n    topic: 事项\n    elements: [内容甲, 内容乙]\n    "
        "deadline: 信息形成之日起10个工作日内\n    publisher: 民政局\n    channels: [政府网站]\n   "
        " "
        "audience: 全社会\n    mode: 主动\n    levels: [区级]\n";
    made.text =
        "kind: adoption\nunit: \"310104\"\nstandards:\n  - {domain: d, version: \"1\"}\n  - "
        "{domain: e, version: \"1\"}\nset:\n  - match: {domain: d, topic: 甲}\n    to:\n      "
        "deadline: 信息形成之日起10个工作日内\n      channels: [政府网站]\n  - match: {domain: d, "
        "topic: 乙}\n    to: {publisher: 民政局}\nexclude:\n  - {item: d/1, reason: 没有}\n  - "
        "{domain: f, reason: 没有}\nadd:\n";
    for (const char* id : {"1", "2"})
      made.text += std::string(item).replace(item.find("{}"), 2, id);
    made.item = item;
    made.entry = "  - domain: ";
    made.changes = {{"10个工作日", "5个工作日"},
                    {"10个工作日", "7个工作日"},
                    {"[政府网站]", "[政府网站, 公开查阅点]"},
                    {"民政局", "民政部门"},
                    {"version: \"1\"", "version: \"2\""},
                    {"reason: 没有", "reason: 本区没有"},
                    {"  - {domain: f, reason: 没有}\n", ""}};
    return made;
  }();
  return out;
}

/// One author's version: some values changed, perhaps an item taken out or added, comments. What
/// stood in the item is in `dropped`.
std::string version_of(const Edited& file, const std::string& base, const std::string& author,
                       Commenter& dice, std::vector<std::string>& added, std::string& dropped) {
  std::string text = base;
  for (size_t n = dice.below(4); n > 0; n--) {
    const auto& [from, to] = file.changes[dice.below(file.changes.size())];
    std::vector<size_t> places;
    for (size_t at = text.find(from); at != text.npos; at = text.find(from, at + 1))
      places.push_back(at);
    if (!places.empty()) text.replace(places[dice.below(places.size())], from.size(), to);
  }
  std::vector<size_t> items;
  for (size_t at = text.find(file.entry); at != text.npos; at = text.find(file.entry, at + 1))
    items.push_back(at);
  if (dice.chance(25) && items.size() > 1) {
    dropped = text.substr(items[0], items[1] - items[0]);
    text.erase(items[0], items[1] - items[0]);
  }
  if (dice.chance(35)) {
    std::string item = file.item;
    item.replace(item.find("{}"), 2, author == "甲" ? "21" : dice.chance(50) ? "21" : "22");
    text.insert(text.find(file.entry), item);
  }
  return dice.add(text, author, 6, added);
}

void check_versions(const Edited& file, uint32_t from, size_t& by_item, size_t& conflicts) {
  const MarkerStyle style;
  for (uint32_t seed = from; seed < from + 1500; seed++) {
    Commenter dice(seed);
    std::vector<std::string> old, first, second;
    std::string dropped_first, dropped_second;
    const std::string base = dice.add(file.text, "底", 4, old);
    const std::string ours = version_of(file, base, "甲", dice, first, dropped_first);
    const std::string theirs = version_of(file, base, "乙", dice, second, dropped_second);
    const VersionsMerged merged = merge_versions(merge_workspace(), base, ours, theirs, style);
    by_item += !merged.by_lines;
    conflicts += merged.conflicts;
    CAPTURE(base);
    CAPTURE(ours);
    CAPTURE(theirs);
    CAPTURE(merged.text);
    const auto count = [&](const std::string& comment) {
      size_t times = 0;
      for (size_t at = merged.text.find("# " + comment); at != std::string::npos;
           at = merged.text.find("# " + comment, at + 1))
        times++;
      return times;
    };
    for (const auto* authored : {&first, &second}) {
      for (const std::string& comment : *authored) {
        CAPTURE(comment);
        CHECK(count(comment) >= 1);
        if (!merged.conflicts) CHECK(count(comment) == 1);
      }
    }
    for (const std::string& comment : old) {
      if ((dropped_first + dropped_second).find(comment) != std::string::npos) continue;
      if (ours.find(comment) == std::string::npos || theirs.find(comment) == std::string::npos)
        continue;
      CAPTURE(comment);
      CHECK(count(comment) >= 1);
      if (!merged.conflicts) CHECK(count(comment) == 1);
    }
  }
}

}  // namespace

TEST_CASE("every comment of both lists and of the last standard is in the merged standard, once") {
  size_t counted = 0;
  TripleMaker maker(7);
  for (uint32_t seed = 0; seed < 3000; seed++) {
    const Triple triple = maker.make(seed % 2 == 0);
    const auto merged = merge_pair(
        triple.merge(seed % 3 == 0 ? SettlePlan{} : SettlePlan{.all = Settle::Department}));
    REQUIRE(merged);
    Commenter dice(seed);
    std::vector<std::string> written;
    Standard base = triple.base;
    List department = triple.department, district = triple.district;
    department.kind = district.kind = text("list");
    const std::string texts[] = {
        dice.add(yaml::emit(to_value(base, Lang::En)), "底", 8, written),
        dice.add(yaml::emit(to_value(department, seed % 5 == 0 ? Lang::Zh : Lang::En)), "部", 8,
                 written),
        dice.add(yaml::emit(to_value(district, Lang::En)), "区", 8, written)};
    const PairComments comments{read(texts[0]), read(texts[1]), read(texts[2])};
    std::string out;
    write_merged(*merged, comments, Lang::En, 1 + seed % 2,
                 [&](std::string_view piece) { out += piece; });
    CHECK(out == yaml::emit(merged_value(*merged, comments, Lang::En)));
    const auto found = comments_of(out);
    CAPTURE(texts[0]);
    CAPTURE(texts[1]);
    CAPTURE(texts[2]);
    CAPTURE(out);
    for (const std::string& comment : written) {
      CAPTURE(comment);
      CHECK(found.contains(comment));
      if (found.contains(comment)) CHECK(found.at(comment) == 1);
    }
    CHECK(found.size() == written.size());
    counted += written.size();
  }
  CHECK(counted > 30000);
}

TEST_CASE(
    "git's merge keeps every comment that either branch added, and those that nobody took out") {
  size_t by_item = 0, conflicts = 0;
  check_versions(list_file(), 0, by_item, conflicts);
  CHECK(by_item > 1200);
  CHECK(conflicts > 100);
}

TEST_CASE("git's merge of adoptions keeps every comment too") {
  size_t by_item = 0, conflicts = 0;
  check_versions(adoption_file(), 5000, by_item, conflicts);
  CHECK(by_item > 1200);
  CHECK(conflicts > 100);
}

}  // namespace catalog::test
