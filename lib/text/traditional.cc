#include "text/traditional.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utrans.h>

#include <mutex>
#include <unordered_map>

#include "text/utf8.h"

namespace catalog {

namespace {

/// ICU's converter to GB 2312 and its transliterator; neither may be used by two threads at once.
class Simplifier {
 public:
  Simplifier() {
    UErrorCode status = U_ZERO_ERROR;
    gb2312_ = ucnv_open("ibm-1383_P110-1999", &status);
    if (!gb2312_) return;
    ucnv_setFromUCallBack(gb2312_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Simplifier() {
    if (table_) utrans_close(table_);
    if (gb2312_) ucnv_close(gb2312_);
  }
  Simplifier(const Simplifier&) = delete;
  Simplifier& operator=(const Simplifier&) = delete;

  char32_t of(char32_t character) {
    std::lock_guard lock(mutex_);
    const auto [known, fresh] = forms_.emplace(character, U'\0');
    if (fresh && gb2312_) known->second = look_up(character);
    return known->second;
  }

 private:
  char32_t look_up(char32_t character) {
    const icu::UnicodeString text(static_cast<UChar32>(character));
    if (in_gb2312(text)) return U'\0';
    const icu::UnicodeString simplified = simplify(text);
    return simplified.countChar32() == 1 && simplified != text && in_gb2312(simplified)
               ? static_cast<char32_t>(simplified.char32At(0))
               : U'\0';
  }

  icu::UnicodeString simplify(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    // Making it takes longer than checking a thousand items, and few texts need it.
    if (!table_ && !tried_) {
      const icu::UnicodeString name("Traditional-Simplified");
      table_ = utrans_openU(name.getBuffer(), name.length(), UTRANS_FORWARD, nullptr, 0, nullptr,
                            &status);
      tried_ = true;
    }
    if (!table_) return text;
    UChar buffer[16] = {};
    int32_t length = text.extract(buffer, 16, status);
    int32_t limit = length;
    utrans_transUChars(table_, buffer, &length, 16, 0, &limit, &status);
    return U_SUCCESS(status) ? icu::UnicodeString(buffer, length) : text;
  }

  bool in_gb2312(const icu::UnicodeString& text) {
    char bytes[8];
    UErrorCode status = U_ZERO_ERROR;
    ucnv_fromUChars(gb2312_, bytes, sizeof bytes, text.getBuffer(), text.length(), &status);
    return U_SUCCESS(status);
  }

  std::mutex mutex_;
  std::unordered_map<char32_t, char32_t> forms_;
  UTransliterator* table_ = nullptr;
  bool tried_ = false;
  UConverter* gb2312_ = nullptr;
};

}  // namespace

char32_t simplified_form(char32_t character) {
  if (!is_han(character)) return U'\0';
  static Simplifier simplifier;
  return simplifier.of(character);
}

}  // namespace catalog
