#include "source/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>

#include "source/disk_file.h"
#include "source/io_error.h"

namespace catalog {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStepMilliseconds = 200;
constexpr auto kAskEvery = std::chrono::seconds(1);

std::string_view name_part(std::string_view variable) {
  return variable.substr(0, variable.find('='));
}

/// The environment with these variables in place of its own.
std::vector<std::string> environment(const std::vector<std::string>& variables) {
  std::vector<std::string> out = variables;
  for (char** entry = environ; *entry; ++entry) {
    const bool replaced = std::ranges::any_of(variables, [&](const std::string& variable) {
      return name_part(variable) == name_part(*entry);
    });
    if (!replaced) out.emplace_back(*entry);
  }
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// Starts the program as the first of a process group of its own, so that all it starts can be
/// ended with it.
std::expected<pid_t, IoError> start(const ChildCommand& command, int out) {
  const FileHandle nothing = open_file("/dev/null", O_RDONLY);
  std::vector<std::string> words = command.words;
  std::vector<std::string> variables = environment(command.variables);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  // All other descriptors of ours close by themselves (O_CLOEXEC).
  ::posix_spawn_file_actions_adddup2(&actions, nothing.get(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  pid_t process = -1;
  const int error = ::posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                   pointers(words).data(), pointers(variables).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error) return std::unexpected(io_error(command.words.front(), error, IoAction::Read));
  return process;
}

/// Takes what there is to read without waiting; whether there was anything.
bool drain(int handle, std::string& out) {
  std::array<char, 4096> buffer;
  bool any = false;
  for (ssize_t count = 0; (count = ::read(handle, buffer.data(), buffer.size())) > 0; any = true)
    out.append(buffer.data(), static_cast<size_t>(count));
  return any;
}

/// The exit code of a process that has ended; none while it runs.
std::optional<int> ended(pid_t process, int options) {
  int status = 0;
  const pid_t done = ::waitpid(process, &status, options);
  if (done == 0 || (done < 0 && errno == EINTR)) return std::nullopt;
  if (done < 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

std::expected<ChildRun, IoError> run_child(const ChildCommand& command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return std::unexpected(io_error(command.words.front(), errno, IoAction::Read));
  const FileHandle in(ends[0]);
  FileHandle out(ends[1]);
  ::fcntl(in.get(), F_SETFL, O_NONBLOCK);
  const auto process = start(command, out.get());
  if (!process) return std::unexpected(process.error());
  out.close();

  ChildRun run;
  auto alive = Clock::now(), asked = alive;
  size_t seen = 0;
  while (true) {
    pollfd wait{in.get(), POLLIN, 0};
    ::poll(&wait, 1, kStepMilliseconds);
    if (drain(in.get(), run.output)) alive = Clock::now();
    if (const auto status = ended(*process, WNOHANG)) {
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
    std::optional<int> status;
    while (!(status = ended(*process, 0))) {
    }
    run.status = *status;
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
