#pragma once

#include <array>

#include "text/bilingual.h"

namespace catalog {

/// How an unsettled disagreement stands in a file in the place of a value:
/// `deadline: {conflict: {base: …, department: …, district: …}}`; sides without a value are left
/// out.
struct ConflictKeys {
  Bilingual conflict{"冲突", "conflict"};
  Bilingual base{"原文", "base"};
  Bilingual department{"部门", "department"};
  Bilingual district{"区", "district"};
};
inline constexpr ConflictKeys kConflictKeys{};

}  // namespace catalog
