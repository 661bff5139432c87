#include "source/git_blobs.h"

#include <cerrno>
#include <charconv>
#include <climits>
#include <optional>

#include "source/io_error.h"

namespace catalog {

namespace {

IoError missing(const std::string& path, const std::string& answer) {
  return {path, EIO,
          say({"git 没有“{}”的内容（{}）：仓库可能不完整，请运行 git fsck 检查。",
               "git has no content for “{}” ({}): the repository may be incomplete, check it with "
               "git fsck."},
              path, answer)};
}

/// The size in the head of an answer: NAME SP blob SP SIZE.
std::optional<size_t> size_in(const std::string& head) {
  const size_t last = head.rfind(' ');
  if (last == head.npos || !std::string_view(head).substr(0, last).ends_with(" blob"))
    return std::nullopt;
  size_t size = 0;
  const char* end = head.data() + head.size();
  if (std::from_chars(head.data() + last + 1, end, size).ptr != end) return std::nullopt;
  return size;
}

}  // namespace

std::expected<std::string, IoError> GitBlobs::read(const std::string& name,
                                                   const std::string& path) {
  std::lock_guard lock(mutex_);
  if (!git_) {
    auto started = GitConversation::start(folder_, {"cat-file", "--batch"});
    if (!started) return std::unexpected(std::move(started.error()));
    git_ = std::move(*started);
  }
  const auto head = git_->ask(name);
  if (!head) return head;
  const auto size = size_in(*head);
  // Offsets are 32 bits wide. The bytes of what is not taken would stand before the next answer.
  if (!size || *size > INT_MAX) {
    git_.reset();
    return std::unexpected(size ? io_error(path, EFBIG, IoAction::Read) : missing(path, *head));
  }
  auto bytes = git_->take(*size + 1);
  if (bytes) bytes->pop_back();  // the line end behind them
  return bytes;
}

}  // namespace catalog
