#include "publish/cell_store.h"

#include <algorithm>

namespace catalog {

std::string Cell::text() const {
  std::string out;
  for (const CellLine& line : lines) {
    if (&line != &lines.front()) out += '\n';
    out += line.text;
  }
  return out;
}

void CellDraft::add(std::initializer_list<CellPart> parts, bool dim) {
  size_t bytes = 0;
  bool plain = true;
  for (const CellPart& part : parts) bytes += part.view().size(), plain &= part.plain();
  if (bytes == 0) return;
  char* const place = room(bytes);
  char* end = place;
  for (const CellPart& part : parts) end = std::ranges::copy(part.view(), end).out;
  std::string_view text(place, bytes);
  if (plain) return lines_.push_back({text, {}, dim});
  if (!is_publishable(text)) text = keep(publishable(text));
  for (size_t from = 0; from <= text.size();) {
    const size_t line_end = std::min(text.find('\n', from), text.size());
    lines_.push_back({text.substr(from, line_end - from), {}, dim});
    from = line_end + 1;
  }
}

void CellDraft::add_line(std::string_view text, std::string_view url, bool dim) {
  const std::string_view kept = keep(text);
  lines_.push_back({kept, url == text ? kept : keep(url), dim});
}

std::string_view CellDraft::keep(std::string_view text) {
  if (text.empty()) return {};
  char* const place = room(text.size());
  std::ranges::copy(text, place);
  return {place, text.size()};
}

std::span<const CellLine> CellDraft::take() {
  if (lines_.empty()) return {};
  auto* const place =
      static_cast<CellLine*>(room_->allocate(lines_.size() * sizeof(CellLine), alignof(CellLine)));
  std::ranges::uninitialized_copy(lines_, std::span(place, lines_.size()));
  const std::span<const CellLine> out(place, lines_.size());
  lines_.clear();
  return out;
}

}  // namespace catalog
