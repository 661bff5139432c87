#include "merge/settlements.h"

#include <algorithm>

#include "model/words.h"

namespace catalog {

namespace {

Text joined(const ConflictSide& side) {
  std::string text;
  for (const Text& value : side.values)
    text += (text.empty() ? "" : "、") + std::string(value.view());
  return {Symbol::of(text), {}};
}

/// On which the pair agreed: the last of the words.
const Bilingual& agreed() { return words::kSettlementWords.back(); }

/// The way in which the standard before says that the same value was taken.
const Text* known_way(const Settlement& one, const Standard* known) {
  if (!known) return nullptr;
  const auto found = std::ranges::find_if(known->settled, [&](const Settlement& before) {
    return before.item.value == one.item.value && before.field.value == one.field.value &&
           before.result.value == one.result.value;
  });
  return found == known->settled.end() ? nullptr : &found->by;
}

}  // namespace

std::vector<Settlement> settlements(const std::vector<Conflict>& conflicts, const Standard* known) {
  std::vector<Settlement> out;
  for (const Conflict& conflict : conflicts) {
    if (conflict.open()) continue;
    Settlement one;
    one.item.value = Symbol::of(conflict.address.substr(conflict.address.rfind('/') + 1));
    one.field.value = Symbol::of(conflict.field);
    one.base = joined(conflict.base);
    one.department = joined(conflict.department);
    one.district = joined(conflict.district);
    one.result = joined(conflict.result);
    const Text* before = conflict.settled ? nullptr : known_way(one, known);
    one.by.value =
        before ? before->value
               : Symbol::of((conflict.settled ? settle_word(*conflict.settled) : agreed()).zh);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace catalog
