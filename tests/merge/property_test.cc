#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "merge/equality.h"
#include "merge_world.h"
#include "model/deadline_compare.h"
#include "model/public_words.h"
#include "naive_merge.h"

namespace catalog::test {

namespace {

constexpr int kTriples = 10000;

PairMerged merged(const PairMerge& merge) {
  auto out = merge_pair(merge);
  REQUIRE(out.has_value());
  return std::move(*out);
}

/// A generated triple and its merge without --resolve.
struct Outcome {
  Triple triple;
  PairMerged merged;
};

/// Ten thousand of them, made once; half have lists that speak for all levels.
const std::vector<Outcome>& outcomes() {
  static const std::vector<Outcome> made = [] {
    TripleMaker maker(20201231);
    std::vector<Outcome> out(kTriples);
    for (int i = 0; i < kTriples; i++) {
      out[static_cast<size_t>(i)].triple = maker.make(i % 2 == 0);
      out[static_cast<size_t>(i)].merged = merged(out[static_cast<size_t>(i)].triple.merge());
    }
    return out;
  }();
  return made;
}

template <class F>
void each_outcome(F&& f) {
  for (const Outcome& outcome : outcomes()) f(outcome.triple, outcome.merged);
}

std::vector<Item> list_items(const std::vector<StandardItem>& items) {
  return {items.begin(), items.end()};
}

/// The items by id, without what only tells where they came from.
std::map<std::string, StandardItem> by_id(const Standard& standard) {
  std::map<std::string, StandardItem> out;
  for (const StandardItem& item : standard.items) {
    StandardItem copy = item;
    copy.was.clear();
    out.emplace(std::string(item.id.view()), std::move(copy));
  }
  return out;
}

bool equal(const Standard& a, const Standard& b) {
  const auto x = by_id(a), y = by_id(b);
  return std::ranges::equal(x, y, [](const auto& m, const auto& n) {
    return m.first == n.first && exactly(m.second, n.second);
  });
}

std::string joined(const std::multiset<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += text + " ";
  return out;
}

/// An item with its values written out for each of its levels.
StandardItem by_levels(StandardItem item) {
  const auto expand = [&](auto& map) {
    if (map.size() != 1 || !map.front().level.empty()) return;
    const auto value = map.front().value;
    map.clear();
    for (const Text& level : item.levels) map.push_back({level, value});
  };
  expand(item.deadline);
  expand(item.publisher);
  expand(item.channels);
  return item;
}

std::multiset<std::string> conflict_set(const PairMerged& merged) {
  std::multiset<std::string> out;
  for (const Conflict& conflict : merged.conflicts) {
    const std::string id = conflict.address.substr(conflict.address.rfind('/') + 1);
    out.insert(id + ":" + conflict.field);
  }
  return out;
}

}  // namespace

TEST_CASE("merging a version with itself changes nothing") {
  each_outcome([](const Triple& triple, const PairMerged&) {
    Triple same = triple;
    same.department.items = list_items(triple.base.items);
    same.district.items = list_items(triple.base.items);
    const PairMerged out = merged(same.merge());
    CHECK(out.conflicts.empty());
    CHECK(out.removals.empty());
    CHECK(equal(out.standard, triple.base));
  });
}

TEST_CASE("a merge that is merged again changes nothing") {
  each_outcome([](const Triple& triple, const PairMerged&) {
    const PairMerged once = merged(triple.merge({.all = Settle::Department}));
    CHECK(once.open_conflicts() == 0);
    Triple again = triple;
    again.base = once.standard;
    again.department.items = list_items(once.standard.items);
    again.district.items = list_items(once.standard.items);
    const PairMerged twice = merged(again.merge());
    CHECK(twice.conflicts.empty());
    CHECK(twice.removals.empty());
    CHECK(equal(twice.standard, once.standard));
  });
}

TEST_CASE("where no side is preferred the sides may change places") {
  const MergeMeanings meanings(merge_workspace());
  each_outcome([&](const Triple& triple, const PairMerged& one) {
    Triple swapped = triple;
    std::swap(swapped.department.items, swapped.district.items);
    const PairMerged other = merged(swapped.merge());
    CHECK(conflict_set(one) == conflict_set(other));
    CHECK(one.removals.size() == other.removals.size());
    const auto x = by_id(one.standard), y = by_id(other.standard);
    REQUIRE(x.size() == y.size());
    for (const auto& [id, item] : x) {
      REQUIRE(y.contains(id));
      CHECK(alike(meanings, {}, by_levels(item), by_levels(y.at(id))));
    }
  });
}

TEST_CASE("the order of the items never changes a result") {
  std::mt19937 dice(7);
  each_outcome([&](const Triple& triple, const PairMerged& one) {
    Triple shuffled = triple;
    std::ranges::shuffle(shuffled.base.items, dice);
    std::ranges::shuffle(shuffled.department.items, dice);
    std::ranges::shuffle(shuffled.district.items, dice);
    const PairMerged other = merged(shuffled.merge());
    CHECK(conflict_set(one) == conflict_set(other));
    CHECK(exactly(one.standard.items, other.standard.items));
  });
}

TEST_CASE("nothing is lost but removals against the last standard, each of which is reported") {
  const MergeMeanings meanings(merge_workspace());
  size_t kept = 0, reported = 0;
  each_outcome([&](const Triple& triple, const PairMerged& out) {
    const auto items = by_id(out.standard);
    const auto is_reported = [&](const std::string& id, std::string_view what) {
      return std::ranges::any_of(out.removals, [&](const Removal& removal) {
        return removal.address == "standard/d/" + id &&
               (removal.field.empty() || removal.what == what);
      });
    };
    const auto look = [&](const Item& item, const std::string& id) {
      const auto found = items.find(id);
      if (found == items.end()) {
        CHECK(is_reported(id, ""));
        reported++;
        return;
      }
      for (const Element& element : item.elements) {
        const bool there = std::ranges::any_of(found->second.elements, [&](const Element& other) {
          return other.name.value == element.name.value;
        });
        CHECK((there || is_reported(id, element.name.view())));
        (there ? kept : reported)++;
      }
      static const FieldInfo& basis = *record_info<StandardItem>()->field("basis");
      for (const Text& entry : item.basis) {
        const bool there = std::ranges::any_of(found->second.basis, [&](const Text& other) {
          return meanings.same(basis, entry.value, other.value);
        });
        CHECK((there || is_reported(id, entry.view())));
        (there ? kept : reported)++;
      }
    };
    std::map<std::string, std::string> ids;
    for (const PairedItem& pair : out.pairs) {
      for (const Symbol address : {pair.department, pair.district, pair.base})
        ids[std::string(address.view())] = pair.id.view();
    }
    for (const Item& item : triple.department.items)
      look(item, ids.at("list/civil-affairs/d/" + std::string(item.id.view())));
    for (const Item& item : triple.district.items)
      look(item, ids.at("list/310104/d/" + std::string(item.id.view())));
    for (const Item& item : triple.base.items) look(item, std::string(item.id.view()));
  });
  CHECK(kept > kTriples);
  CHECK(reported > kTriples / 10);
}

TEST_CASE(
    "every conflict is a field that both sides changed differently, and all of them are named") {
  const MergeMeanings meanings(merge_workspace());
  size_t conflicts = 0;
  each_outcome([&](const Triple& triple, const PairMerged& out) {
    for (const Conflict& conflict : out.conflicts) {
      if (conflict.field == "levels") continue;  // one side took the item out
      const auto said = [](const ConflictSide& side) {
        std::string all;
        for (const Text& text : side.values) all += std::string(text.view()) + "\n";
        return all;
      };
      CHECK(said(conflict.department) != said(conflict.district));
      if (conflict.base.known) {
        CHECK(said(conflict.department) != said(conflict.base));
        CHECK(said(conflict.district) != said(conflict.base));
      }
    }
    conflicts += out.conflicts.size();
    // The reference speaks of lists that speak for all levels.
    const bool anchored = triple.base.items.back().id.view() == "z";
    if (!anchored) return;
    std::multiset<std::string> found;
    for (const Conflict& conflict : out.conflicts)
      found.insert(conflict.item.substr(0, conflict.item.find('/')) + ":" + conflict.field);
    const std::multiset<std::string> wanted = naive_conflicts(triple);
    CHECK(joined(found) == joined(wanted));
  });
  CHECK(conflicts > kTriples / 10);
}

TEST_CASE("what --resolve stricter takes is never narrower than either side") {
  const Workspace& workspace = merge_workspace();
  size_t settled = 0;
  each_outcome([&](const Triple& triple, const PairMerged&) {
    const PairMerged out = merged(triple.merge({.all = Settle::Stricter}));
    for (const Conflict& conflict : out.conflicts) {
      if (conflict.settled != Settle::Stricter || conflict.field == "levels") continue;
      REQUIRE(conflict.result.values.size() == 1);
      const Symbol result = conflict.result.values.front().value;
      settled++;
      for (const ConflictSide* side : {&conflict.department, &conflict.district}) {
        REQUIRE(side->values.size() == 1);
        const Symbol given = side->values.front().value;
        if (conflict.field.starts_with("deadline")) {
          for (const PartComparison& part :
               compare(deadline_of(result), deadline_of(given), workspace.calendar))
            CHECK(!possibly_weaker(part.relation));
        } else if (conflict.field == "audience") {
          const auto is_everyone = [&](Symbol text) {
            return audience_meaning(workspace.vocabulary, text.view()).everyone;
          };
          CHECK((is_everyone(result) || !is_everyone(given)));
        } else {
          CHECK(conflict.field.ends_with("mode"));
          CHECK(*mode_rank(workspace.vocabulary, result) <=
                *mode_rank(workspace.vocabulary, given));
        }
      }
    }
  });
  CHECK(settled > kTriples / 20);
}

TEST_CASE("a merge of many items is the same for any number of threads") {
  TripleMaker maker(7);
  List department, district;
  department.unit = text("civil-affairs");
  district.unit = text("310104");
  for (List* list : {&department, &district}) {
    list->domain = text("d");
    list->version = text("1");
  }
  for (int i = 0; i < 900; i++) {
    StandardItem item = maker.fresh("i" + std::to_string(i), -1);
    item.topic = text("事项" + std::to_string(i * 7919));
    department.items.push_back(item);
    maker.edit(item, 30);
    district.items.push_back(item);
  }
  const auto with = [&](unsigned threads) {
    PairMerge merge{.workspace = merge_workspace(), .department = department, .district = district};
    merge.threads = threads;
    return merged(merge);
  };
  const PairMerged one = with(1);
  CHECK(one.conflicts.size() > 100);
  const auto prints = [](const PairMerged& merge) {
    std::vector<uint64_t> out;
    for (const Conflict& conflict : merge.conflicts) out.push_back(conflict.fingerprint);
    return out;
  };
  for (const unsigned threads : {2u, 5u}) {
    const PairMerged many = with(threads);
    CHECK(exactly(one.standard.items, many.standard.items));
    CHECK(prints(one) == prints(many));
    CHECK(one.pairs.size() == many.pairs.size());
    CHECK(one.removals.size() == many.removals.size());
  }
}

}  // namespace catalog::test
