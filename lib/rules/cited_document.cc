#include "rules/cited_document.h"

#include <algorithm>

#include "model/fields_reference.h"

namespace catalog {

std::vector<CitedDocument> cited_documents(const Workspace& workspace, Symbol entry) {
  return cited_documents(workspace.legal, entry);
}

bool status_is_verified(const Workspace& workspace, uint32_t document) {
  if (!workspace.legal.at(document).seen) return false;
  const FieldInfo& status = *record_info<LegalEntry>()->field("status");
  return std::ranges::none_of(
      workspace.legal_file.documents[document].recalled,
      [&](const Text& key) { return key.view() == status.key.en || key.view() == status.key.zh; });
}

}  // namespace catalog
