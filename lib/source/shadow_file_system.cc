#include "source/shadow_file_system.h"

#include <utility>

namespace catalog {

namespace {

/// Keeps the bytes until they are committed into the map.
class ShadowFile : public PendingFile {
 public:
  ShadowFile(std::map<std::string, std::string>& target, std::string path)
      : target_(target), path_(std::move(path)) {}

  std::expected<void, IoError> write(std::string_view bytes) override {
    bytes_ += bytes;
    return {};
  }
  std::expected<void, IoError> commit() override {
    target_.insert_or_assign(path_, std::move(bytes_));
    return {};
  }

 private:
  std::map<std::string, std::string>& target_;
  std::string path_;
  std::string bytes_;
};

}  // namespace

std::expected<std::string, IoError> ShadowFileSystem::read(const std::string& path) {
  const auto known = written_.find(path);
  if (known != written_.end()) return known->second;
  return below_.read(path);
}

PathKind ShadowFileSystem::kind(const std::string& path) {
  return written_.contains(path) ? PathKind::File : below_.kind(path);
}

std::expected<std::unique_ptr<PendingFile>, IoError> ShadowFileSystem::create(
    const std::string& path) {
  return std::make_unique<ShadowFile>(written_, path);
}

}  // namespace catalog
