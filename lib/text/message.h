#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/bilingual.h"

namespace catalog {

/// A word or value that stands inside a message; the same in both languages unless given twice.
struct Phrase {
  std::string zh;
  std::string en;

  Phrase(std::string_view same) : zh(same), en(same) {}
  Phrase(const std::string& same) : zh(same), en(same) {}
  Phrase(const char* same) : zh(same), en(same) {}
  Phrase(Bilingual both) : zh(both.zh), en(both.en) {}
  Phrase(std::string chinese, std::string english)
      : zh(std::move(chinese)), en(std::move(english)) {}
  template <std::integral N>
  Phrase(N number) : zh(std::to_string(number)), en(zh) {}

  const std::string& in(Lang lang) const { return lang == Lang::Zh ? zh : en; }
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
