#include "report/change_words.h"

namespace catalog {

namespace {

/// 公开时限; of a key of a record: 公开内容“名单”·公开方式, 确认·文号.
Phrase field_words(const Change& change) {
  const std::string_view path = change.field;
  const size_t dot = path.find('.');
  const FieldInfo* field = change.root().field(path.substr(0, dot));
  if (!field) return path;
  if (dot == path.npos || !field->record()) return field->key;
  const RecordInfo& record = *field->record();
  const FieldInfo* key = record.field(path.substr(dot + 1));
  std::string zh(record.name.zh);
  std::string en(record.name.en);
  if (!change.element.empty()) {
    zh += "“" + change.element + "”";
    en += " “" + change.element + "”";
  }
  return {zh + "·" + std::string(key ? key->key.zh : path),
          en + ", " + std::string(key ? key->key.en : path)};
}

}  // namespace

Phrase change_subject(const Change& change) {
  if (change.field.empty() || is_omission(change.kind)) return kind_word(change.kind);
  const Phrase field = field_words(change);
  std::string zh(field.in(Lang::Zh));
  std::string en(field.in(Lang::En));
  if (!change.level.empty()) {
    zh += "（" + change.level + "）";
    en += " (" + change.level + ")";
  }
  if (change.part != FieldPart::Value && change.part != FieldPart::Member) {
    const Bilingual part = part_name(change.part);
    zh += "·" + std::string(part.zh);
    en += ", " + std::string(part.en);
  }
  return {zh, en};
}

ChangeTexts change_texts(const Change& change) {
  if (!change.before_words.empty() || !change.after_words.empty())
    return {change.before_words, change.after_words};
  const bool omission = is_omission(change.kind);
  const auto named = [&](const std::string& text) {
    return omission && !text.empty() && !change.item_name.empty() ? text + " " + change.item_name
                                                                  : text;
  };
  return {named(change.before), named(change.after)};
}

std::string change_unit_name(const Change& change, const ChangeReport& report) {
  const Unit* unit = report.now ? report.now->units.find(change.unit) : nullptr;
  return std::string(unit ? unit->name.view() : change.unit.view());
}

std::string change_domain_name(const Change& change, const ChangeReport& report) {
  return std::string(report.now ? report.now->domain_name(change.domain) : change.domain.view());
}

bool is_there(const Change& change) {
  return change.after_item || (!change.before_item && change.after_catalogue);
}

Severity gate_severity(const Change& change) {
  if (!is_unexplained(change)) return Severity::Note;
  return change.certain ? Severity::Error : Severity::Warning;
}

Message change_message(const Change& change) {
  const ChangeTexts texts = change_texts(change);
  return say({"{} {}：{}：“{}” → “{}”", "{} {}: {}: “{}” → “{}”"}, change.address,
             class_word(change.cls), change_subject(change), texts.before, texts.after);
}

Message counts_line(const ClassCounts& counts) {
  if (counts.unexplained == 0) {
    return say(
        {"缩小{}，扩大{}，变更{}，文字调整{}", "{} narrowed, {} widened, {} changed, {} editorial"},
        counts.narrowed, counts.widened, counts.changed, counts.editorial);
  }
  return say({"缩小{}（其中{}处没有说明理由），扩大{}，变更{}，文字调整{}",
              "{} narrowed ({} without a reason), {} widened, {} changed, {} editorial"},
             counts.narrowed, counts.unexplained, counts.widened, counts.changed, counts.editorial);
}

Message domain_line(const DomainChange& domain) {
  const Message counts = counts_line(domain.counts);
  const Phrase detail(counts.in(Lang::Zh), counts.in(Lang::En));
  const Bilingual status = domain_status_word(domain.status);
  if (!domain.reason.empty()) {
    return say({"{}（{}，理由：{}）：{}", "{} ({}, because: {}): {}"}, domain.name, status,
               domain.reason, detail);
  }
  if (domain.status == DomainStatus::Omitted) {
    return say({"{}（{}，工作区的 domains 没有写明理由）：{}",
                "{} ({}, without a reason under “domains” of the workspace): {}"},
               domain.name, status, detail);
  }
  return say({"{}（{}）：{}", "{} ({}): {}"}, domain.name, status, detail);
}

Message domains_line(const VersionDiff& diff) {
  const auto count = [&](DomainStatus status) {
    return diff.domain_counts[static_cast<size_t>(status)];
  };
  return say(
      {"领域：保留{}，调整{}，新增{}，不设{}", "domains: {} kept, {} changed, {} new, {} omitted"},
      count(DomainStatus::Kept), count(DomainStatus::Changed), count(DomainStatus::New),
      count(DomainStatus::Omitted));
}

Message idle_line(const IdleAdjustment& idle) {
  const Adjustment& record = *idle.adjustment;
  const std::string which(record.fingerprint.empty() ? record.item.view()
                                                     : record.fingerprint.view());
  if (idle.without_reason) {
    return say({"“{}”的调整记录没有写理由，不算说明：请填写 reason（理由）。",
                "the adjustment of “{}” gives no reason and explains nothing: fill in its reason."},
               which);
  }
  return say({"“{}”的调整记录没有对应的变化：请核对指纹或事项地址，或删去。",
              "the adjustment of “{}” explains no change: check its fingerprint or address, or "
              "remove it."},
             which);
}

Message explanation_line(const Explanation& explanation) {
  std::string zh = explanation.reason;
  std::string en = zh;
  const auto add = [&](Bilingual head, const std::string& text) {
    if (text.empty()) return;
    zh += "；" + std::string(head.zh) + text;
    en += "; " + std::string(head.en) + text;
  };
  add({"依据：", "basis: "}, explanation.basis);
  add({"批准：", "approved by "}, explanation.approved_by);
  add({"", ""}, explanation.document);
  add({"", ""}, explanation.approved_on);
  return say({"理由：{}", "reason: {}"}, Phrase(zh, en));
}

}  // namespace catalog
