#include "merge/checks.h"

#include <algorithm>
#include <vector>

namespace catalog {

namespace {

template <class Document>
std::optional<Message> doubled_id(const Document& document) {
  std::vector<bool> seen(symbol_count() + 1);
  for (const auto& item : document.items) {
    if (item.id.empty()) continue;
    auto known = seen[item.id.value.number()];
    if (!known) {
      known = true;
      continue;
    }
    const auto& first = *std::ranges::find(document.items, item.id.value,
                                           [](const auto& other) { return other.id.value; });
    return say({"“{}”中编号“{}”有两种含义（{}；{}）：一个编号只能指一个事项，请先改正，再合并",
                "in “{}” the id “{}” has two meanings ({}; {}): one id is one item; mend it, then "
                "merge"},
               document.file.view(), item.id.view(), item_name(first), item_name(item));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Message> why_not_mergeable(const PairMerge& merge) {
  const List &a = merge.department, &b = merge.district;
  if (a.domain.value != b.domain.value) {
    return say({"两份清单的领域不同，不能合并：“{}”是{}，“{}”是{}",
                "the lists are of different domains: “{}” is of {}, “{}” of {}"},
               a.file.view(), a.domain.view(), b.file.view(), b.domain.view());
  }
  if (a.unit.value == b.unit.value) {
    return say({"两份清单属于同一单位“{}”，不能合并：应一份是部门的，一份是区的（“{}”，“{}”）",
                "both lists are of the unit “{}”: one must be the department's, the other the "
                "district's (“{}”, “{}”)"},
               a.unit.view(), a.file.view(), b.file.view());
  }
  if (merge.standard && merge.standard->domain.value != a.domain.value) {
    return say({"作底的标准“{}”属于领域{}，清单属于{}，不能合并",
                "the base “{}” is of the domain {}, the lists are of {}"},
               merge.standard->file.view(), merge.standard->domain.view(), a.domain.view());
  }
  for (const List* list : {&a, &b}) {
    if (auto message = doubled_id(*list)) return message;
  }
  return merge.standard ? doubled_id(*merge.standard) : std::nullopt;
}

}  // namespace catalog
