#include "cli/context.h"

#include "source/write_pieces.h"

#include <cerrno>
#include <chrono>
#include <cstring>

#include "report/safe_text.h"

namespace catalog {

std::optional<Date> Context::today() {
  if (as_of) {
    const auto day = Date::parse(*as_of);
    if (!day)
      fail(
          catalog::say({"--as-of 应为日期，如 2020-12-31", "--as-of takes a date, as 2020-12-31"}));
    return day;
  }
  const auto china = std::chrono::system_clock::now() + std::chrono::hours(8);
  return Date(std::chrono::floor<std::chrono::days>(china));
}

void Context::print(std::string_view text) {
  if (text.empty() || exit == Exit::Failed) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    fail(catalog::say({"无法写到标准输出：{}", "Standard output can't be written: {}"},
                      std::strerror(errno)));
  }
}

void Context::complain(const Message& message) {
  const std::string text = "catalog: " + one_line(message.in(lang)) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Context::complain(const IoError& error) { complain(error.message); }

void Context::fail(const Message& message) {
  complain(message);
  exit = Exit::Failed;
}

void Context::fail(const IoError& error) { fail(error.message); }

void Context::keep_for_good(const void* thing) {
  static auto& kept = *new std::vector<const void*>;  // so that no tool takes them for lost
  kept.push_back(thing);
}

bool Context::write(const std::string& path, std::string_view bytes) {
  return write(path, std::span(&bytes, 1));
}

bool Context::write(const std::string& path, std::span<const std::string_view> pieces) {
  if (path == "-") {
    for (const std::string_view piece : pieces) print(piece);
    return exit != Exit::Failed;
  }
  const auto written = write_pieces(*files, path, pieces);
  if (!written) fail(written.error());
  return written.has_value();
}

}  // namespace catalog
