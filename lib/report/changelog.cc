#include "report/changelog.h"

#include <algorithm>
#include <map>

#include "report/change_words.h"
#include "report/markdown_text.h"

namespace catalog {

namespace {

constexpr std::string_view kHead = "# 更新记录\n";

std::string chinese_day(std::string_view day) {
  const auto date = Date::parse(day);
  return date ? date->chinese() : std::string(day);
}

Bilingual class_heading(ChangeClass of) {
  switch (of) {
    case ChangeClass::Narrowed:
      return {"公开范围缩小的", "narrowed"};
    case ChangeClass::Widened:
      return {"公开范围扩大的", "widened"};
    case ChangeClass::Changed:
      return {"其他变更", "changed"};
    case ChangeClass::Editorial:
      break;
  }
  return {"文字调整", "editorial"};
}

std::string reason_of(const Explanation& explanation) {
  std::string out = "理由：" + explanation.reason;
  if (!explanation.basis.empty()) out += "（依据：" + explanation.basis + "）";
  if (!explanation.approved_by.empty())
    out += "（" + explanation.approved_by + "批准" +
           (explanation.document.empty() ? "" : "，" + explanation.document) + "）";
  return out;
}

class SectionWriter {
 public:
  explicit SectionWriter(const ReleaseChanges& changes) : changes_(changes) {}

  std::string write() {
    head();
    if (changes_.is_first()) {
      out_ += "\n首次发布，共" + std::to_string(changes_.domains) + "个领域、" +
              std::to_string(changes_.items) + "个事项。\n";
    } else {
      summary();
      for (const DomainChange& domain : changes_.diff.domains) {
        if (domain.status != DomainStatus::Omitted) section(domain);
      }
    }
    left_out();
    return std::move(out_);
  }

 private:
  void head() {
    out_ = "## " + changes_.version + "版\n\n" + changes_.on.chinese() + "发布";
    if (!changes_.effective.empty()) out_ += "，自" + chinese_day(changes_.effective) + "起施行";
    out_ += "。\n";
  }

  void summary() {
    const ClassCounts& counts = changes_.diff.counts;
    const Message domains = domains_line(changes_.diff);
    out_ += "\n与" + changes_.last_version + "版相比：缩小" + std::to_string(counts.narrowed) +
            "处，扩大" + std::to_string(counts.widened) + "处，变更" +
            std::to_string(counts.changed) + "处，文字调整" + std::to_string(counts.editorial) +
            "处；" + domains.in(Lang::Zh) + "。\n";
  }

  void section(const DomainChange& domain) {
    std::string body;
    for (const ChangeClass of : {ChangeClass::Narrowed, ChangeClass::Widened, ChangeClass::Changed})
      body += changes_of(domain, of);
    body += editorial(domain);
    if (body.empty() && !domain.is_news) return;
    out_ += "\n### " + markdown_text(domain.name) + "（" +
            std::string(domain_status_word(domain.status).zh) + "）\n";
    if (domain.status == DomainStatus::New && !domain.reason.empty())
      out_ += "\n新增理由：" + markdown_text(domain.reason) + "。\n";
    out_ += body;
  }

  std::string changes_of(const DomainChange& domain, ChangeClass of) const {
    std::string lines;
    for (const Change& change : changes_.diff.changes) {
      if (change.domain != domain.domain || change.cls != of) continue;
      lines += "- " + markdown_text(unit(change) + public_sentence(change)) + "。";
      if (change.explained) lines += markdown_text(reason_of(*change.explained)) + "。";
      lines += "\n";
    }
    return lines.empty() ? lines : "\n#### " + std::string(class_heading(of).zh) + "\n\n" + lines;
  }

  /// Of lists: whose it is.
  std::string unit(const Change& change) const {
    if (change.unit.empty()) return {};
    const Unit* unit = changes_.workspace->units.find(change.unit);
    return std::string(unit ? unit->name.view() : change.unit.view()) + "：";
  }

  /// The same rewording of many items is one line.
  std::string editorial(const DomainChange& domain) const {
    std::vector<std::pair<std::string, size_t>> lines;
    for (const Change& change : changes_.diff.changes) {
      const bool of_catalogue =
          change.kind == ChangeKind::CatalogueAdded || change.kind == ChangeKind::CatalogueRemoved;
      if (change.domain != domain.domain || change.cls != ChangeClass::Editorial || of_catalogue)
        continue;
      const ChangeTexts texts = change_texts(change);
      const bool of_value =
          change.kind == ChangeKind::FieldChanged || change.kind == ChangeKind::MemberChanged;
      std::string line = of_value && !texts.before.empty() && !texts.after.empty()
                             ? std::string(change_subject(change).in(Lang::Zh)) + "“" +
                                   texts.before + "”改为“" + texts.after + "”"
                             : public_sentence(change);
      const auto known = std::ranges::find(lines, line, &std::pair<std::string, size_t>::first);
      if (known == lines.end()) {
        lines.emplace_back(std::move(line), 1);
      } else {
        known->second++;
      }
    }
    std::string out;
    for (const auto& [line, count] : lines) {
      out += "- " + markdown_text(line);
      if (count > 1) out += "（" + std::to_string(count) + "处）";
      out += "。\n";
    }
    return out.empty()
               ? out
               : "\n#### " + std::string(class_heading(ChangeClass::Editorial).zh) + "\n\n" + out;
  }

  /// Domains that are left out, each with its reason; those that are so by this release are marked.
  void left_out() {
    std::string lines;
    for (const DomainEntry* entry : changes_.left_out) {
      lines += "- " + markdown_text(changes_.workspace->domain_name(entry->domain.value));
      if (is_news(entry->domain.value)) lines += "（本版起不设）";
      lines += "：" + markdown_text(entry->reason.empty() ? "没有写明理由" : entry->reason.view());
      if (!entry->basis.empty()) lines += "（依据：" + markdown_text(entry->basis.view()) + "）";
      lines += "。\n";
    }
    if (!lines.empty()) out_ += "\n### 不设的领域\n\n" + lines;
  }

  bool is_news(Symbol domain) const {
    const auto found = std::ranges::find(changes_.diff.domains, domain, &DomainChange::domain);
    return found != changes_.diff.domains.end() && found->is_news;
  }

  const ReleaseChanges& changes_;
  std::string out_;
};

/// Where the section of a version begins and ends in a record of changes.
std::optional<std::pair<size_t, size_t>> section_of(const std::string& text,
                                                    const std::string& version) {
  const std::string heading = "## " + version + "版\n";
  size_t begin = text.starts_with(heading) ? 0 : text.find("\n" + heading);
  if (begin == text.npos) return std::nullopt;
  if (begin > 0 || text.front() == '\n') begin++;
  const size_t next = text.find("\n## ", begin);
  return std::pair{begin, next == text.npos ? text.size() : next + 1};
}

}  // namespace

std::string add_to_changelog(const std::string& text, const ReleaseChanges& changes) {
  const std::string section = SectionWriter(changes).write();
  if (text.empty())
    return std::string(kHead) + "\n" + changes.title + "各版的变化，新的在前。\n\n" + section;
  if (const auto old = section_of(text, changes.version)) {
    const bool last = old->second == text.size();
    return text.substr(0, old->first) + section + (last ? "" : "\n") + text.substr(old->second);
  }
  // Before the first section; where there is none, at the end.
  size_t at = text.starts_with("## ") ? 0 : text.find("\n## ");
  if (at == text.npos) return text + (text.ends_with('\n') ? "\n" : "\n\n") + section;
  if (at > 0) at++;
  return text.substr(0, at) + section + "\n" + text.substr(at);
}

}  // namespace catalog
