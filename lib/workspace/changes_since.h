#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/revision_file_system.h"
#include "workspace/workspace.h"

namespace catalog {

/// What of an item is new.
struct ItemChange {
  bool text = false;    ///< its bytes, apart from line ends and the blanks that indent lines
  bool values = false;  ///< a value of a field, by every character; layout and language of keys
                        ///< don't count
};

/// How files of a workspace differ from a revision of its repository. An item is known by its
/// address, so that it may have moved within a file or to another one; one that stands there more
/// often than before is new. Files whose bytes are those of the revision are not read there.
class ChangesSince {
 public:
  /// Compares these files of the workspace with the revision. `files` is where the workspace was
  /// loaded from.
  static std::expected<ChangesSince, IoError> of(const Workspace& workspace,
                                                 const std::vector<Symbol>& paths,
                                                 FileSystem& files, RevisionFileSystem& before,
                                                 unsigned threads);

  /// Whether a file is new or has other bytes. A file outside the repository has not changed.
  bool file(Symbol path) const;
  /// What is new of the item that stands there and, unless it is empty, has this address; none
  /// where there is none or its file has not changed.
  std::optional<ItemChange> item(Symbol path, Span at, std::string_view address) const;

 private:
  /// One item as it stands in a file, reduced to what tells whether it changed.
  struct Print {
    std::string address{};
    Span span{};
    std::string text{};    ///< address and a hash
    std::string values{};  ///< address and a digest
  };
  struct Comparison {
    bool changed = false;
    bool is_new = false;
    std::optional<IoError> error;
    std::vector<Print> now;  ///< in the order of the file
    std::vector<Print> then;
    std::unordered_map<std::string_view, std::vector<size_t>> by_address;  ///< of `now`

    const Print* at(Span place) const;
    const Print* at(Span place, std::string_view address) const;
  };
  using Counts = std::unordered_map<std::string, int>;

  static Comparison compare(const Workspace& workspace, Symbol path, FileSystem& files,
                            RevisionFileSystem& before);
  static std::expected<std::vector<Print>, IoError> prints_at(RevisionFileSystem& before,
                                                              const std::string& path);
  template <class Document>
  static void append_prints(const Document& document, const std::string& address,
                            std::string_view bytes, std::vector<Print>& out);
  static bool is_more(const Counts& more, const std::string& key) {
    const auto found = more.find(key);
    return found != more.end() && found->second > 0;
  }
  void count(const std::vector<Print>& prints, int by);

  std::unordered_map<Symbol, Comparison> files_;
  Counts more_;  ///< how much more often a text or values stand there now than before
};

}  // namespace catalog
