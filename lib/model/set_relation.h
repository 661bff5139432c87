#pragma once

#include <string>
#include <vector>

#include "model/field_relation.h"

namespace catalog {

/// A member of a set: its text as written, and the key by which it is the same as another.
struct SetMember {
  Symbol text;
  std::string key;
};

/// The members of a field's value, keyed by what they mean: the vocabulary's word (with what stands
/// in its brackets), else the comparison form.
std::vector<SetMember> set_members(const FieldInfo& field, const Texts& texts,
                                   const Vocabulary& vocabulary);

/// Members gone and come, by the field's `compare`: for a Set a smaller one is narrower. Members of
/// one key that are written otherwise are editorial; order and repetition mean nothing.
std::vector<FieldDifference> relate_sets(const FieldInfo& field,
                                         const std::vector<SetMember>& before,
                                         const std::vector<SetMember>& after);

/// The relation of a member that only one side has.
FieldRelation lone_member(Compare compare, bool gone);

/// A difference of two members, of which one may be absent.
FieldDifference member_difference(FieldRelation relation, std::string_view before,
                                  std::string_view after);

/// How 公开依据 (or a ground) in two versions relate: document by document, by title, number and
/// register; a document replaced by its successor, or cited otherwise, is editorial, another
/// article of it is a change.
std::vector<FieldDifference> relate_citations(const FieldInfo& field, const Texts& before,
                                              const Texts& after, const Knowledge& knowledge);

/// The same of two texts that may cite several documents (不予公开理由): each difference carries
/// the whole texts, and its own words beside them.
std::vector<FieldDifference> relate_citation_text(const FieldInfo& field, const Text& before,
                                                  const Text& after, const Knowledge& knowledge);

}  // namespace catalog
