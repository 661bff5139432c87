#pragma once

#include <string>
#include <vector>

#include "publish/table.h"

namespace catalog {

/// Another form of the same catalogue, beside the page.
struct Download {
  std::string name;  ///< XLSX
  std::string href;  ///< relative to the page
};

/// What a page says beside its table. Hrefs are relative to the page; publishable texts.
struct PageFrame {
  std::string index_title;
  std::string index_href;  ///< empty where no index was made
  std::string note;        ///< the workspace's note; may be empty
  std::vector<Download> downloads;
};

/// A static page of one table: works from a file and without scripts; an item's anchor is its id.
std::string write_html(const Table& table, const PageFrame& frame);

/// One line of the index.
struct IndexEntry {
  const Table* table = nullptr;
  std::string href;
  std::vector<Download> downloads;
};

/// The first page: what the workspace is, its standards, and the lists by unit.
struct IndexPage {
  std::string title;
  std::string note;
  std::vector<Fact> facts;
  bool draft = false;
  std::vector<Download> downloads;
  std::vector<IndexEntry> entries;
};
std::string write_index(const IndexPage& page);

}  // namespace catalog
