#include "source/git_process.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "source/io_error.h"
#include "source/spawn.h"
#include "text/normal.h"

namespace catalog {

namespace {

constexpr size_t kStep = 64u * 1024;

/// Messages in English that can be quoted, no questions to a terminal and no locks for the sake of
/// speed.
const std::vector<std::string> kVariables{"LC_ALL=C", "LANGUAGE=", "GIT_OPTIONAL_LOCKS=0",
                                          "GIT_TERMINAL_PROMPT=0"};

std::vector<std::string> command_line(const std::string& folder,
                                      const std::vector<std::string>& arguments) {
  std::vector<std::string> out{"git"};
  if (!std::getenv("GIT_DIR")) out.insert(out.end(), {"-C", folder});
  out.insert(out.end(), arguments.begin(), arguments.end());
  return out;
}

IoError cannot_start(int error) {
  if (error == ENOENT) {
    return {
        "git", error,
        say({"没有找到 git：请先安装（如 apt install git），并确认它在 PATH 中。",
             "git was not found: install it (as apt install git) and see that it is in PATH."})};
  }
  return io_error("git", error, IoAction::Read);
}

/// Starts git with these as its standard streams; its number, or the error.
std::expected<pid_t, IoError> start_git(const std::string& folder,
                                        const std::vector<std::string>& arguments, int in, int out,
                                        int complaints) {
  const auto process = spawn({command_line(folder, arguments), kVariables, in, out, complaints});
  if (!process) return std::unexpected(cannot_start(process.error()));
  return *process;
}

/// Appends what comes next; the count of bytes, 0 at the end, -1 with errno where it fails.
ssize_t read_some(int handle, std::string& out) {
  const size_t before = out.size();
  ssize_t count = 0;
  out.resize(before + kStep);
  do {
    count = ::read(handle, out.data() + before, kStep);
  } while (count < 0 && errno == EINTR);
  out.resize(before + static_cast<size_t>(count > 0 ? count : 0));
  return count;
}

/// A file in memory for what git complains of: nobody has to read it while git runs.
FileHandle complaints_file() { return FileHandle(::memfd_create("git", MFD_CLOEXEC)); }

std::string complaint_in(const FileHandle& file) {
  std::string text;
  if (::lseek(file.get(), 0, SEEK_SET) == 0) {
    while (text.size() < kStep && read_some(file.get(), text) > 0) {
    }
  }
  return std::string(trim(text));
}

std::expected<std::array<FileHandle, 2>, IoError> pipe_ends() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::unexpected(cannot_start(errno));
  return std::array<FileHandle, 2>{FileHandle(ends[0]), FileHandle(ends[1])};
}

}  // namespace

std::expected<GitOutput, IoError> run_git(const std::string& folder,
                                          const std::vector<std::string>& arguments) {
  const FileHandle nothing = open_file("/dev/null", O_RDONLY);
  const FileHandle complaints = complaints_file();
  auto pipe = pipe_ends();
  if (!pipe) return std::unexpected(std::move(pipe.error()));
  const auto process =
      start_git(folder, arguments, nothing.get(), (*pipe)[1].get(), complaints.get());
  if (!process) return std::unexpected(process.error());
  (*pipe)[1].close();
  GitOutput result;
  ssize_t count = 0;
  while ((count = read_some((*pipe)[0].get(), result.out)) > 0) {
  }
  const int error = count < 0 ? errno : 0;
  (*pipe)[0].close();
  result.status = wait_for(*process);
  if (error) return std::unexpected(io_error("git", error, IoAction::Read));
  result.complaint = complaint_in(complaints);
  return result;
}

std::expected<std::unique_ptr<GitConversation>, IoError> GitConversation::start(
    const std::string& folder, const std::vector<std::string>& arguments) {
  std::unique_ptr<GitConversation> made(new GitConversation);
  made->complaints_ = complaints_file();
  // Questions go through a socket, on which a git that has ended raises no signal.
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return std::unexpected(cannot_start(errno));
  made->questions_ = FileHandle(ends[0]);
  const FileHandle theirs(ends[1]);
  auto pipe = pipe_ends();
  if (!pipe) return std::unexpected(std::move(pipe.error()));
  made->answers_ = std::move((*pipe)[0]);
  const auto process =
      start_git(folder, arguments, theirs.get(), (*pipe)[1].get(), made->complaints_.get());
  if (!process) return std::unexpected(process.error());
  made->process_ = *process;
  return made;
}

GitConversation::~GitConversation() {
  questions_.close();
  answers_.close();
  if (process_ > 0) wait_for(process_);
}

IoError GitConversation::ended() const {
  return {"git", EPIPE,
          say({"git 意外退出：{}", "git ended unexpectedly: {}"}, complaint_in(complaints_))};
}

bool GitConversation::fill() { return read_some(answers_.get(), buffer_) > 0; }

std::expected<std::string, IoError> GitConversation::ask(std::string_view line) {
  std::string question(line);
  question += '\n';
  for (size_t sent = 0; sent < question.size();) {
    const ssize_t count =
        ::send(questions_.get(), question.data() + sent, question.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno != EINTR) return std::unexpected(ended());
    if (count > 0) sent += static_cast<size_t>(count);
  }
  size_t end = 0;
  while ((end = buffer_.find('\n')) == std::string::npos) {
    if (!fill()) return std::unexpected(ended());
  }
  std::string answer = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return answer;
}

std::expected<std::string, IoError> GitConversation::take(size_t bytes) {
  buffer_.reserve(bytes + kStep);
  while (buffer_.size() < bytes) {
    if (!fill()) return std::unexpected(ended());
  }
  std::string rest = buffer_.substr(bytes);
  buffer_.resize(bytes);
  return std::exchange(buffer_, std::move(rest));
}

}  // namespace catalog
