#pragma once

#include <expected>
#include <string>
#include <vector>

#include "source/finding.h"
#include "workspace/resolve.h"

namespace catalog {

/// Which adoptions are to be made or raised.
struct AdoptRequest {
  std::vector<std::string> units;  ///< codes or names
  bool all_units = false;          ///< all districts, and whoever has an adoption
  std::string to;                  ///< only standards of this version; empty: each one's current
  Lang keys = Lang::En;            ///< of new files
  std::string schema;              ///< path of the schema that new files name
};

/// An adoption's file as it will be.
struct AdoptedFile {
  std::string path;
  std::string before;  ///< empty for a new one
  std::string after;
};

/// An exclusion or a local change that someone must look at again, with the reason.
struct Judgement {
  Place place;
  std::string address;  ///< adoption/UNIT
  std::string item;     ///< domain/id, or the domain
  Message reason;
};

/// An item that changed between two versions of a standard.
struct ChangedItem {
  std::string id;
  std::string name;                        ///< as it is now; of a removed one as it was
  std::vector<const FieldInfo*> fields{};  ///< of a changed one: those that say something else
};

/// What changed in a standard between an adopted version and the current one, item by item.
struct StandardChange {
  Symbol domain;
  std::string from, to;
  bool compared = false;                             ///< false: the earlier version was not found
  std::vector<ChangedItem> added, removed, changed;  ///< in the order of the standards
};

struct AdoptPlan {
  std::vector<AdoptedFile> files;  ///< only those that change
  std::vector<Judgement> judgements;
  std::vector<StandardChange> changes;
  size_t looked_at = 0;  ///< adoptions
};

/// Plans new adoptions of the current standards, and raises those that there are: only the bytes of
/// versions and of standards to add are edited, comments and layout stay. Writes nothing. A message
/// where it can't be done: an unknown unit, a version that no standard has, a file that can't be
/// parsed.
std::expected<AdoptPlan, Message> plan_adoptions(const Workspace& workspace, FileSystem& files,
                                                 const AdoptRequest& request, Date as_of,
                                                 const EarlierStandard& earlier);

/// What changed between two versions of a standard.
StandardChange change_between(const Workspace& workspace, const Standard* earlier,
                              const Standard& current, std::string_view from);

}  // namespace catalog
