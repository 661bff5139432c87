#include "text/normal.h"

#include <simdjson.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/byte_block.h"
#include "text/comparison_table.h"
#include "text/utf8.h"

namespace catalog {

namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

/// Whether there is a combining mark (U+0300–U+036F): then letters must be composed.
bool has_combining_marks(std::string_view text) {
  // They begin with these bytes, as hardly any other character of a catalogue does.
  if (!any_byte(text, [](ByteBlock byte) { return (byte == 0xCC) | (byte == 0xCD); })) return false;
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first == 0xCC || (first == 0xCD && static_cast<unsigned char>(text[at + 1]) < 0xB0)) {
      return true;
    }
  }
  return false;
}

/// Letters and digits of scripts that part words by spaces.
bool is_word(char32_t point) {
  if (point < 0x80) return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
  return point >= 0xC0 && point < 0x2000 && point != 0xD7 && point != 0xF7;
}

bool is_run(char32_t point) { return point == '-' || point == U'…'; }

/// Copies a text in long pieces, but for what is replaced between them.
class Copier {
 public:
  explicit Copier(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  /// Puts `code_point` (or nothing) in place of the `length` bytes at `at`.
  void replace(size_t at, size_t length, std::optional<char32_t> code_point) {
    keep_to(at);
    kept_ = at + length;
    if (code_point) append_utf8(out_, *code_point);
  }
  /// Puts a space before byte `at`, which may be behind the place of a replacement.
  void add_space(size_t at) {
    keep_to(at);
    out_ += ' ';
  }
  std::string finish() {
    keep_to(text_.size());
    return std::move(out_);
  }

 private:
  void keep_to(size_t at) {
    out_.append(text_, kept_, at - kept_);
    kept_ = at;
  }

  std::string_view text_;
  std::string out_;
  size_t kept_ = 0;
};

std::string compare(std::string_view text) {
  const ComparisonTable& table = ComparisonTable::instance();
  Copier copier(text);
  bool space = false;
  char32_t last = 0;  // the last code point that stays; 0x4E00 stands for any Han
  for (size_t at = 0; at < text.size();) {
    if (begins_han(text, at)) {
      at += 3;
      last = 0x4E00;
      space = false;
      continue;
    }
    const CodePoint read = decode_utf8(text, at);
    const size_t begin = std::exchange(at, at + read.length);
    const char32_t point = read.valid ? table[read.value] : read.value;
    if (point == ComparisonTable::kDrop || point == ComparisonTable::kSpace) {
      copier.replace(begin, read.length, std::nullopt);
      space = space || point == ComparisonTable::kSpace;
      continue;
    }
    if (space && is_word(last) && is_word(point)) copier.add_space(begin);
    if (is_run(point) && point == last) {
      copier.replace(begin, read.length, std::nullopt);
    } else if (point != read.value) {
      copier.replace(begin, read.length, point);
    }
    last = point;
    space = false;
  }
  return copier.finish();
}

char32_t half_width(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFEE0;
  return point == 0x3000 ? U' ' : point;
}

/// Bytes of the white space that begins a text; 0 if none does.
size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  return text.starts_with("\u3000") ? 3 : 0;
}

size_t space_length_at_end(std::string_view text) {
  for (const size_t length : {1, 2, 3}) {
    if (text.size() >= length && space_length(text.substr(text.size() - length)) == length) {
      return length;
    }
  }
  return 0;
}

}  // namespace

std::string fold_width(std::string_view text) {
  Copier copier(text);
  for (size_t at = 0; at < text.size();) {
    if (begins_han(text, at)) {
      at += 3;
      continue;
    }
    const CodePoint read = decode_utf8(text, at);
    const char32_t half = half_width(read.value);
    if (half != read.value) copier.replace(at, read.length, half);
    at += read.length;
  }
  return copier.finish();
}

std::string comparison_form(std::string_view text) {
  if (!has_combining_marks(text)) return compare(text);
  // Once more behind: an invisible sign may have stood between a letter and its mark.
  return nfc(compare(nfc(text)));
}

std::string_view trim(std::string_view text) {
  while (const size_t length = space_length(text)) text.remove_prefix(length);
  while (const size_t length = space_length_at_end(text)) text.remove_suffix(length);
  return text;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text) || !simdjson::validate_utf8(text.data(), text.size())) {
    return std::string(text);
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (U_FAILURE(status) || normalizer->isNormalizedUTF8(piece, status)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

}  // namespace catalog
