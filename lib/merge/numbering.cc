#include "merge/numbering.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "text/normal.h"
#include "text/similarity.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The run of digits, or of others, that a text begins with.
std::string_view leading_run(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && is_digit(text[end]) == is_digit(text[0])) end++;
  return text.substr(0, end);
}

/// An item that needs a new id.
struct Fresh {
  Numbered* item;
  double unlike = 0;  ///< its name and its row's: 0 to 1
};

/// The one that is named like its row comes first.
void compare_with_rows(std::vector<Fresh>& fresh, unsigned threads) {
  constexpr size_t kAtOnce = 512;
  std::unordered_map<const Row*, std::string> row_names;
  for (const Fresh& entry : fresh) {
    if (const Row* row = entry.item->of) {
      const auto [name, is_new] = row_names.try_emplace(row);
      if (is_new) name->second = comparison_form(item_name(*row));
    }
  }
  parallel_each(fresh.size(), kAtOnce, threads, [&](size_t i, unsigned) {
    const Numbered& item = *fresh[i].item;
    if (item.of) fresh[i].unlike = 1.0 - similarity(row_names.at(item.of), item.name);
  });
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

void assign_ids(std::vector<Numbered>& items, const std::vector<std::string_view>& taken,
                unsigned threads) {
  std::unordered_set<std::string_view> used(taken.begin(), taken.end());
  used.reserve(taken.size() + items.size());
  std::vector<Fresh> fresh;
  fresh.reserve(items.size());
  for (Numbered& item : items) {
    item.id = item.base_id;
    if (item.id.empty()) fresh.push_back({&item});
  }
  compare_with_rows(fresh, threads);
  std::ranges::sort(fresh, {}, [](const Fresh& entry) {
    return std::tuple(entry.item->row, entry.unlike, entry.item->name, entry.item->ids);
  });
  std::unordered_map<std::string_view, size_t> next;
  size_t number = 1;
  for (const auto& [item, unlike] : fresh) {
    if (item->of) {
      const std::string_view id = item->of->id.view();
      size_t& further = next[id];
      do {
        further++;
        item->id = id;
        if (further > 1) item->id += "-" + std::to_string(further);
      } while (!used.insert(item->id).second);
    } else {
      do {
        item->id = "n" + std::to_string(number++);
      } while (!used.insert(item->id).second);
    }
  }
}

}  // namespace catalog
