#include "publish/fragment.h"

#include <algorithm>
#include <vector>

#include "publish/html_parts.h"
#include "publish/site_assets.h"
#include "text/normal.h"

namespace catalog {

namespace {

std::string without_comments(std::string_view css) {
  std::string out;
  for (size_t from = 0; from < css.size();) {
    const size_t open = std::min(css.find("/*", from), css.size());
    out += css.substr(from, open - from);
    const size_t close = open == css.size() ? open : css.find("*/", open);
    from = close >= css.size() ? css.size() : close + 2;
  }
  return out;
}

/// The selectors of a rule: the text between commas outside of brackets.
std::vector<std::string_view> selectors(std::string_view text) {
  std::vector<std::string_view> out;
  size_t from = 0;
  int depth = 0;
  for (size_t i = 0; i <= text.size(); i++) {
    const char c = i < text.size() ? text[i] : ',';
    if (c == '(' || c == '[') depth++;
    if (c == ')' || c == ']') depth--;
    if (c != ',' || depth > 0) continue;
    out.push_back(trim(text.substr(from, i - from)));
    from = i + 1;
  }
  return out;
}

std::string scoped_selectors(std::string_view text, const std::string& scope) {
  std::string out;
  for (const std::string_view selector : selectors(text)) {
    if (!out.empty()) out += ", ";
    const bool root = selector == ":root" || selector == "html" || selector == "body";
    out += root ? scope : scope + " " + std::string(selector);
  }
  return out;
}

/// The end of the block that opens at `open`: behind its closing brace.
size_t end_of_block(std::string_view css, size_t open) {
  int depth = 0;
  for (size_t i = open; i < css.size(); i++) {
    if (css[i] == '{') depth++;
    if (css[i] == '}' && --depth == 0) return i + 1;
  }
  return css.size();
}

std::string scoped_rules(std::string_view css, const std::string& scope) {
  std::string out;
  for (size_t from = 0; from < css.size();) {
    const size_t open = css.find('{', from);
    if (open == css.npos) break;
    const size_t end = end_of_block(css, open);
    const std::string_view head = trim(css.substr(from, open - from));
    const std::string_view body = css.substr(open + 1, end - open - 2);
    if (head.starts_with("@media")) {
      out += std::string(head) + " {\n" + scoped_rules(body, scope) + "}\n";
    } else if (!head.starts_with("@")) {
      out += scoped_selectors(head, scope) + " {" + std::string(body) + "}\n";
    }
    from = end;
  }
  return out;
}

/// The plain table: every style stands at its element.
class PlainTable {
 public:
  PlainTable(const Table& table, HtmlWriter& out)
      : table_(table), columns_(table.form.columns), out_(out) {}

  void write() {
    out_.raw(
        "<table border=\"1\" style=\"border-collapse:collapse;width:100%;font-size:14px;"
        "line-height:1.6;color:#1c2430\">\n<caption style=\"text-align:left\">");
    out_.text(table_.edition->title).raw("，共" + std::to_string(table_.rows.size()));
    out_.raw("项</caption>\n<thead>\n");
    write_headings();
    out_.raw("</thead>\n<tbody>\n");
    for (size_t row = 0; row < table_.rows.size(); row++) {
      out_.raw("<tr>");
      for (size_t column = 0; column < columns_.size(); column++) cell(row, column);
      out_.raw("</tr>\n");
    }
    out_.raw("</tbody>\n</table>\n");
  }

 private:
  static constexpr std::string_view kHeading =
      " style=\"border:1px solid #8a94a0;padding:6px;background:#eaf0f5;text-align:center\">";
  static constexpr std::string_view kCell =
      " style=\"border:1px solid #8a94a0;padding:6px;text-align:left;font-weight:normal\">";

  bool continues(size_t i) const {
    return i > 0 && !columns_[i].group.empty() && columns_[i].group == columns_[i - 1].group;
  }

  void write_headings() {
    out_.raw("<tr>");
    for (size_t i = 0; i < columns_.size(); i++) {
      if (continues(i)) continue;
      size_t end = i + 1;
      while (end < columns_.size() && continues(end)) end++;
      const bool single = columns_[i].group.empty();
      out_.raw(single ? "<th scope=\"col\" rowspan=\"2\""
                      : "<th scope=\"colgroup\" colspan=\"" + std::to_string(end - i) + "\"");
      out_.raw(kHeading).text(single ? columns_[i].heading : columns_[i].group).raw("</th>");
    }
    out_.raw("</tr>\n<tr>");
    for (const Column& column : columns_) {
      if (!column.group.empty())
        out_.raw("<th scope=\"col\"").raw(kHeading).text(column.heading).raw("</th>");
    }
    out_.raw("</tr>\n");
  }

  void cell(size_t row, size_t column) {
    const uint32_t span = table_.spans[row][column];
    if (span == 0) return;
    out_.raw("<td");
    if (span > 1) out_.attribute("rowspan", std::to_string(span));
    out_.raw(kCell);
    const std::span<const CellLine> lines = table_.rows[row].cells[column]->lines;
    for (size_t i = 0; i < lines.size(); i++) {
      if (i > 0) out_.raw("<br>");
      out_.link(lines[i]);
    }
    out_.raw("</td>");
  }

  const Table& table_;
  const std::vector<Column>& columns_;
  HtmlWriter& out_;
};

}  // namespace

std::string scoped_style(std::string_view css, std::string_view class_name) {
  return scoped_rules(without_comments(css), "." + std::string(class_name));
}

std::string fragment_style() { return scoped_style(site_style(), kFragmentClass); }

std::string write_plain_table(const Table& table, std::string_view note) {
  const Edition& edition = *table.edition;
  HtmlWriter out;
  out.raw("<meta charset=\"utf-8\">\n<p style=\"font-size:20px;font-weight:bold\">");
  out.text(edition.title);
  if (!edition.draft.empty()) out.raw("（").text(edition.draft).raw("）");
  out.raw("</p>\n<p>");
  for (size_t i = 0; i < edition.facts.size(); i++) {
    if (i > 0) out.raw("；");
    out.text(edition.facts[i].label).raw("：").text(edition.facts[i].value);
  }
  out.raw("</p>\n");
  if (!note.empty()) out.raw("<p>").text(note).raw("</p>\n");
  PlainTable(table, out).write();
  for (const Fact& fact : edition.notes)
    out.raw("<p>").text(fact.label).raw("：").text(fact.value).raw("</p>\n");
  return out.take();
}

}  // namespace catalog
