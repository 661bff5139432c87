#include "report/change_formats.h"
#include "report/markdown_text.h"

namespace catalog {

namespace {

constexpr size_t kMostBytes = 150'000;  // a comment may have 65,536 characters
constexpr size_t kOpenRows = 20;        // a longer table is folded

class MarkdownWriter {
 public:
  MarkdownWriter(const ChangeReport& report, Lang lang) : report_(report), lang_(lang) {}

  std::string write() {
    out_ = "### " +
           in(say({"目录变化：{} → {}", "Changes: {} → {}"}, report_.before, report_.after)) +
           "\n\n" + in(domains_line(report_.diff)) + "\n\n" + in(counts_line(report_.diff.counts)) +
           "\n";
    for (const Message& remark : report_.remarks) out_ += "\n- " + in(remark) + "\n";
    for (const IdleAdjustment& idle : report_.idle) out_ += "\n- " + in(idle_line(idle)) + "\n";
    for (const DomainChange& domain : report_.diff.domains) section(domain);
    if (left_out_ > 0) {
      out_ += "\n" + in(say({"另有{}处变化未列出。", "{} more changes are left out."}, left_out_)) +
              "\n";
    }
    return out_;
  }

 private:
  std::string in(const Message& message) const { return markdown_text(message.in(lang_)); }

  void section(const DomainChange& domain) {
    std::string rows;
    size_t count = 0;
    for (const Change& change : report_.diff.changes) {
      if (change.domain != domain.domain) continue;
      std::string row = row_of(change);
      if (out_.size() + rows.size() + row.size() > kMostBytes) {
        left_out_++;
        continue;
      }
      rows += row;
      count++;
    }
    if (count == 0 && !domain.is_news) return;
    out_ += "\n**" + in(domain_line(domain)) + "**\n";
    if (count == 0) return;
    const std::string head = say({"| 事项 | 公众影响 | 变化 | 调整前 | 调整后 | 理由 |",
                                  "| item | for the public | change | before | after | reason |"})
                                 .in(lang_) +
                             "\n|---|---|---|---|---|---|\n";
    if (count <= kOpenRows) {
      out_ += "\n" + head + rows;
    } else {
      out_ += "\n<details><summary>" + say({"{}处变化", "{} changes"}, count).in(lang_) +
              "</summary>\n\n" + head + rows + "\n</details>\n";
    }
  }

  std::string row_of(const Change& change) const {
    const ChangeTexts texts = change_texts(change);
    const bool of_item = change.before_item || change.after_item;
    std::string label(class_word(change.cls).in(lang_));
    if (change.cls == ChangeClass::Narrowed) label = "**" + label + "**";
    if (!change.certain) label += "?";
    std::string reason;
    if (change.explained) {
      reason = in(explanation_line(*change.explained));
    } else if (change.cls == ChangeClass::Narrowed) {
      reason = "❗ " + markdown_code(fingerprint_text(change.fingerprint));
    }
    return "| " + markdown_code(change.address) +
           (of_item ? " " + markdown_text(change.item_name) : "") + " | " + label + " | " +
           markdown_text(change_subject(change).in(lang_)) + " | " + markdown_text(texts.before) +
           " | " + markdown_text(texts.after) + " | " + reason + " |\n";
  }

  const ChangeReport& report_;
  Lang lang_;
  std::string out_;
  size_t left_out_ = 0;
};

}  // namespace

std::string changes_markdown(const ChangeReport& report, const ReportOptions& options) {
  return MarkdownWriter(report, options.lang).write();
}

}  // namespace catalog
