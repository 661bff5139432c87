#include "report/change_words.h"
#include "report/impact_report.h"
#include "report/impact_words.h"
#include "report/markdown_text.h"

namespace catalog {

namespace {

class MarkdownWriter {
 public:
  MarkdownWriter(const Impact& impact, Sources& sources, Lang lang)
      : impact_(impact),
        sources_(sources),
        lang_(lang),
        ownership_(*impact.after.workspace, lang) {}

  std::string write() {
    out_ = "### " + in(say({"新指引的影响", "What the new guideline would change"})) + "\n\n" +
           in(impact_head(impact_)) + "\n\n" + in(impact_summary(impact_)) + "\n";
    if (const Message needs = needs_words(impact_); !needs.empty()) out_ += "\n" + in(needs) + "\n";
    rows();
    for (const ImpactUnit& unit : impact_units(impact_.after.findings, ownership_)) section(unit);
    return std::move(out_);
  }

 private:
  std::string in(const Message& message) const { return markdown_text(message.in(lang_)); }

  void rows() {
    if (impact_.rows.changes.empty() && impact_.renumbered.empty()) return;
    out_ += "\n" +
            say({"| 指引事项 | 要求 | 变化 | 原 | 新 |", "| row | demand | change | old | new |"})
                .in(lang_) +
            "\n|---|---|---|---|---|\n";
    for (const Change& change : impact_.rows.changes) {
      const ChangeTexts texts = change_texts(change);
      out_ += "| " + markdown_code(change.address) + " " + markdown_text(change.item_name) + " | " +
              std::string(strictness_word(change.cls).in(lang_)) + " | " +
              markdown_text(change_subject(change).in(lang_)) + " | " +
              markdown_text(texts.before) + " | " + markdown_text(texts.after) + " |\n";
    }
    for (const RenumberedRow& row : impact_.renumbered) {
      out_ += "| " + markdown_code(row.id) + " " + markdown_text(row.name) + " | " +
              std::string(strictness_word(ChangeClass::Editorial).in(lang_)) + " | " +
              in(say({"序号", "number"})) + " | " + markdown_text(row.before) + " | " +
              markdown_text(row.after) + " |\n";
    }
  }

  void section(const ImpactUnit& unit) {
    out_ += "\n**" + markdown_text(unit.name) + "** (" + in(counts_words(unit.findings)) + ")\n\n" +
            say({"| 位置 | 级别 | 问题 | 建议 | 规则 |",
                 "| place | severity | finding | advice | rule |"})
                .in(lang_) +
            "\n|---|---|---|---|---|\n";
    for (const Finding* finding : unit.findings) row(*finding);
  }

  void row(const Finding& finding) {
    const PrintedPlace at = printed_place(sources_, finding.place);
    std::string advice = finding.advice.empty() && finding.fix
                             ? in(finding.fix->description)
                             : (finding.advice.empty() ? "" : in(finding.advice));
    for (const Message& more : {was_words(impact_, finding), units_words(impact_, finding)}) {
      if (!more.empty()) advice += (advice.empty() ? "" : "<br>") + in(more);
    }
    out_ += "| " +
            markdown_code(ownership_.path(finding.place.file) + ":" + std::to_string(at.line)) +
            " | " + std::string(severity_word(finding.severity).in(lang_)) + " | " +
            in(finding.message) + " | " + advice + " | `" + std::string(finding.rule) + "` |\n";
  }

  const Impact& impact_;
  Sources& sources_;
  Lang lang_;
  Ownership ownership_;
  std::string out_;
};

}  // namespace

std::string impact_markdown(const Impact& impact, Sources& sources, Lang lang) {
  return MarkdownWriter(impact, sources, lang).write();
}

}  // namespace catalog
