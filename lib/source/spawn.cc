#include "source/spawn.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace catalog {

namespace {

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

}  // namespace

std::expected<pid_t, int> spawn(const Beginning& beginning) {
  std::vector<std::string> words = beginning.words;
  std::vector<std::string> variables = environment(beginning.variables);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (const int error = ::posix_spawn_file_actions_init(&actions)) return std::unexpected(error);
  if (const int error = ::posix_spawnattr_init(&attributes)) {
    ::posix_spawn_file_actions_destroy(&actions);
    return std::unexpected(error);
  }
  ::posix_spawn_file_actions_adddup2(&actions, beginning.in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, beginning.out, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, beginning.complaints, STDERR_FILENO);
  if (beginning.own_group) {
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setpgroup(&attributes, 0);
  }
  pid_t process = -1;
  const int error = ::posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                   pointers(words).data(), pointers(variables).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error) return std::unexpected(error);
  return process;
}

int exit_code(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int wait_for(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return exit_code(status);
}

}  // namespace catalog
