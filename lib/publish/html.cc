#include "publish/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "publish/fragment.h"
#include "publish/html_parts.h"

namespace catalog {

namespace {

constexpr size_t kLongestPlaceholder = 30;  // bytes
constexpr double kBroadTable = 242;         // display columns that fit a screen of 1,280 pixels

bool is_name(const Column& column) {
  return column.field == "topic" || column.field == "subtopic" || column.field == "detail";
}

bool stands_centred(const Column& column) {
  return column.ticks() || column.merge || column.field == "number";
}

bool same_group(const Column& a, const Column& b) { return !a.group.empty() && a.group == b.group; }

/// Writes one table.
class TableWriter {
 public:
  TableWriter(const Table& table, HtmlWriter& out)
      : table_(table),
        columns_(table.form.columns),
        known_{CellMemo<std::string>(table.store), CellMemo<std::string>(table.store)},
        out_(out) {
    for (const Column& column : columns_) {
      for (const bool empty : {false, true}) {
        for (const bool covered : {false, true})
          attributes_.push_back(attributes(column, empty, covered));
      }
    }
  }

  void write() {
    const std::string& title = table_.edition->title;
    double width = 0;
    for (const Column& column : columns_) width += column.width;
    out_.raw("<div class=\"scroll").raw(width > kBroadTable ? " broad" : "");
    out_.raw("\" role=\"region\" tabindex=\"0\"").attribute("aria-label", title);
    // A class for each ten columns: pages have no style of their own, so that a server may forbid
    // it.
    out_.raw(fmt::format(">\n<table class=\"wide w{:.0f}\">\n", std::ceil(width / 10) * 10));
    out_.raw("<caption>").text(title).raw("，共");
    out_.raw(std::to_string(table_.rows.size())).raw("项</caption>\n");
    write_widths();
    write_headings();
    out_.raw("<tbody>\n");
    for (size_t row = 0; row < table_.rows.size(); row++) write_item(row);
    out_.raw("</tbody>\n</table>\n</div>\n");
  }

 private:
  void write_widths() {
    double whole = 0;
    for (const Column& column : columns_) whole += column.width;
    out_.raw("<colgroup>");
    for (const Column& column : columns_)
      out_.raw(fmt::format("<col width=\"{:.2f}%\">", 100 * column.width / whole));
    out_.raw("</colgroup>\n");
  }

  void write_headings() {
    out_.raw("<thead>\n<tr>");
    for (size_t i = 0; i < columns_.size(); i++) {
      if (columns_[i].group.empty()) {
        out_.raw("<th scope=\"col\" rowspan=\"2\">").text(columns_[i].heading).raw("</th>");
      } else if (i == 0 || !same_group(columns_[i - 1], columns_[i])) {
        size_t end = i;
        while (end + 1 < columns_.size() && same_group(columns_[i], columns_[end + 1])) end++;
        out_.raw(fmt::format("<th scope=\"colgroup\" colspan=\"{}\">", end - i + 1));
        out_.text(columns_[i].group).raw("</th>");
      }
    }
    out_.raw("</tr>\n<tr>");
    for (const Column& column : columns_) {
      if (!column.group.empty()) out_.raw("<th scope=\"col\">").text(column.heading).raw("</th>");
    }
    out_.raw("</tr>\n</thead>\n");
  }

  void write_item(size_t row) {
    const std::string_view id = table_.edition->item(row).id.view();
    out_.raw("<tr");
    if (is_anchor(id)) out_.attribute("id", id);
    out_.raw(">");
    for (size_t column = 0; column < columns_.size(); column++) write_cell(row, column);
    out_.raw("</tr>\n");
  }

  void write_cell(size_t row, size_t column) {
    const Cell& cell = *table_.rows[row].cells[column];
    const uint32_t span = table_.spans[row][column];
    // A cell covered from above is there for the cards of narrow screens only.
    const bool covered = span == 0;
    // An empty cell is no heading of its row.
    const bool heading = is_name(columns_[column]) && !covered && !cell.empty();
    out_.raw(heading ? "<th scope=\"row\"" : "<td");
    if (span > 1) out_.attribute("rowspan", std::to_string(span));
    if (cell.number == 0) {
      write_rest(row, column, heading, out_);
    } else {
      out_.raw(known_[covered].of(cell, [&] {
        HtmlWriter rest;
        write_rest(row, column, heading, rest);
        return rest.take();
      }));
    }
  }

  /// A cell behind the name of its tag.
  void write_rest(size_t row, size_t column, bool heading, HtmlWriter& out) const {
    const Cell& cell = *table_.rows[row].cells[column];
    const bool covered = table_.spans[row][column] == 0;
    out.raw(attributes_[4 * column + 2 * cell.empty() + covered]);
    write_lines(row, columns_[column], cell, out);
    out.raw(heading ? "</th>" : "</td>");
  }

  /// Of the cells of a column: those that are empty, or covered from above, have classes of their
  /// own.
  static std::string attributes(const Column& column, bool empty, bool covered) {
    std::string classes = "c-" + column.field;  // apart from the page's own classes
    if (column.ticks()) classes += " tick";
    if (stands_centred(column)) classes += " centre";
    if (empty) classes += " none";
    if (covered) classes += " again";
    HtmlWriter out;
    out.attribute("class", classes);
    out.attribute("data-label",
                  column.ticks() && !column.group.empty() ? column.group : column.heading);
    return out.raw(">").take();
  }

  void write_lines(size_t row, const Column& column, const Cell& cell, HtmlWriter& out) const {
    const std::string_view id = table_.edition->item(row).id.view();
    if (column.field == "number" && is_anchor(id)) {
      out.raw("<a").attribute("href", "#" + std::string(id)).raw(">").text(cell.lines.front().text);
      out.raw("</a>");
      return;
    }
    const bool alone = cell.lines.size() == 1;
    for (const CellLine& line : cell.lines) {
      if (!alone) out.raw(line.dim ? "<p class=\"dim\">" : "<p>");
      write_line(column, line, out);
      if (!alone) out.raw("</p>");
    }
  }

  void write_line(const Column& column, const CellLine& line, HtmlWriter& out) const {
    if (!line.url.empty()) {
      out.link(line);
    } else if (column.ticks() && line.text == table_.form.tick) {
      // Screen readers would say “square root”.
      out.raw("<span role=\"img\" aria-label=\"是\"").attribute("data-word", column.heading);
      out.raw(">").text(line.text).raw("</span>");
    } else {
      write_text(line.text, out);
    }
  }

  /// Whether <…> is a placeholder, as <区>, and no Latin text between two signs.
  static bool is_placeholder(std::string_view text) {
    return text.size() <= kLongestPlaceholder &&
           std::ranges::all_of(text.substr(1, text.size() - 2),
                               [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }

  /// Placeholders stay on one line. Texts of cells are publishable.
  static void write_text(std::string_view text, HtmlWriter& out) {
    if (out.plain(text)) return;
    for (size_t from = 0; from < text.size();) {
      const size_t open = std::min(text.find('<', from), text.size());
      const size_t close = text.find('>', open);
      if (close == text.npos || !is_placeholder(text.substr(open, close + 1 - open))) {
        const size_t end = close == text.npos ? text.size() : open + 1;
        out.text(text.substr(from, end - from));
        from = end;
        continue;
      }
      out.text(text.substr(from, open - from)).raw("<span class=\"place\">");
      out.text(text.substr(open, close + 1 - open)).raw("</span>");
      from = close + 1;
    }
  }

  const Table& table_;
  const std::vector<Column>& columns_;
  std::array<CellMemo<std::string>, 2> known_;  // the rests of cells, uncovered and covered
  HtmlWriter& out_;
  std::vector<std::string> attributes_;  // four a column: full and empty, uncovered and covered
};

}  // namespace

std::string write_html(const Table& table, const PageFrame& frame, std::string room) {
  const Edition& edition = *table.edition;
  HtmlWriter out(std::move(room));
  PagePlace place = frame.place;
  place.paper = "sheet";
  out.begin_page(edition.title, edition.draft, place);
  out.begin_header(frame.place);
  out.heading(edition.title, edition.draft);
  out.facts(edition.facts);
  out.note(frame.note);
  out.downloads(frame.downloads);
  out.raw("</header>\n<main id=\"_main\">\n");
  if (!frame.units.empty()) {
    out.raw("<section class=\"units\">\n<h2>各单位的目录</h2>\n");
    out.link_groups(frame.units);
    out.raw("</section>\n<h2>全市标准目录</h2>\n");
  }
  TableWriter(table, out).write();
  out.notes(edition.notes);
  out.raw("</main>\n");
  out.end_page();
  return out.take();
}

std::string write_table_fragment(const Table& table, const PageFrame& frame) {
  const Edition& edition = *table.edition;
  HtmlWriter out;
  out.begin_fragment(edition.title);
  out.draft_mark(edition.draft);
  out.facts(edition.facts);
  out.note(frame.note);
  out.downloads(frame.downloads);
  TableWriter(table, out).write();
  out.notes(edition.notes);
  out.end_fragment();
  return out.take();
}

}  // namespace catalog
