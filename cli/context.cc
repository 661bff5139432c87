#include "cli/context.h"

#include <cerrno>
#include <chrono>
#include <cstring>

#include "report/safe_text.h"

namespace catalog {

namespace {

/// Standard output as a file: printed when it is whole.
class PrintedFile : public PendingFile {
 public:
  explicit PrintedFile(Context& context) : context_(context) {}
  std::expected<void, IoError> write(std::string_view bytes) override {
    text_ += bytes;
    return {};
  }
  std::expected<void, IoError> commit() override {
    context_.print(text_);
    return {};
  }

 private:
  Context& context_;
  std::string text_;
};

}  // namespace

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
  if (path == "-") {
    print(bytes);
    return exit != Exit::Failed;
  }
  const auto written = write_file(*files, path, bytes);
  if (!written) fail(written.error());
  return written.has_value();
}

std::unique_ptr<PendingFile> Context::begin(const std::string& path) {
  if (path == "-") return std::make_unique<PrintedFile>(*this);
  auto pending = create_in_folders(*files, path);
  if (pending) return std::move(*pending);
  fail(pending.error());
  return nullptr;
}

bool Context::finish(PendingFile& pending) {
  const auto done = pending.commit();
  if (!done) fail(done.error());
  return done && exit != Exit::Failed;
}

}  // namespace catalog
