#pragma once

#include <string_view>

namespace catalog {

/// The language of messages and reports.
enum class Lang : unsigned char { Zh, En };

/// One user-facing text in both languages; views of static storage.
struct Bilingual {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Lang lang) const { return lang == Lang::Zh ? zh : en; }
};

}  // namespace catalog
