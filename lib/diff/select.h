#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/version_diff.h"

namespace catalog {

/// Which changes are wanted; empty lists mean all.
struct ChangeSelection {
  std::vector<ChangeClass> classes{};
  std::vector<std::string> domains{};
  std::vector<std::string> units{};
};

/// Keeps the wanted changes and domains; the counts are of what is kept.
void select_changes(VersionDiff& diff, const ChangeSelection& selection);

/// The class of this word, in either language.
std::optional<ChangeClass> class_of_word(std::string_view word);

/// For which changes a command ends with exit code 1.
enum class Gate : uint8_t { Never, Narrowed, Unexplained, Any };
std::optional<Gate> gate_of_word(std::string_view word);

/// Whether the gate is shut. Any: everything but editorial changes. Unexplained: losses without a
/// reason, and adjustments that give none.
bool is_shut(Gate gate, const ClassCounts& counts);

}  // namespace catalog
