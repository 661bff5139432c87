#include "publish/last_build.h"

#include <charconv>

#include "text/split.h"

namespace catalog {

namespace {

constexpr std::string_view kForm = "catalog-build-1";  // raised whenever the record changes
constexpr std::string_view kNoDay = "-";
constexpr size_t kLongLine = 160;  // bytes; most are shorter

/// A number that is written with digits alone.
std::optional<size_t> number_of(std::string_view text) {
  size_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

/// DIGEST DAY PATH, where a path may hold spaces.
std::optional<LastBuild::File> file_of(std::string_view line) {
  const size_t first = line.find(' ');
  const size_t second = first == line.npos ? first : line.find(' ', first + 1);
  if (second == line.npos || second + 1 == line.size()) return std::nullopt;
  const std::string_view day = line.substr(first + 1, second - first - 1);
  return LastBuild::File{std::string(line.substr(second + 1)), std::string(line.substr(0, first)),
                         std::string(day == kNoDay ? std::string_view() : day)};
}

}  // namespace

LastBuildText::LastBuildText(const LastBuildHead& head)
    : text_(std::string(kForm) + " " + head.origin + " " + std::to_string(head.editions) + " " +
            std::to_string(head.items) + " " + std::to_string(head.count) + "\n") {
  text_.reserve(text_.size() + head.count * kLongLine);
}

void LastBuildText::add(std::string_view path, std::string_view digest, std::string_view day) {
  text_ += digest;
  text_ += ' ';
  text_ += day.empty() ? kNoDay : day;
  text_ += ' ';
  text_ += path;
  text_ += '\n';
}

std::optional<LastBuild> read_last_build(std::string_view text) {
  const size_t end = text.find('\n');
  if (end == text.npos || !text.ends_with('\n')) return std::nullopt;
  const auto head = split_filled(text.substr(0, end), ' ');
  if (head.size() != 5 || head[0] != kForm) return std::nullopt;
  const auto editions = number_of(head[2]), items = number_of(head[3]), files = number_of(head[4]);
  if (!editions || !items || !files) return std::nullopt;
  LastBuild out{{std::string(head[1]), *editions, *items, *files}, {}};
  for (size_t at = end + 1; at < text.size();) {
    const size_t stop = text.find('\n', at);
    auto file = file_of(text.substr(at, stop - at));
    if (!file) return std::nullopt;
    out.files.push_back(std::move(*file));
    at = stop + 1;
  }
  if (out.files.size() != out.count) return std::nullopt;
  return out;
}

}  // namespace catalog
