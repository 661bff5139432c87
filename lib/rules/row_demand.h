#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/public_words.h"
#include "workspace/workspace.h"

namespace catalog {

/// An element that a row demands: a required one that is no generic word.
struct ElementDemand {
  Text name;
  std::string_view form;  ///< comparison form
};

/// A channel marked ■, at one level or (without level) at all.
struct ChannelDemand {
  std::optional<Level> level;
  Text text;
  const VocabularyWord* word;
};

/// What one guideline row demands of the items that implement it, worked out once: its cells in the
/// form in which they are compared.
struct RowDemand {
  RowDemand(const Workspace& workspace, const Guideline& guideline, const Row& row, uint32_t order);

  const Row& row;
  const Guideline& guideline;
  uint32_t order;   ///< among all rows of all guidelines
  bool recalled;    ///< written from knowledge: nothing in it is verified
  LevelSet levels;  ///< empty where the table has no such column
  std::vector<ElementDemand> elements;
  std::vector<ChannelDemand> channels;
  bool any_channel;            ///< at least one of them, not all
  bool everyone;               ///< disclosed to 全社会
  std::optional<size_t> mode;  ///< place in the vocabulary, whose modes stand from open to closed
  std::vector<Text> basis;     ///< entries that are no generic words

  /// Whether this cell (English key) was read on a publication. What rests on one that was not may
  /// cause no more than a note.
  bool verified(std::string_view field) const;
  /// domain/id
  std::string reference() const;
  /// 社会救助 第6项 最低生活保障/审批信息
  Phrase name() const;

 private:
  std::vector<std::string_view> unsure_;
  std::string_view domain_name_;
};

}  // namespace catalog
