#pragma once

#include <string>
#include <vector>

#include "model/field.h"
#include "yaml/tree.h"

namespace catalog {

/// The citations that stand under one key: a list of entries, or one alone.
struct CitationList {
  yaml::NodeId list = yaml::kNoNode;      ///< the sequence; kNoNode for an entry alone
  std::vector<yaml::NodeId> entries;      ///< as written: scalars, or aliases of some
  std::string address;                    ///< of the item, or of the file's document
  std::string field;                      ///< key path in English keys
  bool keeps_articles = false;            ///< an article is all it is about (ground)
  std::vector<yaml::NodeId> deadlines{};  ///< of the same item
  yaml::NodeId reason = yaml::kNoNode;    ///< of the same record
};

/// All citations of a list, standard or adoption, by the field table, in the order of the file.
std::vector<CitationList> citation_lists(const yaml::Tree& tree);

/// Where the confirmation of a standard stands; kNoNode where there is none.
yaml::NodeId confirmation_node(const yaml::Tree& tree);

}  // namespace catalog
