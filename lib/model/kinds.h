#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/field.h"

namespace catalog {

/// What a file is, by its first key.
enum class Kind : uint8_t {
  Workspace,
  List,
  Standard,
  Adoption,
  Guideline,
  Units,
  Legal,
  Calendar,
  Vocabulary,
  Template,
  Baseline,
  Demands,
  Adjustments,
};

struct KindInfo {
  Kind kind;
  Bilingual word;  ///< the value of `kind`
  const RecordInfo* (*record)();
};

/// All kinds, in the order of the documentation.
std::span<const KindInfo> kinds();
const KindInfo& kind_info(Kind kind);
/// The kind of this word, in either language.
std::optional<Kind> kind_of_word(std::string_view word);

}  // namespace catalog
