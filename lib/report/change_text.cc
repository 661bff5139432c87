#include "report/change_formats.h"
#include "report/safe_text.h"
#include "report/word_diff.h"

namespace catalog {

namespace {

std::string_view class_color(ChangeClass of) {
  switch (of) {
    case ChangeClass::Narrowed:
      return "\x1b[1;31m";
    case ChangeClass::Widened:
      return "\x1b[1;32m";
    case ChangeClass::Changed:
      return "\x1b[1;33m";
    case ChangeClass::Editorial:
      break;
  }
  return "\x1b[2m";
}

std::string painted(std::string_view color, std::string_view text, bool on) {
  return on ? std::string(color) + std::string(text) + "\x1b[0m" : std::string(text);
}

/// Both texts in one, with what went and what came marked.
std::string marked(const std::string& before, const std::string& after, bool color) {
  std::string out;
  for (const WordPiece& piece : word_diff(one_line(before), one_line(after))) {
    switch (piece.kind) {
      case WordPiece::Kind::Same:
        out += piece.text;
        break;
      case WordPiece::Kind::Gone:
        out += color ? painted("\x1b[9;31m", piece.text, true) : "[-" + piece.text + "-]";
        break;
      case WordPiece::Kind::Come:
        out += color ? painted("\x1b[32m", piece.text, true) : "{+" + piece.text + "+}";
        break;
    }
  }
  return out;
}

class TextWriter {
 public:
  TextWriter(const ChangeReport& report, const ReportOptions& options)
      : report_(report), options_(options) {}

  std::string write() {
    const DomainChange* domain = nullptr;
    std::string address;
    for (const Change& change : report_.diff.changes) {
      if (!domain || domain->domain != change.domain) {
        domain = domain_of(change.domain);
        if (domain) head(*domain);
        address.clear();
      }
      if (change.address != address) {
        address = change.address;
        item_head(change);
      }
      line(change);
    }
    for (const DomainChange& one : report_.diff.domains) {
      if (one.counts.all() == 0 && one.is_news) head(one);
    }
    return out_;
  }

 private:
  std::string in(const Message& message) const { return one_line(message.in(options_.lang)); }

  const DomainChange* domain_of(Symbol domain) const {
    for (const DomainChange& one : report_.diff.domains) {
      if (one.domain == domain) return &one;
    }
    return nullptr;
  }

  void head(const DomainChange& domain) {
    if (!out_.empty()) out_ += '\n';
    out_ += painted("\x1b[1m", in(domain_line(domain)), options_.color) + "\n";
  }

  void item_head(const Change& change) {
    out_ += "\n" + painted("\x1b[1;36m", one_line(change.address), options_.color);
    const bool of_item = change.before_item || change.after_item;
    if (of_item && !change.item_name.empty()) out_ += "  " + one_line(change.item_name);
    out_ += "\n";
  }

  void line(const Change& change) {
    std::string label(class_word(change.cls).in(options_.lang));
    if (!change.certain && change.cls != ChangeClass::Editorial) {
      label = say({"可能{}", "perhaps {}"}, class_word(change.cls)).in(options_.lang);
    }
    out_ += "  " + painted(class_color(change.cls), label, options_.color) + "  " +
            one_line(change_subject(change).in(options_.lang)) + colon() + values(change);
    if (!change.note.zh.empty()) out_ += bracketed(std::string(change.note.in(options_.lang)));
    if (change.score > 0 && change.score < 1) {
      out_ +=
          bracketed(say({"相似度{}%", "likeness {}%"}, static_cast<int>(change.score * 100 + 0.5))
                        .in(options_.lang));
    }
    out_ += "\n";
    if (change.explained) {
      out_ += "      " + in(explanation_line(*change.explained)) + "\n";
    } else if (change.cls == ChangeClass::Narrowed) {
      out_ += "      " +
              in(say({"没有说明理由（指纹 {}）", "no reason on record (fingerprint {})"},
                     fingerprint_text(change.fingerprint))) +
              "\n";
    }
  }

  std::string colon() const { return options_.lang == Lang::Zh ? "：" : ": "; }
  std::string bracketed(const std::string& text) const {
    return options_.lang == Lang::Zh ? "（" + text + "）" : " (" + text + ")";
  }

  std::string values(const Change& change) const {
    const ChangeTexts texts = change_texts(change);
    return marked(texts.before, texts.after, options_.color);
  }

  const ChangeReport& report_;
  const ReportOptions& options_;
  std::string out_;
};

std::string summary(const ChangeReport& report, const ReportOptions& options) {
  std::string out;
  const auto add = [&](const Message& message) { out += message.in(options.lang) + "\n"; };
  for (const Message& remark : report.remarks) add(remark);
  for (const IdleAdjustment& idle : report.idle) add(idle_line(idle));
  if (!report.diff.domains.empty()) add(domains_line(report.diff));
  if (report.diff.changes.empty()) {
    add(say({"没有变化。", "Nothing changed."}));
  } else {
    const Message counts = counts_line(report.diff.counts);
    add(say({"共{}处变化：{}", "{} changes: {}"}, report.diff.changes.size(),
            Phrase(counts.in(Lang::Zh), counts.in(Lang::En))));
  }
  return out;
}

}  // namespace

std::string changes_text(const ChangeReport& report, const ReportOptions& options) {
  std::string out = TextWriter(report, options).write();
  if (!out.empty()) out += '\n';
  out += summary(report, options);
  return out;
}

std::string changes_stat(const ChangeReport& report, const ReportOptions& options) {
  std::string out;
  for (const DomainChange& domain : report.diff.domains) {
    if (domain.counts.all() == 0 && !domain.is_news) continue;
    out += one_line(domain_line(domain).in(options.lang)) + "\n";
  }
  return out + summary(report, options);
}

}  // namespace catalog
