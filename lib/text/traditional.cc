#include "text/traditional.h"

#include <unicode/translit.h>
#include <unicode/ucnv.h>

#include <memory>
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
    table_.reset(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    status = U_ZERO_ERROR;
    gb2312_ = ucnv_open("ibm-1383_P110-1999", &status);
    if (!gb2312_) return;
    ucnv_setFromUCallBack(gb2312_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  ~Simplifier() {
    if (gb2312_) ucnv_close(gb2312_);
  }
  Simplifier(const Simplifier&) = delete;
  Simplifier& operator=(const Simplifier&) = delete;

  char32_t of(char32_t character) {
    std::lock_guard lock(mutex_);
    const auto [known, fresh] = forms_.emplace(character, U'\0');
    if (fresh && table_ && gb2312_) known->second = look_up(character);
    return known->second;
  }

 private:
  char32_t look_up(char32_t character) {
    icu::UnicodeString text(static_cast<UChar32>(character));
    if (in_gb2312(text)) return U'\0';
    table_->transliterate(text);
    const auto simplified = static_cast<char32_t>(text.char32At(0));
    return text.countChar32() == 1 && simplified != character && in_gb2312(text) ? simplified
                                                                                 : U'\0';
  }

  bool in_gb2312(const icu::UnicodeString& text) {
    char bytes[8];
    UErrorCode status = U_ZERO_ERROR;
    ucnv_fromUChars(gb2312_, bytes, sizeof bytes, text.getBuffer(), text.length(), &status);
    return U_SUCCESS(status);
  }

  std::mutex mutex_;
  std::unordered_map<char32_t, char32_t> forms_;
  std::unique_ptr<icu::Transliterator> table_;
  UConverter* gb2312_ = nullptr;
};

}  // namespace

char32_t simplified_form(char32_t character) {
  if (!is_han(character)) return U'\0';
  static Simplifier simplifier;
  return simplifier.of(character);
}

}  // namespace catalog
