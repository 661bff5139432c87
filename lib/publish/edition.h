#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/documents.h"
#include "rules/validate.h"

namespace catalog {

/// A fact at the head of a published table, as 生效日期: 2020-12-31. Only what is known is there.
struct Fact {
  std::string label;
  std::string value;
};

/// One table to publish: a standard, or a list whose domain has no standard. A view of the
/// workspace, which must outlive it. Title, facts and notes are publishable texts.
struct Edition {
  const Workspace* workspace = nullptr;
  const Catalogue* head = nullptr;
  const List* list = nullptr;  ///< one of the two is set
  const Standard* standard = nullptr;
  std::string domain;
  std::string domain_name;
  std::string unit;  ///< code; empty for a standard
  std::string unit_name;
  std::string title;         ///< 社会救助领域政务公开标准目录
  std::string address;       ///< standard/D, list/U/D, of a unit's own catalogue U/D
  bool resolved = false;     ///< a unit's own catalogue, made from standard and adoption
  std::string_view draft{};  ///< the word that everything made from it bears, as 草稿; or empty
  std::vector<Fact> facts;
  std::vector<Fact> notes;  ///< 编制说明: requirements, process, note, rows left out

  size_t size() const { return list ? list->items.size() : standard->items.size(); }
  const Item& item(size_t index) const {
    return list ? list->items[index] : static_cast<const Item&>(standard->items[index]);
  }
  /// 事项编码: the address of an item, list/U/D/ID or standard/D/ID.
  std::string item_address(size_t index) const;
};

/// The day of an edition's content: when it was published, else confirmed, else from when it holds,
/// as 2020-12-31; empty where none of them is known.
std::string day_of(const Edition& edition);

/// What plain `build` publishes: all standards in the order of the workspace's domains (others
/// behind, by domain), then the lists whose domain has no standard, by unit and domain.
std::vector<Edition> editions_of(const ValidatedWorkspace& validated);

/// The edition of a unit's own catalogue, which must outlive it.
Edition resolved_edition(const ValidatedWorkspace& validated, const List& list);

/// Every list and standard, for building the files that were asked for by path or domain.
std::vector<Edition> all_editions(const ValidatedWorkspace& validated);

/// Facts of the workspace as a whole, for covers and the index: version, dates, compiler, contact.
std::vector<Fact> workspace_facts(const Workspace& workspace);

}  // namespace catalog
