#include "model/legal_reference.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>

#include "model/phrase_dump.h"
#include "model/shipped.h"

using namespace catalog;
using catalog::test::dump;

namespace {

std::string_view bytes(std::string_view entry, Span at) {
  return entry.substr(at.begin, at.size());
}

bool spans_inside(std::string_view entry, const LegalBasis& basis) {
  bool inside = true;
  const auto check = [&](Span span) {
    inside = inside && span.begin <= span.end && span.end <= entry.size();
  };
  for (const LegalReference& reference : basis.references) {
    for (const Span span :
         {reference.at, reference.title_at, reference.number_at, reference.issuer_at,
          reference.tag_at, reference.article_at, reference.history_at, reference.quoted_at}) {
      check(span);
    }
  }
  for (const Span span : basis.unparsed) check(span);
  check(basis.and_others_at);
  return inside;
}

}  // namespace

TEST_CASE("the bases of the guidelines are read into documents") {
  const auto rows = test::table("references.tsv");
  CHECK(rows.size() == 189);
  for (const auto& [entry, expected] : rows) {
    CAPTURE(entry);
    CHECK(dump(entry, parse_basis(entry)) == expected);
  }
}

TEST_CASE("other ways of citing are read, and what is wrong with them is named") {
  for (const auto& [entry, expected] : test::table("references_elsewhere.tsv")) {
    CAPTURE(entry);
    CHECK(dump(entry, parse_basis(entry)) == expected);
  }
}

TEST_CASE("every basis of the shipped guidelines is understood but for those that name nothing") {
  // No title and no number: words of a guideline for documents that differ from place to place.
  const std::set<std::string> nameless = {"信息公开规定", "各地相关政策法规文件",
                                          "各省“七五”普法规划", "建设用地审查报批有关规定"};
  const auto entries = test::guideline_texts("basis");
  CHECK(entries.size() >= 189);
  for (const std::string& entry : entries) {
    CAPTURE(entry);
    CHECK(parse_basis(entry).understood() == !nameless.contains(entry));
  }
}

TEST_CASE("every document of the shipped register is read back from a citation of it") {
  const LegalRegister& legal = test::shipped_register();
  CHECK(legal.size() >= 100);
  for (uint32_t i = 0; i < legal.size(); ++i) {
    const LegalDocument& document = legal.at(i);
    std::string entry = "《" + document.title + "》";
    if (!document.number.empty()) entry += "（" + document.number + "）";
    CAPTURE(entry);
    const LegalBasis basis = parse_basis(entry);
    CHECK(basis.understood());
    REQUIRE(basis.references.size() == 1);
    CHECK(basis.references[0].title == document.title);
    CHECK(basis.references[0].normal_number == document.number);
    CHECK(basis.references[0].oddities.empty());
  }
}

TEST_CASE("each piece of a reference keeps its bytes") {
  const std::string entry =
      "【行政法规】国务院《中华人民共和国政府信息公开条例》（国令第711号）第二十六条";
  const LegalBasis basis = parse_basis(entry);
  REQUIRE(basis.references.size() == 1);
  const LegalReference& reference = basis.references[0];
  CHECK(bytes(entry, reference.at) == entry);
  CHECK(bytes(entry, reference.tag_at) == "【行政法规】");
  CHECK(bytes(entry, reference.issuer_at) == "国务院");
  CHECK(bytes(entry, reference.title_at) == "《中华人民共和国政府信息公开条例》");
  CHECK(bytes(entry, reference.number_at) == "国令第711号");
  CHECK(bytes(entry, reference.article_at) == "第二十六条");
}

TEST_CASE("document numbers have one normal form") {
  for (const char* number :
       {"国发〔2012〕45号", "国发[2012]45号", "国发（2012）45号", "国发(2012)45号",
        "国发【2012】45号", "国发［２０１２］４５号", "国发﹝2012﹞45号", "国发〔2012)45号",
        "国发 〔 2012 〕 45 号", "国发〔2012〕第45号", "国发〔2012〕45", "国发2012〕45号",
        "国发〔2012〕四十五号"}) {
    CAPTURE(number);
    CHECK(normalize_number(number) == "国发〔2012〕45号");
  }
  for (const char* number : {"国务院令第711号", "国令第711号", "中华人民共和国国务院令第711号",
                             "国务院令711号", "国务院第711号", "国务院令第七百一十一号",
                             "国务院令（第711号）", "第711号国务院令", "国务院第711号令"}) {
    CAPTURE(number);
    CHECK(normalize_number(number) == "国务院令第711号");
  }
  CHECK(normalize_number("中华人民共和国主席令第二十一号") == "主席令第21号");
  CHECK(normalize_number("国家发展改革委2017年第10号令") == "国家发展改革委令2017年第10号");
  CHECK(normalize_number("国家税务总局公告2017年第13号") == "国家税务总局公告2017年第13号");
  CHECK(normalize_number("上海市人民政府令第32号") == "上海市人民政府令第32号");
  CHECK(normalize_number("GB/T 32939—2016") == "GB/T 32939-2016");
  CHECK(normalize_number(" 无 号 ") == "无号");
  CHECK(normalize_number("") == "");
}

TEST_CASE("normal numbers are their own normal form") {
  const LegalRegister& legal = test::shipped_register();
  for (uint32_t i = 0; i < legal.size(); ++i) {
    CHECK(normalize_number(legal.at(i).number) == legal.at(i).number);
  }
}

TEST_CASE("dates, years and counts in a text are no numbers of documents") {
  for (const char* entry :
       {"《规划（2016-2020年）》", "《办法》（2018年修正）", "《规范（第三版）》",
        "《办法》（2014年2月21日通过）", "《意见》第5条"}) {
    CAPTURE(entry);
    const LegalBasis basis = parse_basis(entry);
    REQUIRE(basis.references.size() == 1);
    CHECK(basis.references[0].number.empty());
  }
}

TEST_CASE("damaged entries never break the reading, and all spans stay inside") {
  std::mt19937 random(20190415);
  auto rows = test::table("references.tsv");
  const auto more = test::table("references_elsewhere.tsv");
  rows.insert(rows.end(), more.begin(), more.end());
  for (int round = 0; round < 20; ++round) {
    for (auto [entry, unused] : rows) {
      for (int change = 0; change < 3 && !entry.empty(); ++change) {
        const size_t at = random() % entry.size();
        if (random() % 2)
          entry.erase(at, 1 + random() % 7);
        else
          entry.insert(at, entry.substr(random() % entry.size(), random() % 9));
      }
      CAPTURE(entry);
      CHECK(spans_inside(entry, parse_basis(entry)));
    }
  }
}

TEST_CASE("entries without end take linear time") {
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    CHECK(spans_inside(text, parse_basis(text)));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const char* unit :
       {"《甲》（国发〔2012〕45号）、", "《", "（", "《甲》（", "【", "国发〔2012〕45号", "号",
        "第", "第一条、", "1", "一", "〔2012〕", "A", "《甲》第一条：“乙", "甲"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 30'000) text += unit;
    const double quarter = seconds(text);
    CHECK(seconds(text + text + text + text) < quarter * 10 + 0.3);
  }
}
