#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/documents.h"
#include "source/finding.h"
#include "text/symbol_memo.h"

namespace catalog {

/// What the demands file says that law demands of disclosure, with quick answers to which demands
/// concern a text. Safe from any thread.
class LawDemands {
 public:
  explicit LawDemands(const DemandsFile& file);

  const DemandsFile& file() const { return file_; }
  /// Indices into deadlines() of the demands whose words stand in a text.
  const std::vector<uint16_t>& deadlines_of(Symbol text) const;
  /// Indices into classes() of the classes whose words stand in a text.
  const std::vector<uint16_t>& classes_of(Symbol text) const;
  /// The part of a publisher that is the name of an internal office; empty if none is.
  const std::string& internal_office(Symbol publisher) const;

  const std::vector<LegalDemand>& deadlines() const { return file_.deadlines; }
  const std::vector<LegalDemand>& classes() const { return file_.classes; }

 private:
  std::string office_in(std::string_view publisher) const;

  const DemandsFile& file_;
  SymbolMemo<std::vector<uint16_t>> deadlines_;
  SymbolMemo<std::vector<uint16_t>> classes_;
  SymbolMemo<std::string> offices_;
};

/// Whether the article was read on a page; what rests on one that was not is no more than a note.
bool is_verified(const LegalDemand& demand);

/// 《中华人民共和国政府信息公开条例》第二十六条
std::string law_text(const LegalDemand& demand);

/// Marks what a demand of law makes of a finding: where it stands and, where it was only recalled,
/// that it is no more than a note.
void rest_on(Finding& finding, const DemandsFile& file, const LegalDemand& demand);

}  // namespace catalog
