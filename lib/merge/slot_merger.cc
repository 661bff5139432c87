#include "merge/slot_merger.h"

#include <algorithm>

#include "merge/base_item.h"
#include "merge/merger.h"
#include "merge/split.h"

namespace catalog {

namespace {

/// How much of an item an absent side took out by leaving it out.
enum class Silence : uint8_t { Nothing, SomeLevels, All };

}  // namespace

class SlotMerger::Work {
 public:
  Work(const PairMerge& merge, const ItemSides& sides)
      : merge_(merge),
        sides_(sides),
        meanings_(merge.workspace),
        bases_(merge),
        merger_(meanings_, {.settle = [this](const auto& conflict) { return settle(conflict); },
                            .removed = [this](const auto&... what) { removed(what...); }}) {
    const auto prefix = [](const List& list) {
      return "list/" + std::string(list.unit.view()) + "/" + std::string(list.domain.view()) + "/";
    };
    standard_prefix_ = "standard/" + std::string(merge.department.domain.view()) + "/";
    department_prefix_ = prefix(merge.department);
    district_prefix_ = prefix(merge.district);
    if (!merge.standard) return;  // then silence says nothing
    department_scope_ = scope_of(merge.department);
    district_scope_ = scope_of(merge.district);
  }

  std::optional<StandardItem> merge(const Slot& slot, PairedItem& pair, MergedSlots& out) {
    slot_ = &slot;
    out_ = &out;
    const ItemMatch& match = *slot.match;
    Three three{.base = bases_.of(match, sides_),
                .department = item_of(sides_.department, match.department,
                                      match.department.size() > 1 ? slot.piece.value_or(0) : 0),
                .district = item_of(sides_.district, match.district,
                                    match.district.size() > 1 ? slot.piece.value_or(0) : 0)};
    three.against_standard = merge_.standard && match.base;
    if (slot.piece) split_whole(merge_, sides_, match, *slot.piece, three);
    name(three);
    describe(pair);
    listen(three);
    std::optional<StandardItem> merged =
        three.against_standard ? against_standard(three) : against_guideline(three);
    if (!merged) return merged;
    merged->id = {pair.id, {}};
    merged->was = provenance(pair);
    return merged;
  }

 private:
  LevelSet scope_of(const List& list) const {
    LevelSet scope;
    for (const Item& item : list.items) {
      const LevelSet levels = merge_.workspace.vocabulary.levels(item.levels);
      bool all = true;
      for (const Level level : kLevels) {
        if (levels.has(level)) scope.add(level);
        all = all && scope.has(level);
      }
      if (all) break;
    }
    return scope;
  }

  /// Sets which item names the slot.
  void name(const Three& three) {
    const Item* of = three.department ? three.department
                     : three.district ? three.district
                                      : three.base;
    if (!of && slot_->match->base) of = &sides_.standard[*slot_->match->base];
    named_ = of;
  }

  std::string slot_name() const { return named_ ? item_name(*named_) : std::string(); }

  /// Sets what silence means for this item.
  void listen(const Three& three) {
    const bool against = three.against_standard;
    const auto voice = [&](LevelSet scope) {
      Voice voice{.removes = false, .by_level = false, .scope = scope};
      if (!against) return voice;
      const LevelSet levels = merge_.workspace.vocabulary.levels(three.base->levels);
      voice.by_level = true;
      voice.removes = levels.empty();
      for (const Level level : kLevels) voice.removes |= levels.has(level) && scope.has(level);
      return voice;
    };
    merger_.left = voice(department_scope_);
    merger_.right = voice(district_scope_);
    merger_.base_holds = against;
    bases_.order_by(slot_->match->row, merger_, meanings_);
  }

  std::optional<StandardItem> against_guideline(const Three& three) {
    if (three.department && three.district)
      return as_standard(merger_.item(three.base, *three.department, *three.district));
    if (three.department) return as_standard(*three.department);
    if (three.district) return as_standard(*three.district);
    // In neither list: what the department itself put into the draft stays.
    const StandardItem& item = sides_.standard[*slot_->match->base];
    if (item.was.empty()) return item;
    item_removed(item, {Role::Department, Role::District});
    return std::nullopt;
  }

  Silence silence(LevelSet scope, const Item& base) const {
    const LevelSet levels = merge_.workspace.vocabulary.levels(base.levels);
    bool all = true, some = levels.empty();
    for (const Level level : kLevels) {
      if (!levels.has(level)) continue;
      all = all && scope.has(level);
      some = some || scope.has(level);
    }
    return !some ? Silence::Nothing : all ? Silence::All : Silence::SomeLevels;
  }

  /// The base without the levels that an absent side speaks for.
  Item without_levels(const Item& base, LevelSet scope) const {
    Item out = base;
    std::erase_if(out.levels, [&](const Text& text) {
      const auto level = merge_.workspace.vocabulary.level(text.value);
      return level && scope.has(*level);
    });
    return out;
  }

  std::optional<StandardItem> against_standard(const Three& three) {
    const Item& base = *three.base;
    const auto left = three.department ? Silence::Nothing : silence(department_scope_, base);
    const auto right = three.district ? Silence::Nothing : silence(district_scope_, base);
    if (left == Silence::All && (!three.district || unchanged(base, *three.district))) {
      item_removed(base, right == Silence::All ? std::vector{Role::Department, Role::District}
                                               : std::vector{Role::Department});
      return std::nullopt;
    }
    if (right == Silence::All && (!three.department || unchanged(base, *three.department))) {
      item_removed(base, {Role::District});
      return std::nullopt;
    }
    if (left == Silence::All || right == Silence::All)
      return removed_and_changed(three, left == Silence::All ? Role::Department : Role::District);
    const auto side = [&](const Item* item, Silence silent, LevelSet scope) {
      if (item) return *item;
      return silent == Silence::SomeLevels ? without_levels(base, scope) : base;
    };
    Item merged = merger_.item(&base, side(three.department, left, department_scope_),
                               side(three.district, right, district_scope_));
    if (!base.levels.empty() && merged.levels.empty()) {
      item_removed(base, {Role::Department, Role::District});
      return std::nullopt;
    }
    return as_standard(std::move(merged));
  }

  static StandardItem as_standard(Item item) {
    StandardItem out;
    static_cast<Item&>(out) = std::move(item);
    return out;
  }

  bool unchanged(const Item& base, const Item& item) const {
    Item a = base, b = item;
    a.id = b.id = {};
    return alike(meanings_, {}, a, b);
  }

  /// One side took the item out, the other changed it: a conflict of levels, as an item that is
  /// disclosed at no level is gone.
  std::optional<StandardItem> removed_and_changed(const Three& three, Role remover) {
    const Item& kept = remover == Role::Department ? *three.district : *three.department;
    Conflict conflict = new_conflict("levels");
    const auto side = [](const Item* item, Symbol file) {
      ConflictSide out{.is_list = true, .place = {file, {}}, .known = true};
      if (!item) return out;
      out.values = item->levels;
      out.place.span = item->levels.empty() ? item->span : item->levels.front().span;
      return out;
    };
    conflict.base = side(three.base, base_file());
    conflict.department = side(three.department, merge_.department.file);
    conflict.district = side(three.district, merge_.district.file);
    conflict.settled = merge_.settle.of("levels");
    const bool goes =
        conflict.settled == (remover == Role::Department ? Settle::Department : Settle::District);
    if (conflict.settled)
      conflict.result = goes ? ConflictSide{.is_list = true, .known = true}
                             : side(&kept, conflict.department.place.file);
    const bool open = conflict.open();
    const Symbol mark = add(std::move(conflict));
    if (goes) {
      item_removed(*three.base, {remover});
      return std::nullopt;
    }
    Item out = remover == Role::Department ? merger_.item(three.base, *three.base, kept)
                                           : merger_.item(three.base, kept, *three.base);
    if (open) out.levels = {{mark, {}}};
    return as_standard(std::move(out));
  }

  const Standard* known() const { return merge_.standard ? merge_.standard : merge_.draft; }

  Symbol base_file() const {
    return merge_.standard ? merge_.standard->file
                           : (merge_.guideline ? merge_.guideline->file : Symbol());
  }

  Conflict new_conflict(std::string field) const {
    Conflict out;
    out.address = standard_prefix_ + slot_->id;
    out.item = slot_name();
    out.field = std::move(field);
    return out;
  }

  /// Returns what stands in the place of the value while the conflict is open.
  Symbol add(Conflict conflict) {
    Finding identity;
    identity.rule = "merge-conflict";
    identity.address = conflict.address;
    identity.field = conflict.field;
    for (const ConflictSide* side : {&conflict.base, &conflict.department, &conflict.district}) {
      std::string joined;
      for (const Text& text : side->values) joined += std::string(text.view()) + "\n";
      identity.values.push_back(std::move(joined));
    }
    conflict.fingerprint = fingerprint_of(identity);
    out_->conflicts.push_back(std::move(conflict));
    return conflict_mark(out_->conflicts.back());
  }

  std::optional<Symbol> settle(const TextConflict& at) {
    Conflict conflict = new_conflict(at.path);
    const auto side = [&](const Text& text, Symbol file, const Item* item) {
      ConflictSide out{.place = {file, text.span}, .known = true};
      if (!text.empty()) out.values = {text};
      if (text.span.size() == 0 && item) out.place.span = {item->span.end, item->span.end};
      return out;
    };
    if (at.base && !at.base->empty()) conflict.base = side(*at.base, base_file(), nullptr);
    const ItemMatch& match = *slot_->match;
    conflict.department =
        side(at.left, merge_.department.file, item_of(sides_.department, match.department));
    conflict.district =
        side(at.right, merge_.district.file, item_of(sides_.district, match.district));
    const std::optional<Symbol> settled = settled_value(at, conflict);
    if (settled) conflict.result = {.values = {{*settled, {}}}, .place = {}, .known = true};
    const Symbol mark = add(std::move(conflict));
    return settled ? *settled : mark;
  }

  std::optional<Symbol> stricter_of(const TextConflict& at) const {
    const ItemMatch& match = *slot_->match;
    const Item* left = item_of(sides_.department, match.department);
    const Item* right = item_of(sides_.district, match.district);
    if (!left || !right) return std::nullopt;
    return meanings_.stricter(at.field, at.left.value, at.right.value, *left, *right);
  }

  std::optional<Symbol> settled_value(const TextConflict& at, Conflict& conflict) {
    const auto wanted = merge_.settle.of(at.path);
    if (wanted == Settle::Department || wanted == Settle::District) {
      conflict.settled = wanted;
      return wanted == Settle::Department ? at.left.value : at.right.value;
    }
    if (wanted == Settle::Stricter) {
      if (const auto value = stricter_of(at)) {
        conflict.settled = wanted;
        return value;
      }
    }
    if (!merge_.draft || !slot_->match->base) return std::nullopt;
    // The value that the pair agreed on in the draft, which they wrote in the place of the marker.
    const auto drafted = text_at_path(sides_.standard[*slot_->match->base], at.path, meanings_);
    if (!drafted || merge_.unsettled.contains(slot_->id + ":" + at.path)) return std::nullopt;
    conflict.by_hand = true;
    return drafted;
  }

  void removed(const FieldInfo& field, const std::string& path, Symbol what, Remover by) {
    if (!merge_.standard || field.compare == Compare::None) return;
    Removal removal{.address = standard_prefix_ + slot_->id,
                    .item = slot_name(),
                    .field = path,
                    .what = std::string(what.view()),
                    .by = {},
                    .place = {merge_.standard->file, sides_.standard[*slot_->match->base].span}};
    if (by != Remover::Right) removal.by.push_back(Role::Department);
    if (by != Remover::Left) removal.by.push_back(Role::District);
    out_->removal_rows.push_back(slot_->match->row);
    out_->removals.push_back(std::move(removal));
  }

  void item_removed(const Item& base, std::vector<Role> by) {
    out_->removal_rows.push_back(kNoRow);
    out_->removals.push_back({standard_prefix_ + std::string(base.id.view()),
                              item_name(base),
                              {},
                              item_name(base),
                              std::move(by),
                              {known()->file, base.span}});
  }

  Symbol address(const std::string& prefix, const Item* item) {
    if (!item) return {};
    text_ = prefix;
    text_ += item->id.view();
    return Symbol::of(text_);
  }

  void describe(PairedItem& pair) {
    const ItemMatch& match = *slot_->match;
    pair.id = Symbol::of(slot_->id);
    if (named_) {
      pair.topic = named_->topic.value;
      pair.subtopic = named_->subtopic.value;
      pair.detail = named_->detail.value;
    }
    pair.by = match.by;
    pair.score = match.score;
    const auto own = [&](const SideItems& side, const Places& some) {
      return item_of(side, some, some.size() > 1 ? slot_->piece.value_or(0) : 0);
    };
    pair.department = address(department_prefix_, own(sides_.department, match.department));
    pair.district = address(district_prefix_, own(sides_.district, match.district));
    const bool has_row = bases_.row(match.row) != nullptr;
    if (match.base) {
      pair.base = address(standard_prefix_, &sides_.standard[*match.base]);
    } else if (has_row) {
      pair.base = bases_.address_of(match.row);
    }
    pair.split = slot_->piece.has_value();
    if (match.by == PairedBy::Alone && has_row) pair.by = PairedBy::Guideline;
    if (pair.department.empty() || pair.district.empty()) {
      if (!match.base) pair.by = PairedBy::Alone;
    }
    pair.renamed = !pair.split && pair.by != PairedBy::Alone && pair.score < 1;
  }

  /// The list items; what other lists contributed before stays.
  Texts provenance(const PairedItem& pair) const {
    Texts was;
    was.reserve(2);
    for (const Symbol address : {pair.department, pair.district}) {
      if (!address.empty()) was.push_back({address, {}});
    }
    if (slot_->match->base) {
      const auto is_of = [](std::string_view address, const List& list) {
        return address.starts_with("list/" + std::string(list.unit.view()) + "/");
      };
      for (const Text& text : sides_.standard[*slot_->match->base].was) {
        if (!is_of(text.view(), merge_.department) && !is_of(text.view(), merge_.district))
          was.push_back(text);
      }
    }
    return was;
  }

  const PairMerge& merge_;
  const ItemSides& sides_;
  MergeMeanings meanings_;
  BaseItems bases_;
  RecordMerger merger_;
  std::string standard_prefix_, department_prefix_, district_prefix_;  // of addresses
  LevelSet department_scope_, district_scope_;
  const Slot* slot_ = nullptr;
  MergedSlots* out_ = nullptr;
  const Item* named_ = nullptr;
  std::string text_;  // its memory is used again
};

SlotMerger::SlotMerger(const PairMerge& merge, const ItemSides& sides)
    : work_(std::make_unique<Work>(merge, sides)) {}
SlotMerger::~SlotMerger() = default;

std::optional<StandardItem> SlotMerger::merge(const Slot& slot, PairedItem& pair,
                                              MergedSlots& out) {
  return work_->merge(slot, pair, out);
}

}  // namespace catalog
