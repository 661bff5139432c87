#include "merge/checks.h"

#include <unordered_map>

#include "workspace/parallel.h"

namespace catalog {

namespace {

std::optional<Message> doubled_id(const std::vector<const Item*>& items, Symbol file) {
  std::unordered_map<Symbol, const Item*> seen;
  seen.reserve(items.size());
  for (const Item* item : items) {
    const auto [first, is_new] = seen.emplace(item->id.value, item);
    if (is_new || item->id.empty()) continue;
    return say({"“{}”中编号“{}”有两种含义（{}；{}）：一个编号只能指一个事项，请先改正，再合并",
                "in “{}” the id “{}” has two meanings ({}; {}): one id is one item; mend it, then "
                "merge"},
               file.view(), item->id.view(), item_name(*first->second), item_name(*item));
  }
  return std::nullopt;
}

template <class Document>
std::optional<Message> doubled_id_of(const Document& document) {
  std::vector<const Item*> items;
  items.reserve(document.items.size());
  for (const auto& item : document.items) items.push_back(&item);
  return doubled_id(items, document.file);
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
  std::optional<Message> doubled[3];
  parallel_for(3, merge.threads, [&](size_t version, unsigned) {
    if (version == 0) doubled[0] = doubled_id_of(a);
    if (version == 1) doubled[1] = doubled_id_of(b);
    if (version == 2 && merge.standard) doubled[2] = doubled_id_of(*merge.standard);
  });
  for (auto& message : doubled) {
    if (message) return std::move(message);
  }
  return std::nullopt;
}

}  // namespace catalog
