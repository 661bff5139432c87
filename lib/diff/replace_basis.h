#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diff/basis_file.h"
#include "diff/catalogue_set.h"
#include "source/file_system.h"
#include "workspace/workspace.h"

namespace catalog {

/// A document that takes the place of another in a workspace.
struct BasisRequest {
  std::string old_document;  ///< title, number, or both
  std::string new_document;
  std::optional<bool> keep_articles{};  ///< by default where the two have one title
  std::string adjustments{};            ///< the file for stubs; empty: the workspace's
  Lang keys = Lang::Zh;                 ///< of a new file of adjustments
  std::string builtin{};
  unsigned threads = 0;
};

/// A file that is to be written.
struct BasisFileChange {
  std::string path;
  std::string before;  ///< empty of a new one
  BasisFile after;
};

/// What replacing a document comes to; nothing is written yet.
struct BasisReplacement {
  std::unique_ptr<Workspace> workspace;  ///< as it was
  uint32_t old_document = 0;             ///< in the register
  uint32_t new_document = 0;
  bool follows = false;             ///< by the register the new one is the old one's successor
  std::optional<uint32_t> later{};  ///< what has replaced the new one since
  bool keeps_articles = false;
  std::vector<BasisFileChange> files;    ///< those that change, by path
  std::vector<BasisFileChange> unclear;  ///< those that stay, with places to look at
  ClassCounts changes;                   ///< for the public, as `diff` counts them
  size_t stubs = 0;                      ///< changes that need a reason
  std::string adjustments_path;
  std::string adjustments_before;
  std::string adjustments;  ///< their text with the stubs; empty where none is needed

  const LegalDocument& old_one() const { return workspace->legal.at(old_document); }
  const LegalDocument& new_one() const { return workspace->legal.at(new_document); }
  size_t citations() const;
  /// Everything that is to be written, all or none of it.
  std::vector<FileBytes> bytes() const;
};

/// The document of the workspace's register that a title, a number or both name; a message with
/// what was perhaps meant, with all that it may mean, or with how to register one.
std::expected<uint32_t, Message> find_document(const Workspace& workspace, std::string_view given);

/// Replaces a document in all lists, standards and adoptions of a workspace. What that is for the
/// public is told by comparing before and after: where the register says that one document followed
/// the other it is editorial, else each change gets a stub in the adjustments.
std::expected<BasisReplacement, Message> replace_basis(FileSystem& files, const std::string& root,
                                                       const BasisRequest& request);

}  // namespace catalog
