#include "merge/split.h"

#include <algorithm>
#include <unordered_map>

namespace catalog {

namespace {

using Owners = std::unordered_map<std::string, size_t>;

std::shared_ptr<Item> part_of(const Workspace& workspace, const Item& whole, const Owners& owners,
                              size_t piece) {
  auto out = std::make_shared<Item>(whole);
  std::erase_if(out->elements, [&](const Element& element) {
    const auto owner = owners.find(workspace.form(element.name.value));
    return (owner == owners.end() ? 0 : owner->second) != piece;
  });
  return out;
}

void take_name(Item& to, const Item& from) {
  to.topic = from.topic;
  to.subtopic = from.subtopic;
  to.detail = from.detail;
}

}  // namespace

void split_whole(const PairMerge& merge, const ItemSides& sides, const ItemMatch& match,
                 size_t piece, Three& three) {
  const bool by_department = match.department.size() > 1;
  const SideItems& side = by_department ? sides.department : sides.district;
  const auto& pieces = by_department ? match.department : match.district;
  Owners owners;
  for (size_t i = 0; i < pieces.size(); i++) {
    for (const Element& element : side.items[pieces[i]]->elements)
      owners.emplace(merge.workspace.form(element.name.value), i);
  }
  const Item*& whole = by_department ? three.district : three.department;
  const Item& own = *side.items[pieces[piece]];
  const bool was_renamed = three.base && whole && item_name(*three.base) != item_name(*whole);
  if (three.base) {
    three.base_part = part_of(merge.workspace, *three.base, owners, piece);
    three.base = three.base_part.get();
  }
  if (!whole) return;
  three.whole_part = part_of(merge.workspace, *whole, owners, piece);
  // The pieces' names differ from the whole's by their nature; that is no disagreement.
  if (!three.base || was_renamed || item_name(*three.base).empty())
    take_name(*three.whole_part, own);
  whole = three.whole_part.get();
}

}  // namespace catalog
