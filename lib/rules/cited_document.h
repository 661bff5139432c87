#pragma once

#include <string>
#include <vector>

#include "workspace/workspace.h"

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
std::vector<CitedDocument> cited_documents(const Workspace& workspace, Symbol entry);

/// Whether two citations mean one document, or the later edition of one: by the register, by title,
/// or by a number that is of one title only.
bool same_document(const CitedDocument& a, const CitedDocument& b);

/// 《title》（number） as it should be written.
std::string citation_text(const LegalReference& reference);
std::string citation_text(const LegalDocument& document);

/// The fields of the register that a document's entry says were not read on a page; none were,
/// where the whole entry was not.
bool status_is_verified(const Workspace& workspace, uint32_t document);

}  // namespace catalog
