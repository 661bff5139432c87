#include "report/html_report.h"

#include <algorithm>
#include <map>

#include "report/assets.h"
#include "report/html_finding.h"
#include "report/overview.h"
#include "report/version.h"
#include "rules/rule.h"

namespace catalog {

namespace {

using Key = std::pair<size_t, std::string>;  // order, then name

/// A finding with what it is of.
struct Entry {
  const Finding* finding;
  std::string item_name;
};

struct UnitPart {
  size_t count = 0;
  std::map<Key, std::vector<Entry>> domains;
};

class Page {
 public:
  Page(const Report& report, Sources& sources, Lang lang, Date as_of)
      : report_(report),
        sources_(sources),
        lang_(lang),
        as_of_(as_of),
        ownership_(*report.validation.workspace, lang),
        overview_(overview_of(report.validation, ownership_, lang)) {}

  std::string write() {
    head();
    numbers();
    if (!report_.validation.findings.empty()) {
      out_ += "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">" +
              words({"汇总", "Summary"}) + "</h2>\n";
      table({"按单位", "By unit"}, {"单位", "Unit"}, overview_.units, "unit-");
      table({"按领域", "By domain"}, {"领域", "Domain"}, overview_.domains, {});
      table({"按规则", "By rule"}, {"规则", "Rule"}, overview_.rules, "rule-");
      out_ += "</section>\n";
      units();
      rules();
    }
    out_ += "</main>\n<footer><p>catalog " + std::string(kVersion) +
            "</p></footer>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string words(Bilingual text) const { return std::string(text.in(lang_)); }
  /// Names of units and domains are Chinese on every page.
  std::string chinese() const { return lang_ == Lang::Zh ? "" : " lang=\"zh-CN\""; }
  static std::string number(size_t value) { return std::to_string(value); }

  void head() {
    const std::string name(report_.validation.workspace->config.title.view());
    const std::string title = words({"检查报告", "Report of the check"});
    out_ = "<!DOCTYPE html>\n<html lang=\"" + words({"zh-CN", "en"}) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">\n<title>" +
           html_words(name.empty() ? title : name + " " + title) + "</title>\n<style>\n" +
           std::string(kReportCss) +
           "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">" +
           words({"跳到正文", "Skip to the text"}) + "</a>\n<header>\n<h1>" +
           (name.empty() ? "" : "<span" + chinese() + ">" + html_words(name) + "</span> ") + title +
           "</h1>\n<p class=\"facts\">" +
           say({"检查日期：{}", "Checked on {}"}, as_of_.iso()).in(lang_) +
           "</p>\n</header>\n<main id=\"main\">\n";
  }

  void numbers() {
    const ValidationSummary& sum = report_.validation.summary;
    const auto card = [&](std::string_view kind, Bilingual name, size_t count) {
      out_ += "<li class=\"" + std::string(kind) + "\"><b>" + number(count) + "</b>" + words(name) +
              "</li>\n";
    };
    out_ += "<ul class=\"numbers\">\n";
    card("error", {"错误", "errors"}, sum.errors);
    card("warning", {"警告", "warnings"}, sum.warnings);
    card("note", {"提示", "notes"}, sum.notes);
    card("items", {"检查的事项", "items checked"}, sum.items);
    card("files", {"检查的文件", "files checked"}, sum.files);
    out_ += "</ul>\n<p>" + verdict() + "</p>\n";
    if (report_.left_out > 0)
      out_ += "<p class=\"remark\">" + html_words(left_out_words(report_).in(lang_)) + "</p>\n";
  }

  std::string verdict() const {
    const ValidationSummary& sum = report_.validation.summary;
    if (sum.errors > 0)
      return say({"有{}处错误，须整改后才能发布。警告应当处理；提示供参考。",
                  "{} errors must be mended before anything is published. Warnings should be dealt "
                  "with; notes are for information."},
                 sum.errors)
          .in(lang_);
    if (sum.warnings > 0)
      return words({"没有错误，可以发布；警告应当处理。",
                    "There are no errors, so it can be published; warnings should be dealt with."});
    return words(
        {"没有错误和警告，可以发布。", "There are no errors or warnings; it can be published."});
  }

  void cells(const Tally& tally) {
    for (const size_t count : {tally.errors, tally.warnings, tally.notes, tally.total()})
      out_ += std::string(count == 0 ? "<td class=\"zero\">" : "<td>") + number(count) + "</td>";
    out_ += "</tr>\n";
  }

  /// A table of counts; names lead to the part of the page that begins with `anchor`.
  void table(Bilingual caption, Bilingual first, const std::vector<TallyLine>& lines,
             std::string_view anchor) {
    out_ += "<table>\n<caption>" + words(caption) + "</caption>\n<thead><tr><th scope=\"col\">" +
            words(first) + "</th>";
    for (const Bilingual& heading :
         {Bilingual{"错误", "errors"}, {"警告", "warnings"}, {"提示", "notes"}, {"合计", "all"}})
      out_ += "<th scope=\"col\">" + words(heading) + "</th>";
    out_ += "</tr></thead>\n<tbody>\n";
    Tally all;
    for (size_t i = 0; i < lines.size(); i++) {
      const TallyLine& line = lines[i];
      const bool rule = anchor == "rule-";
      out_ += "<tr><th scope=\"row\"" + (rule ? "" : chinese()) + ">";
      const std::string target = std::string(anchor) + (rule ? line.key : number(i + 1));
      out_ += anchor.empty() ? html_words(line.name)
                             : "<a href=\"#" + target + "\">" + html_words(line.name) + "</a>";
      out_ += "</th>";
      cells(line.tally);
      all.errors += line.tally.errors;
      all.warnings += line.tally.warnings;
      all.notes += line.tally.notes;
    }
    out_ += "</tbody>\n<tfoot><tr><th scope=\"row\">" + words({"合计", "all"}) + "</th>";
    cells(all);
    out_ += "</tfoot>\n</table>\n";
  }

  std::map<Key, UnitPart> parts() {
    std::map<Key, UnitPart> out;
    for (const Finding* finding : report_.shown) {
      Owner owner = ownership_.of(*finding);
      UnitPart& unit = out[{owner.unit_order, owner.unit_name}];
      unit.count++;
      unit.domains[{owner.domain.empty(), owner.domain_name}].push_back(
          {finding, std::move(owner.item_name)});
    }
    return out;
  }

  std::string count(size_t shown) const {
    return " <span class=\"count\">" + say({"{}项", "{} findings"}, shown).in(lang_) + "</span>";
  }

  void units() {
    const auto all = parts();
    // Every unit of the summary has its part, so that its link leads somewhere.
    for (size_t i = 0; i < overview_.units.size(); i++) {
      const std::string& name = overview_.units[i].name;
      const auto part = all.find({overview_.units[i].order, name});
      const std::string id = "unit-" + number(i + 1);
      out_ += "<section" + std::string(i == 0 ? " class=\"first\"" : "") + " aria-labelledby=\"" +
              id + "\">\n<h2 id=\"" + id + "\"><span" + chinese() + ">" + html_words(name) +
              "</span>" + count(part == all.end() ? 0 : part->second.count) + "</h2>\n";
      if (part != all.end()) {
        for (const auto& [key, entries] : part->second.domains) domain(key.second, entries);
      }
      out_ += "</section>\n";
    }
  }

  void domain(const std::string& name, std::vector<Entry> entries) {
    const std::string title =
        name.empty() ? words({"不属于某一领域", "Of no domain"}) : html_words(name);
    out_ +=
        "<h3" + (name.empty() ? "" : chinese()) + ">" + title + count(entries.size()) + "</h3>\n";
    std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
      return a.finding->severity > b.finding->severity;
    });
    for (const Entry& entry : entries)
      out_ += html_finding(*entry.finding, report_, ownership_, entry.item_name, sources_, lang_);
  }

  void rules() {
    out_ += "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">" +
            words({"规则说明", "What the rules are for"}) + "</h2>\n<dl class=\"rules\">\n";
    for (const TallyLine& line : overview_.rules) {
      const Rule* rule = find_rule(line.key);
      if (!rule) continue;
      out_ += "<div id=\"rule-" + line.key + "\"><dt>" + html_words(line.name) +
              " <span class=\"code\">" + line.key + "</span></dt>\n<dd>" +
              html_words(rule->summary.in(lang_)) + "</dd>\n<dd>" +
              html_words(rule->rationale.in(lang_)) + "</dd>\n<dd class=\"code\">" +
              words({"来源：", "Source: "}) + html_words(rule->source.in(lang_)) + "</dd></div>\n";
    }
    out_ += "</dl>\n</section>\n";
  }

  const Report& report_;
  Sources& sources_;
  Lang lang_;
  Date as_of_;
  Ownership ownership_;
  Overview overview_;
  std::string out_;
};

}  // namespace

std::string html_report(const Report& report, Sources& sources, Lang lang, Date as_of) {
  return Page(report, sources, lang, as_of).write();
}

}  // namespace catalog
