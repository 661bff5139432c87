#include "report/change_words.h"
#include "report/impact_report.h"
#include "report/impact_words.h"
#include "report/safe_text.h"
#include "report/text_report.h"

namespace catalog {

namespace {

class TextWriter {
 public:
  TextWriter(const Impact& impact, Sources& sources, const ReportOptions& options)
      : impact_(impact),
        sources_(sources),
        options_(options),
        ownership_(*impact.after.workspace, options.lang) {}

  std::string write() {
    line(impact_head(impact_));
    rows();
    findings();
    settled();
    out_ += "\n";
    if (const Message needs = needs_words(impact_); !needs.empty()) line(needs);
    line(impact_summary(impact_));
    return std::move(out_);
  }

 private:
  void line(const Message& message) { out_ += one_line(message.in(options_.lang)) + "\n"; }
  void title(Bilingual words) { out_ += "\n" + std::string(words.in(options_.lang)) + "\n"; }
  std::string colon() const { return options_.lang == Lang::Zh ? "：" : ": "; }

  void rows() {
    const auto& changes = impact_.rows.changes;
    title({"指引各项的变化：", "What changed in the rows of the guideline:"});
    if (changes.empty() && impact_.renumbered.empty()) {
      out_ += std::string(Bilingual{"  没有变化\n", "  nothing\n"}.in(options_.lang));
      return;
    }
    std::string address;
    for (const Change& change : changes) {
      if (change.address != address) {
        address = change.address;
        const std::string name = one_line(change.item_name);
        out_ += "  " + one_line(address) + (name.empty() ? "" : "  " + name) + "\n";
      }
      const ChangeTexts texts = change_texts(change);
      out_ += "    " + std::string(strictness_word(change.cls).in(options_.lang)) + "  " +
              one_line(change_subject(change).in(options_.lang)) + colon() +
              one_line(texts.before) + (texts.before.empty() || texts.after.empty() ? "" : " → ") +
              one_line(texts.after) + "\n";
    }
    for (const RenumberedRow& row : impact_.renumbered) {
      line(say({"  {0}  {1}：序号{2} → {3}", "  {0}  {1}: number {2} → {3}"}, row.id, row.name,
               row.before, row.after));
    }
  }

  void findings() {
    for (const ImpactUnit& unit : impact_units(impact_.after.findings, ownership_)) {
      out_ += "\n";
      line(say({"{0}：{1}", "{0}: {1}"},
               unit.code.empty() ? unit.name : unit.name + " (" + unit.code + ")",
               Phrase(counts_words(unit.findings).in(Lang::Zh),
                      counts_words(unit.findings).in(Lang::En))));
      for (const Finding* finding : unit.findings) {
        out_ += "\n" +
                finding_text(*finding, sources_, {.lang = options_.lang, .color = options_.color});
        for (const Message& more : {was_words(impact_, *finding), units_words(impact_, *finding)}) {
          if (!more.empty()) out_ += "  = " + one_line(more.in(options_.lang)) + "\n";
        }
      }
    }
  }

  void settled() {
    if (impact_.settled.empty()) return;
    title({"可消除的问题：", "Settled:"});
    for (const Finding& finding : impact_.settled) {
      const PrintedPlace at = printed_place(sources_, finding.place);
      out_ += "  " + one_line(finding.place.file.view());
      if (at.line > 0) out_ += ":" + std::to_string(at.line);
      out_ += "  " + one_line(finding.message.in(options_.lang)) + " [" +
              std::string(finding.rule) + "]\n";
    }
  }

  const Impact& impact_;
  Sources& sources_;
  const ReportOptions& options_;
  Ownership ownership_;
  std::string out_;
};

}  // namespace

std::string impact_text(const Impact& impact, Sources& sources, const ReportOptions& options) {
  return TextWriter(impact, sources, options).write();
}

}  // namespace catalog
