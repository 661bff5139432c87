#include "merge/numbering.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "text/normal.h"
#include "text/similarity.h"

namespace catalog {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The run of digits, or of others, that a text begins with.
std::string_view leading_run(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && is_digit(text[end]) == is_digit(text[0])) end++;
  return text.substr(0, end);
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view x = leading_run(a), y = leading_run(b);
    if (x != y) {
      if (!is_digit(x[0]) || !is_digit(y[0])) return x < y;
      const auto digits = [](std::string_view run) {
        const size_t first = run.find_first_not_of('0');
        return first == run.npos ? std::string_view{} : run.substr(first);
      };
      const std::string_view m = digits(x), n = digits(y);
      if (m != n) return std::pair(m.size(), m) < std::pair(n.size(), n);
      return x.size() < y.size();
    }
    a.remove_prefix(x.size());
    b.remove_prefix(y.size());
  }
  return a.size() < b.size();
}

void assign_ids(std::vector<Numbered>& items, const std::vector<std::string_view>& taken) {
  std::unordered_set<std::string> used;
  for (const std::string_view id : taken) used.emplace(id);
  std::vector<Numbered*> fresh;
  for (Numbered& item : items) {
    item.id = item.base_id;
    if (item.id.empty()) fresh.push_back(&item);
  }
  // The one that is named like its row comes first.
  std::unordered_map<const Row*, std::string> row_names;
  const auto unlike = [&](const Numbered& item) {
    if (!item.of) return 0.0;
    auto [name, is_new] = row_names.try_emplace(item.of);
    if (is_new) name->second = comparison_form(item_name(*item.of));
    return 1.0 - similarity(name->second, item.name);
  };
  std::vector<std::pair<double, Numbered*>> order;
  for (Numbered* item : fresh) order.emplace_back(unlike(*item), item);
  std::ranges::sort(order, {}, [](const auto& entry) {
    return std::tuple<uint32_t, double, std::string_view, std::string_view>(
        entry.second->row, entry.first, entry.second->name, entry.second->tie);
  });
  std::unordered_map<std::string, size_t> next;
  size_t number = 1;
  for (auto& [distance, item] : order) {
    if (item->of) {
      const std::string id(item->of->id.view());
      size_t& further = next[id];
      do {
        further++;
        item->id = further == 1 ? id : id + "-" + std::to_string(further);
      } while (!used.insert(item->id).second);
    } else {
      do {
        item->id = "n" + std::to_string(number++);
      } while (!used.insert(item->id).second);
    }
  }
}

}  // namespace catalog
