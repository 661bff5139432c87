#include "yaml/encoding.h"

#include <fmt/format.h>

#include <array>
#include <cstring>

#include "text/utf8.h"

namespace catalog::yaml {

namespace {

uint8_t byte_at(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<uint8_t>(text[at]) : 0;
}

/// Whether a block of bytes may hold a forbidden character: cheap, and wrong only on the side of
/// looking closer.
bool may_be_odd(const char* block) {
  // Without branches, so that the compiler makes vector instructions of it. 0xC2 leads U+0080 to
  // U+00BF.
  uint8_t odd = 0;
  for (size_t i = 0; i < 64; ++i) {
    const auto byte = static_cast<uint8_t>(block[i]);
    const auto next = static_cast<uint8_t>(block[i + 1]);
    const auto third = static_cast<uint8_t>(block[i + 2]);
    odd |= static_cast<uint8_t>((byte < 0x20) & (byte != '\n') & (byte != '\r') & (byte != '\t'));
    odd |= static_cast<uint8_t>(byte == 0x7F);
    odd |= static_cast<uint8_t>((byte == 0xC2) & (next < 0xA0));
    odd |= static_cast<uint8_t>((byte == 0xE2) & (next == 0x80) & ((third & 0xFE) == 0xA8));
    odd |= static_cast<uint8_t>((byte == 0xEF) & (((next == 0xBB) & (third == 0xBF)) |
                                                  ((next == 0xBF) & ((third & 0xFE) == 0xBE))));
  }
  return odd != 0;
}

/// Length in bytes of the forbidden character at `at`, or 0. The text is UTF-8.
uint32_t odd_length(std::string_view text, size_t at) {
  const uint8_t byte = byte_at(text, at), next = byte_at(text, at + 1),
                third = byte_at(text, at + 2);
  if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F) return 1;
  if (byte == 0xC2 && next < 0xA0) return 2;
  if (byte == 0xE2 && next == 0x80 && (third & 0xFE) == 0xA8) return 3;
  if (byte == 0xEF && next == 0xBB && third == 0xBF) return 3;
  if (byte == 0xEF && next == 0xBF && (third & 0xFE) == 0xBE) return 3;
  return 0;
}

/// The first forbidden character from `from` on, or an empty span.
Span find_odd(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size();) {
    const bool whole = at + 66 <= text.size();
    if (whole && !may_be_odd(text.data() + at)) {
      at += 64;
      continue;
    }
    const size_t end = whole ? at + 64 : text.size();
    for (; at < end; ++at) {
      if (const uint32_t length = odd_length(text, at)) {
        return {static_cast<uint32_t>(at), static_cast<uint32_t>(at) + length};
      }
    }
  }
  return {};
}

constexpr Bilingual kSaveAsUtf8{
    "在编辑器（记事本、WPS 等）中选“文件”→“另存为”，编码选“UTF-8”，保存后再试",
    "in the editor choose Save As with the encoding UTF-8, then try again"};

SyntaxProblem wrong_charset(std::string_view text, Span at, Charset charset) {
  const bool utf16 = charset == Charset::Utf16Le || charset == Charset::Utf16Be;
  if (utf16) {
    return {SyntaxKind::Encoding,
            at,
            {},
            say({"文件是 UTF-16（“Unicode”）编码，应为 UTF-8 编码",
                 "the file is in UTF-16 (“Unicode”); it must be UTF-8"}),
            say(kSaveAsUtf8)};
  }
  if (charset == Charset::Gb18030) {
    return {SyntaxKind::Encoding,
            at,
            {},
            say({"文件是 GB18030（GBK、“ANSI”）编码，应为 UTF-8 编码",
                 "the file is in GB18030 (GBK, “ANSI”); it must be UTF-8"}),
            say(kSaveAsUtf8)};
  }
  return {SyntaxKind::Encoding,
          at,
          {},
          say({"此处字节 0x{} 不是 UTF-8 文字，文件可能损坏或用了其他编码",
               "the byte 0x{} here is not UTF-8; the file is damaged or in another encoding"},
              fmt::format("{:02X}", byte_at(text, at.begin))),
          say(kSaveAsUtf8)};
}

SyntaxProblem odd_character(std::string_view text, Span at) {
  const CodePoint found = decode_utf8(text, at.begin);
  const std::string name = fmt::format("U+{:04X}", static_cast<uint32_t>(found.value));
  switch (found.value) {
    case 0x85:
    case 0x2028:
    case 0x2029:
      return {
          SyntaxKind::Encoding,
          at,
          {},
          say({"此处有看不见的换行符（{}），编辑器与本程序计行会不一致",
               "there is an invisible line break here ({}); editors would count lines differently"},
              name),
          say({"删除该字符；要换行请按回车键",
               "delete this character; press Enter where a new line is meant"})};
    case 0xFEFF:
      return {SyntaxKind::Encoding,
              at,
              {},
              say({"正文中有看不见的字节顺序标记（{}），多为拼接文件时带入",
                   "there is an invisible byte order mark ({}) inside the text, as left by joining "
                   "files"},
                  name),
              say({"删除该字符", "delete this character"})};
    case 0:
      return {SyntaxKind::Encoding,
              at,
              {},
              say({"此处有空字符（{}），这不是文本文件，或文件已损坏",
                   "there is a NUL character ({}) here; this is no text file, or it is damaged"},
                  name),
              say({"删除该字符；如果是 Word 或 Excel 文件，请用“catalog import”导入",
                   "delete this character; a Word or Excel file is taken in by `catalog import`"})};
    default:
      return {SyntaxKind::Encoding,
              at,
              {},
              say({"此处有看不见的控制字符（{}），多为从网页或 Word 粘贴时带入",
                   "there is an invisible control character ({}) here, as pasted from a web page "
                   "or Word"},
                  name),
              say({"删除该字符", "delete this character"})};
  }
}

}  // namespace

uint32_t bom_bytes(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::optional<SyntaxProblem> check_encoding(std::string_view text) {
  const auto invalid = find_invalid_utf8(text);
  const std::string_view valid = invalid ? text.substr(0, invalid->value) : text;
  const Span odd = find_odd(valid, bom_bytes(text));
  if (!invalid && odd.size() == 0) return std::nullopt;

  const Span at = odd.size() != 0 ? odd : Span{invalid->value, invalid->value + 1};
  const Charset charset = guess_charset(text);
  const bool utf16 = charset == Charset::Utf16Le || charset == Charset::Utf16Be;
  if (utf16 || odd.size() == 0) return wrong_charset(text, at, charset);
  return odd_character(text, at);
}

}  // namespace catalog::yaml
