#include "merge/numbering.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "text/normal.h"
#include "text/similarity.h"
#include "text/utf8.h"
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

/// The items of one row: first those that have an id, then those that get one, in the order in
/// which they get it.
struct OnRow {
  std::span<uint32_t> items;
  size_t known = 0;
};

/// The items by their rows, in the order of these.
std::vector<OnRow> by_row(const std::vector<Numbered>& items, std::vector<uint32_t>& order) {
  order.resize(items.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto row = [&](uint32_t i) { return items[i].row; };
  if (!std::ranges::is_sorted(order, {}, row)) std::ranges::stable_sort(order, {}, row);
  std::vector<OnRow> rows;
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end = std::ranges::upper_bound(begin, order.end(), row(*begin), {}, row);
    rows.push_back({{begin, end}});
    begin = end;
  }
  return rows;
}

/// How unlike an item's name is its row's: 0 to 1.
std::vector<double> compare_with_rows(const std::vector<Numbered>& items, unsigned threads) {
  constexpr size_t kAtOnce = 512;
  std::unordered_map<const Row*, std::u32string> names;
  for (const Numbered& item : items) {
    if (!item.of || !item.base_id.empty()) continue;
    const auto [name, is_new] = names.try_emplace(item.of);
    if (is_new) name->second = to_code_points(comparison_form(item_name(*item.of)));
  }
  std::vector<double> out(items.size());
  parallel_each(items.size(), kAtOnce, threads, [&](size_t i, unsigned) {
    const Numbered& item = items[i];
    if (item.of && item.base_id.empty())
      out[i] = 1.0 - similarity(names.at(item.of), to_code_points(item.name));
  });
  return out;
}

/// The one that is named like its row comes first.
void put_in_order(const std::vector<Numbered>& items, const std::vector<double>& unlike,
                  OnRow& row) {
  const auto fresh = std::ranges::stable_partition(
      row.items, [&](uint32_t i) { return !items[i].base_id.empty(); });
  row.known = row.items.size() - fresh.size();
  std::ranges::sort(
      fresh, {}, [&](uint32_t i) { return std::tuple(unlike[i], items[i].name, items[i].ids, i); });
}

/// Makes the new ids of one row after the other.
class Ids {
 public:
  explicit Ids(const std::vector<std::string_view>& taken, size_t more)
      : used_(taken.begin(), taken.end()) {
    used_.reserve(taken.size() + more);
  }

  void give(Numbered& item) {
    do {
      item.id = item.of ? of_row(item.of->id.view()) : "n" + std::to_string(++number_);
    } while (!used_.insert(item.id).second);
  }

 private:
  std::string of_row(std::string_view row) {
    const size_t further = ++next_[row];
    std::string id(row);
    if (further > 1) id += "-" + std::to_string(further);
    return id;
  }

  std::unordered_set<std::string_view> used_;
  std::unordered_map<std::string_view, size_t> next_;
  size_t number_ = 0;
};

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

std::vector<uint32_t> assign_ids(std::vector<Numbered>& items,
                                 const std::vector<std::string_view>& taken, unsigned threads) {
  std::vector<uint32_t> order;
  std::vector<OnRow> rows = by_row(items, order);
  const std::vector<double> unlike = compare_with_rows(items, threads);
  parallel_for(rows.size(), threads,
               [&](size_t i, unsigned) { put_in_order(items, unlike, rows[i]); });
  Ids ids(taken, items.size());
  for (const OnRow& row : rows) {
    for (const uint32_t i : row.items.first(row.known)) items[i].id = items[i].base_id;
    for (const uint32_t i : row.items.subspan(row.known)) ids.give(items[i]);
  }
  // New ids rise already.
  for (const OnRow& row : rows) {
    if (row.known > 0)
      std::ranges::sort(row.items, [&](uint32_t a, uint32_t b) {
        return natural_less(items[a].id, items[b].id);
      });
  }
  return order;
}

}  // namespace catalog
