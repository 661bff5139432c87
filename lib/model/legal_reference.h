#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/legal_number.h"
#include "source/span.h"
#include "text/symbol.h"

namespace catalog {

/// What is wrong with the writing of a reference that was understood all the same.
enum class ReferenceOddity : uint8_t {
  YearBrackets,     ///< the year is not in 〔〕: （2015）21号, [2021]21号, 〔2018)23号
  NumberForm,       ///< 号, 令 or 第 is missing or too much: 国务院第649号
  NumberOutside,    ///< the number is not in brackets after the title
  UnclosedTitle,    ///< 《 without 》
  UnclosedBracket,  ///< （ without ）
  Quoted            ///< the article is quoted at length
};

/// One document that an entry of 公开依据 refers to. Spans are bytes within the entry.
struct LegalReference {
  std::string title;   ///< as written, without its own 《》; empty where only a number stands
  std::string number;  ///< as written; empty if none
  std::string normal_number;  ///< as in the register: 国发〔2012〕45号
  std::string issuer;         ///< named before 《: 中央办公厅、国务院办公厅
  std::string tag;            ///< 法律 of 【法律】
  std::string article;        ///< 第二十六条、第十条第（二）项
  std::string history;  ///< edition and amendments from the brackets: 试行, 2017年11月4日修正
  bool derived = false;  ///< the 实施细则 of the document before it (《甲》及其实施细则)
  std::vector<ReferenceOddity> oddities;
  Span at;        ///< the whole reference
  Span title_at;  ///< with its 《》
  Span number_at;
  Span issuer_at;
  Span tag_at;
  Span article_at;
  Span history_at;
  Span quoted_at;

  bool has(ReferenceOddity oddity) const;
};

/// An entry of 公开依据 in its references.
struct LegalBasis {
  std::vector<LegalReference> references;
  bool and_others = false;  ///< 等, 及相关规定
  Span and_others_at;
  std::vector<Span> unparsed;  ///< what is neither reference nor connecting word, in order

  /// Whether the entry names documents and nothing else.
  bool understood() const { return unparsed.empty() && !references.empty(); }
};

/// Reads an entry; never fails and takes linear time. Text that names no document (相关政策规定) is
/// in `unparsed`; whether it is vague is for the vocabulary to say. At most 256 references are
/// read.
LegalBasis parse_basis(std::string_view entry);

/// The same for an interned entry, read once in the process.
const LegalBasis& basis_of(Symbol entry);

}  // namespace catalog
