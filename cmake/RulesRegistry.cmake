# Writes the list of rules from the files lib/rules/FAMILY/NAME.cc, each of which defines NAME_rule.
#   catalog_rules_registry(OUTPUT FILES...)
function(catalog_rules_registry output)
  set(declarations "")
  set(entries "")
  foreach(file IN LISTS ARGN)
    cmake_path(GET file STEM name)
    string(APPEND declarations "extern const Rule ${name}_rule;\n")
    string(APPEND entries "      &${name}_rule,\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT [[
#include <array>

#include "rules/rule.h"

namespace catalog {

@declarations@
std::span<const Rule* const> all_rules() {
  static constexpr auto rules = std::to_array<const Rule*>({
@entries@  });
  return rules;
}

}  // namespace catalog
]] @ONLY)
endfunction()
