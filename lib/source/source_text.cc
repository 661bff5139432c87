#include "source/source_text.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <set>

#include "text/byte_block.h"

namespace catalog {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

constexpr size_t kPart = 1024;  // bytes whose line breaks are counted together

/// Whether a line break ends with this byte.
bool ends_line(std::string_view text, size_t at) {
  if (text[at] == '\n') return true;
  return text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
}

/// At most a part of a text.
uint32_t count_lf(std::string_view part) {
  static_assert(kPart / sizeof(ByteBlock) < 256);  // else a byte would overflow
  ByteBlock counts = {};
  size_t at = 0;
  for (; at + sizeof(ByteBlock) <= part.size(); at += sizeof(ByteBlock))
    counts -= reinterpret_cast<ByteBlock>(block_at(part, at) == '\n');
  uint32_t sum = 0;
  for (size_t i = 0; i < sizeof(ByteBlock); i++) sum += counts[i];
  for (; at < part.size(); at++) sum += part[at] == '\n';
  return sum;
}

/// The spans taken by accepted edits, to tell whether one more fits between them.
class TakenSpans {
 public:
  /// Takes the span unless it overlaps one taken before; spans that only touch don't overlap.
  bool take(Span span) {
    const auto behind = replaced_.lower_bound(span.begin);
    if (behind != replaced_.begin() && std::prev(behind)->second > span.begin) return false;
    if (span.size() == 0) {
      inserted_.insert(span.begin);
      return true;
    }
    if (behind != replaced_.end() && behind->first < span.end) return false;
    const auto insert = inserted_.upper_bound(span.begin);
    if (insert != inserted_.end() && *insert < span.end) return false;
    replaced_.emplace(span.begin, span.end);
    return true;
  }

 private:
  std::map<uint32_t, uint32_t> replaced_;  ///< begin → end
  std::set<uint32_t> inserted_;
};

}  // namespace

SourceText::SourceText(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)) {
  has_cr_ = std::memchr(text_.data(), '\r', text_.size()) != nullptr;
  breaks_before_.reserve(text_.size() / kPart + 2);
  for (size_t at = 0; at < text_.size(); at += kPart) {
    const size_t end = std::min(at + kPart, text_.size());
    breaks_before_.push_back(breaks_before_.back() + breaks_in(at, end));
  }
}

uint32_t SourceText::breaks_in(size_t begin, size_t end) const {
  if (!has_cr_) return count_lf(std::string_view(text_).substr(begin, end - begin));
  uint32_t breaks = 0;
  for (size_t at = begin; at < end; at++) breaks += ends_line(text_, at);
  return breaks;
}

uint32_t SourceText::begin_of(uint32_t number) const {
  if (number == 1) return text_.starts_with(kBom) ? static_cast<uint32_t>(kBom.size()) : 0;
  const uint32_t breaks = number - 1;
  const auto behind = std::ranges::lower_bound(breaks_before_, breaks);
  const auto part = static_cast<size_t>(behind - breaks_before_.begin()) - 1;
  size_t at = part * kPart;
  for (uint32_t left = breaks - breaks_before_[part]; left > 0; at++) left -= ends_line(text_, at);
  return static_cast<uint32_t>(at);
}

std::string_view SourceText::line(uint32_t number) const {
  if (number < 1 || number > line_count()) return {};
  const uint32_t begin = begin_of(number);
  size_t end = number == line_count() ? text_.size() : begin_of(number + 1);
  if (number < line_count()) {
    end--;
    if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r') end--;
  }
  return std::string_view(text_).substr(begin, end - begin);
}

uint32_t SourceText::line_of(ByteOffset at) const {
  const size_t end = std::min<size_t>(at.value, text_.size());
  return breaks_before_[end / kPart] + breaks_in(end / kPart * kPart, end) + 1;
}

Position SourceText::position(ByteOffset at) const {
  Position position;
  position.line = line_of(at);
  position.line_begin = ByteOffset{begin_of(position.line)};
  const ByteOffset in_line{at.value - std::min(at.value, position.line_begin.value)};
  const std::string_view text = line(position.line);
  position.column = code_point_column(text, in_line);
  position.utf16 = utf16_column(text, in_line);
  position.display = display_column(text, in_line);
  return position;
}

std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
  TakenSpans taken;
  std::erase_if(edits, [&](const Edit& edit) {
    const bool inside = edit.span.begin <= edit.span.end && edit.span.end <= text.size();
    return !inside || !taken.take(edit.span);
  });
  std::ranges::stable_sort(edits, {}, &Edit::span);
  std::string out;
  out.reserve(text.size());
  size_t at = 0;
  for (const Edit& edit : edits) {
    out.append(text, at, edit.span.begin - at);
    out += edit.text;
    at = edit.span.end;
  }
  out.append(text, at);
  return out;
}

}  // namespace catalog
