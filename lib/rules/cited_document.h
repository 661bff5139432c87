#pragma once

#include <vector>

#include "model/cited_document.h"
#include "workspace/workspace.h"

namespace catalog {

/// The documents of an entry, in order, looked up in the workspace's register.
std::vector<CitedDocument> cited_documents(const Workspace& workspace, Symbol entry);

/// The fields of the register that a document's entry says were not read on a page; none were,
/// where the whole entry was not.
bool status_is_verified(const Workspace& workspace, uint32_t document);

}  // namespace catalog
