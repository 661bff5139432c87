#include "publish/published_table.h"

#include <algorithm>
#include <map>

#include "text/normal.h"

namespace catalog {

namespace {

constexpr size_t kHeadingsWithin = 30;  // rows from the top
constexpr size_t kNone = static_cast<size_t>(-1);
constexpr size_t kMostFilled = 8'000'000;  // cells below merged ones

/// A template's form on a sheet: where its headings stand, and the sheet's column of each of its
/// own.
struct Fit {
  TableForm form;
  size_t row = 0;  ///< of the lower headings
  std::vector<size_t> columns;
  size_t found = 0;
};

bool says(std::string_view cell, std::string_view heading) {
  return comparison_form(cell) == comparison_form(heading);
}

/// Reads one sheet.
class TableFinder {
 public:
  explicit TableFinder(const Sheet& sheet) : sheet_(sheet) { fill_merged(); }

  std::optional<PublishedTable> find(const Workspace& words) {
    Fit best;
    for (const TemplateFile& file : words.templates) {
      for (const ChannelStyle style : {ChannelStyle::List, ChannelStyle::Matrix}) {
        const TableForm form = whole_form(file, words, style);
        for (size_t row = 1; row < std::min(sheet_.rows.size(), kHeadingsWithin); row++) {
          Fit fit = fit_at(form, row);
          if (fit.found > best.found) best = std::move(fit);
        }
      }
    }
    // A title row or two headings in common do not make a table of ours.
    if (best.found < 5 || !has_topic(best)) return std::nullopt;
    return read(best);
  }

 private:
  /// The text of a cell, also of one that a merged cell covers.
  std::string_view at(size_t row, size_t column) const {
    const std::string_view own = sheet_.at(row, column);
    if (!own.empty()) return own;
    const auto found = covered_.find({row, column});
    return found == covered_.end() ? own : sheet_.at(found->second.first, found->second.second);
  }

  void fill_merged() {
    size_t filled = 0;
    for (const CellRange& range : sheet_.merges) {
      const size_t last = std::min<size_t>(range.last_row + 1, sheet_.rows.size());
      for (size_t row = range.row; row < last; row++) {
        for (size_t column = range.column; column <= range.last_column; column++) {
          if (++filled > kMostFilled) return;
          if (row != range.row || column != range.column)
            covered_[{row, column}] = {range.row, range.column};
        }
      }
    }
  }

  bool is_heading(const Column& column, size_t row, size_t at_column) const {
    const std::string_view above = at(row - 1, at_column);
    const std::string_view own = at(row, at_column);
    if (!column.group.empty()) return says(above, column.group) && says(own, column.heading);
    return says(own.empty() ? above : own, column.heading);
  }

  size_t width(size_t row) const {
    return std::max(sheet_.rows[row].size(), sheet_.rows[row - 1].size());
  }

  Fit fit_at(const TableForm& form, size_t row) const {
    Fit out{form, row, std::vector<size_t>(form.columns.size(), kNone), 0};
    std::vector<bool> taken(width(row));
    for (size_t i = 0; i < form.columns.size(); i++) {
      for (size_t c = 0; c < taken.size(); c++) {
        if (taken[c] || !is_heading(form.columns[i], row, c)) continue;
        taken[c] = true;
        out.columns[i] = c;
        out.found++;
        break;
      }
    }
    return out;
  }

  static bool has_topic(const Fit& fit) {
    for (size_t i = 0; i < fit.columns.size(); i++) {
      if (fit.form.columns[i].field == "topic" && fit.columns[i] != kNone) return true;
    }
    return false;
  }

  PublishedTable read(const Fit& fit) {
    PublishedTable out;
    for (size_t row = 0; row + 1 < fit.row && out.title.empty(); row++) {
      for (size_t c = 0; c < sheet_.rows[row].size() && out.title.empty(); c++)
        out.title = trim(sheet_.at(row, c));
    }
    out.form = fit.form;
    out.form.columns.clear();
    std::vector<size_t> columns;
    for (size_t i = 0; i < fit.columns.size(); i++) keep(fit, i, out, columns);
    unknown_columns(fit, out);
    rows(fit.row + 1, columns, out);
    return out;
  }

  /// A column that is missing can't be compared, unless it is only there where it is used.
  void keep(const Fit& fit, size_t i, PublishedTable& out, std::vector<size_t>& columns) const {
    const Column& column = fit.form.columns[i];
    if (fit.columns[i] == kNone) {
      if (column.field == "code" || column.field == "number") return;
      if (!column.optional) {
        out.oddities.push_back(say({"工作表“{}”没有“{}”栏，该栏不比较。",
                                    "Sheet “{}” has no column “{}”; it is not compared."},
                                   sheet_.name, column.heading));
        return;
      }
    }
    out.form.columns.push_back(column);
    columns.push_back(fit.columns[i]);
  }

  void unknown_columns(const Fit& fit, PublishedTable& out) const {
    for (size_t c = 0; c < width(fit.row); c++) {
      if (std::ranges::find(fit.columns, c) != fit.columns.end()) continue;
      const std::string_view heading = at(fit.row, c).empty() ? at(fit.row - 1, c) : at(fit.row, c);
      if (trim(heading).empty()) continue;
      out.oddities.push_back(
          say({"工作表“{}”的“{}”栏（{}）不在目录样式中，没有比较。",
               "Sheet “{}”: the column “{}” ({}) is none of the template and is "
               "not compared."},
              sheet_.name, heading,
              cell_name(static_cast<uint32_t>(fit.row), static_cast<uint32_t>(c))));
    }
  }

  /// An item taller than a row stands in merged cells of all columns: none of them begins anew.
  bool goes_on(size_t row, const std::vector<size_t>& columns) const {
    return std::ranges::all_of(columns, [&](size_t c) {
      return c == kNone || (sheet_.at(row, c).empty() && is_below(row, c));
    });
  }
  bool is_below(size_t row, size_t column) const {
    const auto found = covered_.find({row, column});
    return found != covered_.end() && found->second.first < row;
  }

  void rows(size_t first, const std::vector<size_t>& columns, PublishedTable& out) const {
    for (size_t row = first; row < sheet_.rows.size(); row++) {
      std::vector<std::string> cells;
      size_t filled = 0;
      for (const size_t c : columns) {
        cells.emplace_back(c == kNone ? std::string_view() : at(row, c));
        filled += !trim(cells.back()).empty();
      }
      if (filled == 0 || goes_on(row, columns)) continue;
      if (filled < 3) {
        out.oddities.push_back(say({"工作表“{}”第{}行不像公开事项，没有比较。",
                                    "Sheet “{}”, row {}, looks like no item and is not compared."},
                                   sheet_.name, row + 1));
        continue;
      }
      out.rows.push_back(std::move(cells));
    }
  }

  const Sheet& sheet_;
  std::map<std::pair<size_t, size_t>, std::pair<size_t, size_t>> covered_;
};

}  // namespace

std::optional<PublishedTable> find_table(const Sheet& sheet, const Workspace& words) {
  return TableFinder(sheet).find(words);
}

}  // namespace catalog
