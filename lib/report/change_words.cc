#include "report/change_words.h"

#include "model/fields_item.h"

namespace catalog {

namespace {

Bilingual key_of(std::string_view field) {
  const size_t dot = field.find('.');
  const RecordInfo* record = dot == field.npos ? record_info<Item>() : record_info<Element>();
  const FieldInfo* found = record->field(dot == field.npos ? field : field.substr(dot + 1));
  return found ? found->key : Bilingual{field, field};
}

}  // namespace

Phrase change_subject(const Change& change) {
  if (change.field.empty()) return kind_word(change.kind);
  std::string zh(key_of(change.field).zh);
  std::string en(key_of(change.field).en);
  if (!change.element.empty()) {
    zh = "公开内容“" + change.element + "”·" + zh;
    en = "element “" + change.element + "”, " + en;
  }
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
  if (domain.reason.empty()) {
    return say({"{}：{}（{}）", "{}: {} ({})"}, domain.name, domain_status_word(domain.status),
               detail);
  }
  return say({"{}：{}，理由：{}（{}）", "{}: {}, because: {} ({})"}, domain.name,
             domain_status_word(domain.status), domain.reason, detail);
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
