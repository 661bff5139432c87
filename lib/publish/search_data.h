#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "publish/item_answers.h"
#include "text/symbol.h"

namespace catalog {

/// What the search knows of one item of one unit.
struct SearchEntry {
  Symbol id, name, elements, basis, deadline, display, publisher, channels, audience, mode;
  Wait wait = Wait::Unknown;
};
SearchEntry search_entry(const ItemAnswers& item);

/// The items of a domain as a script that hands them to the search page. Units' catalogues of one
/// standard differ little: each distinct text stands there once, and so does each distinct item,
/// with the units that have it and the publishers that it has there.
class SearchDomain {
 public:
  void add(uint32_t unit, const std::vector<SearchEntry>& entries);
  /// `catalogSearch.add({…});`
  std::string script(std::string_view domain, std::string_view name) const;
  size_t items() const { return items_; }
  /// The characters of its texts; of those that are found by pinyin alone.
  void collect_characters(std::set<char32_t>& all, std::set<char32_t>& read) const;

 private:
  /// Distinct texts in the order in which they came.
  struct Texts {
    std::vector<Symbol> order;
    std::unordered_map<Symbol, uint32_t> numbers;
    uint32_t number(Symbol text);
  };

  static constexpr size_t kFields = 9;  ///< of an item, without its publisher
  using Item = std::array<uint32_t, kFields>;

  std::array<Texts, kFields> texts_;
  Texts publishers_;
  std::vector<uint32_t> wait_of_;  ///< of each deadline
  std::map<Item, uint32_t> numbers_;
  std::vector<Item> distinct_;
  std::vector<std::vector<uint32_t>> units_;  ///< of each distinct item: unit, publisher, …
  size_t items_ = 0;
};

}  // namespace catalog
