#include "report/sources.h"

#include <algorithm>

#include "workspace/loaded_file.h"

namespace catalog {

std::unique_ptr<SourceText> Sources::read(Symbol path) {
  auto bytes = files_.read(std::string(path.view()));
  if (!bytes) return nullptr;
  const FileRecord* record = workspace_ ? workspace_->file(path) : nullptr;
  if (record && record->hash != content_hash(*bytes)) return nullptr;
  return std::make_unique<SourceText>(std::string(path.view()), std::move(*bytes));
}

const SourceText* Sources::open(Symbol path) {
  if (path.empty()) return nullptr;
  if (workspace_) {
    const auto kept = workspace_->texts.find(path);
    if (kept != workspace_->texts.end()) return &kept->second;
  }
  const auto known = std::ranges::find(kept_, path, &Kept::path);
  if (known != kept_.end()) {
    std::rotate(kept_.begin(), known, known + 1);
  } else {
    if (kept_.size() == kKept) kept_.pop_back();
    kept_.insert(kept_.begin(), {path, read(path)});
  }
  return kept_.front().text.get();
}

PrintedPlace printed_place(Sources& sources, const Place& place) {
  const SourceText* text = sources.open(place.file);
  if (!text) return {};
  const Position begin = text->position({place.span.begin});
  const Position end = text->position({place.span.end});
  return {begin.line, begin.column.value, end.line, end.column.value};
}

uint32_t printed_line(Sources& sources, const Place& place) {
  const SourceText* text = sources.open(place.file);
  return text ? text->line_of({place.span.begin}) : 0;
}

}  // namespace catalog
