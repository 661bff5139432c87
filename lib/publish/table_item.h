#pragma once

#include <string>
#include <vector>

#include "publish/table_form.h"

namespace catalog {

/// The item that a row of a published table tells of, by the texts of its cells: the way back from
/// make_row(). What no column shows is absent.
Item read_row(const TableForm& form, const Vocabulary& vocabulary,
              const std::vector<std::string>& cells);

/// An item as a table of this form tells of it.
Item seen_in_table(const TableForm& form, const Workspace& words, const Item& item);

}  // namespace catalog
