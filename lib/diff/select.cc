#include "diff/select.h"

#include <algorithm>

namespace catalog {

namespace {

bool wants(const std::vector<std::string>& wanted, Symbol value) {
  return wanted.empty() || std::ranges::find(wanted, value.view()) != wanted.end();
}

}  // namespace

void select_changes(VersionDiff& diff, const ChangeSelection& selection) {
  const auto& classes = selection.classes;
  std::erase_if(diff.changes, [&](const Change& change) {
    const bool wanted = classes.empty() || std::ranges::find(classes, change.cls) != classes.end();
    return !wanted || !wants(selection.domains, change.domain) ||
           !wants(selection.units, change.unit);
  });
  std::erase_if(diff.domains, [&](const DomainChange& domain) {
    return !wants(selection.domains, domain.domain);
  });
  count_changes(diff);
}

std::optional<ChangeClass> class_of_word(std::string_view word) {
  for (const ChangeClass of : {ChangeClass::Narrowed, ChangeClass::Widened, ChangeClass::Changed,
                               ChangeClass::Editorial}) {
    if (class_word(of).zh == word || class_key(of) == word) return of;
  }
  return std::nullopt;
}

std::optional<Gate> gate_of_word(std::string_view word) {
  if (word == "never") return Gate::Never;
  if (word == "narrowed") return Gate::Narrowed;
  if (word == "unexplained") return Gate::Unexplained;
  if (word == "any") return Gate::Any;
  return std::nullopt;
}

bool is_shut(Gate gate, const ClassCounts& counts) {
  switch (gate) {
    case Gate::Never:
      return false;
    case Gate::Narrowed:
      return counts.narrowed > 0;
    case Gate::Unexplained:
      return counts.unexplained > 0;
    case Gate::Any:
      return counts.all() > counts.editorial;
  }
  return false;
}

}  // namespace catalog
