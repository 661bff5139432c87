#include "merge/pair_merge.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <unordered_map>

#include "merge/base_item.h"
#include "merge/checks.h"
#include "merge/heads.h"
#include "merge/numbering.h"
#include "merge/placeholders.h"
#include "merge/settlements.h"
#include "merge/slot_merger.h"
#include "text/normal.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

constexpr size_t kSlotsAtOnce = 256;  // that a thread takes

/// The comparison forms of items' names, made once for items that are named alike.
class NameForms {
 public:
  const std::string& of(const Item& item) {
    const Name name{item.topic.value, item.subtopic.value, item.detail.value};
    const auto [known, is_new] = forms_.try_emplace(name);
    if (is_new) known->second = comparison_form(item_name(item));
    return known->second;
  }

 private:
  using Name = std::array<Symbol, 3>;
  struct Hash {
    size_t operator()(const Name& name) const {
      size_t out = 0;
      for (const Symbol part : name) out = out * 31 + std::hash<Symbol>()(part);
      return out;
    }
  };
  std::unordered_map<Name, std::string, Hash> forms_;
};

class PairMerger {
 public:
  explicit PairMerger(const PairMerge& merge) : merge_(merge), bases_(merge) {}

  PairMerged run() {
    prepare();
    std::vector<ItemMatch> matches;
    parallel_for(2, merge_.threads, [&](size_t part, unsigned) {
      if (part == 0) {
        matches = pair_items(merge_, sides_);
        number(matches);
      } else {
        // Room for what they will at least become: touching it takes as long as pairing.
        const size_t least = std::max(sides_.department.items.size(), sides_.district.items.size());
        items().resize(least);
        out_.pairs.resize(least);
      }
    });
    merge_slots();
    forget_moved();
    merge_heads(merge_, out_);
    out_.standard.settled = settlements(out_.conflicts, known());
    return std::move(out_);
  }

 private:
  std::vector<StandardItem>& items() { return out_.standard.items; }

  const Standard* known() const { return merge_.standard ? merge_.standard : merge_.draft; }

  /// The base's items, and those of the sides with their placeholders.
  void prepare() {
    if (known()) sides_.standard = known()->items;
    std::vector<Substitution> made[2];
    parallel_for(3, merge_.threads, [&](size_t side, unsigned) {
      if (side == 0) {
        take_items(sides_.department, merge_.department, {}, made[0]);
      } else if (side == 1) {
        take_items(sides_.district, merge_.district, merge_.district.unit.value, made[1]);
      } else {
        NameForms forms;
        for (const StandardItem& item : sides_.standard) add(sides_.base, item, forms);
      }
    });
    for (auto& side : made) std::ranges::move(side, std::back_inserter(out_.substitutions));
  }

  void take_items(SideItems& to, const List& list, Symbol district,
                  std::vector<Substitution>& made) {
    Placeholders names(merge_.workspace, district, merge_.on);
    NameForms forms;
    to.items.reserve(list.items.size());
    to.names.reserve(list.items.size());
    for (const Item& item : list.items) {
      auto changed = names.applied(item, list.file);
      if (changed) changed_[!district.empty()].push_back(std::move(*changed));
      add(to, changed ? changed_[!district.empty()].back() : item, forms);
    }
    made = names.take();
  }

  static void add(SideItems& to, const Item& item, NameForms& forms) {
    to.items.push_back(&item);
    to.names.push_back(forms.of(item));
  }

  /// Gives ids and brings the items into the guideline's order.
  void number(const std::vector<ItemMatch>& matches) {
    slots_.reserve(matches.size());
    for (const ItemMatch& match : matches) {
      const size_t pieces = std::max(match.department.size(), match.district.size());
      for (size_t piece = 0; piece < std::max<size_t>(pieces, 1); piece++)
        slots_.push_back({&match, pieces > 1 ? std::optional(piece) : std::nullopt, {}});
    }
    std::vector<Numbered> numbers(slots_.size());
    parallel_each(slots_.size(), kSlotsAtOnce, merge_.threads,
                  [&](size_t i, unsigned) { numbers[i] = numbered(slots_[i]); });
    std::vector<std::string_view> taken;
    taken.reserve(sides_.standard.size());
    for (const StandardItem& item : sides_.standard) taken.push_back(item.id.view());
    const std::vector<uint32_t> order = assign_ids(numbers, taken, merge_.threads);
    std::vector<Slot> sorted;
    sorted.reserve(slots_.size());
    for (const uint32_t i : order) {
      slots_[i].id = std::move(numbers[i].id);
      sorted.push_back(std::move(slots_[i]));
    }
    slots_ = std::move(sorted);
  }

  Numbered numbered(const Slot& slot) const {
    const ItemMatch& match = *slot.match;
    Numbered number{.row = match.row, .of = bases_.row(match.row)};
    if (slot.piece.value_or(0) == 0 && match.base)
      number.base_id = sides_.standard[*match.base].id.view();
    name(slot, number);
    return number;
  }

  /// The item's name, and what tells it from its like whatever side it comes from.
  void name(const Slot& slot, Numbered& number) const {
    std::string_view names[2];
    size_t count = 0;
    const auto add = [&](const SideItems& side, const Places& some) {
      const size_t piece = slot.piece.value_or(0);
      if (piece >= some.size()) return;
      names[count] = side.names[some[piece]];
      number.ids[count++] = side.items[some[piece]]->id.view();
    };
    add(sides_.department, slot.match->department);
    add(sides_.district, slot.match->district);
    std::sort(names, names + count);
    std::sort(number.ids.begin(), number.ids.begin() + count);
    number.name = names[0];
  }

  void merge_slots() {
    const unsigned threads = merge_.threads == 0 ? default_threads() : merge_.threads;
    std::vector<std::unique_ptr<SlotMerger>> mergers(threads);
    std::vector<MergedSlots> parts(slots_.size() / kSlotsAtOnce + 1);
    items().resize(slots_.size());
    out_.pairs.resize(slots_.size());
    std::atomic<bool> any_gone = false;
    parallel_each(slots_.size(), kSlotsAtOnce, threads, [&](size_t i, unsigned worker) {
      auto& merger = mergers[worker];
      if (!merger) merger = std::make_unique<SlotMerger>(merge_, sides_);
      auto merged = merger->merge(slots_[i], out_.pairs[i], parts[i / kSlotsAtOnce]);
      if (merged) {
        items()[i] = std::move(*merged);
      } else {
        any_gone = true;
      }
    });
    if (any_gone) close_gaps();
    size_t conflicts = 0;
    for (const MergedSlots& part : parts) conflicts += part.conflicts.size();
    out_.conflicts.reserve(conflicts);
    for (MergedSlots& part : parts) take(part);
  }

  /// Takes the places of items that are gone, which have no id, out of the list.
  void close_gaps() {
    size_t kept = 0;
    for (size_t i = 0; i < slots_.size(); i++) {
      if (items()[i].id.empty()) continue;
      if (kept != i) {
        items()[kept] = std::move(items()[i]);
        slots_[kept] = std::move(slots_[i]);
      }
      kept++;
    }
    items().resize(kept);
    slots_.resize(kept);
  }

  void take(MergedSlots& part) {
    const auto append = [](auto& to, auto& from) {
      std::ranges::move(from, std::back_inserter(to));
    };
    append(out_.conflicts, part.conflicts);
    append(out_.removals, part.removals);
    append(removal_rows_, part.removal_rows);
  }

  /// An element that stands in another item of the same row was moved, not removed.
  void forget_moved() {
    if (out_.removals.empty()) return;
    std::unordered_map<std::string, size_t> standing;
    const auto place = [&](uint32_t row, std::string_view text) {
      return std::to_string(row) + "|" + comparison_form(text);
    };
    for (size_t i = 0; i < items().size(); i++) {
      for (const Element& element : items()[i].elements)
        standing[place(slots_[i].match->row, element.name.view())]++;
    }
    std::vector<Removal> kept;
    for (size_t i = 0; i < out_.removals.size(); i++) {
      Removal& removal = out_.removals[i];
      const bool moved = removal.field == "elements" && removal_rows_[i] != kNoRow &&
                         standing.contains(place(removal_rows_[i], removal.what));
      if (!moved) kept.push_back(std::move(removal));
    }
    out_.removals = std::move(kept);
  }

  const PairMerge& merge_;
  BaseItems bases_;
  std::deque<Item> changed_[2];  // by placeholders, of department and district
  ItemSides sides_;
  std::vector<Slot> slots_;  // in the order of the items that they become
  std::vector<uint32_t> removal_rows_;
  PairMerged out_;
};

}  // namespace

std::expected<PairMerged, Message> merge_pair(const PairMerge& merge) {
  if (auto why = why_not_mergeable(merge)) return std::unexpected(std::move(*why));
  return PairMerger(merge).run();
}

}  // namespace catalog
