#pragma once

#include <string>
#include <vector>

#include "model/documents.h"
#include "model/kinds.h"
#include "workspace/workspace.h"

namespace catalog {

/// A list, standard or guideline as one side of a comparison sees it. Points into what was loaded.
struct CatalogueVersion {
  Kind kind = Kind::List;
  std::string address;  ///< list/UNIT/D, standard/D, guideline/D
  Symbol domain;
  Symbol unit;  ///< of a list
  Symbol file;
  Text version;
  std::vector<const Item*> items;
  const std::vector<Omission>* omitted = nullptr;
  const Head* head = nullptr;  ///< the List, Standard or Guideline itself, by `kind`

  std::string item_address(const Item& item) const {
    return address + "/" + std::string(item.id.view());
  }
};

/// Calls f with the document behind a version, by its own type; with nothing where there is none.
template <class F>
void with_document(const CatalogueVersion& catalogue, F&& f) {
  if (!catalogue.head) return;
  if (catalogue.kind == Kind::List) {
    f(static_cast<const List&>(*catalogue.head));
  } else if (catalogue.kind == Kind::Standard) {
    f(static_cast<const Standard&>(*catalogue.head));
  } else if (catalogue.kind == Kind::Guideline) {
    f(static_cast<const Guideline&>(*catalogue.head));
  }
}

CatalogueVersion version_of(const List& list);
CatalogueVersion version_of(const Standard& standard);
CatalogueVersion version_of(const Guideline& guideline);

/// The references `domain/id` of the guideline rows that an item implements; of a row its own,
/// former ids too.
std::vector<std::string> rows_of(const CatalogueVersion& catalogue, const Item& item);

}  // namespace catalog
