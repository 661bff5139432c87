#include "model/head_relation.h"

#include <algorithm>
#include <concepts>
#include <map>

#include "model/fields_files.h"
#include "model/set_relation.h"

namespace catalog {

namespace {

template <class R>
constexpr bool kIsItem = std::derived_from<R, Item>;

/// What tells a record from its like: the texts of its identity.
template <class R>
std::string identity_of(const R& record) {
  std::string out;
  for_each_field<R>([&]<class Field>(const Field& field) {
    if constexpr (std::is_same_v<detail::ValueOf<R, Field>, Text>) {
      if (field.info.identity)
        out += (out.empty() ? "" : " ") + std::string(Field::get(record).view());
    }
  });
  return out;
}

/// The differences of values that stand in a head.
class HeadRelater {
 public:
  explicit HeadRelater(const Knowledge& knowledge) : items_{kNoItem, kNoItem, knowledge} {}

  template <class R>
  std::vector<RelatedField> relate_record(const R& before, const R& after) const {
    std::vector<RelatedField> out;
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field& field) {
      const FieldInfo& info = record_info<R>()->fields[index++];
      if (field.info.compare == Compare::None) return;
      FieldComparison comparison = value(info, Field::get(before), Field::get(after));
      if (!comparison.parts.empty()) out.push_back({&info, std::move(comparison)});
    });
    return out;
  }

 private:
  template <class Value>
  FieldComparison value(const FieldInfo& field, const Value& before, const Value& after) const {
    return relate(field, before, after, items_);
  }

  template <class R>
  FieldComparison value(const FieldInfo&, const Rare<R>& before, const Rare<R>& after) const {
    FieldComparison out;
    add_keys("", before.get(), after.get(), out);
    return out;
  }

  template <class R>
  requires(!std::is_same_v<R, Text>) FieldComparison
      value(const FieldInfo& field, const std::vector<R>& before, const std::vector<R>& after)
  const {
    FieldComparison out;
    if constexpr (!kIsItem<R>) {
      std::map<std::string, std::pair<std::vector<const R*>, std::vector<const R*>>> members;
      for (const R& one : before) members[identity_of(one)].first.push_back(&one);
      for (const R& one : after) members[identity_of(one)].second.push_back(&one);
      for (const auto& [name, both] : members) {
        const auto& [gone, come] = both;
        const size_t common = std::min(gone.size(), come.size());
        for (size_t k = 0; k < common; k++) add_keys(name, *gone[k], *come[k], out);
        if (gone.size() > common) add_lone(field, name, true, common > 0, out);
        if (come.size() > common) add_lone(field, name, false, common > 0, out);
      }
    }
    return out;
  }

  /// A member that only one side has, or has twice.
  static void add_lone(const FieldInfo& field, const std::string& name, bool gone, bool doubled,
                       FieldComparison& out) {
    const FieldRelation relation =
        doubled ? FieldRelation::Editorial : lone_member(field.compare, gone);
    out.parts.push_back(member_difference(relation, gone ? name : "", gone ? "" : name));
  }

  /// The keys of two records of one identity.
  template <class R>
  void add_keys(const std::string& name, const R& before, const R& after,
                FieldComparison& out) const {
    for (RelatedField& key : relate_record(before, after)) {
      if (key.field->identity) continue;
      for (FieldDifference& part : key.comparison.parts) {
        part.element = name;
        part.own = key.field->key.en;
        out.parts.push_back(std::move(part));
      }
    }
  }

  static inline const Item kNoItem{};
  ItemPair items_;
};

}  // namespace

std::vector<RelatedField> relate_heads(const List& before, const List& after,
                                       const Knowledge& knowledge) {
  return HeadRelater(knowledge).relate_record(before, after);
}

std::vector<RelatedField> relate_heads(const Standard& before, const Standard& after,
                                       const Knowledge& knowledge) {
  return HeadRelater(knowledge).relate_record(before, after);
}

std::vector<RelatedField> relate_heads(const Guideline& before, const Guideline& after,
                                       const Knowledge& knowledge) {
  return HeadRelater(knowledge).relate_record(before, after);
}

}  // namespace catalog
