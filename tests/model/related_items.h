#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "model/field_relation.h"
#include "model/reader.h"
#include "model/shipped.h"
#include "yaml/parse.h"

// Items to compare, made from the YAML of one field; and changes of every field by kind.
namespace catalog::test {

inline Vocabulary make_vocabulary() {
  std::ifstream file(national() / "vocabulary.yaml");
  std::stringstream text;
  text << file.rdbuf();
  const std::string source = text.str();
  yaml::Tree tree;
  VocabularyFile read;
  Problems problems;
  if (yaml::parse(source, tree)) read_document(tree, Symbol::of("vocabulary.yaml"), read, problems);
  return Vocabulary(std::move(read));
}

/// The shipped vocabulary, calendar and register.
inline const Knowledge& shipped_knowledge() {
  static const Vocabulary vocabulary = make_vocabulary();
  static const Knowledge knowledge{vocabulary, shipped_calendar(), shipped_register()};
  return knowledge;
}

/// An item of these lines of YAML (`deadline: …`, separated by line breaks).
inline Item item_of(std::string_view lines) {
  std::string text = "kind: list\nitems:\n  - id: \"1\"\n";
  std::stringstream stream{std::string(lines)};
  for (std::string line; std::getline(stream, line);) text += "    " + line + "\n";
  yaml::Tree tree;
  List list;
  Problems problems;
  if (yaml::parse(text, tree)) read_document(tree, Symbol::of("test.yaml"), list, problems);
  return list.items.empty() ? Item() : list.items[0];
}

/// One change of one field, as lines of YAML before and after, and what it is for the public.
struct FieldChange {
  std::string_view field;  ///< English key; of an element's own key: elements.mode
  FieldRelation relation;
  std::string_view before;
  std::string_view after;
};

inline const std::vector<FieldChange>& field_changes() {
  using enum FieldRelation;
  static const std::vector<FieldChange> changes{
      {"guideline", Editorial, "guideline: social-assistance/6", "guideline: social-assistance/7"},
      {"category", Editorial, "category: 综合政务", "category: 公共服务"},
      {"topic", Changed, "topic: 最低生活保障", "topic: 临时救助"},
      {"topic", Editorial, "topic: 最低生活保障（低保）", "topic: 最低生活保障 (低保)"},
      {"subtopic", Changed, "subtopic: 审批信息", "subtopic: 政策文件"},
      {"subtopic", Editorial, "subtopic: 审批信息（县级）", "subtopic: 审批信息(县级)"},
      {"detail", Changed, "detail: 名单", "detail: 金额"},
      {"detail", Editorial, "detail: “名单”", "detail: 「名单」"},
      {"elements", Narrower, "elements: [低保对象名单, 救助金额]", "elements: [低保对象名单]"},
      {"elements", Wider, "elements: [低保对象名单]", "elements: [低保对象名单及相关信息]"},
      {"elements", Changed, "elements: [行政处罚决定书]", "elements: [行政处罚结果]"},
      {"elements", Changed, "elements: [行政许可决定]", "elements: [救助金额]"},
      {"elements", Changed, "elements: [名单, {name: 底稿, mode: 不予公开}]", "elements: [名单]"},
      {"elements", Editorial, "elements: [咨询电话（办公）]", "elements: [咨询电话(办公)]"},
      {"elements", Editorial, "mode: 主动\nelements: [{name: 名单, mode: 主动}]",
       "mode: 主动\nelements: [名单]"},
      {"elements.mode", Narrower, "mode: 主动\nelements: [名单]",
       "mode: 主动\nelements: [{name: 名单, mode: 依申请}]"},
      {"elements.mode", Changed, "mode: 主动\nelements: [{name: 名单, mode: 看情况}]",
       "mode: 主动\nelements: [{name: 名单, mode: 依申请}]"},
      {"elements.mode", Editorial, "elements: [{name: 名单, mode: 依申请}]",
       "elements: [{name: 名单, mode: 依申请公开}]"},
      {"elements.extent", Narrower, "elements: [{name: 名单, extent: 全文}]",
       "elements: [{name: 名单, extent: 部分}]"},
      {"elements.extent", Changed, "elements: [{name: 名单, extent: 摘要}]",
       "elements: [{name: 名单, extent: 部分}]"},
      {"elements.extent", Editorial, "elements: [{name: 名单, extent: 部分}]",
       "elements: [{name: 名单, extent: 部分公开}]"},
      {"elements.ground", Changed, "elements: [{name: 名单, ground: 《政府信息公开条例》第十五条}]",
       "elements: [{name: 名单, ground: 《政府信息公开条例》第十六条}]"},
      {"elements.ground", Editorial,
       "elements: [{name: 名单, ground: 《政府信息公开条例》第十五条}]",
       "elements: [{name: 名单, ground: 《中华人民共和国政府信息公开条例》第十五条}]"},
      {"elements.review", Narrower, "elements: [{name: 名单, review: \"2021-06-30\"}]",
       "elements: [{name: 名单, review: \"2022-06-30\"}]"},
      {"elements.review", Changed, "elements: [{name: 名单, review: 明年}]",
       "elements: [{name: 名单, review: \"2022-06-30\"}]"},
      {"elements.deadline", Narrower, "elements: [{name: 名单, deadline: 7个工作日内}]",
       "elements: [{name: 名单, deadline: 20个工作日内}]"},
      {"elements.deadline", Changed, "elements: [{name: 名单, deadline: 及时公开}]",
       "elements: [{name: 名单, deadline: 20个工作日内}]"},
      {"elements.deadline", Editorial, "elements: [{name: 名单, deadline: 7个工作日内公开}]",
       "elements: [{name: 名单, deadline: 在7个工作日内}]"},
      {"basis", Changed,
       "basis: [《社会救助暂行办法》（国务院令第649号）, 《城市居民最低生活保障条例》]",
       "basis: [《社会救助暂行办法》（国务院令第649号）]"},
      {"basis", Changed, "basis: [《社会救助暂行办法》（国务院令第649号）第九条]",
       "basis: [《社会救助暂行办法》（国务院令第649号）第十条]"},
      {"basis", Editorial, "basis: [《中华人民共和国政府信息公开条例》（国务院令第492号）]",
       "basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]"},
      {"basis", Editorial, "basis: [《政府信息公开条例》]",
       "basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]"},
      {"basis", Editorial, "basis: [《社会救助暂行办法》、《城市居民最低生活保障条例》]",
       "basis: [《社会救助暂行办法》, 《城市居民最低生活保障条例》]"},
      {"basis", Changed, "basis: [《社会救助暂行办法》]",
       "basis: [《社会救助暂行办法》, 相关政策规定]"},
      {"deadline", Narrower, "deadline: 信息形成之日起10个工作日内",
       "deadline: 信息形成之日起30个工作日内"},
      {"deadline", Narrower, "deadline: 20个工作日内", "deadline: 60日内"},
      {"deadline", Changed, "deadline: 20个工作日内", "deadline: 1个月内"},
      {"deadline", Narrower, "deadline: 20个工作日内公开",
       "deadline: 20个工作日内公开，可延长7个工作日"},
      {"deadline", Narrower, "deadline: 20个工作日内，公示7个工作日",
       "deadline: 20个工作日内，公示5个工作日"},
      {"deadline", Narrower, "deadline: 20个工作日内，每月更新",
       "deadline: 20个工作日内，每季度更新"},
      {"deadline", Narrower, "deadline: 20个工作日内，长期公开",
       "deadline: 20个工作日内，满5年不再公示"},
      {"deadline", Narrower, "levels: [区级, 街镇级]\ndeadline: 10个工作日内",
       "levels: [区级, 街镇级]\ndeadline: {区级: 10个工作日内, 街镇级: 20个工作日内}"},
      {"deadline", Changed, "deadline: 20个工作日内", "deadline: 及时公开"},
      {"deadline", Changed, "deadline: 20个工作日内",
       "deadline: 20个工作日内，法律、法规另有规定的，从其规定"},
      {"deadline", Narrower, "deadline: 执法决定信息7个工作日内，其他信息20个工作日内",
       "deadline: 20个工作日内"},
      {"deadline", Editorial, "deadline: 自信息形成之日起20个工作日内",
       "deadline: 信息形成之日起20个工作日内公开"},
      {"deadline", Editorial, "levels: [区级, 街镇级]\ndeadline: 10个工作日内公开",
       "levels: [区级, 街镇级]\ndeadline: {区级: 10个工作日内, 街镇级: 10个工作日内}"},
      {"publisher", Changed, "publisher: 徐汇区民政局", "publisher: 徐汇区人民政府"},
      {"publisher", Editorial, "publisher: 民政局、各街道办事处",
       "publisher: 各街道办事处、民政局"},
      {"channels", Narrower, "channels: [政府网站, 两微一端]", "channels: [政府网站]"},
      {"channels", Changed, "channels: [政府网站]", "channels: [政府公报]"},
      {"channels", Editorial, "channels: [两微一端]", "channels: [政务新媒体]"},
      {"channels", Narrower, "levels: [区级, 街镇级]\nchannels: [政府网站, 公示栏]",
       "levels: [区级, 街镇级]\nchannels: {区级: [政府网站], 街镇级: [政府网站, 公示栏]}"},
      {"audience", Narrower, "audience: 全社会", "audience: 特定群体（申请人）"},
      {"audience", Changed, "audience: 特定群体（申请人）", "audience: 特定群体（村民）"},
      {"audience", Editorial, "audience: 全社会", "audience: 社会公众"},
      {"mode", Narrower, "mode: 主动", "mode: 依申请"},
      {"mode", Narrower, "mode: 依申请", "mode: 不予公开"},
      {"mode", Changed, "mode: 主动", "mode: 看情况"},
      {"mode", Editorial, "mode: 主动", "mode: 主动公开"},
      {"extent", Narrower, "extent: 全文", "extent: 部分"},
      {"extent", Narrower, "topic: 低保", "topic: 低保\nextent: 部分"},
      {"extent", Changed, "extent: 摘要", "extent: 部分"},
      {"extent", Editorial, "extent: 全文", "extent: 全文公开"},
      {"ground", Changed, "ground: 《政府信息公开条例》第十五条",
       "ground: 《政府信息公开条例》第十六条"},
      {"ground", Editorial, "ground: 《政府信息公开条例》第十五条",
       "ground: 《中华人民共和国政府信息公开条例》第十五条"},
      {"review", Narrower, "review: \"2021-06-30\"", "review: \"2022-06-30\""},
      {"review", Changed, "review: 明年", "review: \"2022-06-30\""},
      {"levels", Narrower, "levels: [区级, 街镇级]", "levels: [区级]"},
      {"levels", Changed, "levels: [区级]", "levels: [街镇级]"},
      {"levels", Editorial, "levels: [区级]", "levels: [县级]"},
      {"links", Editorial, "links: [{title: 低保, url: \"https://a.cn\"}]",
       "links: [{title: 低保, url: \"https://b.cn\"}]"},
      {"note", Editorial, "note: 甲", "note: 乙"},
      {"extra", Editorial, "extra: {责任科室: 救助科}", "extra: {责任科室: 办公室}"},
  };
  return changes;
}

}  // namespace catalog::test
