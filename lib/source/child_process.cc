#include "source/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>

#include "source/disk_file.h"
#include "source/io_error.h"
#include "source/spawn.h"

namespace catalog {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStepMilliseconds = 200;
constexpr auto kAskEvery = std::chrono::seconds(1);

/// Takes what there is to read without waiting; whether there was anything.
bool drain(int handle, std::string& out) {
  std::array<char, 4096> buffer;
  bool any = false;
  for (ssize_t count = 0; (count = ::read(handle, buffer.data(), buffer.size())) > 0; any = true)
    out.append(buffer.data(), static_cast<size_t>(count));
  return any;
}

/// The exit code of a process that has ended; none while it runs.
std::optional<int> ended(pid_t process) {
  int status = 0;
  const pid_t done = ::waitpid(process, &status, WNOHANG);
  if (done == 0 || (done < 0 && errno == EINTR)) return std::nullopt;
  return done < 0 ? -1 : exit_code(status);
}

}  // namespace

std::expected<ChildRun, IoError> run_child(const ChildCommand& command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return std::unexpected(io_error(command.words.front(), errno, IoAction::Read));
  const FileHandle in(ends[0]);
  FileHandle out(ends[1]);
  ::fcntl(in.get(), F_SETFL, O_NONBLOCK);
  const FileHandle nothing = open_file("/dev/null", O_RDONLY);
  const auto process = spawn({.words = command.words,
                              .variables = command.variables,
                              .in = nothing.get(),
                              .out = out.get(),
                              .complaints = out.get(),
                              .own_group = true});
  if (!process)
    return std::unexpected(io_error(command.words.front(), process.error(), IoAction::Read));
  out.close();

  ChildRun run;
  auto alive = Clock::now(), asked = alive;
  size_t seen = 0;
  while (true) {
    pollfd wait{in.get(), POLLIN, 0};
    ::poll(&wait, 1, kStepMilliseconds);
    if (drain(in.get(), run.output)) alive = Clock::now();
    if (const auto status = ended(*process)) {
      drain(in.get(), run.output);
      run.status = *status;
      return run;
    }
    // All have closed the pipe, the process is about to end: a poll would no longer wait.
    if (wait.revents & POLLHUP) ::usleep(kStepMilliseconds * 100);
    const auto now = Clock::now();
    if (command.progress && now - asked >= kAskEvery) {
      asked = now;
      if (const size_t count = command.progress(); count != seen) {
        seen = count;
        alive = now;
      }
    }
    if (now - alive < std::chrono::seconds(command.patience_seconds)) continue;
    run.stopped = true;
    ::kill(-*process, SIGKILL);
    run.status = wait_for(*process);
    drain(in.get(), run.output);
    return run;
  }
}

std::optional<std::string> find_program(std::string_view name) {
  const char* given = std::getenv("PATH");
  std::string_view rest = given ? given : "";
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    const std::string path = join_path(folder.empty() ? "." : folder, name);
    if (disk().kind(path) == PathKind::File && ::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

}  // namespace catalog
