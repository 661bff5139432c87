#include "cli/progress_line.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string_view>

#include "cli/context.h"

namespace catalog {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBeforeFirst = std::chrono::seconds(1);
constexpr auto kBetween = std::chrono::milliseconds(200);

/// The line as it stands on the terminal; goes away with the last who tells.
class Line {
 public:
  Line(Lang lang, Bilingual form) : lang_(lang), form_(form) {}
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { write("", shown_); }

  void tell(size_t done, size_t total) {
    const std::lock_guard guard(mutex_);
    const auto now = Clock::now();
    if (now < next_ || done < most_) return;
    next_ = now + kBetween;
    most_ = done;
    write(say(form_, done, total).in(lang_), true);
  }

 private:
  void write(std::string_view text, bool wanted) {
    if (!wanted) return;
    std::fprintf(stderr, "\r%.*s\033[K", static_cast<int>(text.size()), text.data());
    std::fflush(stderr);
    shown_ = true;
  }

  Lang lang_;
  Bilingual form_;
  std::mutex mutex_;
  Clock::time_point next_ = Clock::now() + kBeforeFirst;
  size_t most_ = 0;
  bool shown_ = false;
};

}  // namespace

Progress progress_line(const Context& context, Bilingual form) {
  const char* terminal = std::getenv("TERM");
  if (!::isatty(STDERR_FILENO) || (terminal && std::string_view(terminal) == "dumb")) return {};
  const auto line = std::make_shared<Line>(context.lang, form);
  return [line](size_t done, size_t total) { line->tell(done, total); };
}

}  // namespace catalog
