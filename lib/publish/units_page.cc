#include "publish/units_page.h"

#include "publish/html_parts.h"

namespace catalog {

namespace {

void write_entry(const UnitEntry& entry, size_t number, HtmlWriter& out) {
  out.raw("<tr><td class=\"centre\">").raw(std::to_string(number)).raw("</td><td><a");
  out.attribute("href", entry.folder + "/index.html").raw(">").text(entry.name);
  out.raw("</a></td><td class=\"centre\">").raw(std::to_string(entry.catalogues));
  out.raw("</td><td class=\"centre\">").raw(std::to_string(entry.items)).raw("</td></tr>\n");
}

/// Writes the entries from `from` on that belong together; returns the next one.
size_t write_group(const std::vector<UnitEntry>& entries, size_t from, HtmlWriter& out) {
  out.raw("<section>\n<h2>").text(entries[from].group).raw("</h2>\n<table class=\"list\">\n");
  out.raw("<thead><tr>");
  for (const char* title : {"序号", "单位", "领域数", "事项数"})
    out.raw("<th scope=\"col\">").raw(title).raw("</th>");
  out.raw("</tr></thead>\n<tbody>\n");
  size_t at = from;
  for (; at < entries.size() && entries[at].group == entries[from].group; at++)
    write_entry(entries[at], at - from + 1, out);
  out.raw("</tbody>\n</table>\n</section>\n");
  return at;
}

}  // namespace

std::string write_units_page(const UnitsPage& page) {
  HtmlWriter out;
  const std::string title = page.title + "（各单位）";
  out.begin_page(title, page.draft);
  out.raw("<header>\n");
  out.heading(title, page.draft);
  out.facts(page.facts);
  out.note(page.note);
  out.raw("</header>\n<main id=\"_main\">\n");
  for (size_t at = 0; at < page.entries.size();) at = write_group(page.entries, at, out);
  out.raw("</main>\n");
  out.end_page();
  return out.take();
}

}  // namespace catalog
