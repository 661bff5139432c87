#include "publish/search_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/fields_reference.h"
#include "publish/html_parts.h"
#include "publish/publishable_text.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr std::string_view kPinyinFile = "pinyin.txt";
constexpr size_t kShortestName = 2;  ///< characters of a name that a question may name a unit by

/// 天平路 of 天平路街道: the name without the word for its type.
std::string name_without_type(const Unit& unit) {
  const std::string name = publishable(unit.name.view());
  const auto type = words::kUnitType.index(unit.type.view());
  if (!type) return {};
  const std::string_view word = words::kUnitType.words[*type].zh;
  if (!name.ends_with(word)) return {};
  std::string out = name.substr(0, name.size() - word.size());
  return count_code_points(out) < kShortestName ? std::string{} : out;
}

/// [code, parent's number or -1, level, name, other names…]
nlohmann::ordered_json unit_row(const SearchPage& page, const Workspace& workspace,
                                const Unit& unit) {
  auto row = nlohmann::ordered_json::array();
  row.push_back(unit.code.view());
  const Unit* district = workspace.units.district_of(unit);
  const auto parent = std::ranges::find(page.units, district);
  const bool below = district && district != &unit && parent != page.units.end();
  row.push_back(below ? parent - page.units.begin() : -1);
  const auto level = workspace.units.level(unit);
  row.push_back(level ? workspace.vocabulary.level_name(*level) : std::string_view{});
  row.push_back(publishable(unit.name.view()));
  std::vector<std::string> others{publishable(unit.office.view()), name_without_type(unit)};
  for (const Text& alias : unit.aliases) others.push_back(publishable(alias.view()));
  for (const UnitName& former : unit.names) others.push_back(publishable(former.name.view()));
  for (std::string& other : others)
    if (!other.empty()) row.push_back(std::move(other));
  return row;
}

nlohmann::ordered_json names_of(const Vocabulary& vocabulary, WordList list) {
  auto out = nlohmann::ordered_json::array();
  for (const VocabularyWord& word : vocabulary.words(list)) out.push_back(word.name.view());
  return out;
}

void write_select(HtmlWriter& out, std::string_view name, std::string_view label) {
  out.raw("<div><label").attribute("for", "_" + std::string(name)).raw(">").text(label);
  out.raw("</label><select").attribute("id", "_" + std::string(name)).attribute("name", name);
  out.raw("><option value=\"\">不限</option></select></div>\n");
}

}  // namespace

std::string pinyin_file(const Workspace& workspace) {
  for (const FileRecord& file : workspace.files) {
    if (file.kind == Kind::Vocabulary) return join_path(folder_of(file.path.view()), kPinyinFile);
  }
  return {};
}

std::expected<std::vector<ReadWord>, IoError> pinyin_words(const Workspace& workspace,
                                                           FileSystem& files) {
  const std::string path = pinyin_file(workspace);
  if (path.empty()) return std::vector<ReadWord>{};
  return read_pinyin_words(files, path);
}

std::string search_setup(const SearchPage& page, const Workspace& workspace,
                         const std::vector<ReadWord>& words) {
  std::set<char32_t> all, read;
  auto units = nlohmann::ordered_json::array();
  for (const Unit* unit : page.units) {
    units.push_back(unit_row(page, workspace, *unit));
    collect_han(unit->name.view(), read);
  }
  auto domains = nlohmann::ordered_json::array();
  for (const SearchPage::Domain& domain : page.domains) {
    domains.push_back({domain.slug, domain.name});
    collect_han(domain.name, read);
    domain.search->collect_characters(all, read);
  }
  all.insert(read.begin(), read.end());
  std::string out = "catalogSearch.setup({\"units\":" + units.dump();
  out += ",\n\"domains\":" + domains.dump();
  const Vocabulary& vocabulary = workspace.vocabulary;
  for (const auto& [key, list] : {std::pair{"levels", WordList::Levels},
                                  {"channels", WordList::Channels},
                                  {"audiences", WordList::Audiences},
                                  {"modes", WordList::Modes}})
    out += ",\n\"" + std::string(key) + "\":" + names_of(vocabulary, list).dump();
  return out + ",\n" + search_words(all, std::move(read), words, vocabulary) + "});\n";
}

std::string write_search_page(const SearchPage& page) {
  HtmlWriter out;
  PagePlace place = page.place;
  place.searched = false;  // the page is the form
  out.begin_page("搜索公开事项", page.draft, place,
                 {"search.js", "search-data.js", "search-page.js"});
  out.begin_header(place);
  out.heading("搜索公开事项", page.draft);
  out.raw(
      "</header>\n<main id=\"_main\">\n<noscript><p class=\"note\">搜索要用脚本。没有脚本时，"
      "请从<a");
  out.attribute("href", place.crumbs.front().href);
  out.raw(">首页</a>按领域或单位查看。</p></noscript>\n");
  out.raw(
      "<form class=\"search\" role=\"search\" id=\"_form\" action=\"search.html\" hidden>\n"
      "<div class=\"ask\"><label for=\"_q\">找什么</label><input id=\"_q\" name=\"q\""
      " type=\"search\" autocomplete=\"off\" aria-describedby=\"_hint\"><button>搜索</button>"
      "</div>\n<p id=\"_hint\" class=\"hint\">可写事项、文件名或文号、公开主体、区和街镇的名称，"
      "也可写拼音或首字母，如：低保审核公示 天平路街道，changning，zdshbz。</p>\n"
      "<details id=\"_scope\"><summary>范围</summary>\n<fieldset><legend>只找</legend>\n");
  for (const auto& [name, label] : {std::pair{"district", "区或部门"},
                                    {"street", "街镇"},
                                    {"domain", "领域"},
                                    {"level", "公开层级"},
                                    {"channel", "公开渠道"},
                                    {"audience", "公开对象"},
                                    {"mode", "公开方式"},
                                    {"wait", "公开时限"}})
    write_select(out, name, label);
  out.raw(
      "<div><label for=\"_publisher\">公开主体</label><input id=\"_publisher\""
      " name=\"publisher\" autocomplete=\"off\"></div>\n</fieldset>\n</details>\n</form>\n");
  out.raw(
      "<p id=\"_status\" role=\"status\"></p>\n<ol id=\"_results\" class=\"results\"></ol>\n"
      "<p id=\"_more\" hidden><button type=\"button\">再显示一些</button></p>\n</main>\n");
  out.end_page();
  return out.take();
}

}  // namespace catalog
