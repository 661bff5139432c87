#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "merge/pair_merge.h"
#include "source/memory_file_system.h"

namespace catalog::test {

/// A workspace with a small guideline, loaded once.
inline const Workspace& merge_workspace() {
  static const std::unique_ptr<Workspace> workspace = [] {
    MemoryFileSystem files;
    const std::string national = std::string(CATALOG_SOURCE_DIR) + "/catalogues/national/";
    for (const char* name : {"vocabulary", "calendar", "legal"})
      files.put("national/" + std::string(name) + ".yaml",
                *disk().read(national + std::string(name) + ".yaml"));
    files.put("catalog.yaml",
              "kind: workspace\ntitle: 试\nversion: \"1\"\nguidelines: guidelines\nunits: "
              "units.yaml\nvocabulary: national/vocabulary.yaml\ncalendar: "
              "national/calendar.yaml\nlegal: national/legal.yaml\npairings:\n  - {domain: d, "
              "department: civil-affairs, district: \"310104\"}\n");
    files.put("units.yaml",
              "kind: units\nunits:\n  - {code: civil-affairs, name: 上海市民政局, level: 市级, "
              "type: department}\n  - {code: \"310104\", name: 徐汇区, short: [徐汇], office: "
              "徐汇区人民政府, level: 区级, type: district}\n  - {code: \"310104003\", name: "
              "天平路街道, office: 天平路街道办事处, level: 街镇级, type: street, parent: "
              "\"310104\"}\n");
    std::string rows = "kind: guideline\ndomain: d\nname: 领域\ncomplete: \"yes\"\nitems:\n";
    for (int i = 1; i <= 8; i++) {
      const std::string n = std::to_string(i);
      rows += "  - {id: \"" + n + "\", number: \"" + n + "\", topic: 事项" + n +
              ", subtopic: 信息, elements: [内容甲, 内容乙], basis: [《办法" + n +
              "》], deadline: 信息形成或者变更之日起20个工作日内, publisher: 民政部门, channels: "
              "[政府网站], audience: 全社会, mode: 主动, levels: [区级, 街镇级], seen: full}\n";
    }
    files.put("guidelines/d.yaml", rows);
    auto loaded = load_workspace(files, ".", {.threads = 1});
    return std::move(*loaded);
  }();
  return *workspace;
}

inline Text text(std::string_view value) { return {Symbol::of(value), {}}; }

/// A value with the class of its meaning, known by construction and not by the code under test.
struct Meant {
  const char* text;
  int meaning;
};

inline const std::map<std::string, std::vector<Meant>>& pools() {
  static const std::map<std::string, std::vector<Meant>> pools{
      {"category", {{"", 0}, {"综合政务", 1}, {"权力事项", 2}, {"公共服务", 3}}},
      {"detail", {{"", 0}, {"明细（一）", 1}, {"明细(一)", 1}, {"明细（二）", 2}}},
      {"note", {{"", 0}, {"备注甲", 1}, {"备注乙", 2}, {"备注丙", 3}}},
      {"audience",
       {{"全社会", 1},
        {"社会公众", 1},
        {"特定群体（申请人）", 2},
        {"特定对象(申请人)", 2},
        {"特定群体（老年人）", 3}}},
      {"mode", {{"主动", 1}, {"主动公开", 1}, {"依申请", 2}, {"依申请公开", 2}, {"不予公开", 3}}},
      {"deadline",
       {{"信息形成之日起20个工作日内", 1},
        {"自信息形成之日起20个工作日内公开", 1},
        {"信息形成之日起10个工作日内", 2},
        {"信息形成之日起5个工作日内，公示7个工作日", 3},
        {"信息形成之日起10个工作日内，公示5个工作日", 4},
        {"及时公开", 5}}},
      {"publisher", {{"民政局", 1}, {"民政部门（甲）", 2}, {"民政部门(甲)", 2}, {"财政局", 3}}},
  };
  return pools;
}

/// The three versions of one merge.
struct Triple {
  Standard base;
  List department, district;

  PairMerge merge(SettlePlan plan = {}) const {
    PairMerge out{.workspace = merge_workspace(), .department = department, .district = district};
    out.standard = &base;
    out.guideline = merge_workspace().guideline(Symbol::of("d"));
    out.settle = std::move(plan);
    return out;
  }
};

/// Makes triples: a base, and two lists that were edited from it apart.
class TripleMaker {
 public:
  explicit TripleMaker(uint32_t seed) : dice_(seed) {}

  size_t below(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(dice_); }
  bool chance(size_t percent) { return below(100) < percent; }
  std::mt19937& dice() { return dice_; }

  Text pick(const char* pool) {
    const auto& values = pools().at(pool);
    return text(values[below(values.size())].text);
  }

  Texts levels() {
    static const char* kNames[] = {"市级", "区级", "街镇级"};
    Texts out;
    for (const char* name : kNames) {
      if (chance(60)) out.push_back(text(name));
    }
    if (out.empty()) out.push_back(text("区级"));
    return out;
  }
  template <class Make>
  auto by_level(const Texts& levels, Make make) {
    std::vector<Leveled<decltype(make())>> out;
    if (chance(60)) {
      out.push_back({{}, make()});
    } else {
      for (const Text& level : levels) out.push_back({level, make()});
    }
    return out;
  }
  Texts some(std::initializer_list<const char*> from) {
    Texts out;
    for (const char* value : from) {
      if (chance(55)) out.push_back(text(value));
    }
    if (out.empty()) out.push_back(text(*from.begin()));
    return out;
  }
  std::vector<Element> elements() {
    std::vector<Element> out;
    for (const char* name : {"内容甲", "内容乙", "内容丙", "内容丁", "内容戊"}) {
      if (!chance(55)) continue;
      out.push_back({text(name), {}});
      if (chance(15)) out.back().own.make().mode = pick("mode");
    }
    if (out.empty()) out.push_back({text("内容甲"), {}});
    return out;
  }
  void edit(Item& item, size_t percent) {
    if (chance(percent)) item.category = pick("category");
    if (chance(percent)) item.detail = pick("detail");
    if (chance(percent)) item.elements = elements();
    if (chance(percent))
      item.basis = some({"《办法甲》", "《办法乙》（沪府〔2020〕1号）", "《办法丙》"});
    if (chance(percent)) item.levels = levels();
    if (chance(percent)) item.deadline = by_level(item.levels, [&] { return pick("deadline"); });
    if (chance(percent)) item.publisher = by_level(item.levels, [&] { return pick("publisher"); });
    if (chance(percent)) {
      item.channels = by_level(item.levels, [&] {
        return some({"政府网站", "公开查阅点", "两微一端", "政务服务中心"});
      });
    }
    if (chance(percent)) item.audience = pick("audience");
    if (chance(percent)) item.mode = pick("mode");
    if (chance(percent)) {
      const Text note = pick("note");
      if (!note.empty() || item.seldom.present()) item.seldom.make().note = note;
    }
  }
  StandardItem fresh(const std::string& id, int row) {
    StandardItem item;
    item.id = text(id);
    if (row > 0) item.guideline = {text("d/" + std::to_string(row))};
    static const char* kSubjects[] = {"", "最低生活保障对象花名册", "流浪乞讨人员返乡交通安排",
                                      "彩票公益金年度使用公告"};
    item.topic =
        text(row > 0 ? "事项" + std::to_string(row) : kSubjects[static_cast<size_t>(-row)]);
    item.subtopic = text("信息");
    edit(item, 100);
    return item;
  }
  /// An item that nobody changes and that names all levels, so that both lists speak for all.
  static StandardItem anchor(const std::string& id) {
    StandardItem item;
    item.id = text(id);
    item.topic = text("不变的一项");
    item.elements = {{text("内容甲"), {}}};
    item.levels = {text("市级"), text("区级"), text("街镇级")};
    item.audience = text("全社会");
    item.mode = text("主动");
    return item;
  }

  Triple make(bool anchored) {
    Triple out;
    out.base.kind = text("standard");
    out.department.unit = text("civil-affairs");
    out.district.unit = text("310104");
    for (Catalogue* head :
         std::initializer_list<Catalogue*>{&out.base, &out.department, &out.district}) {
      head->domain = text("d");
      head->version = text("1");
    }
    std::vector<int> rows{1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3};
    std::ranges::shuffle(rows, dice_);
    const size_t count = 1 + below(5);
    for (size_t i = 0; i < count; i++) {
      const int row = rows[i];
      const std::string id = row > 0 ? std::to_string(row) : "n" + std::to_string(-row);
      const StandardItem base = fresh(id, row);
      out.base.items.push_back(base);
      for (List* list : {&out.department, &out.district}) {
        if (chance(12)) continue;
        Item copy = base;
        copy.id = text("l" + std::to_string(list->items.size() + 1));
        if (chance(70)) edit(copy, 15);
        list->items.push_back(copy);
      }
    }
    if (chance(40)) add(out.department, rows[count]);
    if (chance(40)) add(out.district, chance(50) ? rows[count] : rows[count + 1]);
    if (anchored) {
      out.base.items.push_back(anchor("z"));
      out.department.items.push_back(anchor("z"));
      out.district.items.push_back(anchor("y"));
    }
    return out;
  }

 private:
  void add(List& list, int row) {
    list.items.push_back(fresh("l" + std::to_string(list.items.size() + 1), row));
  }

  std::mt19937 dice_;
};

}  // namespace catalog::test
