#pragma once

#include <string>
#include <vector>

#include "publish/xlsx_writer.h"
#include "report/issue_list.h"

namespace catalog {

/// The formats of cells that a 问题清单 has beside the writer's own.
struct IssueFormats {
  explicit IssueFormats(XlsxWriter& writer);
  XlsxFormat id;      ///< text, whatever is typed into it
  XlsxFormat entry;   ///< where people write
  XlsxFormat open;    ///< 未整改
  XlsxFormat closed;  ///< 已销号
  XlsxFormat fresh;   ///< 新增
  XlsxFormat number;  ///< a count
  XlsxFormat total;
};

/// A part of a unit's rows on a sheet of its own; Excel holds a million.
struct IssueSheet {
  std::string name;   ///< of the sheet
  std::string title;  ///< above the table
  std::string facts;  ///< under the title
  const IssueUnit* unit = nullptr;
  size_t first = 0;
  size_t count = 0;
};

void write_issue_sheet(const IssueSheet& sheet, Lang lang, const IssueFormats& formats,
                       XlsxWriter& writer);

/// What all sheets have: landscape A3 as wide as the page, margins, page numbers.
void set_up_report_page(XlsxSheet sheet, Lang lang, XlsxWriter& writer);

/// A text as a cell holds it: publishable, and what is longer than a cell can be ends with a
/// remark.
std::string cell_text(std::string_view text, Lang lang);

}  // namespace catalog
