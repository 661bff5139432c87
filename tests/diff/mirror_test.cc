#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

#include "diff/version_diff.h"
#include "model/related_items.h"

using namespace catalog;

namespace {

/// Two versions: each of some lists of one unit, by domain and the YAML behind their heads.
using Lists = std::vector<std::pair<std::string, std::string>>;

/// One change of each kind, and what it is for the public.
struct KindExample {
  ChangeKind kind;
  ChangeClass cls;
  Lists before;
  Lists after;
};

std::string item(const std::string& id, const std::string& name, const std::string& more) {
  return "  - {id: \"" + id + "\", topic: " + name + ", guideline: tax/1, " + more + "}\n";
}
std::string items(const std::string& lines) { return "items:\n" + lines; }

const std::vector<KindExample>& examples() {
  using enum ChangeKind;
  using enum ChangeClass;
  static const std::string whole = items(item("1", "甲乙", "elements: [一, 二, 三, 四]"));
  static const std::string pieces =
      items(item("1", "甲乙", "elements: [一, 二]") + item("2", "丙", "elements: [三, 四]"));
  static const std::vector<KindExample> all{
      {CatalogueAdded, Editorial, {}, {{"tax", items(item("1", "甲", "mode: 不予公开"))}}},
      {ItemAdded,
       Widened,
       {{"tax", "items: []\n"}},
       {{"tax", items(item("1", "甲", "mode: 主动"))}}},
      {ItemAdded,
       ChangeClass::Changed,
       {{"tax", "items: []\n"}},
       {{"tax", items(item("1", "甲", "mode: 不予公开"))}}},
      {ItemRenamed,
       ChangeClass::Changed,
       {{"tax", items(item("1", "甲", "mode: 主动"))}},
       {{"tax", items(item("1", "乙", "mode: 主动"))}}},
      {ItemRenumbered,
       Editorial,
       {{"tax", items(item("1", "甲", "mode: 主动"))}},
       {{"tax", items(item("2", "甲", "mode: 主动"))}}},
      {ItemMoved,
       ChangeClass::Changed,
       {{"tax", items(item("1", "甲", "elements: [一]"))}, {"water", "items: []\n"}},
       {{"tax", "items: []\n"}, {"water", items(item("9", "甲", "elements: [一]"))}}},
      {ItemSplit, ChangeClass::Changed, {{"tax", whole}}, {{"tax", pieces}}},
      {OmissionAdded,
       Narrowed,
       {{"tax", "items: []\n"}},
       {{"tax", "items: []\nomitted: [{guideline: tax/1, reason: 无}]\n"}}},
      {OmissionAdded,
       Editorial,
       {{"tax", items(item("1", "甲", "mode: 不予公开"))}},
       {{"tax", "items: []\nomitted: [{guideline: tax/1, reason: 无}]\n"}}},
      {MemberAdded,
       Widened,
       {{"tax", items(item("1", "甲", "elements: [一]"))}},
       {{"tax", items(item("1", "甲", "elements: [一, 二]"))}}},
      {MemberChanged,
       Editorial,
       {{"tax", items(item("1", "甲", "channels: [两微一端]"))}},
       {{"tax", items(item("1", "甲", "channels: [政务新媒体]"))}}},
      {FieldChanged,
       Narrowed,
       {{"tax", items(item("1", "甲", "deadline: 10个工作日内"))}},
       {{"tax", items(item("1", "甲", "deadline: 20个工作日内"))}}},
      {FieldChanged,
       Editorial,
       {{"tax", "effective: \"2020-12-31\"\nitems: []\n"}},
       {{"tax", "effective: \"2021-12-31\"\nitems: []\n"}}},
  };
  return all;
}

struct Version {
  std::deque<List> lists;
  CatalogueSet set;
  explicit Version(const Lists& texts) {
    for (const auto& [domain, rest] : texts) {
      const std::string text =
          "kind: list\ndomain: " + domain + "\nunit: \"310104\"\nversion: \"1\"\n" + rest;
      yaml::Tree tree;
      Problems problems;
      REQUIRE(yaml::parse(text, tree));
      read_document(tree, Symbol::of("test.yaml"), lists.emplace_back(), problems);
      set.catalogues.push_back(version_of(lists.back()));
    }
  }
};

/// What all changes say, in an order of its own; `turned` as the mirror has it.
using Row = std::tuple<std::string_view, std::string_view, bool, std::string, std::string,
                       std::string, std::string, std::string, std::string>;
std::vector<Row> rows(const Lists& before, const Lists& after, bool turned) {
  const Version old(before);
  const Version now(after);
  std::vector<Row> out;
  const Workspace names;
  const auto all = compare_versions(old.set, now.set, test::shipped_knowledge(), names).changes;
  std::set<uint64_t> prints;
  for (const Change& change : all) {
    prints.insert(change.fingerprint);
    out.emplace_back(class_key(turned ? mirror(change.cls) : change.cls),
                     kind_key(turned ? mirror(change.kind) : change.kind), change.certain,
                     change.field, std::string(part_key(change.part)), change.level,
                     turned ? change.after : change.before, turned ? change.before : change.after,
                     turned ? change.after_words + "|" + change.before_words
                            : change.before_words + "|" + change.after_words);
  }
  CHECK(prints.size() == all.size());
  std::ranges::sort(out);
  return out;
}

bool has(const std::vector<Row>& all, ChangeKind kind, ChangeClass of) {
  return std::ranges::any_of(all, [&](const Row& row) {
    return std::get<0>(row) == class_key(of) && std::get<1>(row) == kind_key(kind);
  });
}

Lists one_item(std::string_view lines) {
  std::string out = "items:\n  - id: \"1\"\n";
  std::stringstream stream{std::string(lines)};
  for (std::string line; std::getline(stream, line);) out += "    " + line + "\n";
  return {{"tax", out}};
}

}  // namespace

TEST_CASE("every kind of change has an example, and a mirror that the swapped versions show") {
  std::set<ChangeKind> shown;
  for (const KindExample& example : examples()) {
    CAPTURE(std::string(kind_key(example.kind)));
    const auto forward = rows(example.before, example.after, false);
    const auto back = rows(example.after, example.before, false);
    CHECK(has(forward, example.kind, example.cls));
    CHECK(has(back, mirror(example.kind), mirror(example.cls)));
    CHECK(rows(example.before, example.after, true) == back);
    CHECK(rows(example.after, example.after, false).empty());
    shown.insert({example.kind, mirror(example.kind)});
  }
  for (size_t kind = 0; kind < kChangeKinds; kind++) {
    CAPTURE(std::string(kind_key(static_cast<ChangeKind>(kind))));
    CHECK(shown.contains(static_cast<ChangeKind>(kind)));
    CHECK(mirror(mirror(static_cast<ChangeKind>(kind))) == static_cast<ChangeKind>(kind));
  }
}

TEST_CASE("every change of every field is told between versions, and mirrored") {
  for (const test::FieldChange& change : test::field_changes()) {
    CAPTURE(change.before);
    CAPTURE(change.after);
    const auto forward = rows(one_item(change.before), one_item(change.after), true);
    CHECK_FALSE(forward.empty());
    CHECK(forward == rows(one_item(change.after), one_item(change.before), false));
  }
}
