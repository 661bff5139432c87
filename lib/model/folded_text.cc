#include "model/folded_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace catalog {

namespace {

bool is_blank(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// Traditional forms of the characters that the grammar of phrases is made of, and look-alikes.
constexpr std::pair<char32_t, char32_t> kVariants[] = {
    {U'個', U'个'}, {U'內', U'内'}, {U'開', U'开'}, {U'時', U'时'}, {U'變', U'变'}, {U'佈', U'布'},
    {U'長', U'长'}, {U'後', U'后'}, {U'從', U'从'}, {U'應', U'应'}, {U'當', U'当'}, {U'該', U'该'},
    {U'發', U'发'}, {U'決', U'决'}, {U'實', U'实'}, {U'動', U'动'}, {U'態', U'态'}, {U'調', U'调'},
    {U'規', U'规'}, {U'與', U'与'}, {U'於', U'于'}, {U'為', U'为'}, {U'間', U'间'}, {U'號', U'号'},
    {U'國', U'国'}, {U'務', U'务'}, {U'條', U'条'}, {U'項', U'项'}, {U'滿', U'满'}, {U'屆', U'届'},
    {U'週', U'周'}, {U'兩', U'两'}, {U'獲', U'获'}, {U'製', U'制'}, {U'隨', U'随'}, {U'請', U'请'},
    {U'貳', U'贰'}, {U'執', U'执'}, {U'關', U'关'}, {U'據', U'据'}, {U'○', U'〇'},  {U'◯', U'〇'},
    {U'–', U'-'},   {U'—', U'-'},   {U'−', U'-'},   {U'～', U'-'},  {U'~', U'-'},   {U'﹝', U'〔'},
    {U'﹞', U'〕'}, {U'〈', U'<'},  {U'〉', U'>'},
};

char32_t fold(char32_t c) {
  if (c < 0x80) return c == U'~' ? U'-' : c;
  for (const auto& [from, to] : kVariants) {
    if (c == from) return to;
  }
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c;
}

}  // namespace

FoldedText::FoldedText(std::string_view text, Blanks blanks)
    : bytes_(static_cast<uint32_t>(text.size())) {
  const size_t guess = text.size() / 3 + 1;
  points_.reserve(guess);
  begins_.reserve(guess);
  ends_.reserve(guess);
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const size_t next = at + std::max<size_t>(point.length, 1);
    const bool blank = point.valid && is_blank(point.value);
    if (!blank || blanks == Blanks::Keep) {
      points_.push_back(blank ? U' ' : fold(point.value));
      begins_.push_back(static_cast<uint32_t>(at));
      ends_.push_back(static_cast<uint32_t>(next));
    }
    at = next;
  }
}

Span FoldedText::span(size_t begin, size_t end) const {
  if (begin < end) return {begins_[begin], ends_[end - 1]};
  const uint32_t at = begin < begins_.size() ? begins_[begin] : bytes_;
  return {at, at};
}

std::string FoldedText::text(size_t begin, size_t end) const {
  return from_code_points(std::u32string_view(points_).substr(begin, end - begin));
}

}  // namespace catalog
