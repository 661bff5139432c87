#include "merge/base_item.h"

#include <algorithm>

namespace catalog {

namespace {

bool is_recalled(const Row& row) {
  const auto seen = words::kSeen.index(row.seen.view());
  return !seen || words::kSeen.words[*seen].en == "recalled";
}

std::optional<Symbol> text_of(const Text& value, std::string_view rest, const Item&,
                              const MergeMeanings&) {
  return rest.empty() && !value.empty() ? std::optional(value.value) : std::nullopt;
}
std::optional<Symbol> text_of(const LevelText& value, std::string_view rest, const Item& item,
                              const MergeMeanings& meanings) {
  const auto wanted = rest.empty() ? Symbol() : meanings.level_key(Symbol::of(rest.substr(1)));
  const bool has_level = std::ranges::any_of(
      item.levels, [&](const Text& level) { return meanings.level_key(level.value) == wanted; });
  for (const auto& entry : value) {
    const bool fits = entry.level.empty() ? rest.empty() || has_level
                                          : meanings.level_key(entry.level.value) == wanted;
    if (fits && !entry.value.empty()) return entry.value.value;
  }
  return std::nullopt;
}
template <class T>
std::optional<Symbol> text_of(const T&, std::string_view, const Item&, const MergeMeanings&) {
  return std::nullopt;
}

}  // namespace

BaseItems::BaseItems(const PairMerge& merge) : merge_(merge) {
  for (const Guideline& guideline : merge.workspace.guidelines) {
    for (const Row& row : guideline.items) rows_.push_back(&row);
  }
}

Symbol BaseItems::address_of(uint32_t number) {
  const auto [known, is_new] = addresses_.try_emplace(number);
  if (is_new) {
    const Guideline* guideline = merge_.workspace.guideline_of(*rows_[number]);
    known->second =
        Symbol::of("guideline/" + std::string(guideline ? guideline->domain.view() : "") + "/" +
                   std::string(rows_[number]->id.view()));
  }
  return known->second;
}

Item BaseItems::verified_part(const Row& row) const {
  Item out;
  if (is_recalled(row)) return out;
  out = row;
  const RecordInfo& info = *record_info<Item>();
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    const bool unsure = std::ranges::any_of(row.unsure, [&](const Text& key) {
      return key.view() == field.key.en || key.view() == field.key.zh;
    });
    if (unsure && !is_absent(Field::get(out))) Field::edit(out) = {};
  });
  return out;
}

const Item* BaseItems::of(const ItemMatch& match, const ItemSides& sides) {
  if (merge_.standard && match.base) return &sides.standard[*match.base];
  const Row* found = row(match.row);
  if (!found) return nullptr;
  const auto known = items_.find(match.row);
  if (known != items_.end()) return &known->second;
  return &items_.emplace(match.row, verified_part(*found)).first->second;
}

void BaseItems::order_by(uint32_t number, RecordMerger& merger, const MergeMeanings& meanings) {
  const Row* found = row(number);
  merger.rank = {};
  if (!found) return;
  const auto [known, is_new] = ranks_.try_emplace(number);
  if (is_new) {
    static const FieldInfo& basis = *record_info<Item>()->field("basis");
    static const FieldInfo& channels = *record_info<Item>()->field("channels");
    static const FieldInfo& levels = *record_info<Item>()->field("levels");
    auto& ranks = known->second;
    const auto add = [&](Symbol key) { ranks.emplace(key, ranks.size()); };
    for (const Element& element : found->elements) add(record_key(meanings, element));
    for (const Text& text : found->basis) add(meanings.key(basis, text.value));
    for (const auto& entry : found->channels) {
      for (const Text& text : entry.value) add(meanings.key(channels, text.value));
    }
    for (const Level level : kLevels) {
      const std::string_view name = merge_.workspace.vocabulary.level_name(level);
      add(meanings.key(levels, Symbol::of(name)));
    }
  }
  const auto* ranks = &known->second;
  merger.rank = [ranks](const FieldInfo&, Symbol key) -> std::optional<size_t> {
    const auto at = ranks->find(key);
    return at == ranks->end() ? std::nullopt : std::optional(at->second);
  };
}

std::optional<Symbol> text_at_path(const Item& item, std::string_view path,
                                   const MergeMeanings& meanings) {
  const RecordInfo& info = *record_info<Item>();
  const std::string_view top = path.substr(0, path.find('.'));
  std::optional<Symbol> out;
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    if (info.fields[index++].key.en == top)
      out = text_of(Field::get(item), path.substr(top.size()), item, meanings);
  });
  return out;
}

}  // namespace catalog
