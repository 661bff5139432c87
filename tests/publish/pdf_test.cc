#include "publish/pdf.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "publish_world.h"

using namespace catalog;
using catalog::test::PublishWorld;

namespace {

/// What LibreOffice writes at the end of a PDF, with these in place of what changes.
std::string printed(const std::string& time, const std::string& id) {
  return "%PDF-1.6\nstream /CreationDate of "
         "nothing\nendstream\n<</Creator<FEFF>\n/CreationDate(D:" +
         time + "Z')>>\nxref\ntrailer\n<</Size 9/Root 8 0 R\n/ID [ <" + id + ">\n<" + id +
         "> ]\n/DocChecksum /" + id + "\n>>\nstartxref\n120\n%%EOF\n";
}

const std::string kOneId(32, 'A'), kOtherId(32, '7');

std::string workbook_of(int64_t epoch) {
  PublishWorld world;
  BuildOptions options;
  options.formats = {PublishFormat::Xlsx};
  options.source_date_epoch = epoch;
  REQUIRE(world.build(options).has_value());
  return world.built("social-assistance.xlsx");
}

}  // namespace

TEST_CASE("a stamped PDF depends on nothing but its workbook") {
  const std::string workbook = workbook_of(1609372800);
  std::string one = printed("20261129204819", kOneId), other = printed("20270101000000", kOtherId);
  const size_t size = one.size();
  stamp_pdf(one, workbook);
  stamp_pdf(other, workbook);
  CHECK(one == other);
  CHECK(one.size() == size);
  CHECK(one.find("(D:20201231000000Z')") != std::string::npos);
  CHECK(is_pdf_of(one, workbook));
}

TEST_CASE("a PDF of another workbook, or with any other byte, is not taken for the one") {
  const std::string workbook = workbook_of(1609372800), other = workbook_of(1609459200);
  std::string pdf = printed("20261129204819", kOneId);
  CHECK_FALSE(is_pdf_of(pdf, workbook));
  stamp_pdf(pdf, workbook);
  CHECK_FALSE(is_pdf_of(pdf, other));
  for (size_t i = 0; i < pdf.size(); i++) {
    std::string changed = pdf;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_FALSE(is_pdf_of(changed, workbook));
  }
}

TEST_CASE("what has no ids is left as it is and never taken for printed before") {
  const std::string workbook = workbook_of(1609372800);
  for (const std::string& text :
       {std::string(), std::string("%PDF-1.6\n/ID"), std::string("%PDF-1.6\n/ID [ <AB> <CD> ]"),
        "%PDF-1.6\n/ID [ <" + kOneId + ">"}) {
    std::string pdf = text;
    stamp_pdf(pdf, workbook);
    CHECK(pdf == text);
    CHECK_FALSE(is_pdf_of(pdf, workbook));
  }
}
