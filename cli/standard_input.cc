#include "cli/standard_input.h"

#include <algorithm>

#include "source/overlay_file_system.h"

namespace catalog {

StandardInput::StandardInput(FileSystem& disk, std::vector<std::string> paths,
                             const std::string& stands_for)
    : disk_(disk), paths_(std::move(paths)) {
  if (std::ranges::find(paths_, "-") == paths_.end()) return;
  auto bytes = disk.read("/dev/stdin");
  if (!bytes) {
    error_ = std::move(bytes.error());
    return;
  }
  std::ranges::replace(paths_, std::string("-"), stands_for);
  overlay_ = std::make_unique<OverlayFileSystem>(disk, stands_for, std::move(*bytes));
}

}  // namespace catalog
