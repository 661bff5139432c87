#include "model/field_relation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "model/fields_item.h"
#include "model/related_items.h"
#include "model/stricter_value.h"

using namespace catalog;
using test::field_changes;
using test::FieldChange;
using test::item_of;
using test::shipped_knowledge;

namespace catalog {
doctest::String toString(FieldRelation relation) {
  constexpr const char* kNames[] = {"Equal", "Editorial", "Narrower", "Wider", "Changed"};
  return kNames[static_cast<size_t>(relation)];
}
}  // namespace catalog

namespace {

using enum FieldRelation;

/// What all parts of a comparison say, in an order of its own; `turned` as the mirror has it.
auto parts_of_comparison(const FieldComparison& comparison, bool turned) {
  using Row = std::tuple<FieldPart, FieldRelation, bool, std::string, std::string, std::string,
                         std::string, std::string>;
  std::vector<Row> rows;
  for (const FieldDifference& part : comparison.parts) {
    rows.emplace_back(part.part, turned ? mirror(part.relation) : part.relation, part.certain,
                      part.level, std::string(part.own), turned ? part.after : part.before,
                      turned ? part.before : part.after,
                      turned ? part.after_words + "|" + part.before_words
                             : part.before_words + "|" + part.after_words);
  }
  std::ranges::sort(rows);
  return rows;
}

/// The key whose relation a change is about: elements.mode is judged within elements.
std::string_view item_key(std::string_view field) { return field.substr(0, field.find('.')); }

/// Kinds of change that a field can't show, each with its reason. Equal needs no example; None of a
/// field's `compare` waives all.
struct Waiver {
  std::string_view field;
  FieldRelation relation;
  std::string_view reason;
};
constexpr std::string_view kEditorialOnly = "any difference of this field is editorial";
constexpr std::string_view kNoOrder = "the field's values have no order, only sameness";
constexpr std::string_view kDays = "two days that are the same are written the same";
constexpr Waiver kWaivers[] = {
    {"guideline", Narrower, kEditorialOnly}, {"guideline", Changed, kEditorialOnly},
    {"category", Narrower, kEditorialOnly},  {"category", Changed, kEditorialOnly},
    {"links", Narrower, kEditorialOnly},     {"links", Changed, kEditorialOnly},
    {"note", Narrower, kEditorialOnly},      {"note", Changed, kEditorialOnly},
    {"extra", Narrower, kEditorialOnly},     {"extra", Changed, kEditorialOnly},
    {"topic", Narrower, kNoOrder},           {"subtopic", Narrower, kNoOrder},
    {"detail", Narrower, kNoOrder},          {"basis", Narrower, kNoOrder},
    {"publisher", Narrower, kNoOrder},       {"ground", Narrower, kNoOrder},
    {"elements.ground", Narrower, kNoOrder}, {"review", Editorial, kDays},
    {"elements.review", Editorial, kDays},
};

/// Fields that are not compared, each with its reason.
struct Uncompared {
  std::string_view field;
  std::string_view reason;
};
constexpr Uncompared kUncompared[] = {
    {"deviation", "a departure is no part of what the public is told"},
    {"elements.required", "a guideline's mark; what it demands is for the rules"},
    {"was", "where an item came from; items pair by it"},
    {"number", "the printed number of a row may change; its id does not"},
    {"aliases", "former ids; rows pair by them"},
    {"channels_demand", "a guideline's mark; what it demands is for the rules"},
    {"channels_allowed", "a guideline's mark; what it demands is for the rules"},
    {"seen", "where a row was read is no part of what the public is told"},
    {"unsure", "where a row was read is no part of what the public is told"},
    {"from", "where a row was read is no part of what the public is told"},
};

bool is_uncompared(std::string_view field) {
  return std::ranges::find(kUncompared, field, &Uncompared::field) != std::end(kUncompared);
}

bool is_shown(const std::string& field, FieldRelation relation) {
  return std::ranges::any_of(field_changes(), [&](const FieldChange& change) {
    return change.field == field &&
           (change.relation == relation || mirror(change.relation) == relation);
  });
}

bool is_waived(const std::string& field, FieldRelation relation) {
  return std::ranges::any_of(kWaivers, [&](const Waiver& waiver) {
    return waiver.field == field &&
           (waiver.relation == relation || mirror(waiver.relation) == relation);
  });
}

/// Keys inside a field's records whose differences are told of the field as a whole.
constexpr Uncompared kToldOutside[] = {
    {"links.title", "a link is told as a member of links, with its title"},
    {"links.url", "a link is told as a member of links, by its address"},
};

void check_holes(const RecordInfo& record, const std::string& prefix) {
  for (const FieldInfo& field : record.fields) {
    const std::string name = prefix + std::string(field.key.en);
    CAPTURE(name);
    if (!field.identity) CHECK((field.compare == Compare::None) == is_uncompared(name));
    if (field.compare == Compare::None) continue;
    for (const FieldRelation relation : {Editorial, Narrower, Wider, Changed}) {
      CAPTURE(relation);
      CHECK(is_shown(name, relation) != is_waived(name, relation));
    }
    if (!field.record()) continue;
    if (field.shape == Shape::Elements) {
      check_holes(*field.record(), name + ".");
      continue;
    }
    for (const FieldInfo& inner : field.record()->fields) {
      const std::string key = name + "." + std::string(inner.key.en);
      CAPTURE(key);
      CHECK(std::ranges::find(kToldOutside, key, &Uncompared::field) != std::end(kToldOutside));
    }
  }
}

Item random_item(std::mt19937& random) {
  const auto& changes = field_changes();
  std::string lines;
  std::vector<std::string_view> used;
  for (int i = 0; i < 8; i++) {
    const FieldChange& change = changes[random() % changes.size()];
    const std::string_view chosen = random() % 2 ? change.before : change.after;
    std::stringstream stream{std::string(chosen)};
    for (std::string line; std::getline(stream, line);) {
      const std::string key = line.substr(0, line.find(':'));
      if (lines.starts_with(key + ":") || lines.find("\n" + key + ":") != lines.npos) continue;
      lines += line + "\n";
    }
  }
  return item_of(lines);
}

}  // namespace

TEST_CASE("each change of each field is what it is for the public, and its mirror the opposite") {
  for (const FieldChange& change : field_changes()) {
    const Item before = item_of(change.before);
    const Item after = item_of(change.after);
    const auto key = item_key(change.field);
    CAPTURE(change.before);
    CAPTURE(change.after);
    const FieldComparison forward = relate_field(key, before, after, shipped_knowledge());
    const FieldComparison back = relate_field(key, after, before, shipped_knowledge());
    CHECK(forward.relation() == change.relation);
    CHECK(back.relation() == mirror(change.relation));
    CHECK(parts_of_comparison(forward, true) == parts_of_comparison(back, false));
    CHECK(relate_items(before, before, shipped_knowledge()).empty());
  }
}

TEST_CASE("every field of the table shows every kind of change, or a waiver says why not") {
  check_holes(*record_info<Item>(), "");
  check_holes(*record_info<StandardItem>(), "");
  check_holes(*record_info<Row>(), "");
}

TEST_CASE("no waiver is written for what no table has") {
  const auto is_known = [](std::string_view name) {
    const size_t dot = name.find('.');
    for (const RecordInfo* record :
         {record_info<Item>(), record_info<StandardItem>(), record_info<Row>()}) {
      const FieldInfo* field = record->field(name.substr(0, dot));
      if (!field) continue;
      if (dot == name.npos || field->record()->field(name.substr(dot + 1))) return true;
    }
    return false;
  };
  for (const Waiver& waiver : kWaivers) CHECK(is_known(waiver.field));
  for (const Uncompared& waiver : kUncompared) CHECK(is_known(waiver.field));
  for (const Uncompared& waiver : kToldOutside) CHECK(is_known(waiver.field));
}

TEST_CASE("generated items: relations are mirrored, and nothing differs from itself") {
  std::mt19937 random(20200120);
  size_t differing = 0;
  for (int i = 0; i < 10'000; i++) {
    const Item a = random_item(random);
    const Item b = random_item(random);
    REQUIRE(relate_items(a, a, shipped_knowledge()).empty());
    const auto forward = relate_items(a, b, shipped_knowledge());
    const auto back = relate_items(b, a, shipped_knowledge());
    REQUIRE(forward.size() == back.size());
    differing += forward.size();
    for (size_t k = 0; k < forward.size(); k++) {
      CAPTURE(forward[k].field->key.en);
      REQUIRE(forward[k].field == back[k].field);
      REQUIRE(parts_of_comparison(forward[k].comparison, true) ==
              parts_of_comparison(back[k].comparison, false));
    }
  }
}

TEST_CASE("each part of a deadline is told by itself") {
  const Item before = item_of("deadline: 20个工作日内，公示7个工作日");
  const Item after = item_of("deadline: 10个工作日内，公示5个工作日");
  const auto comparison = relate_field("deadline", before, after, shipped_knowledge());
  REQUIRE(comparison.parts.size() == 2);
  CHECK(comparison.parts[0].part == FieldPart::Limit);
  CHECK(comparison.parts[0].relation == Wider);
  CHECK(comparison.parts[1].part == FieldPart::Display);
  CHECK(comparison.parts[1].relation == Narrower);
  CHECK(comparison.relation() == Changed);
}

TEST_CASE("working days against a month are judged by the calendar, and said to be unsure") {
  const auto comparison = relate_field("deadline", item_of("deadline: 20个工作日内"),
                                       item_of("deadline: 1个月内"), shipped_knowledge());
  REQUIRE(comparison.parts.size() == 1);
  CHECK_FALSE(comparison.parts[0].certain);
  CHECK(comparison.parts[0].before_words == "20个工作日内");
}

TEST_CASE("a value for a level that only one side has follows from the levels") {
  const auto comparison =
      relate_field("publisher", item_of("levels: [区级]\npublisher: 民政局"),
                   item_of("levels: [区级, 街镇级]\npublisher: {区级: 民政局, 街镇级: 街道办}"),
                   shipped_knowledge());
  REQUIRE(comparison.parts.size() == 1);
  CHECK(comparison.parts[0].relation == Editorial);
  CHECK(comparison.parts[0].level == "街镇级");
}

TEST_CASE("what differs alike at several levels is told once, with the levels") {
  const auto channels = [](std::string_view before, std::string_view after) {
    return relate_field("channels", item_of(before), item_of(after), shipped_knowledge()).parts;
  };
  const auto some = channels(
      "levels: [市级, 区级, 街镇级]\nchannels: {市级: [甲], 区级: [甲, 乙], 街镇级: [乙, 甲]}",
      "levels: [市级, 区级, 街镇级]\nchannels: {市级: [甲], 区级: [甲], 街镇级: [甲, 丙]}");
  REQUIRE(some.size() == 2);
  CHECK(some[0].before == "乙");
  CHECK(some[0].level == "区级、街镇级");
  CHECK(some[0].levels == std::vector<std::string>{"区级", "街镇级"});
  CHECK(some[1].after == "丙");
  CHECK(some[1].level == "街镇级");
  // At all levels that both have: not of a level in particular, though the levels are known.
  const auto all = channels("levels: [区级, 街镇级]\nchannels: [甲, 乙]",
                            "levels: [区级]\nchannels: {区级: [甲]}");
  REQUIRE(all.size() == 3);
  CHECK(all[0].relation == Narrower);
  CHECK(all[0].level.empty());
  CHECK(all[0].levels == std::vector<std::string>{"区级"});
  CHECK(all[1].relation == Editorial);
  CHECK(all[1].level == "街镇级");
  const auto bare =
      channels("levels: [区级, 街镇级]\nchannels: [甲, 乙]", "levels: [区级]\nchannels: [甲]");
  REQUIRE(bare.size() == 1);
  CHECK(bare[0].levels.empty());
}

TEST_CASE("which citation became which does not depend on the direction") {
  const std::string_view two =
      "basis: [《社会救助暂行办法》（国务院令第649号）, 《社会救助暂行办法》第九条]";
  const std::string_view one = "basis: [《社会救助暂行办法》、《城市居民最低生活保障条例》]";
  const auto forward = relate_field("basis", item_of(two), item_of(one), shipped_knowledge());
  const auto back = relate_field("basis", item_of(one), item_of(two), shipped_knowledge());
  CHECK(parts_of_comparison(forward, true) == parts_of_comparison(back, false));
}

TEST_CASE("an item's mode is told once, not again for each element that follows it") {
  const Item before = item_of("mode: 主动\nelements: [名单, {name: 金额, mode: 依申请}]");
  const Item after = item_of("mode: 依申请\nelements: [名单, 金额]");
  const auto fields = relate_items(before, after, shipped_knowledge());
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].comparison.relation() == Editorial);
  CHECK(fields[1].field->key.en == "mode");
  CHECK(fields[1].comparison.relation() == Narrower);
}

namespace {

template <class Get>
auto stricter_of(std::string_view key, const Item& a, const Item& b, Get get) {
  return stricter(*record_info<Item>()->field(key), get(a), get(b),
                  ItemPair{a, b, shipped_knowledge()});
}

}  // namespace

TEST_CASE("the stricter of two values is the public's side in every part") {
  const auto deadline = [](const Item& item) { return item.deadline; };
  const auto phrase = stricter_of("deadline", item_of("deadline: 20个工作日内，公示7个工作日"),
                                  item_of("deadline: 10个工作日内，公示5个工作日"), deadline);
  REQUIRE(phrase);
  CHECK((*phrase)[0].value.view() == "10个工作日内，公示7个工作日");
  CHECK_FALSE(stricter_of("deadline", item_of("deadline: 20个工作日内"),
                          item_of("deadline: 及时公开"), deadline));
  const auto channels = stricter_of("channels", item_of("channels: [政府网站, 两微一端]"),
                                    item_of("channels: [政务新媒体, 政府公报]"),
                                    [](const Item& item) { return item.channels; });
  REQUIRE(channels);
  CHECK((*channels)[0].value.size() == 3);
  const auto mode = stricter_of("mode", item_of("mode: 依申请"), item_of("mode: 主动公开"),
                                [](const Item& item) { return item.mode; });
  REQUIRE(mode);
  CHECK(mode->view() == "主动公开");
  CHECK_FALSE(stricter_of("audience", item_of("audience: 特定群体（甲）"),
                          item_of("audience: 特定群体（乙）"),
                          [](const Item& item) { return item.audience; }));
  const auto elements =
      stricter_of("elements", item_of("mode: 主动\nelements: [名单]"),
                  item_of("mode: 主动\nelements: [{name: 名单, mode: 依申请}, 金额]"),
                  [](const Item& item) { return item.elements; });
  REQUIRE(elements);
  CHECK(elements->size() == 2);
  CHECK((*elements)[0].own->mode.empty());
}
