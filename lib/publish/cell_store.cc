#include "publish/cell_store.h"

#include <algorithm>

#include "publish/publishable_text.h"

namespace catalog {

std::string Cell::text() const {
  std::string out;
  for (const CellLine& line : lines) {
    if (&line != &lines.front()) out += '\n';
    out += line.text;
  }
  return out;
}

void CellDraft::add(std::string_view text, bool dim) {
  if (text.empty()) return;
  const std::string clean = is_publishable(text) ? std::string() : publishable(text);
  const std::string_view all = keep(clean.empty() ? text : clean);
  for (size_t from = 0; from <= all.size();) {
    const size_t end = std::min(all.find('\n', from), all.size());
    lines_.push_back({all.substr(from, end - from), {}, dim});
    from = end + 1;
  }
}

void CellDraft::add(std::initializer_list<std::string_view> parts, bool dim) {
  joined_.clear();
  for (const std::string_view part : parts) joined_ += part;
  add(joined_, dim);
}

void CellDraft::add_line(std::string_view text, std::string_view url, bool dim) {
  const std::string_view kept = keep(text);
  lines_.push_back({kept, url == text ? kept : keep(url), dim});
}

std::string_view CellDraft::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* const place = static_cast<char*>(room_->allocate(text.size(), 1));
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
