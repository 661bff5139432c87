#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "publish/html_parts.h"
#include "report/assets.h"
#include "report/change_formats.h"
#include "report/html_finding.h"
#include "report/item_lines.h"
#include "report/version.h"
#include "report/word_diff.h"

namespace catalog {

namespace {

constexpr size_t kClasses = 4;

/// Writes the page of changes, side by side.
class ChangePage {
 public:
  ChangePage(const ChangeReport& report, Lang lang) : report_(report), lang_(lang) {}

  std::string write() {
    for (const Change& change : report_.diff.changes) by_domain_[change.domain].push_back(&change);
    head();
    filters();
    out_.raw("<main id=\"main\">\n");
    numbers();
    remarks();
    domain_table();
    for (const DomainChange& domain : report_.diff.domains) section(domain);
    out_.raw("</main>\n<footer><p>catalog ").raw(kVersion).raw("</p></footer>\n<script>\n");
    out_.raw(kChangesJs).raw("</script>\n");
    out_.end_page();
    return out_.take();
  }

 private:
  std::string in(Bilingual text) const { return std::string(text.in(lang_)); }
  std::string line(const Message& message) const { return html_words(message.in(lang_)); }
  /// What stands in the files is Chinese on every page.
  std::string_view chinese() const { return lang_ == Lang::Zh ? "" : " lang=\"zh-CN\""; }
  HtmlWriter& raw(std::string_view html) { return out_.raw(html); }

  void head() {
    const std::string title =
        html_words(say({"目录变化对照：{} → {}", "Changes side by side: {} → {}"}, report_.before,
                       report_.after)
                       .in(lang_));
    raw("<!DOCTYPE html>\n<html lang=\"").raw(in({"zh-CN", "en"}));
    raw("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width="
        "device-width, initial-scale=1\">\n<title>");
    raw(title).raw("</title>\n<style>\n").raw(kReportCss).raw(kChangesCss);
    raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">");
    raw(in({"跳到正文", "Skip to the text"})).raw("</a>\n<header>\n<h1>").raw(title);
    raw("</h1>\n<p class=\"facts\">").raw(line(domains_line(report_.diff)));
    raw("</p>\n</header>\n");
  }

  /// Boxes that hide rows by style alone, then what needs a script and is only shown by it.
  void filters() {
    for (size_t i = 0; i < kClasses; i++) box(class_key(static_cast<ChangeClass>(i)), true);
    box("unexplained", false);
    raw("<div class=\"filters\">\n<p>").raw(in({"显示：", "Show: "}));
    for (size_t i = 0; i < kClasses; i++) {
      const auto of = static_cast<ChangeClass>(i);
      label(class_key(of), class_word(of));
    }
    label("unexplained", {"只看没有说明理由的缩小", "only losses without a reason"});
    raw("</p>\n<p id=\"more\" hidden>");
    select("domain", {"领域", "Domain"}, {"全部领域", "all domains"}, domain_names());
    select("unit", {"单位", "Unit"}, {"全部单位", "all units"}, unit_names());
    raw("<label>").raw(in({"查找", "Find"}));
    raw(" <input type=\"search\" id=\"s-text\"></label> <output id=\"shown\" data-form=\"");
    raw(in({"显示{}处，共{}处", "{} of {} shown"})).raw("\"></output></p>\n</div>\n");
  }
  void box(std::string_view name, bool checked) {
    raw("<input class=\"box\" type=\"checkbox\" id=\"f-").raw(name);
    raw(checked ? "\" checked>\n" : "\">\n");
  }
  void label(std::string_view name, Bilingual words) {
    raw("<label class=\"").raw(name).raw("\" for=\"f-").raw(name).raw("\">");
    raw(words.in(lang_)).raw("</label> ");
  }
  using Names = std::vector<std::pair<std::string, std::string>>;
  void select(std::string_view name, Bilingual words, Bilingual all, const Names& names) {
    raw("<label>").raw(words.in(lang_)).raw(" <select id=\"s-").raw(name).raw("\"><option value=");
    raw("\"\">").raw(all.in(lang_)).raw("</option>");
    for (const auto& [value, text] : names) {
      raw("<option").raw(chinese());
      out_.attribute("value", value).raw(">").raw(html_words(text)).raw("</option>");
    }
    raw("</select></label> ");
  }
  Names domain_names() const {
    Names out;
    for (const DomainChange& domain : report_.diff.domains)
      out.emplace_back(domain.domain.view(), domain.name);
    return out;
  }
  Names unit_names() const {
    std::map<std::string, std::string> units;
    for (const Change& change : report_.diff.changes) {
      if (!change.unit.empty())
        units.emplace(change.unit.view(), change_unit_name(change, report_));
    }
    return {units.begin(), units.end()};
  }

  void numbers() {
    const ClassCounts& counts = report_.diff.counts;
    const std::array<size_t, kClasses> all{counts.narrowed, counts.widened, counts.changed,
                                           counts.editorial};
    raw("<ul class=\"numbers\">\n");
    for (size_t i = 0; i < kClasses; i++)
      card(class_key(static_cast<ChangeClass>(i)), class_word(static_cast<ChangeClass>(i)), all[i]);
    card("unexplained", {"缩小而没有说明理由", "losses without a reason"}, counts.unexplained);
    raw("</ul>\n");
  }
  void card(std::string_view kind, Bilingual name, size_t count) {
    raw("<li class=\"").raw(kind).raw("\"><b>").raw(std::to_string(count)).raw("</b>");
    raw(name.in(lang_)).raw("</li>\n");
  }

  void remarks() {
    const auto remark = [&](const Message& words) {
      raw("<p class=\"remark\">").raw(line(words)).raw("</p>\n");
    };
    for (const Message& words : report_.remarks) remark(words);
    for (const IdleAdjustment& idle : report_.idle) remark(idle_line(idle));
    raw("<p class=\"remark filtered\">");
    raw(in({"已筛选，没有列出全部变化。", "Filtered: not all changes are shown."})).raw("</p>\n");
  }

  void domain_table() {
    raw("<table class=\"domains\">\n<caption>").raw(in({"按领域", "By domain"}));
    raw("</caption>\n<thead><tr>");
    for (const Bilingual heading :
         {Bilingual{"领域", "Domain"}, Bilingual{"情况", "Status"}, Bilingual{"理由", "Reason"}})
      raw("<th scope=\"col\">").raw(heading.in(lang_)).raw("</th>");
    for (size_t i = 0; i < kClasses; i++) {
      raw("<th scope=\"col\" class=\"number\">");
      raw(class_word(static_cast<ChangeClass>(i)).in(lang_)).raw("</th>");
    }
    raw("</tr></thead>\n<tbody>\n");
    std::string same;
    for (const DomainChange& domain : report_.diff.domains) {
      if (domain.is_news || domain.counts.all() > 0) {
        domain_row(domain);
      } else {
        same += (same.empty() ? "" : "、") + html_words(domain.name);
      }
    }
    raw("</tbody>\n</table>\n");
    if (same.empty()) return;
    raw("<p class=\"same\">").raw(in({"没有变化的领域：", "Domains without changes: "}));
    raw("<span").raw(chinese()).raw(">").raw(same).raw("</span></p>\n");
  }
  void domain_row(const DomainChange& domain) {
    raw("<tr><th scope=\"row\"").raw(chinese()).raw(">");
    const bool has_section = by_domain_.contains(domain.domain);
    if (has_section) raw("<a").raw(" href=\"#").raw(anchor(domain.domain)).raw("\">");
    raw(html_words(domain.name)).raw(has_section ? "</a></th><td>" : "</th><td>");
    raw(domain_status_word(domain.status).in(lang_)).raw("</td><td").raw(chinese()).raw(">");
    raw(html_words(domain.reason + (domain.basis.empty() ? "" : " " + domain.basis)));
    raw("</td>");
    for (const size_t count : {domain.counts.narrowed, domain.counts.widened, domain.counts.changed,
                               domain.counts.editorial}) {
      raw(count ? "<td class=\"number\">" : "<td class=\"number zero\">");
      raw(std::to_string(count)).raw("</td>");
    }
    raw("</tr>\n");
  }
  static std::string anchor(Symbol domain) { return "d-" + html_words(domain.view()); }

  void section(const DomainChange& domain) {
    const auto found = by_domain_.find(domain.domain);
    if (found == by_domain_.end()) return;
    const std::string id = anchor(domain.domain);
    raw("<section class=\"domain\" aria-labelledby=\"").raw(id).raw("\"");
    out_.attribute("data-domain", domain.domain.view()).raw(">\n<h2 id=\"").raw(id).raw("\">");
    raw(line(domain_line(domain))).raw("</h2>\n<table class=\"changes\">\n<thead><tr>");
    for (const Bilingual heading :
         {Bilingual{"事项", "Item"}, Bilingual{"变化", "Change"}, Bilingual{"调整前", "Before"},
          Bilingual{"调整后", "After"}, Bilingual{"理由", "Reason"}})
      raw("<th scope=\"col\">").raw(heading.in(lang_)).raw("</th>");
    raw("</tr></thead>\n<tbody>\n");
    for (const Change* change : found->second) row(*change);
    raw("</tbody>\n</table>\n</section>\n");
  }

  void row(const Change& change) {
    const std::string print = fingerprint_text(change.fingerprint);
    raw("<tr class=\"").raw(class_key(change.cls));
    if (is_unexplained(change)) raw(" unexplained");
    raw("\"");
    if (ids_.insert(print).second) raw(" id=\"c-").raw(print).raw("\"");
    out_.attribute("data-unit", change.unit.view()).raw("><th scope=\"row\"><span class=\"code\">");
    raw(html_words(change.address)).raw("</span> <span").raw(chinese()).raw(">");
    raw(html_words(change.item_name)).raw("</span></th>");
    cell("change", {"变化", "Change"});
    raw("<span class=\"tag\">").raw(class_word(change.cls).in(lang_));
    raw(change.certain ? "</span> " : "?</span> ")
        .raw(html_words(change_subject(change).in(lang_)));
    if (!change.note.zh.empty())
      raw(" <span class=\"note\">").raw(html_words(change.note.in(lang_))).raw("</span>");
    raw("</td>");
    sides(change);
    cell("reason", {"理由", "Reason"});
    reason(change, print);
    raw("</td></tr>\n");
  }
  void cell(std::string_view kind, Bilingual heading) {
    raw("<td class=\"").raw(kind).raw("\" data-label=\"").raw(heading.in(lang_)).raw("\">");
  }

  void sides(const Change& change) {
    const ChangeTexts texts = change_texts(change);
    const auto pieces = word_diff(texts.before, texts.after);
    side(WordPiece::Kind::Gone, pieces, {"调整前", "Before"});
    if (change.kind == ChangeKind::ItemRemoved) lines(*change.before_item);
    raw("</div></td>");
    side(WordPiece::Kind::Come, pieces, {"调整后", "After"});
    if (change.kind == ChangeKind::ItemAdded) lines(*change.after_item);
    raw("</div></td>");
  }
  /// The pieces that one side has; those it has alone marked.
  void side(WordPiece::Kind own, const std::vector<WordPiece>& pieces, Bilingual heading) {
    const bool before = own == WordPiece::Kind::Gone;
    cell(before ? "before" : "after", heading);
    raw("<div").raw(chinese()).raw(">");
    for (const WordPiece& piece : pieces) {
      if (piece.kind == WordPiece::Kind::Same) {
        words(piece.text);
      } else if (piece.kind == own) {
        raw(before ? "<del>" : "<ins>");
        words(piece.text);
        raw(before ? "</del>" : "</ins>");
      }
    }
  }
  void words(std::string_view text) {
    for (bool first = true; first || !text.empty(); first = false) {
      if (!first) raw("<br>");
      const size_t end = std::min(text.find('\n'), text.size());
      raw(html_words(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  void lines(const Item& item) {
    raw("<dl>");
    for (const ItemLine& line : item_lines(item, lang_)) {
      raw("<dt>").raw(html_words(line.label)).raw("</dt><dd>");
      words(line.text);
      raw("</dd>");
    }
    raw("</dl>");
  }

  void reason(const Change& change, const std::string& print) {
    if (change.explained) {
      raw("<span").raw(chinese()).raw(">");
      raw(line(explanation_line(*change.explained))).raw("</span>");
    } else if (is_unexplained(change)) {
      raw("<b>").raw(in({"没有说明理由", "No reason on record"}));
      raw("</b> <span class=\"code\">").raw(print).raw("</span>");
    }
  }

  const ChangeReport& report_;
  Lang lang_;
  std::unordered_map<Symbol, std::vector<const Change*>> by_domain_;
  std::unordered_set<std::string> ids_;
  HtmlWriter out_;
};

}  // namespace

std::string changes_html(const ChangeReport& report, const ReportOptions& options) {
  return ChangePage(report, options.lang).write();
}

}  // namespace catalog
