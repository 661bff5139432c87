#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "merge/plan.h"

namespace catalog {

/// Puts `<区>` and `<街镇>` in the place of a district's own names and its streets', by the units
/// file; titles in 《》, citations and addresses are left alone.
class Placeholders {
 public:
  /// What is done with the texts of a field.
  enum class Way : uint8_t { LeaveAlone, Names, Publisher };

  /// The names that hold on `on` (all, where it is not given). An empty district: collective words
  /// only, as a department uses them.
  Placeholders(const Workspace& workspace, Symbol district, std::optional<Date> on);

  /// The item with its public texts changed, or nothing where none is.
  std::optional<Item> applied(const Item& item, Symbol file);
  /// What was changed, in the order of the file.
  std::vector<Substitution> take();

 private:
  struct Name {
    std::string text;
    std::string_view placeholder;
  };
  void add_names(Symbol district, std::optional<Date> on);
  void add(std::string_view name, std::string_view placeholder);
  Way way_of(const FieldInfo& field) const;
  Symbol after(Way way, Symbol text);
  void apply(Way way, Text& text, Symbol file);
  Symbol replaced(Symbol text);
  Symbol without_collectives(Symbol text, Symbol otherwise) const;

  const Workspace& workspace_;
  std::vector<Way> ways_;                  ///< by the fields of an item
  std::vector<Name> names_;                ///< longest first
  std::array<bool, 4096> may_begin_ = {};  ///< by first_character(): whether a name begins so
  std::vector<Symbol> known_;  ///< what was replaced, by the numbers of symbols; empty: not yet
  std::unordered_map<Symbol, Symbol> publishers_;
  std::vector<Substitution> made_;
  std::unordered_map<Symbol, size_t> made_by_text_;
};

}  // namespace catalog
