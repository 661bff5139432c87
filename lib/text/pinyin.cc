#include "text/pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utrans.h>

#include <mutex>
#include <unordered_map>

#include "text/utf8.h"

namespace catalog {

namespace {

constexpr char16_t kDiaeresis = 0x0308;

/// ICU's transliterator, which no two threads may use at once.
class Reader {
 public:
  Reader() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString name("Han-Latin");
    table_ =
        utrans_openU(name.getBuffer(), name.length(), UTRANS_FORWARD, nullptr, 0, nullptr, &status);
    letters_ = icu::Normalizer2::getNFDInstance(status);
  }
  ~Reader() {
    if (table_) utrans_close(table_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::string of(char32_t character) {
    std::lock_guard lock(mutex_);
    const auto [known, fresh] = readings_.emplace(character, std::string{});
    if (fresh && table_ && letters_) known->second = look_up(character);
    return known->second;
  }

 private:
  std::string look_up(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    UChar buffer[32] = {};
    int32_t length =
        icu::UnicodeString(static_cast<UChar32>(character)).extract(buffer, 32, status);
    int32_t limit = length;
    utrans_transUChars(table_, buffer, &length, 32, 0, &limit, &status);
    const icu::UnicodeString parts =
        letters_->normalize(icu::UnicodeString(buffer, length), status);
    if (U_FAILURE(status)) return {};
    std::string out;
    for (int32_t i = 0; i < parts.length(); i++) {
      const char16_t c = parts[i];
      if (c >= 'a' && c <= 'z') out += static_cast<char>(c);
      if (c == kDiaeresis && !out.empty()) out.back() = 'v';
    }
    return out;
  }

  std::mutex mutex_;
  std::unordered_map<char32_t, std::string> readings_;
  UTransliterator* table_ = nullptr;
  const icu::Normalizer2* letters_ = nullptr;
};

}  // namespace

std::string pinyin_of(char32_t character) {
  if (!is_han(character)) return {};
  static Reader reader;
  return reader.of(character);
}

}  // namespace catalog
