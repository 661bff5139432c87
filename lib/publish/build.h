#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "publish/progress.h"
#include "publish/table_form.h"
#include "rules/validate.h"
#include "source/file_system.h"
#include "text/bilingual.h"

namespace catalog {

/// A form of a published catalogue.
enum class PublishFormat : uint8_t { Xlsx, Xml, Html, Json, Ndjson, Csv };

struct PublishFormatInfo {
  PublishFormat format;
  std::string_view name;  ///< as on the command line and as the file's ending
  Bilingual meaning;
};

/// All forms, in the order of the documentation.
std::span<const PublishFormatInfo> publish_formats();
std::optional<PublishFormat> publish_format(std::string_view name);

/// Whether pages are also written for embedding: as part of a portal's page (DOMAIN.fragment.html),
/// or as a plain table for content systems (DOMAIN.cms.html).
enum class Fragment : uint8_t { None, Page, Plain };

struct BuildResult;

struct BuildOptions {
  std::string out;  ///< output folder; empty: build/ under the workspace's root
  std::vector<PublishFormat> formats{PublishFormat::Xlsx, PublishFormat::Xml, PublishFormat::Html};
  std::string template_name;                 ///< empty: the workspace's
  std::optional<ChannelStyle> channels;      ///< empty: the template's
  std::vector<std::string> only_paths;       ///< just these files, or those below these folders
  std::string only_domain;                   ///< just this domain
  Fragment fragment = Fragment::None;        ///< with format html
  bool with_codes = false;                   ///< with the column 事项编码
  Progress progress{};                       ///< of units
  unsigned threads = 1;                      ///< for editions that no unit holds; 0: all processors
  bool pdf = false;                          ///< pages lead to a PDF beside each workbook
  std::optional<int64_t> source_date_epoch;  ///< seconds; else the effective dates count
  /// Asked before the first byte is made: whether the folder holds already what this build would
  /// make. Then it has added the files to the result, and none is written. May be empty.
  std::function<bool(BuildResult&)> stands{};

  bool wants(PublishFormat format) const;
};

struct BuildResult {
  std::string out;                     ///< the output folder
  std::vector<std::string> written;    ///< paths
  std::vector<std::string> unchanged;  ///< paths that already held the same bytes
  std::vector<std::string> removed;    ///< paths of earlier builds that are no more
  /// Pages with the day of their content; those of several catalogues have none of their own.
  std::map<std::string, std::string> page_days;
  std::vector<Finding> findings;  ///< sorted; an error among them stopped the build
  size_t editions = 0;
  size_t items = 0;

  /// Adds the files of a part of the build.
  void add_files(BuildResult part);

  /// Whether something can't be published; then nothing was written.
  bool stopped() const;
};

/// Publishes a workspace: OUT/catalogue.xlsx and OUT/index.html of all, OUT/DOMAIN.FORMAT of each
/// standard, OUT/lists/UNIT/DOMAIN.FORMAT of lists. With `only_…`, just the files of what was asked
/// for. All is checked before the first byte is written; each file is written atomically and only
/// where it changes. An IoError means that it could not be done: a folder that can't be written, an
/// unknown template, nothing to build.
std::expected<BuildResult, IoError> build(const ValidatedWorkspace& validated, FileSystem& files,
                                          const BuildOptions& options);

/// SOURCE_DATE_EPOCH of the environment (reproducible-builds.org), if it is a number.
std::optional<int64_t> source_date_epoch();

}  // namespace catalog
