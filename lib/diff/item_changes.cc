#include "diff/item_changes.h"

#include <algorithm>
#include <tuple>

#include "merge/equality.h"
#include "model/fields_item.h"
#include "model/public_words.h"
#include "model/word_relation.h"

namespace catalog {

namespace {

bool is_withheld(const Item& item, const Vocabulary& vocabulary) {
  const auto rank = mode_rank(vocabulary, item.mode.value);
  return rank && vocabulary.words(WordList::Modes)[*rank].id.view() == "withheld";
}

bool is_absent(const Item& item, std::string_view key) {
  bool absent = true;
  for_each_field<Item>([&]<class Field>(const Field& field) {
    if (field.info.key.en == key) absent = Field::get(item).empty();
  });
  return absent;
}

ChangeKind kind_of(const FieldDifference& part) {
  if (part.part != FieldPart::Member || !part.own.empty()) return ChangeKind::FieldChanged;
  if (part.after.empty()) return ChangeKind::MemberRemoved;
  return part.before.empty() ? ChangeKind::MemberAdded : ChangeKind::MemberChanged;
}

/// The changes of one pair of items.
class ItemComparer {
 public:
  ItemComparer(const VersionPair& pair, const Item& before, const Item& after,
               std::vector<Change>& out)
      : pair_(pair), before_(before), after_(after), out_(out) {}

  void fields(bool with_elements, bool with_name) {
    for (RelatedField& field : relate_items(before_, after_, pair_.knowledge)) {
      const std::string_view key = field.field->key.en;
      if (field.field->compare == Compare::Name) continue;
      if (key == "elements" && !with_elements) continue;
      if (is_unknown(key)) continue;
      add_field(*field.field, field.comparison);
    }
    if (with_name) name();
  }

  void add_field(const FieldInfo& field, const FieldComparison& comparison) {
    for (const FieldDifference& part : comparison.parts) {
      out_.push_back(change_of_part(pair_, &before_, &after_, field, part));
      out_.back().kind = kind_of(part);
    }
  }

  /// The three parts of a name are one: a renaming is told once.
  void name() {
    bool differs = false;
    bool meaning = false;
    for (Text Item::*part : {&Item::topic, &Item::subtopic, &Item::detail}) {
      const Text& a = before_.*part;
      const Text& b = after_.*part;
      if (a.value == b.value) continue;
      differs = true;
      meaning = meaning || !same_form(a.value, b.value);
    }
    if (!differs) return;
    Change change = change_of(pair_, &before_, &after_);
    change.kind = ChangeKind::ItemRenamed;
    change.cls = meaning ? ChangeClass::Changed : ChangeClass::Editorial;
    change.before = item_name(before_);
    change.after = item_name(after_);
    out_.push_back(std::move(change));
  }

 private:
  bool is_unknown(std::string_view key) const {
    return (pair_.before.kind == Kind::Guideline && is_absent(before_, key)) ||
           (pair_.after.kind == Kind::Guideline && is_absent(after_, key));
  }

  const VersionPair& pair_;
  const Item& before_;
  const Item& after_;
  std::vector<Change>& out_;
};

/// The pieces' elements in one item, for holding them against the whole's.
Item united(const CatalogueVersion& catalogue, const std::vector<size_t>& pieces) {
  Item out = *catalogue.items[pieces.front()];
  for (size_t k = 1; k < pieces.size(); k++) {
    const auto& more = catalogue.items[pieces[k]]->elements;
    out.elements.insert(out.elements.end(), more.begin(), more.end());
  }
  return out;
}

std::vector<std::string> addresses(const CatalogueVersion& catalogue,
                                   const std::vector<size_t>& items) {
  std::vector<std::string> out;
  for (const size_t i : items) out.push_back(catalogue.item_address(*catalogue.items[i]));
  std::ranges::sort(out);
  return out;
}

std::string names(const CatalogueVersion& catalogue, const std::vector<size_t>& items) {
  std::vector<std::string> all;
  for (const size_t i : items) all.push_back(item_name(*catalogue.items[i]));
  std::ranges::sort(all);
  std::string out;
  for (const std::string& name : all) out += (out.empty() ? "" : "；") + name;
  return out;
}

/// What a change says, whatever pieces it is about.
auto content_of(const Change& change) {
  return std::tie(change.cls, change.kind, change.certain, change.field, change.part, change.level,
                  change.levels, change.element, change.before, change.after, change.before_words,
                  change.after_words);
}

/// The changes between what was split, or joined, and each of its pieces. What they all have alike
/// is one change and told of the first.
class PieceChanges {
 public:
  PieceChanges(const VersionPair& pair, const ItemLink& link) : pair_(pair), link_(link) {}

  void add_to(std::vector<Change>& out) {
    elements(out);
    std::vector<std::vector<Change>> each;
    for (const size_t i : link_.before) {
      for (const size_t j : link_.after) each.push_back(fields(i, j));
    }
    for (size_t k = 0; k < each.size(); k++) {
      for (Change& change : each[k]) {
        const bool common = std::ranges::all_of(
            each, [&](const std::vector<Change>& other) { return has_content(other, change); });
        if (common && k > 0) continue;
        if (common) change.was.clear();
        out.push_back(change);
      }
    }
  }

 private:
  static bool has_content(const std::vector<Change>& all, const Change& change) {
    return std::ranges::any_of(
        all, [&](const Change& other) { return content_of(other) == content_of(change); });
  }

  void elements(std::vector<Change>& out) const {
    const Item before = united(pair_.before, link_.before);
    const Item after = united(pair_.after, link_.after);
    const size_t first = out.size();
    ItemComparer(pair_, before, after, out)
        .add_field(*record_info<Item>()->field("elements"),
                   relate_field("elements", before, after, pair_.knowledge));
    for (size_t k = first; k < out.size(); k++) {
      out[k].before_item = pair_.before.items[link_.before.front()];
      out[k].after_item = pair_.after.items[link_.after.front()];
    }
  }

  std::vector<Change> fields(size_t i, size_t j) const {
    std::vector<Change> out;
    const Item& before = *pair_.before.items[i];
    ItemComparer(pair_, before, *pair_.after.items[j], out).fields(false, false);
    if (link_.before.size() > 1) {
      for (Change& change : out) change.was = {pair_.before.item_address(before)};
    }
    return out;
  }

  const VersionPair& pair_;
  const ItemLink& link_;
};

void add_pieces(const VersionPair& pair, const ItemLink& link, std::vector<Change>& out) {
  Change change =
      change_of(pair, pair.before.items[link.before.front()], pair.after.items[link.after.front()]);
  change.kind = link.after.size() > 1 ? ChangeKind::ItemSplit : ChangeKind::ItemJoined;
  change.cls = ChangeClass::Changed;
  change.was = addresses(pair.before, link.before);
  change.now = addresses(pair.after, link.after);
  change.before = names(pair.before, link.before);
  change.after = names(pair.after, link.after);
  change.score = link.score;
  out.push_back(std::move(change));
  PieceChanges(pair, link).add_to(out);
}

}  // namespace

Change change_of(const VersionPair& pair, const Item* before, const Item* after) {
  Change out;
  const bool gone = before && !after;
  const CatalogueVersion& own = gone || pair.after.address.empty() ? pair.before : pair.after;
  const Item* item = after ? after : before;
  out.address = item ? own.item_address(*item) : own.address;
  out.domain = own.domain;
  out.unit = own.unit;
  if (item) out.item_name = item_name(*item);
  out.before_item = before;
  out.after_item = after;
  out.before_catalogue = &pair.before;
  out.after_catalogue = &pair.after;
  return out;
}

Change change_of_part(const VersionPair& pair, const Item* before, const Item* after,
                      const FieldInfo& field, const FieldDifference& part) {
  Change out = change_of(pair, before, after);
  out.cls = class_of(part.relation);
  out.certain = part.certain;
  out.field = field.key.en;
  out.field_place = static_cast<size_t>(&field - out.root().fields.data());
  if (!part.own.empty()) out.field += "." + std::string(part.own);
  out.part = part.part;
  out.level = part.level;
  out.levels = part.levels;
  out.element = part.element;
  out.before = part.before;
  out.after = part.after;
  out.before_words = part.before_words;
  out.after_words = part.after_words;
  out.note = part.note;
  out.score = part.score;
  return out;
}

void add_item_changes(const VersionPair& pair, const ItemLink& link, std::vector<Change>& out) {
  if (link.before.size() > 1 || link.after.size() > 1) return add_pieces(pair, link, out);
  const Item& before = *pair.before.items[link.before.front()];
  const Item& after = *pair.after.items[link.after.front()];
  const bool same_kind = pair.before.kind == pair.after.kind;
  if (same_kind && before.id.value != after.id.value) {
    Change change = change_of(pair, &before, &after);
    change.kind = ChangeKind::ItemRenumbered;
    change.cls = ChangeClass::Editorial;
    change.before = before.id.view();
    change.after = after.id.view();
    change.was = {pair.before.item_address(before)};
    change.score = link.score;
    out.push_back(std::move(change));
  }
  // Most items stay as they are.
  if (same_kind && exactly(before, after)) return;
  ItemComparer(pair, before, after, out).fields(true, true);
}

Change lone_item(const VersionPair& pair, const Item& item, bool gone) {
  Change out = change_of(pair, gone ? &item : nullptr, gone ? nullptr : &item);
  out.kind = gone ? ChangeKind::ItemRemoved : ChangeKind::ItemAdded;
  out.cls = gone ? ChangeClass::Narrowed : ChangeClass::Widened;
  if (is_withheld(item, pair.knowledge.vocabulary)) out.cls = ChangeClass::Changed;
  (gone ? out.before : out.after) = out.item_name;
  return out;
}

}  // namespace catalog
