#pragma once

#include <optional>
#include <string>
#include <vector>

#include "publish/table_form.h"
#include "table/sheet.h"

namespace catalog {

/// A published table as it was found on a sheet.
struct PublishedTable {
  std::string title;                           ///< what stands above the headings
  TableForm form;                              ///< the columns that are there
  std::vector<std::vector<std::string>> rows;  ///< a cell for each of them
  std::vector<Message> oddities;
};

/// The table on a sheet, by the template whose headings it has; none where no template fits. Merged
/// cells are read in each row that they cover, and an item of several rows once.
std::optional<PublishedTable> find_table(const Sheet& sheet, const Workspace& words);

}  // namespace catalog
