#include "text/comparison_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string_view>

namespace catalog {

namespace {

/// Signs that stand for one another in catalogues; the first is what they become.
constexpr std::u32string_view kClasses[] = {
    // Quotation marks: a file's author has “ ”, an office's copy 「 」 or ".
    U"\"“”„‟‘’‚‛'＂＇「」『』｢｣〝〞〟`´",
    // Dashes, in ranges of numbers and before sources.
    U"-‐‑‒–—―−─━－﹣﹘",
    U"~～〜∼˜",
    U"·•・‧∙⋅･",
    // Brackets: 〔2020〕, [2020], (2020) are one number.
    U"(〔[【（［〖﹝﹙",
    U")〕]】）］〗﹞﹚",
    U".。．｡",
    U":：∶︰",
    U"/／∕",
    U"…⋯",
    // Ideographic zero as keyboards give it: 二〇二〇, 二○二○.
    U"〇○◯",
};

constexpr std::u32string_view kSpaces =
    U"\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    U"\u200A"
    U"\u2028\u2029\u202F\u205F\u3000";
constexpr std::u32string_view kInvisible =
    U"\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068"
    U"\u2069\uFE0E\uFE0F\uFEFF";

}  // namespace

const ComparisonTable& ComparisonTable::instance() {
  static const ComparisonTable table;
  return table;
}

ComparisonTable::ComparisonTable() {
  // Forms that PDFs and old code pages leave behind: radicals (⽤ for 用), vertical, small and wide
  // forms.
  set_compatible(0x2E80, 0x2FDF);
  set_compatible(0xF900, 0xFAFF);
  set_compatible(0xFE30, 0xFE6F);
  set_compatible(0xFF01, 0xFFEF);
  for (const std::u32string_view same : kClasses) {
    for (const char32_t point : same) set(point, same.front());
  }
  set_lower('A', 'Z');
  set_lower(0xC0, 0x52F);  // Latin, Greek, Cyrillic
  for (const char32_t point : kSpaces) set(point, kSpace);
  for (const char32_t point : kInvisible) set(point, kDrop);
  settle();
}

void ComparisonTable::set(char32_t point, char32_t value) {
  auto& page = pages_[point >> 8];
  if (!page) {
    page = std::make_unique<Page>();
    for (size_t low = 0; low < page->size(); ++low) {
      (*page)[low] = (point & ~char32_t{0xFF}) + static_cast<char32_t>(low);
    }
  }
  (*page)[point & 0xFF] = value;
}

void ComparisonTable::set_lower(char32_t first, char32_t last) {
  for (char32_t point = first; point <= last; ++point) {
    set(point, static_cast<char32_t>(u_tolower(static_cast<UChar32>(point))));
  }
}

void ComparisonTable::settle() {
  for (const auto& page : pages_) {
    if (!page) continue;
    for (char32_t& value : *page) {
      if (value != kDrop) value = (*this)[value];
    }
  }
}

void ComparisonTable::set_compatible(char32_t first, char32_t last) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return;
  for (char32_t point = first; point <= last; ++point) {
    const auto form = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(point)), status);
    if (U_SUCCESS(status) && form.countChar32() == 1) {
      set(point, static_cast<char32_t>(form.char32At(0)));
    }
  }
}

}  // namespace catalog
