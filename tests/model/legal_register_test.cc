#include "model/legal_register.h"

#include <doctest/doctest.h>

#include "model/shipped.h"

using namespace catalog;
using catalog::test::shipped_register;

namespace {

LegalDocument document(const char* title, const char* number, const char* issued,
                       LegalStatus status = LegalStatus::InForce, const char* next = "") {
  LegalDocument made;
  made.title = title;
  made.number = number;
  made.issued = Date::parse(issued);
  made.status = status;
  made.superseded_by = next;
  return made;
}

LegalRegister small() {
  return LegalRegister({
      document("特困人员认定办法", "民发〔2016〕178号", "2016-10-10", LegalStatus::Superseded,
               "民发〔2021〕43号"),
      document("特困人员认定办法", "民发〔2021〕43号", "2021-04-26"),
      document("中华人民共和国预算法", "主席令第21号", "1994-03-22", LegalStatus::Amended),
      document("中华人民共和国招标投标法", "主席令第21号", "1999-08-30", LegalStatus::Amended),
      document("《关于全面推进政务公开工作的意见》实施细则", "国办发〔2016〕80号", "2016-11-10"),
      document("关于全面推进政务公开工作的意见", "中办发〔2016〕8号", "2016-02-17"),
      document("地方预决算公开操作规程", "财预〔2016〕143号", "2016-10-27"),
  });
}

LegalLookup cited(const LegalRegister& legal, const char* entry) {
  const LegalBasis basis = parse_basis(entry);
  REQUIRE(basis.references.size() == 1);
  return legal.find(basis.references[0]);
}

}  // namespace

TEST_CASE("title and number together find a document") {
  const LegalRegister legal = small();
  const auto found = cited(legal, "《特困人员认定办法》（民发[2016]178号）");
  CHECK(found.match == LegalMatch::Exact);
  CHECK(found.documents == std::vector<uint32_t>{0});
}

TEST_CASE("a title that several documents bear is ambiguous without its number") {
  const LegalRegister legal = small();
  const auto found = cited(legal, "《特困人员认定办法》");
  CHECK(found.match == LegalMatch::Ambiguous);
  CHECK(found.documents == std::vector<uint32_t>{1, 0});  // the latest first
}

TEST_CASE("one number of two laws is told apart by the title") {
  const LegalRegister legal = small();
  CHECK(cited(legal, "《预算法》（主席令第二十一号）").documents == std::vector<uint32_t>{2});
  CHECK(cited(legal, "《招标投标法》（中华人民共和国主席令第21号）").documents ==
        std::vector<uint32_t>{3});
  CHECK(cited(legal, "《立法法》（主席令第21号）").match == LegalMatch::None);
  CHECK(legal.find("", "主席令第21号").documents.size() == 2);
}

TEST_CASE("a registered title with another number is told") {
  const LegalRegister legal = small();
  CHECK(cited(legal, "《特困人员认定办法》（民发〔2019〕1号）").match == LegalMatch::OtherNumber);
  CHECK(cited(legal, "《无此办法》（民发〔2021〕43号）").match == LegalMatch::ByNumber);
  CHECK(cited(legal, "《无此办法》（民发〔2019〕1号）").match == LegalMatch::None);
  CHECK(cited(legal, "《无此办法》").match == LegalMatch::None);
}

TEST_CASE("titles are found in the frames and shortenings that catalogues use") {
  const LegalRegister legal = small();
  const auto first = [&legal](const char* title) {
    const auto found = legal.find(title, "");
    return found.match == LegalMatch::ByTitle ? int(found.documents[0]) : -1;
  };
  CHECK(first("中共中央办公厅国务院办公厅印发〈关于全面推进政务公开工作的意见〉的通知") == 5);
  CHECK(first("国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知") == 4);
  CHECK(first("财政部关于印发〈地方预决算公开操作规程〉的通知") == 6);
  CHECK(first("关于印发<地方预决算公开操作规程>的通知") == 6);
  CHECK(first("预算法") == 2);
  CHECK(first("地方预决算公开 操作规程（试行）") == 6);
  CHECK(first("关于全面推进政务公开的意见") == -1);
}

TEST_CASE("rules cited along with their document are found") {
  const LegalRegister legal = small();
  const LegalBasis basis = parse_basis("《关于全面推进政务公开工作的意见》及其实施细则");
  REQUIRE(basis.references.size() == 2);
  CHECK(legal.find(basis.references[0]).documents == std::vector<uint32_t>{5});
  CHECK(legal.find(basis.references[1]).documents == std::vector<uint32_t>{4});
}

TEST_CASE("successors are followed to the end and circles are left") {
  CHECK(small().successors(0) == std::vector<uint32_t>{1});
  CHECK(small().successors(1).empty());
  const LegalRegister circle(
      {document("甲", "甲〔2001〕1号", "2001-01-01", LegalStatus::Superseded, "甲〔2001〕2号"),
       document("甲", "甲〔2001〕2号", "2001-01-01", LegalStatus::Superseded, "甲〔2001〕1号")});
  CHECK(circle.successors(0) == std::vector<uint32_t>{1});
}

TEST_CASE("a superseded document holds until the day of its successor") {
  const LegalRegister legal = small();
  CHECK_FALSE(legal.in_force(0, *Date::parse("2016-01-01")));
  CHECK(legal.in_force(0, *Date::parse("2020-06-30")));
  CHECK_FALSE(legal.in_force(0, *Date::parse("2021-05-01")));
  CHECK(legal.in_force(1, *Date::parse("2021-05-01")));
}

TEST_CASE("the shipped register finds its own documents and follows its own successors") {
  const LegalRegister& legal = shipped_register();
  for (uint32_t i = 0; i < legal.size(); ++i) {
    const LegalDocument& document = legal.at(i);
    CAPTURE(document.title);
    const auto found = legal.find(document.title, document.number);
    if (!document.number.empty()) CHECK(found.match == LegalMatch::Exact);
    CHECK(std::ranges::find(found.documents, i) != found.documents.end());
    if (!document.superseded_by.empty()) CHECK_FALSE(legal.successors(i).empty());
  }
}

TEST_CASE("most citations of the shipped guidelines are in the shipped register") {
  size_t known = 0;
  size_t all = 0;
  for (const std::string& entry : test::guideline_texts("basis")) {
    for (const LegalReference& reference : parse_basis(entry).references) {
      ++all;
      known += shipped_register().find(reference).match != LegalMatch::None;
    }
  }
  MESSAGE(known << " of " << all << " citations are registered");
  CHECK(known * 10 > all * 4);
}
