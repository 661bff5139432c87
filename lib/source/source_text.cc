#include "source/source_text.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <set>

namespace catalog {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool is_break(char byte) { return byte == '\n' || byte == '\r'; }

void add_lines_at_lf(std::string_view text, std::vector<uint32_t>& begins) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* at = begin; at < end;) {
    const void* found = std::memchr(at, '\n', static_cast<size_t>(end - at));
    if (!found) return;
    at = static_cast<const char*>(found) + 1;
    begins.push_back(static_cast<uint32_t>(at - begin));
  }
}

void add_lines_at_any(std::string_view text, std::vector<uint32_t>& begins) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!is_break(text[at])) continue;
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    begins.push_back(static_cast<uint32_t>(at + 1));
  }
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
  line_begins_.front() = text_.starts_with(kBom) ? static_cast<uint32_t>(kBom.size()) : 0;
  line_begins_.reserve(text_.size() / 32 + 1);
  const bool has_cr = std::memchr(text_.data(), '\r', text_.size()) != nullptr;
  (has_cr ? add_lines_at_any : add_lines_at_lf)(text_, line_begins_);
}

std::string_view SourceText::line(uint32_t number) const {
  if (number < 1 || number > line_count()) return {};
  const uint32_t begin = line_begins_[number - 1];
  size_t end = number == line_count() ? text_.size() : line_begins_[number];
  if (number < line_count()) {
    end--;
    if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r') end--;
  }
  return std::string_view(text_).substr(begin, end - begin);
}

uint32_t SourceText::line_of(ByteOffset at) const {
  const auto behind = std::ranges::upper_bound(line_begins_, at.value);
  return std::max<uint32_t>(1, static_cast<uint32_t>(behind - line_begins_.begin()));
}

Position SourceText::position(ByteOffset at) const {
  Position position;
  position.line = line_of(at);
  position.line_begin = ByteOffset{line_begins_[position.line - 1]};
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
