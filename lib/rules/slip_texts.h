#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/demand.h"
#include "rules/item_texts.h"
#include "rules/text_slip.h"
#include "text/symbol_memo.h"

namespace catalog {

/// Calls f(field, Text, TextSlip) for the slips that `scan(text)` finds in an item's texts; each
/// distinct text is scanned once.
template <class Scan, class F>
void each_slip(const ItemView& view, const SymbolMemo<TextSlips>& memo, Scan&& scan, F&& f) {
  each_item_text(view.item, [&](std::string_view field, const Text& text) {
    if (text.empty()) return;
    for (const TextSlip& slip : memo.get(text.value, scan)) f(field, text, slip);
  });
}

/// A finding at a slip, with its fix where it says what belongs there.
Finding& report_slip(const ItemView& view, std::string_view field, const Text& text,
                     const TextSlip& slip, Message message, Reporter& out);

/// A code point of a text and the byte where it begins.
struct PlacedCharacter {
  char32_t value;
  uint32_t at;
  uint32_t end;
};
/// A text as code points with their bytes.
std::vector<PlacedCharacter> placed_characters(std::string_view text);

}  // namespace catalog
