#include "report/sarif_uri.h"

#include "text/percent.h"

namespace catalog {

SarifUri sarif_uri(FileSystem& files, const std::string& path) {
  const std::string normal = normalize_path(path);
  const bool outside = normal == ".." || normal.starts_with("../");
  if (!normal.starts_with('/') && !outside) return {percent_encoded(normal, "/"), true};
  const std::string absolute = files.canonical(normal);
  const std::string here = files.canonical(".");
  const std::string below = relative_path(absolute, here);
  if (!below.starts_with('/') && !below.starts_with(".."))
    return {percent_encoded(below, "/"), true};
  return {"file://" + percent_encoded(absolute, "/"), false};
}

}  // namespace catalog
