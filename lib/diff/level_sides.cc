#include "diff/level_sides.h"

#include <algorithm>
#include <unordered_set>

#include "diff/pairing.h"
#include "merge/placeholders.h"

namespace catalog {

namespace {

using Catalogues = std::vector<CatalogueVersion>;

bool is_published(const LoadedSide& side) { return !side.published.empty(); }

/// The catalogue of the other side that this one is compared with; null where there is none.
CatalogueVersion* partner(const CatalogueVersion& one, const LoadedSide& own, LoadedSide& other) {
  const bool named = own.set.is_file || other.set.is_file;
  if (named && own.set.catalogues.size() == 1 && other.set.catalogues.size() == 1)
    return &other.set.catalogues[0];
  const auto found =
      std::ranges::find(other.set.catalogues, one.address, &CatalogueVersion::address);
  return found == other.set.catalogues.end() ? nullptr : &*found;
}

/// Puts changed copies in the place of a catalogue's items.
template <class Change>
void replace_items(CatalogueVersion& catalogue, LoadedSide& owner, Change&& change) {
  for (const Item*& item : catalogue.items) {
    // A standard's items are asked for what they were merged from.
    StandardItem copy;
    if (catalogue.kind == Kind::Standard) copy = static_cast<const StandardItem&>(*item);
    static_cast<Item&>(copy) = *item;
    change(copy);
    item = &owner.copies.emplace_back(std::move(copy));
  }
}

/// The other side as the table shows it. A line in a file is still the item's own.
void see_as_table(const TableView& view, CatalogueVersion& other, LoadedSide& owner) {
  replace_items(other, owner, [&](StandardItem& item) {
    const Text id = item.id;
    const Span span = item.span;
    const Span topic = item.topic.span;
    static_cast<Item&>(item) = view(item);
    item.id = id;
    item.span = span;
    item.topic.span = topic;
  });
}

void see_tables(LoadedSide& side, LoadedSide& other) {
  for (size_t i = 0; i < side.published.size(); i++) {
    if (!side.published[i].view) continue;
    if (CatalogueVersion* found = partner(side.set.catalogues[i], side, other);
        found && found->kind != Kind::Guideline) {
      see_as_table(side.published[i].view, *found, other);
    }
  }
}

bool lacks_ids(const CatalogueVersion& catalogue) {
  return std::ranges::any_of(catalogue.items, [](const Item* item) { return item->id.empty(); });
}

/// Items without ids take those of the items that they pair with, else one by their row.
void give_ids(LoadedSide& side, LoadedSide& other) {
  for (size_t c = 0; c < side.published.size(); c++) {
    CatalogueVersion& own = side.set.catalogues[c];
    if (!lacks_ids(own)) continue;
    std::vector<Symbol> ids(own.items.size());
    if (const CatalogueVersion* found = partner(own, side, other)) {
      for (const ItemLink& link : pair_versions(own, *found)) {
        if (link.before.size() == 1 && link.after.size() == 1)
          ids[link.before[0]] = found->items[link.after[0]]->id.value;
      }
    }
    size_t row = 0;
    replace_items(own, side, [&](StandardItem& item) {
      const Symbol id = ids[row++];
      if (!item.id.empty()) return;
      item.id.value = id.empty() ? Symbol::of("row-" + std::to_string(row)) : id;
    });
  }
}

/// Lists whose domain has a standard are drafts and not published.
void leave_drafts_out(const LoadedSide& published, LoadedSide& other,
                      std::vector<Message>& remarks) {
  if (!is_published(published) || is_published(other) || other.set.is_file) return;
  std::unordered_set<std::string> there;
  std::unordered_set<Symbol> standards;
  for (const CatalogueVersion& one : published.set.catalogues) there.insert(one.address);
  for (const CatalogueVersion& one : other.set.catalogues) {
    if (one.kind == Kind::Standard) standards.insert(one.domain);
  }
  const size_t left = std::erase_if(other.set.catalogues, [&](const CatalogueVersion& one) {
    return one.kind == Kind::List && standards.contains(one.domain) && !there.contains(one.address);
  });
  if (left == 0) return;
  remarks.push_back(say({"{}份事项清单所在领域已有标准目录，不公布，没有比较。",
                         "{} lists are not compared: their domains have standards, so they are not "
                         "published."},
                        left));
}

/// A list against the standard of its domain.
void use_placeholders(LoadedSide& side, LoadedSide& other, std::vector<Message>& remarks) {
  if (side.set.catalogues.size() != 1 || other.set.catalogues.size() != 1) return;
  CatalogueVersion& list = side.set.catalogues[0];
  const CatalogueVersion& standard = other.set.catalogues[0];
  if (list.kind != Kind::List || standard.kind != Kind::Standard) return;
  if (!side.set.is_file && !other.set.is_file) return;
  const Workspace& workspace = words_of(side, other);
  const Unit* unit = workspace.units.find(list.unit);
  const Unit* district = unit ? workspace.units.district_of(*unit) : nullptr;
  Placeholders placeholders(workspace, district ? district->code.value : Symbol(), std::nullopt);
  const Symbol file = list.file;
  replace_items(list, side, [&](StandardItem& item) {
    if (auto changed = placeholders.applied(item, file))
      static_cast<Item&>(item) = std::move(*changed);
  });
  remarks.push_back(
      say({"一侧是事项清单，一侧是标准目录：本区及其街镇的名称按“<区>”“<街镇>”比较；目录头和不设"
           "说明不比较。",
           "One side is a list and the other a standard: the district's names and its streets' are "
           "compared as <区> and <街镇>; heads and omissions are not compared."}));
}

}  // namespace

const Workspace& words_of(const LoadedSide& side, const LoadedSide& other) {
  const auto is_whole = [](const LoadedSide& one) { return !one.workspace->config.kind.empty(); };
  return *(!is_whole(side) && is_whole(other) ? other : side).workspace;
}

void level_sides(LoadedSides& sides) {
  leave_drafts_out(sides.before, sides.after, sides.remarks);
  leave_drafts_out(sides.after, sides.before, sides.remarks);
  see_tables(sides.before, sides.after);
  see_tables(sides.after, sides.before);
  give_ids(sides.before, sides.after);
  give_ids(sides.after, sides.before);
  use_placeholders(sides.before, sides.after, sides.remarks);
  use_placeholders(sides.after, sides.before, sides.remarks);
}

}  // namespace catalog
