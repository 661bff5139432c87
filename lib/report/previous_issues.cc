#include "report/previous_issues.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "table/xlsx_reader.h"
#include "text/normal.h"

namespace catalog {

namespace {

constexpr size_t kHeadRows = 50;           // the headings are looked for in so many rows
constexpr size_t kMostFilled = 64u << 20;  // bytes copied into merged cells
constexpr size_t kLongestJoined = 32'000;  // bytes; Excel holds 32,767 characters

/// Where the columns of a list stand on a sheet.
struct Headings {
  size_t row = 0;
  std::array<std::optional<size_t>, kIssueColumnCount> columns;
};

std::optional<Headings> headings_of(const Sheet& sheet) {
  for (size_t row = 0; row < std::min(kHeadRows, sheet.rows.size()); row++) {
    Headings out{row, {}};
    size_t known = 0;
    for (size_t at = 0; at < sheet.rows[row].size(); at++) {
      const auto column = issue_column(sheet.rows[row][at]);
      if (!column || out.columns[index_of(*column)]) continue;
      out.columns[index_of(*column)] = at;
      known++;
    }
    if (known >= 2 && out.columns[index_of(IssueColumn::Id)]) return out;
  }
  return std::nullopt;
}

/// The fingerprint of a cell: sixteen hexadecimal digits, whatever their case and width; 0 if it is
/// none.
uint64_t id_of(std::string_view text) {
  const std::string form = comparison_form(text);
  uint64_t id = 0;
  if (form.size() != 16) return 0;
  const auto read = std::from_chars(form.data(), form.data() + form.size(), id, 16);
  return read.ptr == form.data() + form.size() ? id : 0;
}

/// Gives a merged cell's text to each of its rows: people merge 责任人 over several problems. What
/// is copied has an end, as ranges of a hostile file may overlap.
void fill_merges(Sheet& sheet, size_t from) {
  size_t room = kMostFilled;
  for (const CellRange& range : sheet.merges) {
    if (range.row < from || range.column != range.last_column || range.row >= sheet.rows.size())
      continue;
    const std::string text(sheet.at(range.row, range.column));
    const size_t last = std::min<size_t>(range.last_row, sheet.rows.size() - 1);
    for (size_t row = range.row + 1; row <= last; row++) {
      auto& cells = sheet.rows[row];
      if (cells.size() <= range.column) cells.resize(range.column + 1);
      if (room < text.size() + 1) return;
      room -= text.size() + 1;
      if (cells[range.column].empty()) cells[range.column] = text;
    }
  }
}

/// Adds what a second row of the same problem says to the first.
void join(IssueCells& first, const IssueCells& second) {
  for (size_t i = index_of(IssueColumn::Person); i <= index_of(IssueColumn::Review); i++) {
    if (second[i].empty() || first[i].size() > kLongestJoined || first[i].contains(second[i]))
      continue;
    first[i] += (first[i].empty() ? "" : "\n") + second[i];
  }
}

class ListReader {
 public:
  PreviousIssues out;

  void read(Sheet& sheet, const Headings& headings) {
    fill_merges(sheet, headings.row + 1);
    for (size_t row = headings.row + 1; row < sheet.rows.size(); row++) {
      PreviousIssue issue;
      for (size_t i = 0; i < kIssueColumnCount; i++) {
        if (const auto at = headings.columns[i])
          issue.cells[i] = std::string(trim(sheet.at(row, *at)));
      }
      take(std::move(issue));
    }
  }

 private:
  void take(PreviousIssue issue) {
    issue.id = id_of(issue.cells[index_of(IssueColumn::Id)]);
    if (issue.id != 0) {
      const auto [known, made] = rows_.try_emplace(issue.id, out.rows.size());
      if (!made) return join(out.rows[known->second].cells, issue.cells);
    } else if (issue.cells[index_of(IssueColumn::Problem)].empty()) {
      const auto written = [&](IssueColumn column) {
        return !issue.cells[index_of(column)].empty();
      };
      out.without_place += written(IssueColumn::Id) || written(IssueColumn::Person) ||
                           written(IssueColumn::Progress) || written(IssueColumn::Evidence) ||
                           written(IssueColumn::Review);
      return;
    }
    out.rows.push_back(std::move(issue));
  }

  std::unordered_map<uint64_t, size_t> rows_;
};

}  // namespace

const PreviousIssue* PreviousIssues::find(uint64_t id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &rows[found->second];
}

void PreviousIssues::index() {
  for (size_t i = 0; i < rows.size(); i++) {
    if (rows[i].id != 0) by_id_.emplace(rows[i].id, i);
  }
}

std::expected<PreviousIssues, Message> read_previous_issues(const std::string& bytes) {
  auto sheets = read_xlsx(bytes);
  if (!sheets) return std::unexpected(std::move(sheets.error()));
  ListReader reader;
  bool any = false;
  for (Sheet& sheet : *sheets) {
    const auto headings = headings_of(sheet);
    if (!headings) continue;
    any = true;
    reader.read(sheet, *headings);
  }
  if (!any) {
    return std::unexpected(
        say({"不是问题清单：没有一张工作表有“问题编号”一栏",
             "this is no list of findings: no sheet has a column “Finding ID”"}));
  }
  reader.out.index();
  return std::move(reader.out);
}

}  // namespace catalog
