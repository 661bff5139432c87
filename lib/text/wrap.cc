#include "text/wrap.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/columns.h"

namespace catalog {

namespace {

std::string_view without_blanks_at_end(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Adds the pieces between possible breaks to lines, one after the other.
class Filler {
 public:
  explicit Filler(uint32_t width) : width_(width) {}

  void add(std::string_view piece) {
    const std::string wider = line_ + std::string(without_blanks_at_end(piece));
    if (!line_.empty() && display_width(wider) > width_) end_line();
    line_ += piece;
    if (line_.ends_with('\n')) end_line();
  }
  std::string take() {
    out_ += line_;
    return std::move(out_);
  }

 private:
  void end_line() {
    while (line_.ends_with('\n')) line_.pop_back();
    out_ += without_blanks_at_end(line_);
    out_ += '\n';
    line_.clear();
  }

  uint32_t width_;
  std::string out_;
  std::string line_;
};

}  // namespace

std::string wrapped(std::string_view text, uint32_t width) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      width ? icu::BreakIterator::createLineInstance(icu::Locale("zh"), status) : nullptr);
  if (!breaks || U_FAILURE(status)) return std::string(text);
  const auto unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  breaks->setText(unicode);
  Filler filler(width);
  int32_t from = breaks->first();
  for (int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
    std::string piece;
    unicode.tempSubStringBetween(from, to).toUTF8String(piece);
    filler.add(piece);
    from = to;
  }
  return filler.take();
}

}  // namespace catalog
