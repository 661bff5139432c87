#include "rules/basis_entries.h"

namespace catalog {

Span part_in(const Text& entry, Span part) {
  const auto edit = part.size() ? edit_in(entry, {part, {}}) : std::nullopt;
  return edit ? edit->span : entry.span;
}

Finding& report_basis(const ItemView& view, const Text& entry, Span part, Message message,
                      Reporter& out) {
  Finding& finding =
      report_item(view, "basis", view.place(part_in(entry, part)), std::move(message), out);
  finding.values.emplace_back(entry.view());
  return finding;
}

}  // namespace catalog
