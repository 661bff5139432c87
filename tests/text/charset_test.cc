#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

using namespace catalog;

namespace {

constexpr std::string_view kList =
    "kind: list\ndomain: social-assistance\nitems:\n  - id: \"6\"\n    topic: 最低生活保障\n"
    "    basis: [《国务院关于进一步加强和改进最低生活保障工作的意见》（国发〔2012〕45号）]\n";
constexpr std::string_view kChineseOnly = "最低生活保障审批信息，全社会。";

std::string encode(std::string_view text, const char* charset) {
  std::string out(text.size() * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = ucnv_convert(charset, "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                                    text.data(), static_cast<int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<size_t>(size));
  return out;
}

}  // namespace

TEST_CASE("UTF-8 is known with and without its byte order mark") {
  CHECK(guess_charset(kList) == Charset::Utf8);
  CHECK(guess_charset("") == Charset::Utf8);
  CHECK(guess_charset("plain ASCII") == Charset::Utf8);
  CHECK(guess_charset("\xEF\xBB\xBF公开") == Charset::Utf8Bom);
}

TEST_CASE("UTF-16 is known by its byte order mark") {
  CHECK(guess_charset("\xFF\xFE" + encode(kList, "UTF-16LE")) == Charset::Utf16Le);
  CHECK(guess_charset("\xFE\xFF" + encode(kList, "UTF-16BE")) == Charset::Utf16Be);
}

TEST_CASE("UTF-16 is known without a mark") {
  CHECK(guess_charset(encode(kList, "UTF-16LE")) == Charset::Utf16Le);
  CHECK(guess_charset(encode(kList, "UTF-16BE")) == Charset::Utf16Be);
  CHECK(guess_charset(encode(kChineseOnly, "UTF-16LE")) == Charset::Utf16Le);
  CHECK(guess_charset(encode(kChineseOnly, "UTF-16BE")) == Charset::Utf16Be);
  CHECK(guess_charset(encode("kind: list\nversion: 1\n", "UTF-16LE")) == Charset::Utf16Le);
}

TEST_CASE("GB18030 and GBK are known") {
  CHECK(guess_charset(encode(kList, "GB18030")) == Charset::Gb18030);
  CHECK(guess_charset(encode(kChineseOnly, "GB18030")) == Charset::Gb18030);
  CHECK(guess_charset("topic: \xB9\xAB\xBF\xAA\n") == Charset::Gb18030);  // 公开
  CHECK(guess_charset(encode("低保对象𠮷名单及相关信息", "GB18030")) == Charset::Gb18030);
}

TEST_CASE("a GB18030 file longer than the sample may be cut within a character") {
  for (const std::string_view shift : {"", "x", "xx", "xxx"}) {
    std::string text(shift);
    while (text.size() < 100'000) text += encode("最低生活保障𠮷审批信息", "GB18030");
    CHECK(guess_charset(text) == Charset::Gb18030);
  }
}

TEST_CASE("UTF-8 with a damaged byte is still UTF-8") {
  std::string text(kList);
  text[text.find("保障")] = 'x';
  REQUIRE(find_invalid_utf8(text));
  CHECK(guess_charset(text) == Charset::Utf8);
  CHECK(guess_charset(kList.substr(0, kList.size() - 3)) == Charset::Utf8);  // cut within ）
}

TEST_CASE("a zero byte does not make UTF-16 of a UTF-8 text") {
  CHECK(guess_charset(std::string_view("topic: 公开\0\n", 15)) == Charset::Utf8);
}

TEST_CASE("what fits nothing is unknown") {
  CHECK(guess_charset(encode("最低生活保障審批資訊，全社會。", "Big5")) == Charset::Unknown);
  CHECK(guess_charset(encode("caf\u00E9 cr\u00E8me", "ISO-8859-1")) == Charset::Unknown);
  CHECK(guess_charset("\xFF\xD8\xFF\xE0\x10JFIF") == Charset::Unknown);
  CHECK(guess_charset("PK\x03\x04\xFF\xFF") == Charset::Unknown);
  CHECK(guess_charset("\xFF\xFE" + std::string(2, '\0') + encode("a", "UTF-32LE")) ==
        Charset::Unknown);
}
