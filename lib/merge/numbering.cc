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

/// The names of items on a row, that which is most like the row's first.
class NameOrder {
 public:
  NameOrder(const std::vector<Numbered>& items, std::span<const uint32_t> some, const Row* row) {
    for (const uint32_t i : some) places_.try_emplace(items[i].name);
    std::vector<std::pair<double, std::string_view>> names;
    const std::u32string whole =
        row ? to_code_points(comparison_form(item_name(*row))) : std::u32string();
    for (const auto& [name, place] : places_)
      names.emplace_back(row ? -similarity(whole, to_code_points(name)) : 0, name);
    std::ranges::sort(names);
    for (size_t i = 0; i < names.size(); i++) places_.at(names[i].second) = i;
  }

  size_t place(std::string_view name) const { return places_.at(name); }

 private:
  std::unordered_map<std::string_view, size_t> places_;
};

/// The one that is named like its row comes first; `places` has room for each item.
void put_in_order(const std::vector<Numbered>& items, std::vector<size_t>& places, OnRow& row) {
  const auto fresh = std::ranges::stable_partition(
      row.items, [&](uint32_t i) { return !items[i].base_id.empty(); });
  row.known = row.items.size() - fresh.size();
  if (fresh.empty()) return;
  const NameOrder order(items, fresh, items[row.items.front()].of);
  for (const uint32_t i : fresh) places[i] = order.place(items[i].name);
  std::ranges::sort(fresh, {}, [&](uint32_t i) { return std::tuple(places[i], items[i].ids, i); });
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
  std::vector<size_t> places(items.size());
  parallel_for(rows.size(), threads,
               [&](size_t i, unsigned) { put_in_order(items, places, rows[i]); });
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
