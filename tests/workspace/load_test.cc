#include <doctest/doctest.h>

#include <algorithm>
#include <mutex>
#include <random>

#include "source/memory_file_system.h"
#include "workspace/draft.h"
#include "workspace/load_reference.h"
#include "workspace/parallel.h"
#include "workspace/skeleton.h"
#include "workspace/workspace.h"

using namespace catalog;

namespace {

const std::string kVocabulary =
    "kind: vocabulary\nlevels: [{id: city, name: 市级}, {id: district, name: 区级, aliases: "
    "[县级]}, {id: street, name: 街镇级, aliases: [乡级]}]\n"
    "channels: [{id: portal, name: 政府网站}]\naudiences: [{id: everyone, name: 全社会}, {id: "
    "group, name: 特定群体}]\n"
    "modes: [{id: active, name: 主动}]\nextents: [{id: full, name: 全文}]\nmarks: [{id: chosen, "
    "name: ■}]\ngeneric: [{id: g1, name: 各地配套政策法规文件}]\n";

const std::string kUnits =
    "kind: units\nunits:\n  - {code: civil, name: 市民政局, level: 市级, type: department}\n  - "
    "{code: \"310104\", name: 徐汇区, level: 区级, type: district}\n"
    "  - {code: \"310104003\", name: 天平路街道, office: 天平路街道办事处, level: 街镇级, type: "
    "street, parent: \"310104\"}\n";

const std::string kGuideline =
    "kind: guideline\ndomain: aid\nname: 救助\ncomplete: yes\nitems:\n"
    "  - {id: \"1\", topic: 政策, elements: [办法, 各地配套政策法规文件], levels: [区级, 街镇级], "
    "seen: full, aliases: [x1]}\n"
    "  - {id: \"2\", topic: 监督, elements: [电话], levels: [区级], seen: recalled}\n";

std::string list_of(const std::string& unit, const std::string& id) {
  return "kind: list\ndomain: aid\nunit: \"" + unit + "\"\nversion: \"1\"\nitems:\n  - {id: \"" +
         id + "\", guideline: aid/1, topic: 政策}\n";
}

void put_workspace(MemoryFileSystem& files, const std::string& root = "ws") {
  files.put(root + "/catalog.yaml",
            "kind: workspace\ntitle: 测试\nversion: \"1\"\nguidelines: guidelines\nunits: "
            "units.yaml\nvocabulary: words.yaml\n");
  files.put(root + "/guidelines/aid.yaml", kGuideline);
  files.put(root + "/units.yaml", kUnits);
  files.put(root + "/words.yaml", kVocabulary);
  files.put(root + "/lists/310104/aid.yaml", list_of("310104", "1"));
  files.put(root + "/lists/310104003/aid.yaml", list_of("310104003", "1"));
}

std::vector<std::string> paths_of(const std::vector<List>& lists) {
  std::vector<std::string> out;
  for (const List& list : lists) out.emplace_back(list.file.view());
  return out;
}

}  // namespace

TEST_CASE(
    "a workspace is loaded with everything that it names, lists in the order of their paths") {
  MemoryFileSystem files;
  put_workspace(files);
  const auto workspace = load_workspace(files, "ws", {});
  REQUIRE(workspace);
  CHECK((*workspace)->guidelines.size() == 1);
  CHECK((*workspace)->units.all().size() == 3);
  CHECK(paths_of((*workspace)->lists) ==
        std::vector<std::string>{"ws/lists/310104/aid.yaml", "ws/lists/310104003/aid.yaml"});
  CHECK((*workspace)->domain_name(Symbol::of("aid")) == "救助");
}

TEST_CASE("a guideline row is found by its id and by its former ids") {
  MemoryFileSystem files;
  put_workspace(files);
  const auto workspace = load_workspace(files, "ws", {});
  REQUIRE(workspace);
  const Row* row = (*workspace)->row(Symbol::of("aid/1"));
  REQUIRE(row);
  CHECK((*workspace)->row(Symbol::of("aid/x1")) == row);
  CHECK((*workspace)->row(Symbol::of("aid/3")) == nullptr);
  CHECK((*workspace)->guideline_of(*row)->domain.view() == "aid");
}

TEST_CASE("any number of threads loads the same") {
  MemoryFileSystem files;
  put_workspace(files);
  for (int i = 0; i < 40; i++)
    files.put("ws/lists/u" + std::to_string(i) + "/aid.yaml",
              list_of("u" + std::to_string(i), "1"));
  const auto one = load_workspace(files, "ws", {.threads = 1});
  const auto eight = load_workspace(files, "ws", {.threads = 8});
  REQUIRE(one);
  REQUIRE(eight);
  CHECK(paths_of((*one)->lists) == paths_of((*eight)->lists));
}

TEST_CASE("hidden folders, build folders and other tools' YAML are passed over") {
  MemoryFileSystem files;
  put_workspace(files);
  files.put("ws/.github/workflows/ci.yaml", "on: push\n");
  files.put("ws/build/x.yaml", list_of("310104", "9"));
  files.put("ws/docker-compose.yaml", "services: {}\n");
  files.put("ws/lists/310104/stray.yaml", "title: x\n");
  std::mutex mutex;
  std::vector<std::string> shown;
  const auto workspace = load_workspace(files, "ws", {.visit = [&](const FileView& view, unsigned) {
                                          std::lock_guard lock(mutex);
                                          shown.emplace_back(view.path.view());
                                        }});
  REQUIRE(workspace);
  CHECK((*workspace)->lists.size() == 2);
  CHECK(std::ranges::count(shown, "ws/docker-compose.yaml") == 0);
  CHECK(std::ranges::count(shown, "ws/lists/310104/stray.yaml") == 1);
}

TEST_CASE("the visitor is shown problems and addresses while the text is there") {
  MemoryFileSystem files;
  put_workspace(files);
  files.put("ws/lists/310104/aid.yaml", list_of("310104", "1") + "nonsense: 1\n");
  size_t problems = 0;
  std::string address;
  const auto workspace =
      load_workspace(files, "ws", {.threads = 1, .visit = [&](const FileView& view, unsigned) {
                                     if (view.path.view() != "ws/lists/310104/aid.yaml") return;
                                     address = view.address;
                                     for (const Problem& problem : view.problems)
                                       problems += problem.kind == ProblemKind::KeyUnknown;
                                   }});
  REQUIRE(workspace);
  CHECK(address == "list/310104/aid");
  CHECK(problems == 1);
}

TEST_CASE("a path in catalog.yaml that leads nowhere is a problem of that file, not of the world") {
  MemoryFileSystem files;
  put_workspace(files);
  files.put("ws/catalog.yaml",
            "kind: workspace\ntitle: x\nversion: \"1\"\nguidelines: nowhere\nunits: "
            "units.yaml\nvocabulary: words.yaml\n");
  bool reported = false;
  const auto workspace = load_workspace(files, "ws", {.visit = [&](const FileView& view, unsigned) {
                                          for (const Problem& problem : view.problems)
                                            reported |= problem.kind == ProblemKind::PathMissing;
                                        }});
  REQUIRE(workspace);
  CHECK(reported);
  CHECK_FALSE(load_sound_workspace(files, "ws", {}));
}

TEST_CASE("a file that can't be read is an error of the world") {
  MemoryFileSystem files;
  put_workspace(files);
  files.fail("ws/lists/310104/aid.yaml", EACCES);
  const auto workspace = load_workspace(files, "ws", {});
  REQUIRE_FALSE(workspace);
  CHECK(workspace.error().path == "ws/lists/310104/aid.yaml");
}

TEST_CASE("the workspace is found from any folder below it") {
  MemoryFileSystem files;
  put_workspace(files);
  CHECK(find_workspace(files, "ws/lists/310104/aid.yaml") == "ws");
  CHECK(find_workspace(files, "ws/lists") == "ws");
  CHECK(find_workspace(files, "ws") == "ws");
  files.put("elsewhere/x.yaml", "");
  CHECK_FALSE(find_workspace(files, "elsewhere"));
}

TEST_CASE("scope is the paths that were asked for") {
  MemoryFileSystem files;
  put_workspace(files);
  const auto workspace = load_workspace(files, "ws", {.only = {"ws/lists/310104"}});
  REQUIRE(workspace);
  size_t in_scope = 0;
  for (const FileRecord& file : (*workspace)->files) in_scope += file.in_scope;
  CHECK(in_scope == 1);  // not 310104003, whose name begins alike
}

TEST_CASE(
    "a draft holds the rows of the unit's level, without generic words, and names what is "
    "missing") {
  MemoryFileSystem files;
  put_workspace(files);
  const auto workspace = load_workspace(files, "ws", {});
  REQUIRE(workspace);
  const auto district = draft_list(**workspace, {"aid", "310104", Lang::En});
  const auto street = draft_list(**workspace, {"aid", "310104003", Lang::Zh});
  REQUIRE(district);
  REQUIRE(street);
  const std::string district_text = yaml::emit(*district), street_text = yaml::emit(*street);
  CHECK(district_text.find("aid/2") != std::string::npos);
  CHECK(street_text.find("aid/2") == std::string::npos);
  CHECK(district_text.find("levels: [区级, 街镇级]") != std::string::npos);
  CHECK(district_text.find("publisher: {区级: 徐汇区, 街镇级: 各街道办事处、镇人民政府}") !=
        std::string::npos);
  CHECK(street_text.find("天平路街道办事处") != std::string::npos);
  CHECK(street_text.find("公开层级: [街镇级]") != std::string::npos);
  CHECK(district_text.find("各地配套政策法规文件") == std::string::npos);
  CHECK(district_text.find("please add: basis, deadline") != std::string::npos);
  CHECK(district_text.find("not verified") != std::string::npos);
  CHECK_FALSE(draft_list(**workspace, {"aidd", "310104", Lang::En}));
  CHECK_FALSE(draft_list(**workspace, {"aid", "310105", Lang::En}));
}

TEST_CASE("parallel_for does all work once and passes an exception on") {
  std::vector<int> done(1000);
  parallel_for(done.size(), 4, [&](size_t i, unsigned) { done[i]++; });
  CHECK(std::ranges::all_of(done, [](int n) { return n == 1; }));
  CHECK_THROWS_AS(parallel_for(100, 4,
                               [](size_t i, unsigned) {
                                 if (i == 50) throw std::runtime_error("stop");
                               }),
                  std::runtime_error);
  parallel_for(0, 4, [](size_t, unsigned) { FAIL("nothing to do"); });
}
