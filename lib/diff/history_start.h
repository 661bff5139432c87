#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "diff/history.h"
#include "source/revision_file_system.h"
#include "workspace/workspace.h"

namespace catalog {

/// What an address of an item says.
struct ItemAddress {
  Kind kind = Kind::List;
  std::string catalogue;  ///< list/UNIT/D, standard/D, guideline/D
  std::string domain;
  std::string id;
};

/// Where a history begins: the newest version, and in which paths of the repository to look.
struct HistoryStart {
  ItemAddress item;
  std::unique_ptr<RevisionFileSystem> revision;  ///< the newest committed version
  std::string commit;
  FileSystem* newest = nullptr;  ///< the files as they are, or `revision`
  bool with_work_tree = false;
  std::string root;                      ///< of the workspace, as `newest` opens it
  std::unique_ptr<Workspace> workspace;  ///< its words and reasons; of catalogues the one looked at
  std::vector<std::string> below;        ///< paths from the repository's root; “.” alone: all
  bool has_catalogue = false;            ///< the newest version has it
  std::vector<std::string> paths;        ///< where the catalogue stands, or stood by convention
  std::string config;                    ///< catalog.yaml, from the repository's root

  const GitRepository& repository() const { return revision->repository(); }
};

/// Finds the workspace, reads its reference data and the catalogue of the address, if it is there.
std::expected<HistoryStart, Message> start_history(FileSystem& files,
                                                   const HistoryRequest& request);

/// The message for an address that no version knows, with what was perhaps meant.
Message unknown_item(const HistoryStart& start, const HistoryRequest& request);

}  // namespace catalog
