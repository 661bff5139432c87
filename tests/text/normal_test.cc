#include "text/normal.h"

#include <doctest/doctest.h>

#include <string>

#include "text/generated_text.h"

using namespace catalog;

namespace {

/// Whether two texts compare as the same.
bool same(std::string_view a, std::string_view b) {
  return comparison_form(a) == comparison_form(b);
}

}  // namespace

TEST_CASE("full-width ASCII folds to half-width, nothing else") {
  CHECK(fold_width("（２０个工作日；Ａ，ｂ：％）　～") == "(20个工作日;A,b:%) ~");
  CHECK(fold_width("《〔2020〕》“”、。①■") == "《〔2020〕》“”、。①■");
  CHECK(fold_width("plain") == "plain");
  CHECK(fold_width("") == "");
  CHECK(fold_width("公\xFF\xEF\xBC") == "公\xFF\xEF\xBC");
}

TEST_CASE("texts that differ by full and half width are the same") {
  CHECK(same("自信息形成之日起２０个工作日内；公示７日", "自信息形成之日起20个工作日内;公示7日"));
  CHECK(same("ＧＢ／Ｔ 2260", "gb/t 2260"));
  CHECK(same("公开．", "公开。"));
}

TEST_CASE("quotation marks are one, dashes are one, brackets are one") {
  CHECK(same("“双公示”", "「双公示」"));
  CHECK(same("“双公示”", "\"双公示\""));
  CHECK(same("‘双公示’", "『双公示』"));
  CHECK(same("2019—2020年", "2019-2020年"));
  CHECK(same("2019——2020年", "2019－2020年"));
  CHECK(same("2019～2020年", "2019~2020年"));
  CHECK(same("国发〔2012〕45号", "国发[2012]45号"));
  CHECK(same("国发（2012）45号", "国发【2012】45号"));
  CHECK(same("国发﹝2012﹞45号", "国发〔2012〕45号"));
  CHECK(same("买买提·艾力", "买买提•艾力"));
  CHECK(same("二〇二〇年", "二○二○年"));
  CHECK(same("等等……", "等等…"));
}

TEST_CASE("title marks are kept and differ from brackets") {
  CHECK(comparison_form("《条例》") == "《条例》");
  CHECK_FALSE(same("《条例》", "（条例）"));
  CHECK_FALSE(same("《条例》", "〈条例〉"));
  CHECK_FALSE(same("A、B", "A，B"));
}

TEST_CASE("white space goes where it parts no words") {
  CHECK(comparison_form("  住房城乡建设部　财政部 关于 ") == "住房城乡建设部财政部关于");
  CHECK(comparison_form("10 个 工作日") == "10个工作日");
  CHECK(comparison_form("法 律\n法\u00A0规") == "法律法规");
  CHECK(comparison_form("（ 2012 ） 45 号") == "(2012)45号");
  CHECK(comparison_form("Open \t Data 2020  v1") == "open data 2020 v1");
  CHECK(comparison_form("1 2") != comparison_form("12"));
  CHECK(comparison_form(" \u3000\n") == "");
}

TEST_CASE("invisible signs go") {
  CHECK(comparison_form("\uFEFF公\u200B开\u00AD时\u2060限") == "公开时限");
  CHECK(comparison_form("a\u200Bb c") == "ab c");
}

TEST_CASE("forms that old files leave behind become ordinary characters") {
  CHECK(same("⽤⼈单位", "用人单位"));  // Kangxi radicals, as PDFs have them
  CHECK(same("\uF9DA文", "栗文"));      // a compatibility ideograph
  CHECK(same("︵一︶", "（一）"));      // vertical brackets
  CHECK(same("｢ｱｲ｣", "「アイ」"));
}

TEST_CASE("a damaged character takes nothing behind it along") {
  CHECK(comparison_form("\xE5（A") == "\xE5(a");
  CHECK(fold_width("公\xE5\x85（") == "公\xE5\x85(");
}

TEST_CASE("list marks stay") {
  CHECK(comparison_form("■政府网站") == "■政府网站");
  CHECK(comparison_form("●名单") == "●名单");
  CHECK(comparison_form("① 名单") == "①名单");
  CHECK(comparison_form("1．名单") == "1.名单");
}

TEST_CASE("composed and decomposed letters are the same") {
  CHECK(same("cafe\u0301", "caf\u00E9"));
  CHECK(same("CAFE\u0301", "caf\u00C9"));
  CHECK(same("e\u200D\u0301", "\u00E9"));
  CHECK(nfc("cafe\u0301") == "caf\u00E9");
}

TEST_CASE("NFC leaves alone what is composed, and what is not UTF-8") {
  CHECK(nfc("公开 caf\u00E9 한") == "公开 caf\u00E9 한");
  CHECK(nfc("") == "");
  CHECK(nfc("e\u0301\xFF") == "e\u0301\xFF");
}

TEST_CASE("trimming takes ASCII, full-width and no-break spaces from both ends only") {
  CHECK(trim(" \t\r\n　公 开　\u00A0 ") == "公 开");
  CHECK(trim("") == "");
  CHECK(trim("　 ") == "");
  CHECK(trim("公\u200B") == "公\u200B");
  CHECK(trim("。") == "。");
}

TEST_CASE("a comparison form is its own comparison form") {
  test::GeneratedTexts texts(3);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = texts.damaged_text(30);
    CAPTURE(text);
    const std::string form = comparison_form(text);
    CHECK(comparison_form(form) == form);
    CHECK(same(text, fold_width(text)));
    CHECK(fold_width(fold_width(text)) == fold_width(text));
  }
}

TEST_CASE("a letter is folded wherever it stands among ideographs") {
  const auto ideographs = [](size_t count) {
    std::u32string out;
    for (size_t i = 0; i < count; i++) out += U"一龥䀀政鿿"[i % 5];
    return from_code_points(out);
  };
  for (size_t before = 0; before < 24; before++) {
    for (size_t behind = 0; behind < 24; behind++) {
      CHECK(comparison_form(ideographs(before) + "Ａ" + ideographs(behind)) ==
            ideographs(before) + "a" + ideographs(behind));
    }
  }
}
