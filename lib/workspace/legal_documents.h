#pragma once

#include <vector>

#include "model/documents.h"
#include "model/legal_register.h"

namespace catalog {

/// The register's file as the plain documents that its index is made from.
std::vector<LegalDocument> legal_documents(const LegalFile& file);

}  // namespace catalog
