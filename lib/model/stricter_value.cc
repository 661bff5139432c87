#include "model/stricter_value.h"

#include <algorithm>

#include "model/deadline_edit.h"
#include "model/element_values.h"
#include "model/fields_item.h"
#include "model/level_pairs.h"
#include "model/word_relation.h"

namespace catalog {

namespace {

std::optional<Text> stricter_phrase(const Text& a, const Text& b, const Knowledge& knowledge) {
  const auto phrase = stricter(a.view(), b.view(), knowledge.calendar);
  if (!phrase) return std::nullopt;
  return *phrase == b.view() ? b : Text{Symbol::of(*phrase), a.span};
}

/// The better of two values whose relation of b to a is known.
template <class Value>
std::optional<Value> better(FieldRelation relation, const Value& a, const Value& b) {
  if (relation == FieldRelation::Changed) return std::nullopt;
  return relation == FieldRelation::Wider ? b : a;
}

/// Members of both: `a` first, in its wording where they mean the same, then what `b` adds.
Texts unite(const FieldInfo& field, const Texts& a, const Texts& b,
            const FieldComparison& comparison) {
  Texts out = a;
  const auto adds = [&](const FieldDifference& part) {
    if (part.relation != FieldRelation::Editorial) return true;
    return part.before.empty() && field.compare == Compare::Editorial;
  };
  for (const Text& text : b) {
    const bool wanted = std::ranges::any_of(comparison.parts, [&](const FieldDifference& part) {
      return part.after == text.view() && adds(part);
    });
    if (wanted) out.push_back(text);
  }
  return out;
}

/// What an element says of a key by itself or through its item.
const Text& effective(const Text& own, std::string_view key, const Item& item) {
  const Text* from_item = own.empty() ? inherited_value(key, item) : nullptr;
  return from_item ? *from_item : own;
}

/// Elements of one name: the stricter of their own keys; nothing if one can't be ordered.
std::optional<Element> stricter_element(const Element& a, const Element& b, const ItemPair& items) {
  Element out = a;
  bool decided = true;
  for_each_field<Element>([&](const auto& field) {
    const Text& first = field.get(a);
    const Text& second = field.get(b);
    if (first.value == second.value || field.info.key.en == "name") return;
    const std::string_view key = field.info.key.en;
    const Text& whole_first = effective(first, key, items.before);
    const Text& whole_second = effective(second, key, items.after);
    const auto value = stricter(field.info, whole_first, whole_second, items);
    decided = decided && value;
    if (!value || value->value == whole_first.value) return;
    field.edit(out) = value->value == whole_second.value ? second : *value;
  });
  return decided ? std::optional(out) : std::nullopt;
}

template <class Value>
std::optional<std::vector<Leveled<Value>>> stricter_leveled(const FieldInfo& field,
                                                            const std::vector<Leveled<Value>>& a,
                                                            const std::vector<Leveled<Value>>& b,
                                                            const ItemPair& items) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const auto never = [](const Value* x, const Value* y) { return x == y; };
  std::vector<Leveled<Value>> out;
  for (const auto& pair : level_pairs(a, b, items, never)) {
    const Text level{Symbol::of(pair.level), {}};
    if (!pair.before || !pair.after) {
      out.push_back({level, pair.before ? *pair.before : *pair.after});
      continue;
    }
    auto value = stricter(field, *pair.before, *pair.after, items);
    if (!value) return std::nullopt;
    out.push_back({level, std::move(*value)});
  }
  return out;
}

}  // namespace

std::optional<Text> stricter(const FieldInfo& field, const Text& a, const Text& b,
                             const ItemPair& items) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  if (field.compare == Compare::Deadline) return stricter_phrase(a, b, items.knowledge);
  return better(relate(field, a, b, items).relation(), a, b);
}

std::optional<Texts> stricter(const FieldInfo& field, const Texts& a, const Texts& b,
                              const ItemPair& items) {
  return unite(field, a, b, relate(field, a, b, items));
}

std::optional<LevelText> stricter(const FieldInfo& field, const LevelText& a, const LevelText& b,
                                  const ItemPair& items) {
  return stricter_leveled(field, a, b, items);
}

std::optional<LevelTexts> stricter(const FieldInfo& field, const LevelTexts& a, const LevelTexts& b,
                                   const ItemPair& items) {
  return stricter_leveled(field, a, b, items);
}

std::optional<std::vector<Element>> stricter(const FieldInfo&, const std::vector<Element>& a,
                                             const std::vector<Element>& b, const ItemPair& items) {
  std::vector<Element> out = a;
  for (const Element& element : b) {
    const auto twin = std::ranges::find_if(
        out, [&](const Element& own) { return same_form(own.name.value, element.name.value); });
    if (twin == out.end()) {
      out.push_back(element);
      continue;
    }
    const auto value = stricter_element(*twin, element, items);
    if (!value) return std::nullopt;
    *twin = *value;
  }
  return out;
}

}  // namespace catalog
