#pragma once

#include <string_view>

#include "model/folded_text.h"
#include "model/legal_number.h"
#include "model/legal_reference.h"

namespace catalog {

/// Reads one entry of 公开依据; private to lib/model. Titles and what stands between references are
/// in legal_reference.cc, what follows a title in legal_suffix.cc.
class LegalParser {
 public:
  LegalParser(std::string_view entry, const FoldedText& text)
      : entry_(entry), text_(text), view_(text.view()), partner_(match_brackets(view_)) {}

  LegalBasis parse();

 private:
  using View = std::u32string_view;
  struct Range {
    size_t begin = 0;
    size_t end = 0;
  };

  /// For each bracket the index of the one that closes it, of whatever kind; else its own.
  static std::vector<size_t> match_brackets(View text);

  void step();
  void read_tag();
  LegalReference begin_reference(size_t begin);
  void add(LegalReference reference);
  void read_title(LegalReference& reference);
  void take_title(LegalReference& reference, size_t open, size_t close, size_t end);
  void take_others(size_t length);
  void read_free_text();
  void add_unparsed(size_t begin, size_t end);

  void read_suffixes(LegalReference& reference);
  bool read_suffix(LegalReference& reference);
  bool read_bracket(LegalReference& reference, size_t open);
  size_t bracket_close(size_t open, bool& closed) const;
  bool read_number(LegalReference& reference, size_t at);
  bool read_article(LegalReference& reference, size_t at);
  bool read_quotation(LegalReference& reference, size_t at);
  static void note(LegalReference& reference, ReferenceOddity oddity);
  void take_number(LegalReference& reference, const FoundNumber& number);
  void take_article(LegalReference& reference, Range range);
  void take_history(LegalReference& reference, Range range);

  std::string_view entry_;
  const FoldedText& text_;
  View view_;
  std::vector<size_t> partner_;
  LegalBasis basis_;
  size_t at_ = 0;
  size_t begin_ = 0;  ///< of the reference being read
  Range tag_;
  Range derived_;  ///< 实施细则 that belongs to the reference being read
};

/// Length of the articles that `text` begins with (第二十六条、第十条第(二)项), or 0.
size_t article_length(std::u32string_view text);

}  // namespace catalog
