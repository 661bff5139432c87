#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "merge/equality.h"
#include "merge/meaning.h"
#include "model/fields_adoption.h"
#include "model/fields_reference.h"
#include "model/value_writer.h"
#include "text/normal.h"

namespace catalog {

/// What the absence of something on one side means for one item.
struct Voice {
  bool removes = true;    ///< what is not there was taken out, as against a last standard
  bool by_level = false;  ///< at the levels of `scope` only; elsewhere this side is silent
  LevelSet scope{};
};

/// One field that both sides changed differently. Absent values are empty texts whose span is
/// empty.
struct TextConflict {
  const FieldInfo& field;
  const std::string& path;  ///< deadline.区级, elements[名单].mode
  const Text* base;         ///< null where there is none
  const Text& left;
  const Text& right;
};

/// Who took something out that the base has.
enum class Remover : uint8_t { Left, Right, Both };

/// What becomes of an entry that one side took out and the other changed.
enum class KeptAs : uint8_t { Changed, Before, Gone };

/// What the merger asks and tells while it merges.
struct MergeListener {
  /// The value that settles a conflict, or nothing where it is to stay one.
  std::function<std::optional<Symbol>(const TextConflict&)> settle{};
  /// A value that the base has and the result has not.
  std::function<void(const FieldInfo&, const std::string& path, Symbol what, Remover)> removed{};
  /// An entry of a list of records that `Remover` took out and the other side changed; without
  /// this it stays as changed.
  std::function<KeptAs(const std::string& path, Symbol what, Remover)> removed_and_changed{};
};

/// Merges two records, field by field, as the field table says. A null base: nothing is known of
/// what stood before.
class RecordMerger {
 public:
  RecordMerger(const MergeMeanings& meanings, MergeListener listener)
      : meanings_(meanings), listener_(std::move(listener)) {}

  Voice left, right;
  /// Where neither side speaks, the base's value stays (a last standard, not a guideline).
  bool base_holds = true;
  /// A bare value is one value, whatever the item's levels (two versions of one file); else it
  /// stands for each level of its item.
  bool bare_is_whole = false;
  /// The levels of the item that is being merged, for values by level.
  struct ItemLevels {
    const Texts *base, *left, *right;
    Texts merged{};
  } levels{&kNone, &kNone, &kNone};
  /// The place of an element, word or citation in the guideline's row, where sets are put in order.
  std::function<std::optional<size_t>(const FieldInfo&, Symbol key)> rank;

  template <class R>
  R record(const R* base, const R& l, const R& r);
  /// The same of an item, whose levels are merged first.
  template <class R>
  R item(const R* base, const R& l, const R& r);

  Text value(const FieldInfo& field, const Text* base, const Text& l, const Text& r);
  Texts value(const FieldInfo& field, const Texts* base, const Texts& l, const Texts& r);
  std::vector<Element> value(const FieldInfo& field, const std::vector<Element>* base,
                             const std::vector<Element>& l, const std::vector<Element>& r) {
    return records(field, base, l, r);
  }
  TextMap value(const FieldInfo& field, const TextMap* base, const TextMap& l, const TextMap& r);
  template <class T>
  std::vector<Leveled<T>> value(const FieldInfo& field, const std::vector<Leveled<T>>* base,
                                const std::vector<Leveled<T>>& l, const std::vector<Leveled<T>>& r);
  template <class R>
  std::vector<R> value(const FieldInfo& field, const std::vector<R>* base, const std::vector<R>& l,
                       const std::vector<R>& r) {
    return records(field, base, l, r);
  }
  template <class R>
  Rare<R> value(const FieldInfo& field, const Rare<R>* base, const Rare<R>& l, const Rare<R>& r);

 private:
  void report_removal(const FieldInfo& field, Symbol what, Remover remover) {
    if (!quiet_ && listener_.removed) listener_.removed(field, path(), what, remover);
  }
  bool speaks(const Voice& voice, const FieldInfo& field, Symbol key) const;
  /// Whether what both sides say alike stands as it is, whatever was before.
  template <class T>
  bool stands(const std::vector<T>* base, const std::vector<T>& l, const std::vector<T>& r) const {
    const bool before_counts = base && (base_holds || left.removes || right.removes);
    return exactly(l, r) && (!before_counts || exactly(l, *base));
  }
  template <class T>
  std::vector<T> united(const FieldInfo& field, const std::vector<T>* base, const std::vector<T>& l,
                        const std::vector<T>& r, const auto& key_of, const auto& both);
  template <class R>
  std::vector<R> records(const FieldInfo& field, const std::vector<R>* base,
                         const std::vector<R>& l, const std::vector<R>& r);
  template <class T>
  std::vector<Leveled<T>> expanded(const std::vector<Leveled<T>>& in, const Texts& item_levels);
  template <class T>
  std::vector<Leveled<T>> collapsed(std::vector<Leveled<T>> in) const;
  void put_in_order(const FieldInfo& field, std::vector<Symbol>& keys) const;

  /// A part of the path that lasts as long as the scope.
  class Step {
   public:
    Step(const Step*& last, std::string_view before, std::string_view name,
         std::string_view behind = {})
        : last_(last), outer_(last), before_(before), name_(name), behind_(behind) {
      last_ = this;
    }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
    ~Step() { last_ = outer_; }
    void say(std::string& path) const {
      if (outer_) outer_->say(path);
      path += before_;
      path += name_;
      path += behind_;
    }

   private:
    const Step*& last_;
    const Step* outer_;
    std::string_view before_, name_, behind_;
  };

  /// The path of what is being merged, which only what is worth telling needs.
  std::string path() const {
    std::string out;
    if (step_) step_->say(out);
    return out;
  }

  static inline const Texts kNone{};

  const MergeMeanings& meanings_;
  MergeListener listener_;
  const Step* step_ = nullptr;
  bool quiet_ = false;
};

/// The key of a record among its like: its identity fields, or else all it says.
template <class R>
Symbol record_key(const MergeMeanings& meanings, const R& record);

template <class R>
R RecordMerger::record(const R* base, const R& l, const R& r) {
  const RecordInfo& info = *record_info<R>();
  R out{};
  if constexpr (requires { out.span; }) out.span = l.span.size() ? l.span : r.span;
  size_t index = 0;
  for_each_field<R>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    const auto &lv = Field::get(l), &rv = Field::get(r);
    const auto* bv = base ? &Field::get(*base) : nullptr;
    if (is_absent(lv) && is_absent(rv) && (!bv || is_absent(*bv))) return;
    if (field.merge == Merge::Keep) {
      Field::edit(out) = is_absent(lv) ? rv : lv;
      return;
    }
    const Step step(step_, step_ ? "." : "", field.key.en);
    auto merged = value(field, bv, lv, rv);
    if (!is_absent(merged)) Field::edit(out) = std::move(merged);
  });
  return out;
}

template <class R>
R RecordMerger::item(const R* base, const R& l, const R& r) {
  static const FieldInfo& field = *record_info<Item>()->field("levels");
  const Texts* before = base ? &base->levels : nullptr;
  ItemLevels outer = std::exchange(levels, {before ? before : &kNone, &l.levels, &r.levels});
  quiet_ = true;
  levels.merged = value(field, before, l.levels, r.levels);
  quiet_ = false;
  R out = record(base, l, r);
  levels = std::move(outer);
  return out;
}

template <class R>
Rare<R> RecordMerger::value(const FieldInfo& field, const Rare<R>* base, const Rare<R>& l,
                            const Rare<R>& r) {
  if (exactly(l, r)) return l;
  if (l.present() && r.present()) {
    Rare<R> out;
    const R* before = base && base->present() ? &base->get() : nullptr;
    if constexpr (std::is_base_of_v<Item, R>) {
      out.make() = item(before, l.get(), r.get());
    } else {
      out.make() = record(before, l.get(), r.get());
    }
    return out;
  }
  const Rare<R>& there = l.present() ? l : r;
  const bool removed = base && base->present() && exactly(*base, there) &&
                       speaks(l.present() ? right : left, field, {});
  if (!removed) return there;
  report_removal(field, {}, l.present() ? Remover::Right : Remover::Left);
  return {};
}

/// The union of two lists by key, without what one side took out.
template <class T>
std::vector<T> RecordMerger::united(const FieldInfo& field, const std::vector<T>* base,
                                    const std::vector<T>& l, const std::vector<T>& r,
                                    const auto& key_of, const auto& both) {
  using Map = std::unordered_map<Symbol, const T*>;
  const auto keyed = [&](const std::vector<T>& in, std::vector<Symbol>* order) {
    Map map;
    for (const T& entry : in) {
      const Symbol key = key_of(entry);
      if (map.emplace(key, &entry).second && order) order->push_back(key);
    }
    return map;
  };
  std::vector<Symbol> order, right_order;
  const Map in_left = keyed(l, &order), in_right = keyed(r, &right_order);
  const Map in_base = base ? keyed(*base, nullptr) : Map{};
  // What only the right has stands behind what it stands behind there.
  if (!exactly(l, r)) {
    std::vector<Symbol> merged;
    std::unordered_map<Symbol, std::vector<Symbol>> behind;
    Symbol last;
    for (const Symbol key : right_order) {
      if (in_left.contains(key)) {
        last = key;
      } else {
        behind[last].push_back(key);
      }
    }
    const auto add_behind = [&](Symbol key) {
      if (const auto found = behind.find(key); found != behind.end())
        merged.insert(merged.end(), found->second.begin(), found->second.end());
    };
    add_behind({});
    for (const Symbol key : order) {
      merged.push_back(key);
      add_behind(key);
    }
    order = std::move(merged);
    put_in_order(field, order);
  }
  std::vector<T> out;
  for (const Symbol key : order) {
    const auto left_at = in_left.find(key), right_at = in_right.find(key);
    const auto base_at = in_base.find(key);
    const T* before = base_at == in_base.end() ? nullptr : base_at->second;
    if (left_at != in_left.end() && right_at != in_right.end()) {
      out.push_back(both(before, *left_at->second, *right_at->second));
      continue;
    }
    const bool is_left = left_at != in_left.end();
    const T& there = is_left ? *left_at->second : *right_at->second;
    const bool removed = before && alike(meanings_, field, *before, there) &&
                         speaks(is_left ? right : left, field, key);
    KeptAs kept = removed ? KeptAs::Gone : KeptAs::Changed;
    if (!removed && before && !quiet_ && listener_.removed_and_changed &&
        speaks(is_left ? right : left, field, key)) {
      kept = listener_.removed_and_changed(path(), shown(there),
                                           is_left ? Remover::Right : Remover::Left);
    }
    if (kept == KeptAs::Before) out.push_back(*before);
    if (kept == KeptAs::Changed) out.push_back(there);
    if (removed) {
      report_removal(field, shown(there), is_left ? Remover::Right : Remover::Left);
    }
  }
  if (!base) return out;
  for (const T& entry : *base) {
    const Symbol key = key_of(entry);
    if (in_left.contains(key) || in_right.contains(key)) continue;
    const bool by_left = speaks(left, field, key), by_right = speaks(right, field, key);
    if (by_left || by_right) {
      report_removal(field, shown(entry),
                     by_left && by_right ? Remover::Both
                     : by_left           ? Remover::Left
                                         : Remover::Right);
    } else if (base_holds) {
      out.push_back(entry);
    }
  }
  return out;
}

template <class R>
std::vector<R> RecordMerger::records(const FieldInfo& field, const std::vector<R>* base,
                                     const std::vector<R>& l, const std::vector<R>& r) {
  if (stands(base, l, r)) return l;
  const auto key_of = [&](const R& entry) { return record_key(meanings_, entry); };
  return united(field, base, l, r, key_of, [&](const R* before, const R& a, const R& b) {
    const Step step(step_, "[", shown(a).view(), "]");
    if constexpr (std::is_base_of_v<Item, R>) {
      return item(before, a, b);
    } else {
      return record(before, a, b);
    }
  });
}

template <class T>
std::vector<Leveled<T>> RecordMerger::expanded(const std::vector<Leveled<T>>& in,
                                               const Texts& item_levels) {
  if (in.size() != 1 || !in.front().level.empty() || item_levels.empty()) return in;
  std::vector<Leveled<T>> out;
  for (const Text& level : item_levels) out.push_back({level, in.front().value});
  return out;
}

/// One value for all levels of the merged item is written once.
template <class T>
std::vector<Leveled<T>> RecordMerger::collapsed(std::vector<Leveled<T>> in) const {
  if (in.empty() || in.size() != levels.merged.size() || is_absent(in.front().value)) return in;
  for (const Text& level : levels.merged) {
    const bool there = std::ranges::any_of(in, [&](const Leveled<T>& entry) {
      return meanings_.level_key(entry.level.value) == meanings_.level_key(level.value);
    });
    if (!there) return in;
  }
  for (const Leveled<T>& entry : in) {
    if (!exactly(entry.value, in.front().value)) return in;
  }
  in.resize(1);
  in.front().level = {};
  return in;
}

template <class T>
std::vector<Leveled<T>> RecordMerger::value(const FieldInfo& field,
                                            const std::vector<Leveled<T>>* base,
                                            const std::vector<Leveled<T>>& l,
                                            const std::vector<Leveled<T>>& r) {
  using Map = std::vector<Leveled<T>>;
  const bool same_items = exactly(*levels.left, *levels.right) || bare_is_whole;
  if (same_items && exactly(l, r) && (!base || base->empty() || exactly(l, *base))) return l;
  const auto bare = [](const Map& map) { return map.size() == 1 && map.front().level.empty(); };
  const Vocabulary& words = meanings_.workspace().vocabulary;
  const auto same_levels = [&](const Texts& a, const Texts& b) {
    return exactly(a, b) || words.levels(a) == words.levels(b);
  };
  const bool one_value = same_levels(*levels.left, *levels.right) &&
                         (!base || base->empty() || same_levels(*levels.base, *levels.left));
  if ((bare_is_whole || one_value) && (l.empty() || bare(l)) && (r.empty() || bare(r)) &&
      (!base || base->empty() || bare(*base))) {
    static const T kNone{};
    const auto one = [&](const Map& map) -> const T& {
      return map.empty() ? kNone : map.front().value;
    };
    Map out{{{}, value(field, base ? &one(*base) : nullptr, one(l), one(r))}};
    return is_absent(out.front().value) ? Map{} : out;
  }
  const Map before = base ? expanded(*base, *levels.base) : Map{};
  const Map a = expanded(l, *levels.left), b = expanded(r, *levels.right);
  std::vector<Text> order;
  const auto add = [&](const Map& map) {
    for (const Leveled<T>& entry : map) {
      const Symbol key = meanings_.level_key(entry.level.value);
      const bool known = std::ranges::any_of(
          order, [&](const Text& level) { return meanings_.level_key(level.value) == key; });
      if (!known) order.push_back(entry.level);
    }
  };
  add(a);
  add(b);
  add(before);
  std::ranges::stable_sort(order, {}, [&](const Text& level) {
    const auto known = words.level(level.value);
    return known ? static_cast<int>(*known) : 99;
  });
  static const T kAbsent{};
  const auto at = [&](const Map& map, Symbol key) -> const T& {
    for (const Leveled<T>& entry : map) {
      if (meanings_.level_key(entry.level.value) == key) return entry.value;
    }
    return kAbsent;
  };
  Map out;
  for (const Text& level : order) {
    const Symbol key = meanings_.level_key(level.value);
    const Step step(step_, level.empty() ? "" : ".", key.view());
    const Voice left_before = left, right_before = right;
    const auto hear = [&](Voice& voice) {
      const auto known = words.level(level.value);
      if (voice.by_level && known) voice.removes = voice.scope.has(*known);
    };
    if (left.removes || left.by_level) hear(left);
    if (right.removes || right.by_level) hear(right);
    T merged = value(field, base ? &at(before, key) : nullptr, at(a, key), at(b, key));
    left = left_before;
    right = right_before;
    if (!is_absent(merged)) out.push_back({level, std::move(merged)});
  }
  return collapsed(std::move(out));
}

template <class R>
Symbol record_key(const MergeMeanings& meanings, const R& record) {
  const RecordInfo& info = *record_info<R>();
  static const bool sole_identity =
      std::ranges::count(info.fields, true, &FieldInfo::identity) == 1;
  if (sole_identity) {
    Symbol sole;
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field&) {
      const FieldInfo& field = info.fields[index++];
      if constexpr (std::is_same_v<detail::ValueOf<R, Field>, Text>) {
        if (field.identity) sole = meanings.key(field, Field::get(record).value);
      }
    });
    if (!sole.empty()) return sole;
  }
  std::string key;
  const auto add = [&](bool identity_only) {
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field&) {
      const FieldInfo& field = info.fields[index++];
      if (identity_only && !field.identity) return;
      using Value = detail::ValueOf<R, Field>;
      if constexpr (std::is_same_v<Value, Text>) {
        key += "\n" + std::string(meanings.key(field, Field::get(record).value).view());
      } else if constexpr (std::is_same_v<Value, Texts>) {
        std::vector<std::string_view> parts;
        for (const Text& text : Field::get(record))
          parts.push_back(meanings.key(field, text.value).view());
        std::ranges::sort(parts);
        for (const std::string_view part : parts) key += "\n" + std::string(part);
      } else if constexpr (requires { Field::get(record).get(); }) {
        // What an adoption's change applies to.
        if (field.identity)
          key += "\n" + comparison_form(yaml::emit_flow(
                            ValueWriter(Lang::En).value(field, Field::get(record))));
      }
    });
  };
  add(true);
  if (key.empty()) add(false);
  return Symbol::of(key);
}

}  // namespace catalog
