#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "text/bilingual.h"

namespace catalog {

/// A word or value that stands inside a message; the same in both languages unless given twice.
class Phrase {
 public:
  Phrase(std::string_view same) : text_(same), zh_size_(kSame) {}
  Phrase(const std::string& same) : text_(same), zh_size_(kSame) {}
  Phrase(const char* same) : text_(same), zh_size_(kSame) {}
  Phrase(Bilingual both) : Phrase(both.zh, both.en) {}
  Phrase(std::string_view chinese, std::string_view english) : zh_size_(chinese.size()) {
    text_.reserve(chinese.size() + english.size());
    text_.append(chinese).append(english);
  }
  template <std::integral N>
  Phrase(N number) : text_(std::to_string(number)), zh_size_(kSame) {}

  std::string_view in(Lang lang) const {
    const std::string_view text = text_;
    if (zh_size_ == kSame) return text;
    return lang == Lang::Zh ? text.substr(0, zh_size_) : text.substr(zh_size_);
  }

 private:
  static constexpr size_t kSame = std::string::npos;

  std::string text_;  ///< in Chinese, then in English: findings hold many, mostly one for both
  size_t zh_size_;    ///< bytes
};

/// A sentence for the user, kept as its form and its values until a report chooses the language.
/// Forms are those of {fmt}: `{}` or `{0}`; a brace is written `{{`.
struct Message {
  Bilingual form;
  std::vector<Phrase> args;

  std::string in(Lang lang) const;
  bool empty() const { return form.zh.empty(); }
};

/// Makes a message: say({"缺少“{}”", "“{}” is missing"}, name).
template <class... Args>
Message say(Bilingual form, Args&&... args) {
  return Message{form, {Phrase(std::forward<Args>(args))...}};
}

}  // namespace catalog
