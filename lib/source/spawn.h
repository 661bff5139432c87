#pragma once

#include <sys/types.h>

#include <expected>
#include <string>
#include <vector>

namespace catalog {

/// How a program begins, without a shell. Descriptors other than these three close by themselves
/// (O_CLOEXEC).
struct Beginning {
  std::vector<std::string> words;      ///< the program, looked for in PATH, and its arguments
  std::vector<std::string> variables;  ///< NAME=VALUE, in place of those of the environment
  int in = -1;
  int out = -1;
  int complaints = -1;
  bool own_group = false;  ///< the first of a process group, so that all it starts can be ended too
};

/// Starts a program; its number, or the errno.
std::expected<pid_t, int> spawn(const Beginning& beginning);

/// The exit code in what waitpid() says; 128 + the signal that ended it.
int exit_code(int status);

/// Waits for a process to end; its exit code.
int wait_for(pid_t process);

}  // namespace catalog
