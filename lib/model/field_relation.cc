#include "model/field_relation.h"

#include <algorithm>
#include <array>

#include "model/fields_item.h"

namespace catalog {

namespace {

struct PartWords {
  std::string_view key;
  Bilingual name;
};

constexpr std::array<PartWords, 13> kParts{{{"", {"取值", "value"}},
                                            {"member", {"其中一项", "member"}},
                                            {"article", {"条款", "article"}},
                                            {"limit", {"公开期限", "time limit"}},
                                            {"extension", {"延长期限", "extension"}},
                                            {"display", {"公示期", "display period"}},
                                            {"update", {"更新周期", "update interval"}},
                                            {"retention", {"公开存续期", "retention"}},
                                            {"access", {"依申请公开", "on request"}},
                                            {"proviso", {"除外规定", "proviso"}},
                                            {"subject", {"适用内容", "what it is about"}},
                                            {"places", {"公开地点", "places"}},
                                            {"unparsed", {"其他文字", "other words"}}}};

/// Calls f(field) for the typed field of this English key.
template <class F>
void with_field(std::string_view key, F&& f) {
  for_each_field<Item>([&](const auto& field) {
    if (field.info.key.en == key) f(field);
  });
}

template <class Field>
FieldComparison relate_typed(const Field& field, const ItemPair& items) {
  if (field.info.compare == Compare::None) return {};
  return relate(field.info, Field::get(items.before), Field::get(items.after), items);
}

}  // namespace

std::string_view part_key(FieldPart part) { return kParts[static_cast<size_t>(part)].key; }
Bilingual part_name(FieldPart part) { return kParts[static_cast<size_t>(part)].name; }

FieldRelation mirror(FieldRelation relation) {
  if (relation == FieldRelation::Narrower) return FieldRelation::Wider;
  return relation == FieldRelation::Wider ? FieldRelation::Narrower : relation;
}

FieldRelation FieldComparison::relation() const {
  const auto has = [this](FieldRelation relation) {
    return std::ranges::find(parts, relation, &FieldDifference::relation) != parts.end();
  };
  const bool narrower = has(FieldRelation::Narrower);
  const bool wider = has(FieldRelation::Wider);
  if (has(FieldRelation::Changed) || (narrower && wider)) return FieldRelation::Changed;
  if (narrower) return FieldRelation::Narrower;
  if (wider) return FieldRelation::Wider;
  return has(FieldRelation::Editorial) ? FieldRelation::Editorial : FieldRelation::Equal;
}

bool FieldComparison::certain() const {
  return std::ranges::all_of(parts, &FieldDifference::certain);
}

FieldComparison relate_field(std::string_view key, const Item& before, const Item& after,
                             const Knowledge& knowledge) {
  FieldComparison out;
  with_field(key, [&](const auto& field) {
    out = relate_typed(field, ItemPair{before, after, knowledge});
  });
  return out;
}

std::vector<RelatedField> relate_items(const Item& before, const Item& after,
                                       const Knowledge& knowledge) {
  static const RecordInfo& info = *record_info<Item>();
  std::vector<RelatedField> out;
  size_t index = 0;
  for_each_field<Item>([&](const auto& field) {
    const FieldInfo* plain = &info.fields[index++];
    FieldComparison comparison = relate_typed(field, ItemPair{before, after, knowledge});
    if (!comparison.parts.empty()) out.push_back({plain, std::move(comparison)});
  });
  return out;
}

}  // namespace catalog
