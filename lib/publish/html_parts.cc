#include "publish/html_parts.h"

#include <algorithm>

#include "publish/assets.h"
#include "publish/fragment.h"
#include "publish/publishable_text.h"
#include "text/byte_block.h"

namespace catalog {

bool is_anchor(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

bool HtmlWriter::plain(std::string_view text) {
  return append_without(out_, text, [](ByteBlock byte) {
    return (byte == '&') | (byte == '<') | (byte == '>') | (byte == '"') | (byte == '\'');
  });
}

HtmlWriter& HtmlWriter::attribute(std::string_view name, std::string_view value) {
  raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  return *this;
}

void HtmlWriter::begin_page(std::string_view title, std::string_view draft, const PagePlace& place,
                            const std::vector<std::string_view>& scripts) {
  raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  if (!draft.empty()) raw("（").text(draft).raw("）");
  text(title).raw("</title>\n");
  if (place.linked) {
    raw("<link rel=\"stylesheet\"").attribute("href", place.root + "assets/site.css").raw(">\n");
  } else {
    raw("<style>\n").raw(kPageCss).raw("</style>\n");
  }
  if (place.searched)
    raw("<script").attribute("src", place.root + "assets/site.js").raw(" defer></script>\n");
  for (const std::string_view script : scripts)
    raw("<script")
        .attribute("src", place.root + "assets/" + std::string(script))
        .raw(" defer></script>\n");
  raw("</head>\n<body");
  if (!place.paper.empty()) attribute("class", place.paper);
  raw(">\n<a class=\"skip\" href=\"#_main\">跳到正文</a>\n");
}

void HtmlWriter::begin_header(const PagePlace& place) {
  raw("<header>\n");
  if (!place.crumbs.empty()) {
    raw("<nav class=\"crumbs\" aria-label=\"上级页面\"><ol>");
    for (const Crumb& crumb : place.crumbs)
      raw("<li><a").attribute("href", crumb.href).raw(">").text(crumb.title).raw("</a></li>");
    raw("</ol></nav>\n");
  }
  if (!place.searched) return;
  // Without scripts there is nothing that could search, so the form waits for one.
  raw("<form class=\"search\" role=\"search\" hidden");
  attribute("action", place.root + "search.html");
  raw("><label for=\"_q\">搜索公开事项</label><input id=\"_q\" name=\"q\" type=\"search\""
      " autocomplete=\"off\" placeholder=\"如：低保 天平路街道\">");
  if (!place.unit.empty())
    raw("<input type=\"hidden\" name=\"unit\"").attribute("value", place.unit).raw(">");
  raw("<button>搜索</button></form>\n");
}

void HtmlWriter::begin_fragment(std::string_view title) {
  raw("<section lang=\"zh-CN\"").attribute("class", kFragmentClass);
  attribute("aria-label", title).raw(">\n");
}

void HtmlWriter::draft_mark(std::string_view draft) {
  if (!draft.empty()) raw("<p><strong class=\"draft\">").text(draft).raw("</strong></p>\n");
}

void HtmlWriter::heading(std::string_view title, std::string_view draft) {
  raw("<h1>").text(title);
  if (!draft.empty()) raw(" <span class=\"draft\">").text(draft).raw("</span>");
  raw("</h1>\n");
}

void HtmlWriter::facts(const std::vector<Fact>& facts) {
  if (facts.empty()) return;
  raw("<dl class=\"facts\">\n");
  for (const Fact& fact : facts) {
    raw("<div><dt>").text(fact.label).raw("</dt><dd>").text(fact.value).raw("</dd></div>\n");
  }
  raw("</dl>\n");
}

void HtmlWriter::note(std::string_view note) {
  if (!note.empty()) raw("<p class=\"note\">").text(note).raw("</p>\n");
}

void HtmlWriter::downloads(const std::vector<Download>& downloads) {
  if (downloads.empty()) return;
  raw("<p class=\"files\">下载：");
  for (const Download& file : downloads)
    raw("<a").attribute("href", file.href).raw(" download>").text(file.name).raw("</a>");
  raw("</p>\n");
}

void HtmlWriter::notes(const std::vector<Fact>& notes) {
  if (notes.empty()) return;
  raw("<section>\n<h2>编制说明</h2>\n<dl class=\"notes\">\n");
  for (const Fact& note : notes)
    raw("<dt>").text(note.label).raw("</dt><dd>").text(note.value).raw("</dd>\n");
  raw("</dl>\n</section>\n");
}

HtmlWriter& HtmlWriter::link(const CellLine& line) {
  if (line.url.empty()) return text(line.text);
  raw("<a").attribute("href", line.url).raw(" rel=\"noopener\">").text(line.text);
  return raw("</a>");
}

void HtmlWriter::link_groups(const std::vector<LinkGroup>& groups) {
  for (const LinkGroup& group : groups) {
    if (!group.title.empty()) raw("<details><summary>").text(group.title).raw("</summary>\n");
    raw("<ul class=\"links\">");
    for (const Crumb& link : group.links)
      raw("<li><a").attribute("href", link.href).raw(">").text(link.title).raw("</a></li>\n");
    raw("</ul>\n").raw(group.title.empty() ? "" : "</details>\n");
  }
}

}  // namespace catalog
