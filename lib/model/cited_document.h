#pragma once

#include <string>
#include <vector>

#include "model/legal_register.h"

namespace catalog {

/// A document that an entry of 公开依据 cites, beside the register.
struct CitedDocument {
  const LegalReference* reference;
  std::string form;                ///< comparison form of the title
  std::vector<std::string> forms;  ///< titles under which it may be cited
  LegalLookup lookup;
  std::vector<uint32_t> later;  ///< its successors in the register
};

/// The documents of an entry, in order.
std::vector<CitedDocument> cited_documents(const LegalRegister& legal, Symbol entry);

/// Whether two citations mean one document, or the later edition of one: by the register, by title,
/// or by a number that is of one title only.
bool same_document(const CitedDocument& a, const CitedDocument& b);

/// How two citations stand in two versions of one basis.
enum class DocumentMatch : uint8_t {
  None,
  Same,      ///< one document, however it is cited
  Successor  ///< by the register one document followed the other
};

/// As `same_document`, but two numbers are two documents unless the register joins them.
DocumentMatch match_documents(const CitedDocument& a, const CitedDocument& b);

/// 《title》（number） as it should be written.
std::string citation_text(const LegalReference& reference);
std::string citation_text(const LegalDocument& document);

}  // namespace catalog
