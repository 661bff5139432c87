#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/documents.h"
#include "source/file_system.h"
#include "text/message.h"
#include "workspace/workspace.h"

namespace catalog {

/// What a published table shows of an item: another item that has only that, worded as the table
/// words it.
using TableView = std::function<Item(const Item&)>;

/// A catalogue read back from the form in which it was published.
struct PublishedCatalogue {
  std::unique_ptr<List> list;  ///< one of the two is there
  std::unique_ptr<Standard> standard;
  TableView view{};  ///< of a table, which does not show all; its items may lack ids
};

/// What was published in one file or folder.
struct PublishedCatalogues {
  std::vector<PublishedCatalogue> catalogues;
  std::vector<Message> oddities;  ///< what was left out, and what looks edited by hand
};

/// Reads what was published at a path, by the words of this workspace; nothing where there is none.
/// An error where the file can't be read as what it says it is. Given by a later station, which
/// knows the published forms.
using PublishedReader = std::function<std::expected<PublishedCatalogues, Message>(
    FileSystem& files, const std::string& path, const Workspace& words)>;

/// Whether a path is that of a published form that can be read back, by its ending.
bool is_published_path(std::string_view path);

}  // namespace catalog
