#include "merge/merger.h"

namespace catalog {

/// Whether a side's silence on this means that it took it out.
bool RecordMerger::speaks(const Voice& voice, const FieldInfo& field, Symbol key) const {
  if (!voice.removes) return false;
  if (!voice.by_level || field.vocabulary != "levels") return true;
  const auto level = meanings_.workspace().vocabulary.level(key);
  return !level || voice.scope.has(*level);
}

Text RecordMerger::value(const FieldInfo& field, const Text* base, const Text& given_left,
                         const Text& given_right) {
  // A silent side says what the base says, or what the other side does.
  const bool silent_left = given_left.empty() && !left.removes;
  const bool silent_right = given_right.empty() && !right.removes;
  const bool keeps = base_holds && base;
  const Text& l = silent_left ? (keeps ? *base : given_right) : given_left;
  const Text& r = silent_right ? (keeps ? *base : given_left) : given_right;
  if (exactly(l, r)) {
    if (l.empty() && keeps && !base->empty()) report_removal(field, base->value, Remover::Both);
    return l;
  }
  if (base) {
    const auto one_sided = [&](const Text& changed, Remover remover) {
      if (changed.empty()) report_removal(field, base->value, remover);
      return changed;
    };
    if (exactly(l, *base)) return one_sided(r, Remover::Right);
    if (exactly(r, *base)) return one_sided(l, Remover::Left);
  }
  if (!base && (l.empty() || r.empty())) return l.empty() ? r : l;
  if (meanings_.same(field, l.value, r.value)) return l;
  if (base && !base->empty()) {
    const bool left_same = meanings_.same(field, l.value, base->value);
    const bool right_same = meanings_.same(field, r.value, base->value);
    // Another wording of the base is no change that could stand against one.
    if (left_same != right_same) {
      const Text& changed = left_same ? r : l;
      if (changed.empty())
        report_removal(field, base->value, left_same ? Remover::Right : Remover::Left);
      return changed;
    }
  }
  const auto settled =
      quiet_ ? std::nullopt : listener_.settle({field, path(), base, given_left, given_right});
  if (!settled) return l.empty() ? r : l;
  return *settled == r.value ? r : Text{*settled, l.span};
}

Texts RecordMerger::value(const FieldInfo& field, const Texts* base, const Texts& l,
                          const Texts& r) {
  const auto has = [](const Texts& side, const Text& text) {
    return std::ranges::find(side, text.value, &Text::value) != side.end();
  };
  if (stands(base, l, r)) return l;
  if (exactly(l, r) &&
      (!base || std::ranges::all_of(*base, [&](const Text& text) { return has(l, text); })))
    return l;
  // Of two lists that hold all of the base, the one that was changed.
  const auto holds_base = [&](const Texts& side) {
    return std::ranges::all_of(*base, [&](const Text& text) { return has(side, text); });
  };
  if (base && exactly(l, *base) && holds_base(r)) return r;
  if (base && exactly(r, *base) && holds_base(l)) return l;
  const auto key_of = [&](const Text& text) { return meanings_.key(field, text.value); };
  return united(field, base, l, r, key_of, [&](const Text* before, const Text& a, const Text& b) {
    return before && exactly(a, *before) ? b : a;
  });
}

TextMap RecordMerger::value(const FieldInfo& field, const TextMap* base, const TextMap& l,
                            const TextMap& r) {
  if (stands(base, l, r)) return l;
  const auto key_of = [](const NamedText& entry) { return entry.key.value; };
  return united(
      field, base, l, r, key_of,
      [&](const NamedText* before, const NamedText& a, const NamedText& b) {
        const Step step(step_, ".", a.key.view());
        return NamedText{a.key, value(field, before ? &before->value : nullptr, a.value, b.value)};
      });
}

/// Puts what the guideline's row has into the row's order; the rest keeps its place.
void RecordMerger::put_in_order(const FieldInfo& field, std::vector<Symbol>& keys) const {
  if (!rank) return;
  std::vector<size_t> slots;
  std::vector<std::pair<size_t, Symbol>> ranked;
  for (size_t i = 0; i < keys.size(); i++) {
    if (const auto place = rank(field, keys[i])) {
      slots.push_back(i);
      ranked.emplace_back(*place, keys[i]);
    }
  }
  std::ranges::stable_sort(ranked, {}, &std::pair<size_t, Symbol>::first);
  for (size_t i = 0; i < slots.size(); i++) keys[slots[i]] = ranked[i].second;
}

}  // namespace catalog
