#include "diff/replace_basis.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "diff/basis_citations.h"
#include "diff/shipped_workspace.h"
#include "yaml/comments.h"
#include "yaml/parse.h"

using namespace catalog;
using namespace catalog::test;

namespace {

std::expected<BasisReplacement, Message> replaced(MemoryFileSystem& files, std::string before,
                                                  std::string after,
                                                  std::optional<bool> keep = std::nullopt) {
  return replace_basis(files, kCity,
                       {.old_document = std::move(before),
                        .new_document = std::move(after),
                        .keep_articles = keep,
                        .builtin = kNationalSet,
                        .threads = 1});
}

/// A text without the bytes of its citations: what no replacement may touch.
std::string skeleton(const std::string& text) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree));
  std::vector<Edit> blank;
  std::set<uint32_t> done;
  for (const CitationList& list : citation_lists(tree)) {
    for (const yaml::NodeId node : list.entries) {
      if (done.insert(tree[node].span.begin).second) blank.push_back({tree[node].span, "~"});
    }
  }
  return apply_edits(text, blank);
}

std::vector<std::string> comments_of(const std::string& text) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree, yaml::Comments::Keep));
  std::vector<std::string> out;
  for (const Span at : tree.comments()) out.push_back(text.substr(at.begin, at.size()));
  return out;
}

/// Scalars that are no citations, in order.
std::vector<std::string> other_values(const std::string& text) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree));
  std::set<yaml::NodeId> citations;
  for (const CitationList& list : citation_lists(tree))
    citations.insert(list.entries.begin(), list.entries.end());
  std::vector<std::string> out;
  for (yaml::NodeId node = 0; node < tree.size(); node++) {
    if (tree[node].kind == yaml::NodeKind::Scalar && !citations.contains(node))
      out.emplace_back(tree[node].text);
  }
  return out;
}

void check_untouched(const BasisFileChange& file) {
  const auto& citations = file.after.citations;
  const bool removed =
      std::ranges::any_of(citations, &std::string::empty, &ReplacedCitation::after);
  if (!removed) CHECK(skeleton(file.before) == skeleton(file.after.text));
  CHECK(other_values(file.before) == other_values(file.after.text));
  CHECK(comments_of(file.before).size() >= comments_of(file.after.text).size());
}

/// How many entries say of the new document what an entry before them in their list says.
size_t doubled(const std::string& text, CitationEditor& editor) {
  yaml::Tree tree;
  REQUIRE(yaml::parse(text, tree));
  size_t out = 0;
  for (const CitationList& list : citation_lists(tree)) {
    std::set<std::string_view> texts;
    for (const yaml::NodeId node : list.entries) {
      const Symbol entry = Symbol::of(tree.resolved(node).text);
      if (editor.facts(entry).cites_new && !texts.insert(entry.view()).second) out++;
    }
  }
  return out;
}

void check_not_doubled(const BasisFileChange& file, const LegalRegister& legal, uint32_t old_one,
                       uint32_t new_one) {
  CitationEditor editor(legal, old_one, new_one);
  CHECK(doubled(file.after.text, editor) <= doubled(file.before, editor));
  yaml::Tree tree;
  REQUIRE(yaml::parse(file.after.text, tree));
  for (const CitationList& list : citation_lists(tree)) {
    for (const yaml::NodeId node : list.entries)
      CHECK_FALSE(editor.facts(Symbol::of(tree.resolved(node).text)).cites_old);
  }
}

void check_pair(MemoryFileSystem& files, const std::string& before, const std::string& after,
                std::optional<bool> keep = std::nullopt) {
  CAPTURE(before);
  CAPTURE(after);
  const auto first = replaced(files, before, after, keep);
  REQUIRE(first);
  for (const BasisFileChange& file : first->files) {
    CAPTURE(file.path);
    check_untouched(file);
    check_not_doubled(file, first->workspace->legal, first->old_document, first->new_document);
  }
  REQUIRE(write_all(files, first->bytes()));
  const auto again = replaced(files, before, after, keep);
  REQUIRE(again);
  CHECK(again->files.empty());
  CHECK(again->citations() == 0);
}

std::string text_of(const LegalDocument& document) { return citation_text(document); }

}  // namespace

TEST_CASE("every document that the shipped workspace cites gives way to its successor, once") {
  MemoryFileSystem files;
  put_shipped(files);
  const auto workspace = load_workspace(files, kCity, {.builtin = kNationalSet, .threads = 1});
  REQUIRE(workspace);
  const LegalRegister& legal = (*workspace)->legal;
  size_t citations = 0;
  for (uint32_t i = 0; i < legal.size(); i++) {
    const auto later = legal.successors(i);
    if (later.empty()) continue;
    const std::string before = text_of(legal.at(i)), after = text_of(legal.at(later.back()));
    const auto one = replaced(files, before, after);
    REQUIRE(one);
    CHECK(one->follows);
    if (one->files.empty()) continue;
    citations += one->citations();
    CHECK(one->changes.narrowed == 0);
    CHECK(one->changes.editorial == one->changes.all());
    CHECK(one->stubs == 0);
    check_pair(files, before, after);
  }
  CHECK(citations >= 20);
}

TEST_CASE("changes of the basis that no succession explains get stubs") {
  MemoryFileSystem files;
  put_shipped(files);
  const auto one = replaced(files, "国务院令第649号", "国务院令第711号");
  REQUIRE(one);
  CHECK_FALSE(one->follows);
  CHECK(one->stubs == one->changes.narrowed + one->changes.changed);
  CHECK(one->stubs > 0);
  CHECK(one->adjustments.find("kind: adjustments") == std::string::npos);  // Chinese keys
  CHECK(one->adjustments.find("类型: 动态调整") != std::string::npos);
  REQUIRE(write_all(files, one->bytes()));
  CHECK(files.files().contains(std::string(kCity) + "/adjustments.yaml"));
  const auto again = replaced(files, "国务院令第649号", "国务院令第711号");
  REQUIRE(again);
  CHECK(again->files.empty());
}

namespace {

/// A list with citations in every way of writing them.
class ListMaker {
 public:
  explicit ListMaker(unsigned seed) : random_(seed), chinese_(pick(2) == 0) {}

  std::string make() {
    std::string out = chinese_ ? "类型: 事项清单\n领域: social-assistance\n单位: \"310104\"\n"
                                 "版本: \"2020.1\"\n事项:\n"
                               : "kind: list\ndomain: social-assistance\nunit: \"310104\"\n"
                                 "version: \"2020.1\"\nitems:\n";
    for (int i = 1; i <= 4; i++) out += item(i);
    return out;
  }

 private:
  size_t pick(size_t below) { return random_() % below; }
  std::string key(const char* english, const char* chinese) { return chinese_ ? chinese : english; }

  std::string citation() {
    static const std::vector<std::string> kEntries{
        "《突发事件应急预案管理办法》（国办发〔2013〕101号）",
        "《国务院办公厅关于印发突发事件应急预案管理办法的通知》（国办发〔2013〕101号）第二十条",
        "《突发事件应急预案管理办法》（国办发〔2013〕101号）第三条、第五条",
        "《突发事件应急预案管理办法》(国办发〔2013〕101号)（第十条）",
        "国办发〔2013〕101号",
        "《突发事件应急预案管理办法》（国办发〔2024〕5号）",
        "《社会救助暂行办法》（国务院令第649号）",
        "《社会救助暂行办法》（国务院令第649号）、《突发事件应急预案管理办法》（国办发〔2013〕101号"
        "）",
        "《突发事件应急预案管理办法》（国办发〔2013〕101号）和《社会救助暂行办法》",
        "《突发事件应急预案管理办法》",
        "《突发事件应急预案管理办法》（国办发〔2013〕101号）及其实施细则",
        "各地配套政策",
    };
    return kEntries[pick(kEntries.size())];
  }

  std::string quoted(std::string text) {
    switch (pick(4)) {
      case 0:
        return "\"" + text + "\"";
      case 1:
        return "'" + text + "'";
      default:
        return text;
    }
  }

  std::string basis(const std::string& indent) {
    const size_t count = 1 + pick(4);
    std::string out = indent + key("basis", "公开依据") + ":";
    const size_t style = pick(count == 1 ? 3 : 2);
    if (style == 2) return out + " " + quoted(citation()) + "  # 单独一条\n";
    if (style == 0) {
      for (size_t i = 0; i < count; i++) out += (i ? ", " : " [") + quoted(citation());
      return out + "]\n";
    }
    out += "\n";
    for (size_t i = 0; i < count; i++) {
      if (pick(4) == 0) out += indent + "  # 说明" + std::to_string(pick(100)) + "\n";
      out += indent + "  - " + quoted(citation()) + (pick(3) == 0 ? "   # 待核\n" : "\n");
    }
    return out;
  }

  std::string item(int id) {
    std::string out = "  - " + key("id", "编号") + ": \"" + std::to_string(id) + "\"\n    " +
                      key("topic", "一级事项") + ": 事项" + std::to_string(id) + "\n";
    out += basis("    ");
    out += "    " + key("deadline", "公开时限") + ":   信息形成之日起10个工作日内 # 时限\n\n";
    if (pick(2) == 0) {
      out += "    " + key("deviation", "偏离说明") + ":\n      - " + key("rules", "规则") +
             ": [deadline-longer]\n        " + key("reason", "理由") + ": 须核对\n        " +
             key("basis", "依据") + ": " + quoted(citation()) + "\n";
    }
    return out;
  }

  std::mt19937 random_;
  bool chinese_;
};

}  // namespace

TEST_CASE(
    "replacing is done once, touches citations only and doubles none, however they are "
    "written") {
  for (unsigned seed = 0; seed < 60; seed++) {
    CAPTURE(seed);
    MemoryFileSystem files;
    for (const auto& [path, bytes] : shipped()) {
      if (path.find("/lists/") == path.npos && path.find("/standards/") == path.npos &&
          path.find("/adoptions/") == path.npos)
        files.put(path, bytes);
    }
    files.put(std::string(kCity) + "/lists/310104/social-assistance.yaml", ListMaker(seed).make());
    const std::optional<bool> keep =
        seed % 3 == 0 ? std::nullopt : std::optional<bool>(seed % 3 == 1);
    check_pair(files, "国办发〔2013〕101号", "国办发〔2024〕5号", keep);
  }
}

TEST_CASE("documents are found by title, number or both; what is not clear is said") {
  MemoryFileSystem files;
  put_shipped(files);
  const auto workspace = load_workspace(files, kCity, {.builtin = kNationalSet, .threads = 1});
  REQUIRE(workspace);
  const auto find = [&](const char* given) { return find_document(**workspace, given); };
  const auto number = [&](const char* given) {
    const auto found = find(given);
    REQUIRE(found);
    return (*workspace)->legal.at(*found).number;
  };
  CHECK(number("国令第711号") == "国务院令第711号");
  CHECK(number("国务院令第711号") == "国务院令第711号");
  CHECK(number("社会救助暂行办法") == "国务院令第649号");
  CHECK(number("《社会救助暂行办法》") == "国务院令第649号");
  CHECK(number("《中华人民共和国政府信息公开条例》（国务院令第492号）") == "国务院令第492号");
  CHECK(find("政府信息公开条例").error().in(Lang::Zh).find("国务院令第492号") != std::string::npos);
  CHECK(find("政府信息公开条例").error().in(Lang::Zh).find("国务院令第711号") != std::string::npos);
  CHECK(find("主席令第77号").error().in(Lang::En).find("may mean 2") != std::string::npos);
  CHECK(find("社会救助暂行方法").error().in(Lang::Zh).find("是否指") != std::string::npos);
  CHECK(find("国务院令第648号").error().in(Lang::Zh).find("legal.yaml") != std::string::npos);
  CHECK(
      find("《社会救助暂行办法》（国务院令第600号）").error().in(Lang::En).find("another number") !=
      std::string::npos);
  CHECK_FALSE(find(""));
}

TEST_CASE("citations with an edition, an issuer or an article in brackets") {
  MemoryFileSystem files;
  put_shipped(files);
  const auto workspace = load_workspace(files, kCity, {.builtin = kNationalSet, .threads = 1});
  REQUIRE(workspace);
  const auto old_one = find_document(**workspace, "《中华人民共和国环境噪声污染防治法》");
  const auto new_one = find_document(**workspace, "主席令第104号");
  REQUIRE(old_one);
  REQUIRE(new_one);
  CitationEditor editor((*workspace)->legal, *old_one, *new_one);
  const auto changed = [&](const char* entry, bool keep) {
    const CitationChange& change = editor.change(Symbol::of(entry), false, keep);
    return change.gone ? std::string("gone") : change.text;
  };
  CHECK(changed("《中华人民共和国环境噪声污染防治法》（主席令第77号）第十条", false) ==
        "《中华人民共和国噪声污染防治法》（主席令第104号）");
  CHECK(changed("《中华人民共和国环境噪声污染防治法》（主席令第77号）第十条", true) ==
        "《中华人民共和国噪声污染防治法》（主席令第104号）第十条");
  CHECK(changed("《环境噪声污染防治法》（主席令第77号，2018年12月29日修正）", false) ==
        "《中华人民共和国噪声污染防治法》（主席令第104号）");
  CHECK(changed("《中华人民共和国环境噪声污染防治法》", false) ==
        "《中华人民共和国噪声污染防治法》");
  CHECK(changed("《中华人民共和国环境噪声污染防治法》，第十条", false) ==
        "《中华人民共和国噪声污染防治法》");
  CHECK(changed("《中华人民共和国环境噪声污染防治法》（第十条）", false) ==
        "《中华人民共和国噪声污染防治法》");
  CHECK(changed("《中华人民共和国环境影响评价法》（主席令第77号）", false) ==
        "《中华人民共和国环境影响评价法》（主席令第77号）");
  CHECK(changed("《环境噪声污染防治法》、《噪声污染防治法》（主席令第104号）", false) ==
        "《噪声污染防治法》（主席令第104号）");
  CHECK(changed("《噪声污染防治法》（主席令第104号）、《环境噪声污染防治法》等", false) ==
        "《噪声污染防治法》（主席令第104号）等");
}
