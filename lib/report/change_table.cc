#include "report/change_table.h"

#include "model/date.h"
#include "report/item_lines.h"

namespace catalog {

namespace {

/// 修改：公开时限·办理期限; of a whole item the kind alone.
std::string type_words(const Change& change, Lang lang) {
  const std::string kind(kind_word(change.kind).in(lang));
  const std::string subject(change_subject(change).in(lang));
  if (subject == kind) return kind;
  return kind + std::string(Bilingual{"：", ": "}.in(lang)) + subject;
}

std::string impact_words(const Change& change, Lang lang) {
  std::string out(class_word(change.cls).in(lang));
  if (!change.certain) out += Bilingual{"（可能）", " (possibly)"}.in(lang);
  return out;
}

/// An item that comes or goes is told whole.
std::string with_lines(std::string text, const Item& item, Lang lang) {
  for (const ItemLine& line : item_lines(item, lang)) {
    const bool several = line.text.find('\n') != line.text.npos;
    text += "\n" + line.label + std::string(Bilingual{"：", ": "}.in(lang)) +
            (several ? "\n" : "") + line.text;
  }
  return text;
}

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + "\n" + b;
}

/// When the change takes effect: the newer catalogue's date, else that of its workspace.
std::string effective_date(const Change& change, const ChangeReport& report) {
  std::string text;
  if (change.after_catalogue) {
    with_document(*change.after_catalogue, [&](const auto& document) {
      if constexpr (requires { document.effective; }) text = document.effective.view();
    });
  }
  if (text.empty() && report.now) text = report.now->config.effective.view();
  const auto date = Date::parse(text);
  return date ? date->iso() : text;
}

}  // namespace

ChangeCells change_cells(const Change& change, const ChangeReport& report, Lang lang) {
  ChangeCells out;
  const auto at = [&](ChangeColumn column) -> std::string& {
    return out[static_cast<size_t>(column)];
  };
  const ChangeTexts texts = change_texts(change);
  at(ChangeColumn::Unit) = change_unit_name(change, report);
  at(ChangeColumn::Domain) = change_domain_name(change, report);
  at(ChangeColumn::Code) = change.address;
  at(ChangeColumn::Item) = change.item_name;
  at(ChangeColumn::Type) = type_words(change, lang);
  at(ChangeColumn::Impact) = impact_words(change, lang);
  at(ChangeColumn::Before) = texts.before;
  at(ChangeColumn::After) = texts.after;
  if (change.kind == ChangeKind::ItemRemoved)
    at(ChangeColumn::Before) = with_lines(texts.before, *change.before_item, lang);
  if (change.kind == ChangeKind::ItemAdded)
    at(ChangeColumn::After) = with_lines(texts.after, *change.after_item, lang);
  at(ChangeColumn::Effective) = effective_date(change, report);
  if (change.explained) {
    at(ChangeColumn::Reason) = change.explained->reason;
    at(ChangeColumn::Basis) = change.explained->basis;
    at(ChangeColumn::Approval) = joined(change.explained->approved_by, change.explained->document);
  } else if (is_unexplained(change)) {
    at(ChangeColumn::Reason) = say({"（没有说明理由，指纹{}）", "(no reason on record; {})"},
                                   fingerprint_text(change.fingerprint))
                                   .in(lang);
  }
  return out;
}

}  // namespace catalog
