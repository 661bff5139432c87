#include "model/content.h"

#include <algorithm>

#include "model/date.h"
#include "model/kinds.h"

namespace catalog {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

/// Numbers separated by dots: 2020.1
bool is_version(std::string_view text) {
  bool digit_before = false;
  for (char c : text) {
    if (!is_digit(c) && !(c == '.' && digit_before)) return false;
    digit_before = is_digit(c);
  }
  return digit_before;
}

/// domain/id, both ids.
bool is_reference(std::string_view text) {
  const size_t slash = text.find('/');
  return slash != text.npos && is_id(text.substr(0, slash)) && is_id(text.substr(slash + 1));
}

bool is_url(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return false;
  const size_t host = text.find("//") + 2;
  if (host >= text.size() || text[host] == '/') return false;
  return std::ranges::none_of(text, [](unsigned char c) {
    return c <= ' ' || c == '"' || c == '<' || c == '>' || c == 0x7F;
  });
}

std::string joined(const WordSet& set, Lang lang) {
  std::string out;
  for (const Bilingual& word : set.words) {
    if (!out.empty()) out += lang == Lang::Zh ? "、" : ", ";
    out += lang == Lang::Zh ? word.zh : word.en;
  }
  return out;
}

}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.front() == '-') return false;
  return std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool content_fits(const FieldInfo& field, std::string_view text) {
  switch (field.content) {
    case Content::Kind:
      return kind_of_word(text).has_value();
    case Content::Id:
    case Content::Slug:
    case Content::UnitCode:
      return is_id(text);
    case Content::Reference:
      return is_reference(text);
    case Content::Date:
      return text.size() == 10 && text[4] == '-' && Date::parse(text).has_value();
    case Content::Version:
      return is_version(text);
    case Content::Number:
      return !text.empty() && std::ranges::all_of(text, is_digit);
    case Content::Url:
      return is_url(text);
    case Content::Fingerprint:
      return text.size() == 16 && std::ranges::all_of(text, is_hexadecimal);
    case Content::Words:
      return field.words->index(text).has_value();
    default:
      return true;
  }
}

Message content_demand(const FieldInfo& field) {
  switch (field.content) {
    case Content::Kind:
      return say({"文件类型", "a kind of file"});
    case Content::Id:
      return say({"编号：小写字母、数字和连字符（如 5-2）",
                  "an id of lower-case letters, digits and hyphens (as 5-2)"});
    case Content::Slug:
      return say({"领域代号：小写字母、数字和连字符（如 social-assistance）",
                  "a domain of lower-case letters, digits and hyphens (as social-assistance)"});
    case Content::UnitCode:
      return say(
          {"单位代码（如 310104 或 civil-affairs）", "a unit's code (as 310104 or civil-affairs)"});
    case Content::Reference:
      return say({"指引事项：领域/编号（如 social-assistance/6）",
                  "a guideline row: domain/id (as social-assistance/6)"});
    case Content::Date:
      return say({"日期：年-月-日（如 2020-06-30）", "a date: year-month-day (as 2020-06-30)"});
    case Content::Version:
      return say({"版本号：数字和点（如 2020.1）", "a version of numbers and dots (as 2020.1)"});
    case Content::Number:
      return say({"数字", "a number"});
    case Content::Url:
      return say(
          {"以 http:// 或 https:// 开头的网址", "an address that begins with http:// or https://"});
    case Content::Fingerprint:
      return say({"指纹：16位十六进制数字", "a fingerprint of 16 hexadecimal digits"});
    case Content::Words:
      return say({"{0}", "{0}"}, Phrase("下列之一：" + joined(*field.words, Lang::Zh),
                                        "one of " + joined(*field.words, Lang::En)));
    default:
      return say({"文字", "a text"});
  }
}

std::string_view content_pattern(Content content) {
  switch (content) {
    case Content::Id:
    case Content::Slug:
    case Content::UnitCode:
      return "^[a-z0-9][a-z0-9-]*$";
    case Content::Reference:
      return "^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$";
    case Content::Date:
      return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    case Content::Version:
      return "^[0-9]+([.][0-9]+)*$";
    case Content::Number:
      return "^[0-9]+$";
    case Content::Fingerprint:
      return "^[0-9a-f]{16}$";
    case Content::Url:
      return "^https?://[^/\\s\"<>][^\\s\"<>]*$";
    default:
      return "";
  }
}

}  // namespace catalog
