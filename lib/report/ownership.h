#pragma once

#include <string>
#include <unordered_map>

#include "source/finding.h"
#include "workspace/workspace.h"

namespace catalog {

/// Whose a finding is and what of: for reports by unit and domain.
struct Owner {
  std::string unit;       ///< code; empty for files that belong to no unit
  std::string unit_name;  ///< 公共文件 for those
  size_t unit_order = 0;  ///< as the units file has them; unknown units behind, shared files last
  std::string domain;     ///< empty where there is none
  std::string domain_name;
  std::string item_name;  ///< 最低生活保障/审批信息; empty where the finding is of no item
};

/// Finds the owners of the findings of one workspace, which must outlive it. A standard belongs to
/// the department of its pairing, else to who drafted it.
class Ownership {
 public:
  Ownership(const Workspace& workspace, Lang lang);

  Owner of(const Finding& finding);
  /// A unit as a list of an earlier run names it.
  Owner named(std::string_view unit_name) const;
  /// A file's path as the workspace's root sees it.
  std::string path(Symbol file) const;

 private:
  Owner of_file(Symbol file) const;
  void set_unit(Owner& owner, std::string_view code) const;
  void set_domain(Owner& owner, Symbol domain) const;
  std::string item_name_at(Symbol file, std::string_view address);

  const Workspace& workspace_;
  Lang lang_;
  std::unordered_map<Symbol, const List*> lists_;
  std::unordered_map<Symbol, const Standard*> standards_;
  std::unordered_map<Symbol, Owner> owners_;
  std::unordered_map<Symbol, std::unordered_map<std::string_view, const Item*>> items_;
  std::unordered_map<std::string_view, size_t> unit_order_;
};

/// The name of a field in a reader's language: `deadline.街镇级` is 公开时限（街镇级）.
std::string field_words(std::string_view field, Lang lang);

}  // namespace catalog
