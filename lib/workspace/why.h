#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/resolve.h"
#include "yaml/emit.h"

namespace catalog {

/// What a step of a chain is.
enum class WhyStepKind : uint8_t {
  Guideline,
  List,
  Standard,
  Adoption,
  Exclusion,
  Units,
  Resolved
};

/// The step's name for people, and in JSON (the English one).
Bilingual why_step_word(WhyStepKind kind);

/// One step on the way of a value: who wrote what, where.
struct WhyStep {
  WhyStepKind kind;
  std::string address;  ///< guideline/D/ID, list/U/D/ID, standard/D/ID, adoption/U, U/D/ID
  Place place;          ///< an empty file: written nowhere, as it is made
  std::string field;    ///< English key that the value is of; empty: of the item's name
  yaml::Value value;    ///< empty where the step says nothing of the field
  Message note;         ///< how it came to be here; may be empty
};

/// The chain of an item, or of one of its fields, from the guideline down to the address asked for.
struct Why {
  std::string address;
  std::string field;  ///< English key; empty: the whole item
  std::vector<WhyStep> steps;
};

/// Follows an address (UNIT/D/ID, standard/D/ID, list/U/D/ID or guideline/D/ID) up to its sources.
/// `field` is a key in either language, or empty. An unknown address or field is a message with
/// what was perhaps meant.
std::expected<Why, Message> why(const ValidatedWorkspace& validated, std::string_view address,
                                std::string_view field, const ResolveOptions& options);

}  // namespace catalog
