#include "publish/html_parts.h"

#include "publish/assets.h"
#include "publish/publishable_text.h"

namespace catalog {

HtmlWriter& HtmlWriter::text(std::string_view text) {
  append_escaped(out_, text);
  return *this;
}

HtmlWriter& HtmlWriter::attribute(std::string_view name, std::string_view value) {
  raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  return *this;
}

void HtmlWriter::begin_page(std::string_view title, bool draft) {
  raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  if (draft) raw("（").text(kDraftMark).raw("）");
  text(title).raw("</title>\n<style>\n").raw(kPageCss).raw("</style>\n</head>\n<body>\n");
  raw("<a class=\"skip\" href=\"#_main\">跳到正文</a>\n");
}

void HtmlWriter::heading(std::string_view title, bool draft) {
  raw("<h1>").text(title);
  if (draft) raw(" <span class=\"draft\">").text(kDraftMark).raw("</span>");
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

}  // namespace catalog
