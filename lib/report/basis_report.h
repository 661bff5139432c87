#pragma once

#include <string>

#include "diff/replace_basis.h"

namespace catalog {

/// What was replaced, file by file, and what someone must look at again, each with its place; for a
/// terminal.
std::string basis_text(const BasisReplacement& replaced, Lang lang);
/// `adjust --replace-basis --format json`, as schemas/basis.schema.json describes it.
std::string basis_json(const BasisReplacement& replaced, bool written);

}  // namespace catalog
