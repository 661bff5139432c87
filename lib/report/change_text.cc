#include "report/change_formats.h"
#include "report/change_line.h"
#include "report/safe_text.h"

namespace catalog {

namespace {

class TextWriter {
 public:
  using Out = std::function<void(std::string_view)>;

  TextWriter(const ChangeReport& report, const ReportOptions& options, const Out& out)
      : report_(report), options_(options), hand_on_(out) {}

  /// Says whether there was anything to write.
  bool write() {
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
      out_ += change_line(change, options_);
      if (out_.size() >= kPiece) hand_on();
    }
    for (const DomainChange& one : report_.diff.domains) {
      if (one.counts.all() == 0 && one.is_news) head(one);
    }
    hand_on();
    return begun_;
  }

 private:
  static constexpr size_t kPiece = size_t{1} << 16;  // bytes

  void hand_on() {
    if (out_.empty()) return;
    hand_on_(out_);
    out_.clear();
    begun_ = true;
  }

  std::string in(const Message& message) const { return one_line(message.in(options_.lang)); }

  const DomainChange* domain_of(Symbol domain) const {
    for (const DomainChange& one : report_.diff.domains) {
      if (one.domain == domain) return &one;
    }
    return nullptr;
  }

  void head(const DomainChange& domain) {
    if (begun_ || !out_.empty()) out_ += '\n';
    out_ += painted("\x1b[1m", in(domain_line(domain)), options_.color) + "\n";
  }

  void item_head(const Change& change) {
    out_ += "\n" + painted("\x1b[1;36m", one_line(change.address), options_.color);
    const bool of_item = change.before_item || change.after_item;
    if (of_item && !change.item_name.empty()) out_ += "  " + one_line(change.item_name);
    out_ += "\n";
  }

  const ChangeReport& report_;
  const ReportOptions& options_;
  const Out& hand_on_;
  std::string out_;
  bool begun_ = false;
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

void changes_text(const ChangeReport& report, const ReportOptions& options,
                  const std::function<void(std::string_view)>& out) {
  const bool any = TextWriter(report, options, out).write();
  out((any ? "\n" : "") + summary(report, options));
}

std::string changes_text(const ChangeReport& report, const ReportOptions& options) {
  std::string out;
  changes_text(report, options, [&](std::string_view piece) { out += piece; });
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
