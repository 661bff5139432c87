#include "diff/head_changes.h"

#include "model/head_relation.h"

namespace catalog {

namespace {

std::vector<RelatedField> related(const VersionPair& pair) {
  std::vector<RelatedField> out;
  if (pair.before.kind != pair.after.kind) return out;
  with_document(pair.before, [&]<class Document>(const Document& before) {
    if (pair.after.head)
      out = relate_heads(before, static_cast<const Document&>(*pair.after.head), pair.knowledge);
  });
  return out;
}

ChangeKind kind_of(const FieldInfo& field, const FieldDifference& part) {
  const bool whole = part.part == FieldPart::Member && part.own.empty();
  if (!whole) return ChangeKind::FieldChanged;
  const bool left_out = field.compare == Compare::LeftOut;
  if (part.after.empty()) return left_out ? ChangeKind::OmissionRemoved : ChangeKind::MemberRemoved;
  if (part.before.empty()) return left_out ? ChangeKind::OmissionAdded : ChangeKind::MemberAdded;
  return ChangeKind::MemberChanged;
}

/// A row left out whose item is told as gone, or taken in again with an item told as new.
void tell_with_item(Change& change, const LoneRows& rows) {
  if (change.kind == ChangeKind::OmissionAdded && rows.gone.contains(change.after)) {
    change.cls = ChangeClass::Editorial;
    change.note = {"说明所取消事项的理由", "gives the reason of the item that is gone"};
  }
  if (change.kind == ChangeKind::OmissionRemoved && rows.come.contains(change.before)) {
    change.cls = ChangeClass::Editorial;
    change.note = {"已设该事项", "the item is there now"};
  }
}

}  // namespace

void add_head_changes(const VersionPair& pair, const LoneRows& rows, std::vector<Change>& out) {
  for (const RelatedField& field : related(pair)) {
    for (const FieldDifference& part : field.comparison.parts) {
      Change change = change_of_part(pair, nullptr, nullptr, *field.field, part);
      change.kind = kind_of(*field.field, part);
      tell_with_item(change, rows);
      out.push_back(std::move(change));
    }
  }
}

}  // namespace catalog
