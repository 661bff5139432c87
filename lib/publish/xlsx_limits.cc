#include <algorithm>
#include <set>

#include "publish/build_rules.h"
#include "publish/publishable_text.h"
#include "publish/sheet_name.h"
#include "publish/xlsx.h"
#include "publish/xlsx_layout.h"
#include "publish/xlsx_sheet.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kMostBreaks = 253;
constexpr size_t kMostLinks = 65530;
constexpr size_t kMostColumns = 16384;
constexpr size_t kLongestNamed = 300;  // bytes of a title in a message

/// Collects the findings of one table.
class LimitCheck {
 public:
  LimitCheck(const Table& table, std::vector<Finding>& out)
      : table_(table), edition_(*table.edition), out_(out), sizes_(table.store) {}

  void check(const std::string& name) {
    check_name(name);
    check_size();
    check_head();
    for (size_t row = 0; row < table_.rows.size(); row++) {
      for (size_t column = 0; column < table_.form.columns.size(); column++)
        check_cell(row, column);
    }
    if (links_ > kMostLinks) {
      add(xlsx_link_count_rule, {}, {},
          say({"《{}》有{}个公开网址，Excel每张工作表最多{}个链接；请分成几份",
               "“{}” has {} links; a sheet of Excel holds at most {}; divide it"},
              edition_.title, links_, kMostLinks));
    }
  }

 private:
  void add(const Rule& rule, std::string address, std::string field, Message message) {
    add_at({edition_.head->file, edition_.head->domain.span}, rule,
           address.empty() ? edition_.address : std::move(address), std::move(field),
           std::move(message));
  }
  void add_at(Place place, const Rule& rule, std::string address, std::string field,
              Message message) {
    add_finding(out_, rule, place, std::move(address), std::move(field), {}, std::move(message));
  }

  void check_name(const std::string& name) {
    if (utf16_units(name) <= kMostSheetNameUnits) return;
    add(xlsx_sheet_name_rule, {}, {},
        say({"工作表名“{}”有{}个字符，Excel最多{}个；请缩短领域名称或单位名称",
             "The sheet name “{}” has {} characters; Excel allows {}; shorten the name of the "
             "domain or the unit"},
            name, utf16_units(name), kMostSheetNameUnits));
  }

  void check_size() {
    const size_t rows = sheet_layout(table_).rows;
    if (rows > kMostSheetRows || table_.form.columns.size() > kMostColumns) {
      add(xlsx_sheet_size_rule, {}, {},
          say({"《{}》需要{}行、{}列，Excel每张工作表最多{}行、{}列；请分成几份",
               "“{}” takes {} rows and {} columns; a sheet of Excel holds at most {} rows and {} "
               "columns; divide it"},
              edition_.title, rows, table_.form.columns.size(), kMostSheetRows, kMostColumns));
    }
  }

  /// The texts that stand above the table and on the sheet 编制说明.
  void check_head() {
    const auto check_text = [&](std::string_view field, const std::string& text) {
      if (const size_t units = utf16_units(text); units > kMostCellUnits) {
        add(xlsx_cell_length_rule, {}, std::string(field),
            say({"《{}》的{}有{}个字符，Excel单元格最多{}个",
                 "“{}”: {} has {} characters; a cell of Excel holds at most {}"},
                edition_.title.substr(0, kLongestNamed), field, units, kMostCellUnits));
      }
    };
    check_text("标题", edition_.title);
    check_text("标题", facts_line(edition_));
    for (const Fact& note : edition_.notes) check_text(note.label, note.value);
  }

  /// What is known of a cell without its text: a character is at least one byte, and lines side by
  /// side are fewer, so that most cells need none.
  struct Size {
    bool linked = false;
    bool fits = true;
  };
  static Size size_of(const Cell& cell) {
    size_t bytes = 0, ends = 0;
    bool linked = false;
    for (const CellLine& line : cell.lines) {
      bytes += line.text.size() + 1;
      ends += 1 + static_cast<size_t>(std::ranges::count(line.text, '\n'));
      linked |= !line.url.empty();
    }
    return {linked, bytes <= kMostCellUnits && ends <= kMostBreaks};
  }

  void check_cell(size_t row, size_t column) {
    const Cell& cell = *table_.rows[row].cells[column];
    if (cell.empty()) return;
    const Size size = sizes_.of(cell, [&] { return size_of(cell); });
    links_ += size.linked;
    if (size.fits) return;
    const std::string text = sheet_text(table_.form.columns[column], cell);
    const size_t units = text.size() > kMostCellUnits ? utf16_units(text) : 0;
    if (units > kMostCellUnits) {
      cell_finding(row, column, xlsx_cell_length_rule,
                   say({"“{}”一栏有{}个字符，Excel单元格最多{}个；请分成几项",
                        "“{}” has {} characters; a cell of Excel holds at most {}; divide the "
                        "item"},
                       table_.form.columns[column].heading, units, kMostCellUnits));
    }
    const auto breaks = static_cast<size_t>(std::ranges::count(text, '\n'));
    if (breaks > kMostBreaks) {
      cell_finding(row, column, xlsx_line_breaks_rule,
                   say({"“{}”一栏有{}个换行，Excel单元格标称最多{}个",
                        "“{}” has {} line breaks; Excel promises at most {} in a cell"},
                       table_.form.columns[column].heading, breaks, kMostBreaks));
    }
  }

  void cell_finding(size_t row, size_t column, const Rule& rule, Message message) {
    const Item& item = edition_.item(row);
    const Span begin{item.span.begin, item.span.begin};
    add_at({edition_.head->file, item.id.empty() ? begin : item.id.span}, rule,
           edition_.item_address(row), std::string(table_.form.columns[column].field),
           std::move(message));
  }

  const Table& table_;
  const Edition& edition_;
  std::vector<Finding>& out_;
  CellMemo<Size> sizes_;
  size_t links_ = 0;
};

}  // namespace

std::vector<std::string> sheet_names(const std::vector<const Table*>& tables) {
  std::set<std::string> used{folded(std::string(kCoverSheet)), folded(std::string(kNotesSheet)),
                             folded(std::string(kContentsSheet)),
                             "history"};  // Excel keeps it for itself
  std::vector<std::string> out;
  for (const Table* table : tables) {
    const Edition& edition = *table->edition;
    const std::string wanted =
        sheet_name(edition.unit_name + (edition.list ? " " : "") + edition.domain_name);
    std::string name = wanted;
    for (size_t n = 2; name.empty() || !used.insert(folded(name)).second; n++)
      name = wanted + "（" + std::to_string(n) + "）";
    out.push_back(std::move(name));
  }
  return out;
}

std::vector<Finding> check_xlsx(const Book& book) {
  std::vector<Finding> out;
  const std::vector<std::string> names = sheet_names(book.tables);
  for (size_t i = 0; i < book.tables.size(); i++) LimitCheck(*book.tables[i], out).check(names[i]);
  return out;
}

}  // namespace catalog
