#include "publish/home_page.h"

#include "publish/html_parts.h"

namespace catalog {

namespace {

void write_domains(const std::vector<DomainLink>& domains, HtmlWriter& out) {
  if (domains.empty()) return;
  out.raw("<section>\n<h2>按领域查看</h2>\n<ul class=\"tiles\">\n");
  for (const DomainLink& domain : domains) {
    out.raw("<li><a").attribute("href", domain.href).raw("><b>").text(domain.name);
    out.raw("</b> <span>" + std::to_string(domain.units) + "个单位，");
    out.raw(std::to_string(domain.items) + "项</span></a></li>\n");
  }
  out.raw("</ul>\n</section>\n");
}

/// Writes the units from `from` on that belong together; returns the next one.
size_t write_group(const std::vector<UnitEntry>& units, size_t from, HtmlWriter& out) {
  size_t end = from;
  while (end < units.size() && units[end].group == units[from].group) end++;
  out.raw("<details><summary>").text(units[from].group);
  out.raw(" <span>" + std::to_string(end - from) + "个单位</span></summary>\n");
  out.raw("<table class=\"list\">\n<thead><tr>");
  for (const char* title : {"单位", "领域数", "事项数"})
    out.raw("<th scope=\"col\">").raw(title).raw("</th>");
  out.raw("</tr></thead>\n<tbody>\n");
  for (size_t at = from; at < end; at++) {
    out.raw("<tr><th scope=\"row\"><a").attribute("href", units[at].href).raw(">");
    out.text(units[at].name).raw("</a></th><td class=\"centre\">");
    out.raw(std::to_string(units[at].catalogues)).raw("</td><td class=\"centre\">");
    out.raw(std::to_string(units[at].items)).raw("</td></tr>\n");
  }
  out.raw("</tbody>\n</table>\n</details>\n");
  return end;
}

}  // namespace

std::string write_home(const HomePage& page) {
  HtmlWriter out;
  out.begin_page(page.title, page.draft, page.place);
  out.begin_header(page.place);
  out.heading(page.title, page.draft);
  out.facts(page.facts);
  out.note(page.note);
  out.downloads(page.downloads);
  out.raw("</header>\n<main id=\"_main\">\n");
  write_domains(page.domains, out);
  out.raw("<section class=\"units\">\n<h2>按单位查看</h2>\n");
  for (size_t at = 0; at < page.units.size();) at = write_group(page.units, at, out);
  out.raw("</section>\n</main>\n");
  out.end_page();
  return out.take();
}

std::string write_domain_page(const DomainPage& page) {
  HtmlWriter out;
  out.begin_page(page.title, page.draft, page.place);
  out.begin_header(page.place);
  out.heading(page.title, page.draft);
  out.note(page.note);
  out.raw("</header>\n<main id=\"_main\">\n<section class=\"units\">\n<h2>各单位的目录</h2>\n");
  out.link_groups(page.units);
  out.raw("</section>\n</main>\n");
  out.end_page();
  return out.take();
}

}  // namespace catalog
