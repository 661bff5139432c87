#include "table/zip_package.h"

#include <zip.h>

#include <algorithm>
#include <utility>

namespace catalog {

namespace {

constexpr size_t kSmall = 16u << 20;  // bytes; what is smaller can do no harm, whatever its ratio
constexpr size_t kChunk = 1u << 18;

Message too_large() {
  return say({"文件解压后过大，可能是恶意构造的压缩文件，没有读取",
              "unpacked the file is too large, perhaps on purpose; it was not read"});
}

Message not_excel(std::string_view bytes) {
  // The mark of OLE files: Excel 97's format, and any workbook with a password.
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return say({"这是旧版 .xls 或加了密码的工作簿：请在Excel中去掉密码，另存为 .xlsx",
                "this is an .xls of old or has a password: take the password off and save it as "
                ".xlsx"});
  }
  return say({"不是Excel工作簿（.xlsx），或文件已损坏",
              "this is no Excel workbook (.xlsx), or it is damaged"});
}

Message damaged(const std::string& part) {
  return say({"工作簿已损坏：读不出其中的{}", "the workbook is damaged: {} in it can't be read"},
             part);
}

}  // namespace

std::expected<ZipPackage, Message> ZipPackage::open(const std::string& bytes,
                                                    const XlsxLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (!archive) {
    if (source) zip_source_free(source);
    return std::unexpected(not_excel(bytes));
  }
  ZipPackage out(archive, limits);
  if (zip_get_num_entries(archive, 0) > static_cast<zip_int64_t>(limits.parts))
    return std::unexpected(too_large());
  return out;
}

ZipPackage::ZipPackage(ZipPackage&& other) noexcept
    : archive_(std::exchange(other.archive_, nullptr)),
      limits_(other.limits_),
      total_(other.total_) {}

ZipPackage::~ZipPackage() {
  if (archive_) zip_discard(archive_);
}

bool ZipPackage::has(const std::string& name) const {
  return zip_name_locate(archive_, name.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

std::expected<std::optional<std::string>, Message> ZipPackage::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(archive_, name.c_str(), ZIP_FL_ENC_RAW);
  if (index < 0) return std::nullopt;
  zip_stat_t stat;
  zip_file_t* file = zip_fopen_index(archive_, static_cast<zip_uint64_t>(index), 0);
  if (!file || zip_stat_index(archive_, static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
    if (file) zip_fclose(file);
    return std::unexpected(damaged(name));
  }
  const size_t packed = std::max<size_t>(1, stat.valid & ZIP_STAT_COMP_SIZE ? stat.comp_size : 1);
  const size_t room = std::min(limits_.part_bytes, limits_.total_bytes - total_);
  // What the file says of its size is not believed: what comes out is counted.
  std::string out;
  zip_int64_t got = 0;
  for (;;) {
    const size_t before = out.size();
    out.resize(before + kChunk);
    got = zip_fread(file, out.data() + before, kChunk);
    out.resize(before + (got > 0 ? static_cast<size_t>(got) : 0));
    if (got <= 0 || out.size() > room) break;
    if (out.size() >= kSmall && out.size() / packed > limits_.ratio) break;
  }
  zip_fclose(file);
  if (got < 0) return std::unexpected(damaged(name));
  if (got > 0) return std::unexpected(too_large());
  total_ += out.size();
  return out;
}

}  // namespace catalog
