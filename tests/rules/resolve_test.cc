#include "workspace/resolve.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "example_workspace.h"
#include "rules/check_resolved.h"
#include "workspace/resolved_text.h"

namespace catalog::test {

namespace {

constexpr const char* kAdoption = "/example/adoptions/310104.yaml";
constexpr std::string_view kPlain =
    "kind: adoption\nunit: \"310104\"\n"
    "standards: [{domain: social-assistance, version: \"2020.1\"}]\n";

/// A validated workspace with what can be asked of it.
class Resolved {
 public:
  explicit Resolved(MemoryFileSystem& files, const char* root = kRoot, bool checked = true) {
    auto loaded = checked ? validate_workspace(files, root, options())
                          : std::expected<Validation, IoError>(Validation{});
    if (!checked) {
      loaded->workspace =
          std::move(load_workspace(files, root, {.builtin = kNational, .threads = 1}).value());
      loaded->complete = true;
    }
    validation_ = std::move(*loaded);
    CAPTURE(text_of(validation_.findings));
    validated_ = ValidatedWorkspace::of(validation_, false);
    REQUIRE(validated_.has_value());
  }

  const Workspace& workspace() const { return *validation_.workspace; }
  UnitResolver resolver(std::string_view unit) const {
    return UnitResolver(*validated_, **find_unit(workspace(), unit), {.as_of = options().as_of});
  }
  UnitCatalogues of(std::string_view unit) const {
    return resolve_unit(resolver(unit), ResolvedChecks(*validated_, options()));
  }
  /// All catalogues of a unit as their files would be.
  std::string text(std::string_view unit) const {
    std::string out;
    for (const ResolvedCatalogue& catalogue : of(unit).catalogues)
      out += resolved_yaml(catalogue, "list.schema.json");
    return out;
  }

 private:
  Validation validation_;
  std::optional<ValidatedWorkspace> validated_;
};

void put_example_with(MemoryFileSystem& files, std::string_view adoption) {
  put_example(files);
  files.put(kAdoption, std::string(adoption));
}

std::string ids(const List& list) {
  std::string out;
  for (const Item& item : list.items) out += std::string(item.id.view()) + " ";
  return out;
}

const Item& item_of(const UnitCatalogues& catalogues, std::string_view id) {
  for (const Item& item : catalogues.catalogues.front().list.items) {
    if (item.id.view() == id) return item;
  }
  throw std::runtime_error("no item " + std::string(id));
}

std::string publisher(const UnitCatalogues& catalogues, std::string_view id) {
  const Item& item = item_of(catalogues, id);
  REQUIRE(item.publisher.size() == 1);
  CHECK(item.publisher.front().level.empty());
  return std::string(item.publisher.front().value.view());
}

std::string deadline(const UnitCatalogues& catalogues, std::string_view id) {
  return std::string(item_of(catalogues, id).deadline.front().value.view());
}

}  // namespace

TEST_CASE("a district and its streets get the items of their own level, in their own names") {
  MemoryFileSystem files;
  put_example_with(files, kPlain);
  const Resolved world(files);
  const UnitCatalogues district = world.of("310104");
  REQUIRE(district.catalogues.size() == 1);
  CHECK(ids(district.catalogues.front().list) == "1 6 ");
  CHECK(publisher(district, "6") == "徐汇区民政局");
  const UnitCatalogues street = world.of("天平路街道");
  CHECK(ids(street.catalogues.front().list) == "1 5 6 ");
  CHECK(publisher(street, "6") == "天平路街道办事处");
  for (const UnitCatalogues* some : {&district, &street}) CHECK(!some->has_errors());
}

TEST_CASE("who has adopted nothing has no catalogue; a list stands where there is no standard") {
  MemoryFileSystem files;
  put_example(files);
  CHECK(Resolved(files).resolver("310104").domains().empty());
  CHECK(Resolved(files).resolver("310104003").domains().empty());
  MemoryFileSystem without;
  put_folder(without, source_folder() / "catalogues/national", kNational);
  for (const auto& [path, text] : files.files()) {
    if (path.find("/standards/") == path.npos) without.put(path, text);
  }
  const UnitCatalogues own = Resolved(without).of("310104");
  REQUIRE(own.catalogues.size() == 1);
  CHECK(own.catalogues.front().standard == nullptr);
  CHECK(ids(own.catalogues.front().list) == "1 5 6 ");
}

TEST_CASE("changes, exclusions and added items; a street's own lie upon its district's") {
  MemoryFileSystem files;
  put_example_with(files, std::string(kPlain) + R"(set:
  - match: {topic: 最低生活保障, subtopic: 审批信息}
    to: {deadline: {区级: 制定或获取信息之日起7个工作日内, 街镇级: 制定或获取信息之日起6个工作日内}}
exclude:
  - {item: social-assistance/1, reason: 由市民政局统一公开}
add:
  - domain: social-assistance
    id: a1
    topic: 综合业务
    subtopic: 服务网点
    elements: [社区事务受理服务中心地址]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: {区级: <区>民政局, 街镇级: <街镇>}
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级, 街镇级]
)");
  files.put("/example/adoptions/310104003.yaml",
            "kind: adoption\nunit: \"310104003\"\nset:\n"
            "  - match: {domain: social-assistance, id: \"6\"}\n"
            "    to: {deadline: 制定或获取信息之日起3个工作日内}\n"
            "  - match: {domain: social-assistance, id: a1}\n"
            "    to: {channels: [政府网站, 两微一端]}\n");
  const Resolved world(files);
  const UnitCatalogues district = world.of("310104");
  CHECK(ids(district.catalogues.front().list) == "6 a1 ");
  CHECK(deadline(district, "6") == "制定或获取信息之日起7个工作日内");
  CHECK(publisher(district, "a1") == "徐汇区民政局");
  REQUIRE(district.catalogues.front().list.omitted.size() == 1);
  CHECK(district.catalogues.front().list.omitted.front().reason.view() == "由市民政局统一公开");
  const UnitCatalogues street = world.of("310104003");
  CHECK(ids(street.catalogues.front().list) == "5 6 a1 ");
  CHECK(deadline(street, "6") == "制定或获取信息之日起3个工作日内");
  CHECK(item_of(street, "a1").channels.front().value.size() == 2);
  for (const UnitCatalogues* some : {&district, &street}) CHECK(!some->has_errors());
}

TEST_CASE("an error of a resolved catalogue points at the line that is to be edited") {
  MemoryFileSystem files;
  const std::string adoption = std::string(kPlain) +
                               "set:\n  - match: {domain: social-assistance, id: \"6\"}\n"
                               "    to: {publisher: {区级: <某>民政局}}\n";
  put_example_with(files, adoption);
  const UnitCatalogues district = Resolved(files).of("310104");
  REQUIRE(district.has_errors());
  const Finding& finding = district.findings.front();
  CHECK(finding.rule == "publisher-generic");
  CHECK(finding.address == "310104/social-assistance/6");
  CHECK(finding.place.file.view() == kAdoption);
  const size_t at = adoption.find("<某>");
  CHECK(finding.place.span.begin == at);
  CHECK(!Resolved(files).of("310104003").has_errors());
}

TEST_CASE("names are those of the day") {
  MemoryFileSystem files;
  put_example_with(files, kPlain);
  files.put("/example/units.yaml",
            "kind: units\nunits:\n"
            "  - {code: civil-affairs, name: 上海市民政局, level: 市级, type: department}\n"
            "  - code: \"310104\"\n    name: 新徐汇区\n    short: [新徐汇]\n    level: 区级\n"
            "    type: district\n"
            "    names: [{name: 徐汇区, until: \"2021-06-30\"}, {name: 新徐汇区, from: "
            "\"2021-07-01\"}]\n"
            "  - {code: \"310104003\", name: 天平路街道, level: 街镇级, type: street, parent: "
            "\"310104\"}\n"
            "  - {code: \"310115\", name: 浦东新区, level: 区级, type: district}\n");
  const Resolved world(files, kRoot, false);
  const Unit& unit = **find_unit(world.workspace(), "310104");
  const PlaceNames before(world.workspace().units, unit, *Date::of(2021, 6, 30));
  const PlaceNames after(world.workspace().units, unit, *Date::of(2021, 7, 1));
  const auto filled = [](const PlaceNames& names, std::string_view text) {
    return std::string(names.fill(Symbol::of(text)).view());
  };
  CHECK(filled(before, "<区>民政局、<区>财政局") == "徐汇区民政局、徐汇区财政局");
  CHECK(filled(after, "<区>民政局") == "新徐汇区民政局");
  CHECK(filled(before, "公安局<区名>分局") == "公安局徐汇分局");
  CHECK(filled(after, "公安局<区名>分局") == "公安局新徐汇分局");
  CHECK(filled(before, "<街镇>") == "<街镇>");
  CHECK(filled(before, "甲<乙") == "甲<乙");
}

TEST_CASE("a resolved catalogue is a sound list, and resolving it again changes no byte") {
  MemoryFileSystem files;
  put_folder(files, source_folder() / "catalogues/national", kNational);
  put_folder(files, source_folder() / "catalogues/national", "/national");
  put_folder(files, source_folder() / "catalogues/shanghai", "/shanghai");
  const Resolved shanghai(files, "/shanghai");
  for (const char* unit : {"310104", "310114", "310115", "310104003", "310112101", "310151",
                           "urban-management-enforcement", "housing-administration"}) {
    CAPTURE(unit);
    const UnitCatalogues catalogues = shanghai.of(unit);
    CHECK(text_of(catalogues.findings).find("error") == std::string::npos);
    REQUIRE(!catalogues.catalogues.empty());
    MemoryFileSystem again;
    put_folder(again, source_folder() / "catalogues/national", kNational);
    for (const char* name : {"catalog.yaml", "units.yaml"})
      again.put(std::string("/shanghai/") + name,
                files.files().at(std::string("/shanghai/") + name));
    std::string first;
    for (const ResolvedCatalogue& catalogue : catalogues.catalogues) {
      const std::string text = resolved_yaml(catalogue, "list.schema.json");
      CHECK(text.find('<') == std::string::npos);
      again.put("/shanghai/lists/" + std::string(unit) + "/" +
                    std::string(catalogue.list.domain.view()) + ".yaml",
                text);
      first += text;
    }
    CHECK(Resolved(again, "/shanghai").text(unit) == first);
  }
}

TEST_CASE("the order of files, standards and local changes makes no difference") {
  const std::string sets[] = {
      "  - match: {domain: social-assistance, id: \"6\"}\n    to: {deadline: "
      "制定或获取信息之日起7个工作日内}\n",
      "  - match: {publisher: <区>民政局}\n    to: {note: 区级公开}\n",
      "  - match: {publisher: 徐汇区民政局, id: \"1\"}\n    to: {category: 综合政务}\n"};
  std::vector<size_t> order{0, 1, 2};
  std::string expected;
  do {
    MemoryFileSystem files;
    put_example(files);
    std::string text = std::string(kPlain) + "set:\n";
    for (const size_t i : order) text += sets[i];
    // Names of files decide the order in which they are read.
    const std::string name = order[0] == 1 ? "/example/zz.yaml" : "/example/aa.yaml";
    files.put(name, text);
    const Resolved world(files);
    const std::string got = world.text("310104") + world.text("310104003");
    if (expected.empty()) expected = got;
    CHECK(got == expected);
  } while (std::ranges::next_permutation(order).found);
  CHECK(expected.find("区级公开") != std::string::npos);
}

namespace {

/// A small standard and adoption made by chance, and what a plain reading of the words of the
/// design makes of them.
struct Chance {
  struct Row {
    std::string id, topic;
    bool district, street;
    int days_district, days_street;
  };
  struct Set {
    std::string key, value;  ///< id or topic
    bool by_level;
    int days;
  };
  std::vector<Row> rows;
  std::vector<Set> sets;
  std::vector<std::string> excluded;
  std::string domain;

  explicit Chance(uint32_t seed) : domain("d" + std::to_string(seed)) {
    std::mt19937 dice(seed);
    const auto roll = [&](int n) { return static_cast<int>(dice() % static_cast<unsigned>(n)); };
    for (int i = 1 + roll(8); i > 0; i--) {
      Row row{std::to_string(rows.size() + 1),
              "题" + std::to_string(roll(4)),
              true,
              true,
              11 + roll(5),
              16 + roll(4)};
      const int levels = roll(3);
      row.district = levels != 0;
      row.street = levels != 1;
      rows.push_back(row);
    }
    std::set<std::string> taken;  // no field of an item twice: sets by topic meet no set by id
    for (int i = roll(4); i > 0; i--) {
      const Row& row = rows[static_cast<size_t>(roll(static_cast<int>(rows.size())))];
      const bool by_id = roll(2) == 0;
      if (!taken.insert(row.topic).second) continue;
      sets.push_back(
          {by_id ? "id" : "topic", by_id ? row.id : row.topic, roll(2) == 0, 1 + roll(9)});
    }
    for (const Row& row : rows) {
      if (roll(6) == 0) excluded.push_back(row.id);
    }
  }

  std::string standard() const {
    std::string out = "kind: standard\ndomain: " + domain + "\nversion: \"2020.1\"\nitems:\n";
    for (const Row& row : rows) {
      out += "  - id: \"" + row.id + "\"\n    topic: " + row.topic +
             "\n    elements: [甲]\n    basis: [《乙》]\n    deadline: {";
      if (row.district) out += "区级: " + std::to_string(row.days_district) + "个工作日内";
      if (row.district && row.street) out += ", ";
      if (row.street) out += "街镇级: " + std::to_string(row.days_street) + "个工作日内";
      out +=
          "}\n    publisher: 丙\n    channels: [政府网站]\n    audience: 全社会\n"
          "    mode: 主动\n    levels: [";
      out += row.district ? row.street ? "区级, 街镇级" : "区级" : "街镇级";
      out += "]\n";
    }
    return out;
  }
  std::string adopted() const { return "  - {domain: " + domain + ", version: \"2020.1\"}\n"; }
  std::string changes() const {
    std::string out;
    for (const Set& set : sets) {
      const std::string days = std::to_string(set.days) + "个工作日内";
      out += "  - match: {domain: " + domain + ", " + set.key + ": \"" + set.value +
             "\"}\n    to: {deadline: " + (set.by_level ? "{区级: " + days + "}" : days) + "}\n";
    }
    return out;
  }
  std::string exclusions() const {
    std::string out;
    for (const std::string& id : excluded)
      out += "  - {item: " + domain + "/" + id + ", reason: 丁}\n";
    return out;
  }
  /// id and days of each item that a unit of the level has.
  std::string expected(bool street) const {
    std::string out;
    for (const Row& row : rows) {
      if (!(street ? row.street : row.district)) continue;
      if (std::ranges::find(excluded, row.id) != excluded.end()) continue;
      int days = street ? row.days_street : row.days_district;
      for (const Set& set : sets) {
        const bool meets = set.value == (set.key == "id" ? row.id : row.topic);
        if (meets && !(set.by_level && street)) days = set.days;
      }
      out += row.id + ":" + std::to_string(days) + "个工作日内 ";
    }
    return out;
  }
};

}  // namespace

TEST_CASE("generated standards and adoptions resolve as a plain reading says") {
  constexpr uint32_t kCases = 10000, kTogether = 200;
  size_t sets = 0, excluded = 0, items = 0;
  for (uint32_t first = 1; first <= kCases; first += kTogether) {
    MemoryFileSystem files;
    put_example(files);
    std::vector<Chance> chances;
    std::string adopted, changes, exclusions;
    for (uint32_t seed = first; seed < first + kTogether; seed++) {
      const Chance& chance = chances.emplace_back(seed);
      files.put("/example/standards/" + chance.domain + ".yaml", chance.standard());
      adopted += chance.adopted();
      changes += chance.changes();
      exclusions += chance.exclusions();
      sets += chance.sets.size();
      excluded += chance.excluded.size();
    }
    files.put(kAdoption, "kind: adoption\nunit: \"310104\"\nstandards:\n" + adopted + "set:\n" +
                             changes + "exclude:\n" + exclusions);
    const Resolved world(files, kRoot, false);
    for (const bool street : {false, true}) {
      const UnitResolver resolver = world.resolver(street ? "310104003" : "310104");
      for (const Chance& chance : chances) {
        const auto catalogue = resolver.resolve(Symbol::of(chance.domain));
        REQUIRE(catalogue.has_value());
        std::string got;
        for (const Item& item : catalogue->list.items)
          got += std::string(item.id.view()) + ":" +
                 std::string(item.deadline.front().value.view()) + " ";
        items += catalogue->list.items.size();
        if (got == chance.expected(street)) continue;
        CAPTURE(chance.domain);
        CHECK(got == chance.expected(street));
      }
    }
  }
  CHECK(sets > kCases / 2);
  CHECK(excluded > kCases / 4);
  CHECK(items > 2 * kCases);
}

}  // namespace catalog::test
