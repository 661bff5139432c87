#include "diff/pairing_side.h"

#include <algorithm>

#include "model/word_relation.h"
#include "text/similarity.h"

namespace catalog {

PairingSide::PairingSide(const CatalogueVersion& version)
    : catalogue_(version),
      open_(version.items.size(), true),
      names_(version.items.size()),
      rows_(version.items.size()),
      has_rows_(version.items.size()) {}

const std::string& PairingSide::name(size_t i) const {
  if (!names_[i]) names_[i] = &form_of(Symbol::of(item_name(item(i))));
  return *names_[i];
}

const std::vector<Symbol>& PairingSide::rows(size_t i) const {
  if (!has_rows_[i]) {
    for (const std::string& row : rows_of(catalogue_, item(i))) {
      rows_[i].push_back(Symbol::of(row));
    }
    has_rows_[i] = true;
  }
  return rows_[i];
}

std::vector<size_t> PairingSide::still_open() const {
  std::vector<size_t> out;
  for (size_t i = 0; i < size(); i++) {
    if (open_[i]) out.push_back(i);
  }
  return out;
}

bool share_row(const PairingSide& a, size_t i, const PairingSide& b, size_t j) {
  return std::ranges::find_first_of(a.rows(i), b.rows(j)) != a.rows(i).end();
}

double name_likeness(const PairingSide& a, size_t i, const PairingSide& b, size_t j) {
  const std::string& first = a.name(i);
  const std::string& second = b.name(j);
  return first == second ? 1 : similarity(first, second);
}

std::vector<std::string_view> element_forms(const Item& item) {
  std::vector<std::string_view> out;
  for (const Element& element : item.elements) {
    if (!element.name.empty()) out.push_back(form_of(element.name.value));
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

double element_likeness(const Item& a, const Item& b) {
  const auto first = element_forms(a);
  const auto second = element_forms(b);
  if (first.empty() || second.empty()) return 0;
  std::vector<std::string_view> common;
  std::ranges::set_intersection(first, second, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) /
         static_cast<double>(first.size() + second.size());
}

}  // namespace catalog
