#include "diff/item_changes.h"

#include <algorithm>

#include "model/fields_item.h"
#include "model/public_words.h"
#include "model/word_relation.h"

namespace catalog {

namespace {

bool is_withheld(const Item& item, const Vocabulary& vocabulary) {
  const auto rank = mode_rank(vocabulary, item.mode.value);
  return rank && vocabulary.words(WordList::Modes)[*rank].id.view() == "withheld";
}

/// A change of this pair of catalogues, of the items that are given.
Change change_of(const VersionPair& pair, const Item* before, const Item* after) {
  Change out;
  const CatalogueVersion& own = after ? pair.after : pair.before;
  const Item& item = after ? *after : *before;
  out.address = own.item_address(item);
  out.domain = own.domain;
  out.unit = own.unit;
  out.item_name = item_name(item);
  out.before_item = before;
  out.after_item = after;
  out.before_catalogue = &pair.before;
  out.after_catalogue = &pair.after;
  return out;
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
      Change change = change_of(pair_, &before_, &after_);
      change.cls = class_of(part.relation);
      change.kind = kind_of(part);
      change.certain = part.certain;
      change.field = field.key.en;
      if (!part.own.empty()) change.field += "." + std::string(part.own);
      change.part = part.part;
      change.level = part.level;
      change.element = part.element;
      change.before = part.before;
      change.after = part.after;
      change.before_words = part.before_words;
      change.after_words = part.after_words;
      change.note = part.note;
      change.score = part.score;
      out_.push_back(std::move(change));
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

void add_pieces(const VersionPair& pair, const ItemLink& link, std::vector<Change>& out) {
  const Item& first_before = *pair.before.items[link.before.front()];
  const Item& first_after = *pair.after.items[link.after.front()];
  Change change = change_of(pair, &first_before, &first_after);
  change.kind = link.after.size() > 1 ? ChangeKind::ItemSplit : ChangeKind::ItemJoined;
  change.cls = ChangeClass::Changed;
  change.was = addresses(pair.before, link.before);
  change.now = addresses(pair.after, link.after);
  change.before = names(pair.before, link.before);
  change.after = names(pair.after, link.after);
  change.score = link.score;
  out.push_back(std::move(change));

  const Item before = united(pair.before, link.before);
  const Item after = united(pair.after, link.after);
  std::vector<Change> elements;
  ItemComparer(pair, before, after, elements)
      .add_field(*record_info<Item>()->field("elements"),
                 relate_field("elements", before, after, pair.knowledge));
  for (Change& element : elements) {
    element.before_item = &first_before;
    element.after_item = &first_after;
    out.push_back(std::move(element));
  }
  for (const size_t i : link.before) {
    for (const size_t j : link.after) {
      ItemComparer(pair, *pair.before.items[i], *pair.after.items[j], out).fields(false, false);
    }
  }
}

}  // namespace

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
