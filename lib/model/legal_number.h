#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catalog {

/// A document number found in a text folded with blanks kept; offsets in code points.
struct FoundNumber {
  size_t begin = 0;
  size_t end = 0;
  std::string normal;  ///< 国发〔2012〕45号, 国务院令第711号, 国家税务总局公告2017年第13号
  bool odd_brackets = false;  ///< the year does not stand in 〔〕
  bool odd_form = false;      ///< 号, 令 or 第 is missing or stands where it should not
};

/// The first document number in [from, end): 〔2012〕45号 with any kind of brackets, 令第N号,
/// 公告YYYY年第N号, 第N号令, a standard's number (GB/T 32939-2016). Linear time.
std::optional<FoundNumber> find_number(std::u32string_view text, size_t from, size_t end);

/// The normal form of a document number (发文字号, 《党政机关公文处理工作条例》): no blanks, the
/// year in 〔〕, 国令 and 中华人民共和国国务院令 as 国务院令, Chinese numerals as figures. A text
/// that is no number comes back folded and without blanks.
std::string normalize_number(std::string_view number);

}  // namespace catalog
