#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dice.h"
#include "material.h"
#include "value.h"

namespace catalog::bench {

/// Makes the items of one unit's list for one domain: first each row that its level has, in the
/// unit's own words, then further items on these rows (内容 of their own, told apart by 三级事项),
/// as long as they are asked for.
class ItemMaker {
 public:
  /// `fresh`: the share of details, elements and legal documents that get text of their own.
  ItemMaker(const Material& material, const Unit& unit, const Domain& domain, Dice& dice,
            double fresh);

  /// Rows of the domain that this unit's level has.
  const std::vector<const Value*>& rows() const { return rows_; }
  /// The next item.
  Value next();

 private:
  Value publisher(const Value& row);
  std::string placed(std::string text) const;
  std::string deadline(std::string phrase);
  void lengthen(Value& item, const char* key, const std::vector<std::string>& pool, size_t at_most);
  void make_fresh(Value& item);
  std::string own_words();

  const Material& material_;
  const Unit& unit_;
  const Domain& domain_;
  Dice& dice_;
  double fresh_;
  std::vector<const Value*> rows_;
  size_t made_ = 0;
  size_t first_detail_;
};

}  // namespace catalog::bench
