#include "report/text_report.h"

#include <algorithm>

#include "report/excerpt.h"
#include "report/safe_text.h"
#include "text/columns.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

std::string_view severity_color(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "\x1b[1;31m";
    case Severity::Warning:
      return "\x1b[1;33m";
    default:
      return "\x1b[1;36m";
  }
}

/// The lines under the excerpt: what demands it and what to do.
std::string remarks(const Finding& finding, Sources& sources, const TextStyle& style,
                    const std::string& gutter) {
  std::string out;
  const auto add = [&](Bilingual head, const std::string& text) {
    out += gutter + "= " + std::string(head.in(style.lang)) + ": " + one_line(text) + "\n";
  };
  if (finding.demand) {
    std::string text = finding.demand->text.in(style.lang);
    if (!finding.demand->place.file.empty()) {
      text += " (" + std::string(finding.demand->place.file.view());
      const PrintedPlace at = printed_place(sources, finding.demand->place);
      if (at.line) text += ":" + std::to_string(at.line);
      text += ")";
    }
    add(finding.demand->source, text);
  }
  if (!finding.advice.empty()) add({"建议", "advice"}, finding.advice.in(style.lang));
  if (finding.fix && finding.advice.empty())
    add({"建议", "advice"}, finding.fix->description.in(style.lang));
  return out;
}

}  // namespace

std::string finding_text(const Finding& finding, Sources& sources, const TextStyle& style) {
  std::string out = painted(
      severity_color(finding.severity),
      std::string(severity_word(finding.severity).en) + "[" + std::string(finding.rule) + "]",
      style.color);
  out += ": " + painted("\x1b[1m", one_line(finding.message.in(style.lang)), style.color) + "\n";

  const SourceText* text = sources.open(finding.place.file);
  std::string gutter = "  ";
  if (text) {
    const Position at = text->position({finding.place.span.begin});
    gutter = std::string(std::to_string(at.line).size(), ' ') + " ";
    out += gutter.substr(1) + painted("\x1b[34m", "-->", style.color) + " " +
           one_line(text->path()) + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column.value) + "\n";
    const Excerpt excerpt = excerpt_of(*text, finding.place.span, style.width);
    const std::string label =
        finding.label.empty() ? "" : " " + one_line(finding.label.in(style.lang));
    const std::string bar = painted("\x1b[34m", "|", style.color);
    out += gutter + bar + "\n";
    out += painted("\x1b[34m", std::to_string(at.line), style.color) + " " + bar + " " +
           excerpt.line + "\n";
    out += gutter + bar + " " + std::string(excerpt.caret_indent, ' ') +
           painted(severity_color(finding.severity), std::string(excerpt.caret_width, '^') + label,
                   style.color) +
           "\n";
  } else if (!finding.place.file.empty()) {
    out += gutter + "--> " + one_line(finding.place.file.view()) + "\n";
  }
  const std::string rest = remarks(finding, sources, style, gutter);
  if (text && !rest.empty()) out += gutter + painted("\x1b[34m", "|", style.color) + "\n";
  return out + rest;
}

std::string summary_text(const ValidationSummary& s, Lang lang) {
  std::string out = say({"共检查{}个文件、{}个事项：错误{}，警告{}，提示{}",
                         "checked: {} files, {} items; errors: {}, warnings: {}, notes: {}"},
                        s.files, s.items, s.errors, s.warnings, s.notes)
                        .in(lang);
  if (s.known > 0) {
    out += say({"；基线中的已知问题{}处未列出", "; known findings in the baseline, not shown: {}"},
               s.known)
               .in(lang);
  }
  if (s.unchanged > 0) {
    out += say({"；未改动的事项上的问题{}处未列出",
                "; findings on what has not changed, not shown: {}"},
               s.unchanged)
               .in(lang);
  }
  return out;
}

void text_report(const Report& report, Sources& sources, const TextStyle& style,
                 const std::function<void(std::string_view)>& out) {
  constexpr size_t kPart = 256;  // findings that a thread writes at a time
  const unsigned threads = style.threads == 0 ? default_threads() : style.threads;
  std::vector<Sources> own;
  for (unsigned i = 0; i < threads; i++) own.push_back(sources.fresh());
  std::vector<std::string> parts(size_t{4} * threads);
  for (size_t from = 0; from < report.shown.size(); from += parts.size() * kPart) {
    parallel_for(parts.size(), threads, [&](size_t part, unsigned worker) {
      const size_t first = from + part * kPart;
      const size_t end = std::min(first + kPart, report.shown.size());
      for (size_t i = first; i < end; i++)
        parts[part] += finding_text(*report.shown[i], own[worker], style) + "\n";
    });
    for (std::string& part : parts) {
      if (!part.empty()) out(part);
      part.clear();
    }
  }
  if (report.left_out > 0) out(left_out_words(report).in(style.lang) + "\n");
  out(summary_text(report.validation.summary, style.lang) + "\n");
}

std::string text_report(const Report& report, Sources& sources, const TextStyle& style) {
  std::string out;
  text_report(report, sources, style, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace catalog
