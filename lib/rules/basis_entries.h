#pragma once

#include "rules/demand.h"

namespace catalog {

/// Calls f(entry, CitedDocument) for each document that an item cites as basis.
template <class F>
void each_cited(const ItemView& view, F&& f) {
  for (const Text& entry : view.item.basis) {
    for (const CitedDocument& cited : view.context().cited(entry.value)) f(entry, cited);
  }
}

/// The bytes of a part of an entry in its file; the whole entry where it is not written there as it
/// is.
Span part_in(const Text& entry, Span part);

/// A finding at a part of an entry of 公开依据.
Finding& report_basis(const ItemView& view, const Text& entry, Span part, Message message,
                      Reporter& out);

}  // namespace catalog
