#include "diff/change.h"

#include <array>

#include "model/field_span.h"

namespace catalog {

namespace {

struct Words {
  std::string_view key;
  Bilingual word;
};

constexpr std::array<Words, 4> kClasses{{{"narrowed", {"缩小", "narrowed"}},
                                         {"widened", {"扩大", "widened"}},
                                         {"changed", {"变更", "changed"}},
                                         {"editorial", {"文字调整", "editorial"}}}};

constexpr std::array<Words, kChangeKinds> kKinds{
    {{"catalogue-removed", {"取消目录", "catalogue removed"}},
     {"catalogue-added", {"新增目录", "catalogue added"}},
     {"item-removed", {"取消事项", "item removed"}},
     {"item-added", {"新增事项", "item added"}},
     {"item-renamed", {"事项更名", "item renamed"}},
     {"item-renumbered", {"编号变更", "item renumbered"}},
     {"item-moved", {"事项移动", "item moved"}},
     {"item-split", {"事项拆分", "item split"}},
     {"item-joined", {"事项合并", "items joined"}},
     {"omission-removed", {"撤销不设说明", "omission withdrawn"}},
     {"omission-added", {"列为不设", "left out"}},
     {"member-removed", {"删去", "removed"}},
     {"member-added", {"增加", "added"}},
     {"member-changed", {"改写", "reworded"}},
     {"field-changed", {"修改", "changed"}}}};

const Words& entry(ChangeClass of) { return kClasses[static_cast<size_t>(of)]; }
const Words& entry(ChangeKind kind) { return kKinds[static_cast<size_t>(kind)]; }

}  // namespace

ChangeClass mirror(ChangeClass of) {
  if (of == ChangeClass::Narrowed) return ChangeClass::Widened;
  return of == ChangeClass::Widened ? ChangeClass::Narrowed : of;
}

ChangeKind mirror(ChangeKind kind) {
  constexpr std::array<std::pair<ChangeKind, ChangeKind>, 5> kPairs{
      {{ChangeKind::CatalogueRemoved, ChangeKind::CatalogueAdded},
       {ChangeKind::ItemRemoved, ChangeKind::ItemAdded},
       {ChangeKind::ItemSplit, ChangeKind::ItemJoined},
       {ChangeKind::OmissionRemoved, ChangeKind::OmissionAdded},
       {ChangeKind::MemberRemoved, ChangeKind::MemberAdded}}};
  for (const auto& [one, other] : kPairs) {
    if (kind == one) return other;
    if (kind == other) return one;
  }
  return kind;
}

ChangeClass class_of(FieldRelation relation) {
  switch (relation) {
    case FieldRelation::Narrower:
      return ChangeClass::Narrowed;
    case FieldRelation::Wider:
      return ChangeClass::Widened;
    case FieldRelation::Changed:
      return ChangeClass::Changed;
    case FieldRelation::Equal:
    case FieldRelation::Editorial:
      break;
  }
  return ChangeClass::Editorial;
}

Bilingual class_word(ChangeClass of) { return entry(of).word; }
std::string_view class_key(ChangeClass of) { return entry(of).key; }
std::string_view kind_key(ChangeKind kind) { return entry(kind).key; }
Bilingual kind_word(ChangeKind kind) { return entry(kind).word; }

const RecordInfo& Change::root() const {
  if (before_item || after_item) return *record_info<Item>();
  const CatalogueVersion* catalogue = after_catalogue ? after_catalogue : before_catalogue;
  return *kind_info(catalogue ? catalogue->kind : Kind::List).record();
}

std::string Change::rule() const {
  if (field.empty() || is_omission(kind)) return std::string(kind_key(kind));
  std::string out = field;
  for (char& c : out) {
    if (c == '.') c = '-';
  }
  if (part != FieldPart::Value && part != FieldPart::Member) {
    out += "-" + std::string(part_key(part));
  }
  return out + "-" + std::string(class_key(cls));
}

Place Change::place() const {
  const Item* item = after_item ? after_item : before_item;
  const bool has_file = after_catalogue && !after_catalogue->file.empty();
  const CatalogueVersion* catalogue = has_file ? after_catalogue : before_catalogue;
  Place out{catalogue ? catalogue->file : Symbol(), {}};
  if (!item) {
    if (catalogue) {
      with_document(*catalogue, [&](const auto& document) {
        out.span = field.empty() ? document.domain.span : field_span(document, field);
      });
    }
    return out;
  }
  out.span = field.empty() ? Span{} : field_span(*item, field);
  if (out.span.size() == 0) out.span = item->topic.span.size() ? item->topic.span : item->span;
  return out;
}

uint64_t fingerprint_of(const Change& change) {
  Finding identity;
  identity.rule = kind_key(change.kind);
  identity.address = change.address;
  identity.field = change.field;
  // The words of the part, where it has some: the rest of a phrase may change beside it.
  const bool by_words = !change.before_words.empty() || !change.after_words.empty();
  identity.values = {std::string(part_key(change.part)), change.level, change.element,
                     by_words ? change.before_words : change.before,
                     by_words ? change.after_words : change.after};
  for (const std::string& address : change.was) identity.values.push_back(address);
  return fingerprint_of(identity);
}

bool is_unexplained(const Change& change) {
  return change.cls == ChangeClass::Narrowed && !change.explained;
}

}  // namespace catalog
