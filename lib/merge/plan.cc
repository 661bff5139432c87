#include "merge/plan.h"

#include <algorithm>

#include "model/words.h"

namespace catalog {

Bilingual role_word(Role role) {
  switch (role) {
    case Role::Department:
      return {"部门", "department"};
    case Role::District:
      return {"区", "district"};
    case Role::Base:
      break;
  }
  return {"原文", "base"};
}

std::optional<Settle> settle_of(std::string_view word) {
  const auto index = words::kSettlement.index(word);
  return index && *index <= static_cast<size_t>(Settle::District)
             ? std::optional(static_cast<Settle>(*index))
             : std::nullopt;
}

Bilingual settle_word(Settle settle) {
  return words::kSettlement.words[static_cast<size_t>(settle)];
}

Bilingual paired_word(PairedBy by) {
  switch (by) {
    case PairedBy::Base:
      return {"上一版标准", "base"};
    case PairedBy::Guideline:
      return {"指引", "guideline"};
    case PairedBy::Name:
      return {"名称", "name"};
    case PairedBy::Alone:
      break;
  }
  return {"一方独有", "alone"};
}

std::optional<Settle> SettlePlan::of(std::string_view path) const {
  if (const auto found = by_field.find(path); found != by_field.end()) return found->second;
  const std::string_view top = path.substr(0, path.find_first_of(".["));
  if (const auto found = by_field.find(top); found != by_field.end()) return found->second;
  return all;
}

namespace {
constexpr std::string_view kMark = "\x01conflict ";
}

std::string PairedItem::name() const {
  Item named;
  named.topic.value = topic;
  named.subtopic.value = subtopic;
  named.detail.value = detail;
  return item_name(named);
}

std::string conflict_key(const Conflict& conflict) {
  return conflict.address + " " + conflict.field;
}

Symbol conflict_mark(const Conflict& conflict) {
  return Symbol::of(std::string(kMark) + conflict_key(conflict));
}

std::optional<std::string_view> key_of_mark(std::string_view text) {
  if (!text.starts_with(kMark)) return std::nullopt;
  return text.substr(kMark.size());
}

size_t PairMerged::open_conflicts() const {
  return static_cast<size_t>(
      std::ranges::count_if(conflicts, [](const Conflict& conflict) { return conflict.open(); }));
}

}  // namespace catalog
