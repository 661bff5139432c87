#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/table.h"

namespace catalog {

/// Another form of the same catalogue, beside the page.
struct Download {
  std::string name;  ///< XLSX
  std::string href;  ///< relative to the page
};

/// A page above another one.
struct Crumb {
  std::string title;
  std::string href;
};

/// Where a page stands among others. Hrefs are relative to the page; publishable texts.
struct PagePlace {
  std::string root;        ///< from the page to the site's top: "", "../"
  bool linked = false;     ///< takes its style from ROOTassets/site.css; else it carries it
  bool searched = false;   ///< with the form that leads to ROOTsearch.html
  std::string unit;        ///< code of the unit whose items a search on the page finds first
  std::string_view paper;  ///< on which it is printed: sheet (A3), ledger (A4 landscape), else A4
  std::vector<Crumb> crumbs;  ///< the pages above it, the uppermost first
};

/// Pages of one kind that a page leads to, as the streets of a district.
struct LinkGroup {
  std::string title;  ///< empty: the links stand open, without a heading
  std::vector<Crumb> links;
};

/// What a page says beside its table. Publishable texts.
struct PageFrame {
  PagePlace place;
  std::string note;  ///< the workspace's note; may be empty
  std::vector<Download> downloads;
  std::vector<LinkGroup> units;  ///< that have a catalogue of the domain
};

/// A static page of one table: works from a file and without scripts; an item's anchor is its id.
/// The memory of `room` is used for the result.
std::string write_html(const Table& table, const PageFrame& frame, std::string room = {});

/// One line of the index.
struct IndexEntry {
  const Table* table = nullptr;
  std::string href;
  std::vector<Download> downloads;
};

/// The first page of a workspace or a unit: what it is, its standards, and the lists by unit.
struct IndexPage {
  PagePlace place;
  std::string title;
  std::string note;
  std::vector<Fact> facts;
  std::string_view draft{};  ///< the word that marks a draft, or empty
  std::vector<Download> downloads;
  std::vector<Crumb> views;      ///< the same items in another order
  std::vector<LinkGroup> units;  ///< below this one
  std::vector<IndexEntry> entries;
};
std::string write_index(const IndexPage& page);

}  // namespace catalog
