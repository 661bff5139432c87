#include "diff/catalogue_version.h"

namespace catalog {

namespace {

std::string text_of(const Text& text) { return std::string(text.view()); }

template <class Document>
CatalogueVersion make_version(Kind kind, const Document& document, std::string address) {
  CatalogueVersion out{kind, std::move(address), document.domain.value, {}, document.file, {}, {}};
  out.head = &document;
  for (const auto& item : document.items) out.items.push_back(&item);
  return out;
}

}  // namespace

CatalogueVersion version_of(const List& list) {
  CatalogueVersion out =
      make_version(Kind::List, list, "list/" + text_of(list.unit) + "/" + text_of(list.domain));
  out.unit = list.unit.value;
  out.version = list.version;
  out.omitted = &list.omitted;
  return out;
}

CatalogueVersion version_of(const Standard& standard) {
  CatalogueVersion out =
      make_version(Kind::Standard, standard, "standard/" + text_of(standard.domain));
  out.version = standard.version;
  out.omitted = &standard.omitted;
  return out;
}

CatalogueVersion version_of(const Guideline& guideline) {
  return make_version(Kind::Guideline, guideline, "guideline/" + text_of(guideline.domain));
}

std::vector<std::string> rows_of(const CatalogueVersion& catalogue, const Item& item) {
  std::vector<std::string> out;
  if (catalogue.kind != Kind::Guideline) {
    for (const Text& row : item.guideline) out.push_back(text_of(row));
    return out;
  }
  const std::string prefix = std::string(catalogue.domain.view()) + "/";
  out.push_back(prefix + text_of(item.id));
  for (const Text& alias : static_cast<const Row&>(item).aliases) {
    out.push_back(prefix + text_of(alias));
  }
  return out;
}

}  // namespace catalog
