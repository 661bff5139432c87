#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "table/xlsx_reader.h"

struct zip;

namespace catalog {

/// The parts of a zip file in memory (OOXML, ODF), within limits. The bytes must outlive it.
class ZipPackage {
 public:
  static std::expected<ZipPackage, Message> open(const std::string& bytes,
                                                 const XlsxLimits& limits);
  ~ZipPackage();
  ZipPackage(ZipPackage&& other) noexcept;
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;

  bool has(const std::string& name) const;
  /// A part unpacked; none where there is no part of this name.
  std::expected<std::optional<std::string>, Message> read(const std::string& name);

 private:
  ZipPackage(zip* archive, const XlsxLimits& limits) : archive_(archive), limits_(limits) {}

  zip* archive_;
  XlsxLimits limits_;
  size_t total_ = 0;
};

}  // namespace catalog
