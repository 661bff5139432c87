#include "publish/html.h"
#include "publish/html_parts.h"

namespace catalog {

namespace {

/// One table of the index: the standards, or the lists of one unit.
class IndexWriter {
 public:
  explicit IndexWriter(HtmlWriter& out) : out_(out) {}

  /// Writes the entries from `from` on that belong together; returns the next one.
  size_t write_section(const std::vector<IndexEntry>& entries, size_t from) {
    const Edition& first = *entries[from].table->edition;
    const std::string heading = first.resolved ? "各领域的目录"
                                : first.list   ? first.unit_name
                                               : "标准目录";
    out_.raw("<section>\n<h2>").text(heading).raw("</h2>\n<table class=\"list\">\n");
    out_.raw("<thead><tr>");
    for (const char* title : {"序号", "领域", "事项数", "版本", "下载"})
      out_.raw("<th scope=\"col\">").raw(title).raw("</th>");
    out_.raw("</tr></thead>\n<tbody>\n");
    size_t at = from;
    for (; at < entries.size() && entries[at].table->edition->unit == first.unit; at++)
      write_entry(entries[at], at - from + 1);
    out_.raw("</tbody>\n</table>\n</section>\n");
    return at;
  }

 private:
  void write_entry(const IndexEntry& entry, size_t number) {
    const Edition& edition = *entry.table->edition;
    out_.raw("<tr><td class=\"centre\">").raw(std::to_string(number)).raw("</td><td><a");
    out_.attribute("href", entry.href).raw(">").text(edition.domain_name).raw("</a></td>");
    out_.raw("<td class=\"centre\">").raw(std::to_string(entry.table->rows.size()));
    out_.raw("</td><td class=\"centre\">").text(edition.head->version.view());
    out_.raw("</td><td class=\"files\">");
    for (const Download& file : entry.downloads) {
      out_.raw("<a").attribute("href", file.href);
      out_.attribute("aria-label", edition.domain_name + " " + file.name).raw(" download>");
      out_.text(file.name).raw("</a>");
    }
    out_.raw("</td></tr>\n");
  }

  HtmlWriter& out_;
};

}  // namespace

std::string write_index(const IndexPage& page) {
  HtmlWriter out;
  out.begin_page(page.title, page.draft, page.place);
  out.begin_header(page.place);
  out.heading(page.title, page.draft);
  out.facts(page.facts);
  out.note(page.note);
  if (!page.views.empty()) {
    out.raw("<p class=\"ways\">");
    for (const Crumb& view : page.views)
      out.raw("<a").attribute("href", view.href).raw(">").text(view.title).raw("</a>");
    out.raw("</p>\n");
  }
  out.downloads(page.downloads);
  out.raw("</header>\n<main id=\"_main\">\n");
  IndexWriter sections(out);
  for (size_t at = 0; at < page.entries.size();) at = sections.write_section(page.entries, at);
  if (!page.units.empty()) {
    out.raw("<section class=\"units\">\n<h2>所辖街镇</h2>\n");
    out.link_groups(page.units);
    out.raw("</section>\n");
  }
  out.raw("</main>\n");
  out.end_page();
  return out.take();
}

}  // namespace catalog
