#include "rules/slip_texts.h"

#include "text/utf8.h"

namespace catalog {

Finding& report_slip(const ItemView& view, std::string_view field, const Text& text,
                     const TextSlip& slip, Message message, Reporter& out) {
  const auto place = edit_in(text, {slip.at, {}});
  Finding& finding = report_item(view, field, view.place(place ? place->span : text.span),
                                 std::move(message), out);
  finding.values.emplace_back(text.view());
  finding.values.push_back(std::to_string(slip.at.begin));
  return finding;
}

std::vector<PlacedCharacter> placed_characters(std::string_view text) {
  std::vector<PlacedCharacter> out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const auto begin = static_cast<uint32_t>(at);
    out.push_back({point.value, begin, begin + point.length});
    at += point.length;
  }
  return out;
}

}  // namespace catalog
