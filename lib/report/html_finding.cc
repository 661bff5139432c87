#include "report/html_finding.h"

#include <algorithm>

#include "publish/publishable_text.h"
#include "report/excerpt.h"
#include "report/overview.h"
#include "report/safe_text.h"
#include "rules/rule.h"
#include "text/columns.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr uint32_t kExcerptWidth = 110;  // cells

/// Cuts a line behind so many cells.
size_t byte_at(std::string_view line, uint32_t cells) {
  size_t at = 0;
  for (uint32_t column = 0; at < line.size() && column < cells;) {
    const CodePoint point = decode_utf8(line, at);
    column += display_width(line.substr(at, point.length));
    at += point.length;
  }
  return at;
}

std::string html(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

/// The line with the place marked.
std::string excerpt_html(const SourceText& text, Span span) {
  const Excerpt excerpt = excerpt_of(text, span, kExcerptWidth);
  const std::string_view line = excerpt.line;
  const size_t begin = byte_at(line, excerpt.caret_indent);
  const size_t indent = std::min(begin, line.find_first_not_of(' '));
  const size_t end = byte_at(line, excerpt.caret_indent + excerpt.caret_width);
  std::string out = "<pre lang=\"zh-CN\">" + html(line.substr(indent, begin - indent));
  if (begin < end) out += "<mark>" + html(line.substr(begin, end - begin)) + "</mark>";
  return out + html(line.substr(end)) + "</pre>\n";
}

}  // namespace

std::string html_words(std::string_view text) { return html(one_line(text)); }

std::string_view html_class(Severity severity) { return severity_word(severity).en; }

std::string html_finding(const Finding& finding, const Report& report, const Ownership& ownership,
                         const std::string& item_name, Sources& sources, Lang lang) {
  std::string out = "<article class=\"" + std::string(html_class(finding.severity)) + "\" id=\"f-" +
                    fingerprint_text(finding.fingerprint) + "\">\n<h4><span class=\"severity\">" +
                    std::string(severity_word(finding.severity).in(lang)) + "</span>" +
                    html_words(finding.message.in(lang)) + "</h4>\n";
  if (const SourceText* text = sources.open(finding.place.file))
    out += excerpt_html(*text, finding.place.span);
  out += "<dl>\n";
  const auto add = [&](Bilingual name, const std::string& words, std::string_view kind = {}) {
    if (words.empty()) return;
    std::string label(name.in(lang));
    if (label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    out += "<dt>" + label + "</dt><dd";
    if (!kind.empty()) out += " class=\"" + std::string(kind) + "\"";
    out += ">" + words + "</dd>\n";
  };
  const std::string advice = !finding.advice.empty() ? finding.advice.in(lang)
                             : finding.fix           ? finding.fix->description.in(lang)
                                                     : std::string();
  add({"整改要求", "What to do"}, html_words(advice), "do");
  if (finding.demand) add(finding.demand->source, html_words(finding.demand->text.in(lang)));
  add({"事项", "Item"}, html_words(item_name));
  std::string place = ownership.path(report.file_of(finding));
  const PrintedPlace at = printed_place(sources, finding.place);
  if (at.line > 0) place += ":" + std::to_string(at.line);
  const std::string field = field_words(finding.field, lang);
  add({"位置", "Place"}, html_words(place) + (field.empty() ? "" : " · " + html_words(field)));
  add({"规则", "Rule"}, "<a href=\"#rule-" + html(finding.rule) + "\">" +
                            html(rule_title(finding.rule, lang)) + "</a> <span class=\"code\">" +
                            html(finding.rule) + "</span>");
  return out + "</dl>\n</article>\n";
}

}  // namespace catalog
