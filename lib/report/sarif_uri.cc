#include "report/sarif_uri.h"

namespace catalog {

namespace {

/// Everything but unreserved characters and `/` percent-encoded.
std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").contains(c);
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace

SarifUri sarif_uri(FileSystem& files, const std::string& path) {
  const std::string normal = normalize_path(path);
  const bool outside = normal == ".." || normal.starts_with("../");
  if (!normal.starts_with('/') && !outside) return {percent_encoded(normal), true};
  const std::string absolute = files.canonical(normal);
  const std::string here = files.canonical(".");
  const std::string below = relative_path(absolute, here);
  if (!below.starts_with('/') && !below.starts_with("..")) return {percent_encoded(below), true};
  return {"file://" + percent_encoded(absolute), false};
}

}  // namespace catalog
