#include <doctest/doctest.h>

#include <random>
#include <set>

#include "rules/example_workspace.h"
#include "rules/safe_fixes.h"
#include "source/shadow_file_system.h"

using namespace catalog;
using namespace catalog::test;

namespace {

const std::string kList = std::string(kRoot) + "/lists/310104/social-assistance.yaml";

/// A slip that a clerk makes: what stood there, what is typed instead; `hides` where the slip keeps
/// a part of the text from being understood, so that mending it may bring other findings to light.
struct Planted {
  std::string_view right;
  std::string_view wrong;
  bool hides = true;
};
constexpr Planted kPlanted[] = {
    {", ", "，"},
    {": ", "："},
    {"    ", "　　"},
    {"- ", "－"},
    {"[", "［"},
    {"    ", "　　　　"},
    {"〔", "（", false},
    {"〔", "[", false},
    {"〔2012〕", "(2012)", false},
    {"audience", "公开对象", false},
    {"levels: [区级, 街镇级]", "levels: [县级, 乡级]", false},
    {"[政府网站, 公开查阅点]", "[公开查阅点, 政府网站]", false},
    {"《最低生活保障审核审批办法（试行）》", "最低生活保障审核审批办法（试行）", false},
    {"subtopic: 审批信息", "subtopic: 审批信 息", false},
    {"elements: [低保对象名单", "elements: [低保对象(家庭)名单", false},
    {"公示7个工作日", "公示 7个 工作日", false}};

/// The example's list, with document numbers in it.
std::string example_list(const MemoryFileSystem& files) {
  std::string text = files.files().at(kList);
  const std::string_view cited = "《中华人民共和国政府信息公开条例》（国务院令第711号）";
  for (size_t at = 0; (at = text.find(cited, at)) != text.npos; at += cited.size()) {
    text.insert(at + cited.size(), ", 《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）");
  }
  return text;
}

/// The text with some slips at random places; says whether one of them hides something.
std::string with_slips(std::string text, std::mt19937& dice, bool& hides) {
  for (int n = 1 + static_cast<int>(dice() % 4); n > 0; n--) {
    const Planted& planted = kPlanted[dice() % std::size(kPlanted)];
    const size_t at = text.find(planted.right, dice() % text.size());
    if (at == text.npos) continue;
    text.replace(at, planted.right.size(), planted.wrong);
    hides |= planted.hides;
  }
  return text;
}

std::set<uint64_t> fingerprints(const Validation& validation) {
  std::set<uint64_t> out;
  for (const Finding& finding : validation.findings) out.insert(finding.fingerprint);
  return out;
}

}  // namespace

TEST_CASE(
    "mending twice changes nothing more, and a file that could be read has fewer findings and no "
    "new ones") {
  std::mt19937 dice(11);
  size_t mended_files = 0;
  for (int round = 0; round < 160; round++) {
    MemoryFileSystem files;
    put_example(files);
    bool hides = false;
    const std::string planted = with_slips(example_list(files), dice, hides);
    files.put(kList, planted);
    CAPTURE(planted);
    const auto check = [&] { return validate_workspace(files, kRoot, options()); };
    const auto before = check();
    REQUIRE(before);
    const auto first = mend(files, check);
    REQUIRE(first);
    const std::string once = files.files().at(kList);
    const auto second = mend(files, check);
    REQUIRE(second);
    CHECK(second->files.empty());
    CHECK(files.files().at(kList) == once);
    if (first->files.empty()) continue;
    mended_files++;
    CHECK(once != planted);
    if (hides) continue;
    CHECK(first->validation.findings.size() < before->findings.size());
    const auto known = fingerprints(*before);
    for (const uint64_t print : fingerprints(first->validation)) CHECK(known.contains(print));
  }
  CHECK(mended_files > 60);
}

TEST_CASE("mending keeps comments and every byte outside of the fixes") {
  MemoryFileSystem files;
  put_example(files);
  const std::string right = "# 注释\n" + example_list(files) + "# 末行";
  std::string wrong = right;
  wrong.replace(wrong.find("〔"), 3, "[");
  wrong.replace(wrong.find("〕"), 3, "]");
  files.put(kList, wrong);
  ShadowFileSystem shadow(files);
  const auto mended = mend(shadow, [&] { return validate_workspace(shadow, kRoot, options()); });
  REQUIRE(mended);
  CHECK(files.files().at(kList) == wrong);  // the shadow alone was written
  CHECK(shadow.written().at(kList) == right);
}
