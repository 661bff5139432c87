#pragma once

#include <optional>
#include <set>
#include <string>

#include "merge_world.h"

namespace catalog::test {

/// The conflicts of a triple by definition, field by field, without any of the engine: items are
/// found by topic, meanings by the pools' classes, levels one by one.
class NaiveMerge {
 public:
  explicit NaiveMerge(const Triple& triple) : triple_(triple) {}

  std::multiset<std::string> conflicts() {
    std::set<std::string> topics;
    for (const auto& item : triple_.base.items) topics.insert(std::string(item.topic.view()));
    for (const auto& item : triple_.department.items) topics.insert(std::string(item.topic.view()));
    for (const auto& item : triple_.district.items) topics.insert(std::string(item.topic.view()));
    for (const std::string& topic : topics) {
      item(find(triple_.base.items, topic), find(triple_.department.items, topic),
           find(triple_.district.items, topic));
    }
    return std::move(out_);
  }

 private:
  template <class Items>
  static const Item* find(const Items& items, const std::string& topic) {
    for (const auto& item : items) {
      if (item.topic.view() == topic) return &item;
    }
    return nullptr;
  }

  static int meaning(const char* pool, std::string_view text) {
    for (const Meant& value : pools().at(pool)) {
      if (text == value.text) return value.meaning;
    }
    return 0;
  }

  /// The classic rule: both differ from the base, and from each other. A new item has no base but
  /// its guideline row, and there what only one side has is no disagreement.
  bool differ(const std::optional<int>& base, int left, int right, int of_row = 0) const {
    if (left == right) return false;
    if (base) return left != *base && right != *base;
    if (left == 0 || right == 0) return false;
    return !has_row_ || of_row == 0 || (left != of_row && right != of_row);
  }

  /// What every row of the test's guideline says.
  static int row_meaning(std::string_view field, std::string_view level = "区级") {
    if (level == "市级") return 0;
    if (field == "deadline") return 1;
    if (field == "publisher") return 99;
    return field == "audience" || field == "mode" ? 1 : 0;
  }

  void item(const Item* base, const Item* left, const Item* right) {
    has_row_ = left && !left->guideline.empty();
    if (!left || !right) {
      const Item* there = left ? left : right;
      if (base && there && !same(*base, *there)) add(*base, "levels");
      return;
    }
    const auto plain = [&](const char* field, auto get) {
      const auto of = [&](const Item& item) { return meaning(field, get(item)); };
      if (differ(base ? std::optional(of(*base)) : std::nullopt, of(*left), of(*right),
                 row_meaning(field)))
        add(base ? *base : *left, field);
    };
    plain("category", [](const Item& item) { return item.category.view(); });
    plain("detail", [](const Item& item) { return item.detail.view(); });
    plain("audience", [](const Item& item) { return item.audience.view(); });
    plain("mode", [](const Item& item) { return item.mode.view(); });
    plain("note", [](const Item& item) { return item.seldom->note.view(); });
    by_level("deadline", base, *left, *right, &Item::deadline);
    by_level("publisher", base, *left, *right, &Item::publisher);
    element_modes(base, *left, *right);
  }

  static bool has_level(const Item& item, std::string_view level) {
    for (const Text& text : item.levels) {
      if (text.view() == level) return true;
    }
    return false;
  }

  static int at_level(const char* pool, const Item& item, const LevelText& map,
                      std::string_view level) {
    for (const auto& entry : map) {
      if (entry.level.empty() ? has_level(item, level) : entry.level.view() == level)
        return meaning(pool, entry.value.view());
    }
    return 0;
  }

  static bool is_bare(const LevelText& map) { return map.size() == 1 && map.front().level.empty(); }

  void by_level(const char* field, const Item* base, const Item& left, const Item& right,
                LevelText Item::*member) {
    std::vector<std::string> levels;
    for (const char* level : {"市级", "区级", "街镇级"}) {
      const auto before =
          base ? std::optional(at_level(field, *base, base->*member, level)) : std::nullopt;
      if (differ(before, at_level(field, left, left.*member, level),
                 at_level(field, right, right.*member, level), row_meaning(field, level)))
        levels.emplace_back(level);
    }
    if (levels.empty()) return;
    // One value for the same levels everywhere is one disagreement.
    const auto same_levels = [](const Item& a, const Item& b) {
      for (const char* level : {"市级", "区级", "街镇级"}) {
        if (has_level(a, level) != has_level(b, level)) return false;
      }
      return true;
    };
    const bool like_row = !has_row_ || (!has_level(left, "市级") && has_level(left, "区级") &&
                                        has_level(left, "街镇级"));
    const bool whole = is_bare(left.*member) && is_bare(right.*member) &&
                       same_levels(left, right) &&
                       (base ? is_bare(base->*member) && same_levels(*base, left) : like_row);
    if (whole) return add(base ? *base : left, field);
    for (const std::string& level : levels)
      add(base ? *base : left, std::string(field) + "." + level);
  }

  static const Element* element(const Item& item, std::string_view name) {
    for (const Element& element : item.elements) {
      if (element.name.view() == name) return &element;
    }
    return nullptr;
  }

  void element_modes(const Item* base, const Item& left, const Item& right) {
    for (const Element& mine : left.elements) {
      const Element* other = element(right, mine.name.view());
      if (!other) continue;
      const Element* before = base ? element(*base, mine.name.view()) : nullptr;
      const auto mode = [](const Element& e) { return meaning("mode", e.own->mode.view()); };
      std::optional<int> was;
      if (before) was = mode(*before);
      if (base && !before) was = 0;
      if (base && !before && (mode(mine) == 0 || mode(*other) == 0)) continue;
      if (differ(was, mode(mine), mode(*other)))
        add(base ? *base : left, "elements[" + std::string(mine.name.view()) + "].mode");
    }
  }

  /// Whether an item was left as it is, in meaning.
  static bool same(const Item& a, const Item& b) {
    const auto words = [](const Texts& texts) {
      std::set<std::string_view> out;
      for (const Text& text : texts) out.insert(text.view());
      return out;
    };
    const auto maps = [](const char* pool, const LevelText& map) {
      std::set<std::pair<std::string_view, int>> out;
      for (const auto& entry : map)
        out.emplace(entry.level.view(), meaning(pool, entry.value.view()));
      return out;
    };
    const auto lists = [&](const LevelTexts& map) {
      std::set<std::pair<std::string_view, std::set<std::string_view>>> out;
      for (const auto& entry : map) out.emplace(entry.level.view(), words(entry.value));
      return out;
    };
    const auto elements = [](const Item& item) {
      std::set<std::pair<std::string_view, int>> out;
      for (const Element& e : item.elements)
        out.emplace(e.name.view(), e.own.present() ? meaning("mode", e.own->mode.view()) : 0);
      return out;
    };
    return meaning("category", a.category.view()) == meaning("category", b.category.view()) &&
           meaning("detail", a.detail.view()) == meaning("detail", b.detail.view()) &&
           meaning("audience", a.audience.view()) == meaning("audience", b.audience.view()) &&
           meaning("mode", a.mode.view()) == meaning("mode", b.mode.view()) &&
           meaning("note", a.seldom->note.view()) == meaning("note", b.seldom->note.view()) &&
           words(a.levels) == words(b.levels) && words(a.basis) == words(b.basis) &&
           maps("deadline", a.deadline) == maps("deadline", b.deadline) &&
           maps("publisher", a.publisher) == maps("publisher", b.publisher) &&
           lists(a.channels) == lists(b.channels) && elements(a) == elements(b);
  }

  void add(const Item& of, const std::string& field) {
    out_.insert(std::string(of.topic.view()) + ":" + field);
  }

  const Triple& triple_;
  bool has_row_ = false;
  std::multiset<std::string> out_;
};

inline std::multiset<std::string> naive_conflicts(const Triple& triple) {
  return NaiveMerge(triple).conflicts();
}

}  // namespace catalog::test
