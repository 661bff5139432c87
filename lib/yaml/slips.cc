#include "yaml/slips.h"

#include <algorithm>

#include "text/normal.h"
#include "yaml/slip_finders.h"

namespace catalog::yaml {

bool is_known(const std::function<bool(std::string_view)>& predicate, std::string_view word) {
  return predicate && !word.empty() && predicate(word);
}

std::string_view trim_wide(std::string_view text) { return trim(text); }

uint32_t wide_space_bytes(std::string_view text, uint32_t at) {
  const std::string_view rest = text.substr(std::min<size_t>(at, text.size()));
  if (rest.starts_with("\u3000") || rest.starts_with("\u2002") || rest.starts_with("\u2003"))
    return 3;
  return rest.starts_with("\u00A0") ? 2 : 0;
}

std::vector<Slip> find_slips(std::string_view text, const Tree& tree, const KnownWords& known) {
  // Nearly all texts were read and have nothing suspicious in their lines: of those only what is
  // suspicious is looked at closely.
  const bool whole = tree.empty() || may_slip_in_lines(text) || may_cut_off(text);
  const Surface surface = whole ? survey(text, tree) : survey_suspects(text, tree);
  std::vector<Slip> slips;
  if (whole) find_line_slips(surface, known, slips);
  find_bracket_slips(surface, known, slips);
  find_value_slips(surface, known, slips);
  std::ranges::stable_sort(slips, [](const Slip& a, const Slip& b) { return a.at < b.at; });
  return slips;
}

}  // namespace catalog::yaml
