#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diff/change.h"
#include "source/file_system.h"
#include "text/message.h"

namespace catalog {

class FileVersions;

/// Whose history is wanted, and where from.
struct HistoryRequest {
  std::string address;    ///< list/UNIT/D/ID, standard/D/ID or guideline/D/ID
  std::string revision;   ///< the newest to look at; empty: the files as they are, then HEAD
  std::string workspace;  ///< a folder of it; empty: the current one
  std::string since;      ///< a revision: what it has already is left out; may be empty
  std::string builtin;    ///< folder of the installed national set
};

/// One commit that changed the item.
struct HistoryEntry {
  std::string commit;  ///< empty: not committed yet
  std::string short_name;
  std::string date;  ///< 2021-03-01T09:30:00+08:00
  std::string author;
  std::string subject;
  std::string address;            ///< after it; of an item that it removed: before
  std::string file;               ///< from the repository's root
  std::string version;            ///< of the file
  std::string workspace_version;  ///< may be empty: no catalog.yaml at that time
  bool appears = false;           ///< the item was not there before
  bool disappears = false;        ///< it is not there any more
  std::string moved_from;         ///< the path of its file before, if it was another
  std::vector<Change> changes;    ///< in the order of the field table, with reasons on record
};

/// An item through git, the newest version first. The changes point into what this keeps.
struct History {
  std::string address;
  std::string name;                ///< the item's, as last seen
  bool is_there = false;           ///< in the newest version looked at
  std::string file;                ///< where it stands now; empty if it is gone
  std::vector<std::string> was{};  ///< of a standard's item: the list items it was merged from
  std::vector<HistoryEntry> entries;
  size_t commits = 0;       ///< looked at
  bool is_cut = false;      ///< where the item began is not among what was looked at
  bool is_shallow = false;  ///< a clone without older commits
  std::vector<Message> remarks;
  std::shared_ptr<FileVersions> versions;
  std::shared_ptr<void> kept;
};

/// Follows an item from its newest version to its first: changes by field and class, renamings,
/// moves to other files, splits. Reads git's log once and each version of a file once. An unknown
/// address is an error that says what was perhaps meant.
std::expected<History, Message> history_of(FileSystem& files, const HistoryRequest& request);

/// Which of a history is wanted.
struct HistorySelection {
  std::vector<ChangeClass> classes{};  ///< empty: all
  std::string field{};                 ///< English key; empty: all
  std::string since{};                 ///< a day, as 2021-03-01; empty: all
  std::optional<size_t> most{};        ///< entries
};

/// Keeps what is wanted. Entries of which no change is left are left out.
void select_history(History& history, const HistorySelection& selection);

}  // namespace catalog
