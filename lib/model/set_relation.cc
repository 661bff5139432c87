#include "model/set_relation.h"

#include <algorithm>

#include "model/word_relation.h"
#include "text/normal.h"

namespace catalog {

namespace {

std::string member_key(const Text& text, std::optional<WordList> list,
                       const Vocabulary& vocabulary) {
  if (list) {
    if (const WordUse& use = vocabulary.find(*list, text.value)) {
      return "word " + std::string(use.word->id.view()) + " " + comparison_form(use.note);
    }
  }
  return form_of(text.value);
}

bool has_key(const std::vector<SetMember>& members, const std::string& key) {
  return std::ranges::find(members, key, &SetMember::key) != members.end();
}

bool has_text(const std::vector<SetMember>& members, Symbol text) {
  return std::ranges::find(members, text, &SetMember::text) != members.end();
}

/// The members that are not written alike on the other side, each text once.
std::vector<const SetMember*> own_members(const std::vector<SetMember>& members,
                                          const std::vector<SetMember>& others) {
  std::vector<const SetMember*> out;
  for (const SetMember& member : members) {
    if (has_text(others, member.text)) continue;
    const auto same = [&](const SetMember* known) { return known->text == member.text; };
    if (std::ranges::none_of(out, same)) out.push_back(&member);
  }
  return out;
}

}  // namespace

std::vector<SetMember> set_members(const FieldInfo& field, const Texts& texts,
                                   const Vocabulary& vocabulary) {
  const auto list = field.vocabulary.empty() ? std::nullopt : word_list(field.vocabulary);
  std::vector<SetMember> out;
  for (const Text& text : texts) {
    if (!text.empty()) out.push_back({text.value, member_key(text, list, vocabulary)});
  }
  return out;
}

FieldRelation lone_member(Compare compare, bool gone) {
  if (compare == Compare::Editorial) return FieldRelation::Editorial;
  if (compare == Compare::LeftOut) return lone_member(Compare::Set, !gone);
  if (compare != Compare::Set) return FieldRelation::Changed;
  return gone ? FieldRelation::Narrower : FieldRelation::Wider;
}

FieldDifference member_difference(FieldRelation relation, std::string_view before,
                                  std::string_view after) {
  FieldDifference out{.part = FieldPart::Member, .relation = relation};
  out.before = before;
  out.after = after;
  return out;
}

std::vector<FieldDifference> relate_sets(const FieldInfo& field,
                                         const std::vector<SetMember>& before,
                                         const std::vector<SetMember>& after) {
  const auto gone = own_members(before, after);
  auto come = own_members(after, before);
  std::vector<FieldDifference> out;
  for (const SetMember* member : gone) {
    const auto twin = std::ranges::find_if(
        come, [&](const SetMember* other) { return other && other->key == member->key; });
    if (twin != come.end()) {
      out.push_back(
          member_difference(FieldRelation::Editorial, member->text.view(), (*twin)->text.view()));
      *twin = nullptr;
      continue;
    }
    const bool doubled = has_key(after, member->key);
    out.push_back(
        member_difference(doubled ? FieldRelation::Editorial : lone_member(field.compare, true),
                          member->text.view(), ""));
  }
  for (const SetMember* member : come) {
    if (!member) continue;
    const bool doubled = has_key(before, member->key);
    out.push_back(
        member_difference(doubled ? FieldRelation::Editorial : lone_member(field.compare, false),
                          "", member->text.view()));
  }
  return out;
}

}  // namespace catalog
