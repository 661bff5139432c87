#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/date.h"
#include "model/deadline_compare.h"
#include "rules/cited_document.h"
#include "rules/law_demands.h"
#include "rules/row_demand.h"
#include "rules/text_slip.h"
#include "text/symbol_memo.h"

namespace catalog {

/// Who a text of 公开主体 names.
struct PublisherMeaning {
  std::vector<const Unit*> units;  ///< those of its names that the units file knows
  std::string generic;             ///< a part that names no body: 县级人民政府民政部门
  std::string placeholder;         ///< <区> and the like, as written
  const Unit* district = nullptr;  ///< whose name it begins with: 浦东新区民政局
};

/// A part of an item's name without the word that tells two rows of one penalty apart.
struct TwinPart {
  std::string rest;                      ///< comparison form, without brackets at its end
  const VocabularyWord* word = nullptr;  ///< 基本信息, 处罚结果; null if there is none
};

/// What the checks of one run share: the workspace, what “today” is, what each guideline row
/// demands, and the meanings of texts that occur again and again. Safe from any thread.
class RuleContext {
 public:
  RuleContext(const Workspace& workspace, Date as_of);

  const Workspace& workspace() const { return workspace_; }
  Date as_of() const { return as_of_; }

  /// What the row of a reference `domain/id` demands; null if there is no such row.
  const RowDemand* demand(Symbol reference) const;
  /// What the rows of a guideline demand, in its order.
  std::span<const RowDemand> demands(const Guideline& guideline) const;

  const AudienceMeaning& audience(Symbol text) const;
  const PublisherMeaning& publisher(Symbol text) const;
  /// Comparison forms of an element and, where it joins several, of its parts.
  const std::vector<std::string>& element_forms(Symbol text) const;
  /// The documents that an entry of 公开依据 cites, beside the register.
  const std::vector<CitedDocument>& cited(Symbol entry) const;
  /// Slips of this list of the vocabulary in a text (see vocabulary_slips.h).
  const TextSlips& slips(WordList list, Symbol text) const;
  /// A part of an item's name, split before 基本信息, 处罚结果 or the like.
  const TwinPart& twin_part(Symbol text) const;
  /// What the law demands of disclosure.
  const LawDemands& laws() const { return laws_; }
  /// How a phrase of 公开时限 stands to a demanded one.
  const DeadlineComparison& comparison(Symbol own, Symbol demanded) const;

 private:
  /// Some of the comparisons, so that threads seldom wait for one another.
  struct Comparisons {
    std::mutex mutex;
    std::unordered_map<uint64_t, std::unique_ptr<const DeadlineComparison>> made;
  };

  PublisherMeaning publisher_meaning(std::string_view text) const;

  const Workspace& workspace_;
  Date as_of_;
  LawDemands laws_;
  std::vector<RowDemand> demands_;
  std::unordered_map<const Guideline*, std::pair<size_t, size_t>> of_guideline_;  ///< from, count
  std::unordered_map<const Row*, const RowDemand*> of_row_;
  SymbolMemo<const RowDemand*> by_reference_;
  SymbolMemo<AudienceMeaning> audiences_;
  SymbolMemo<PublisherMeaning> publishers_;
  SymbolMemo<std::vector<std::string>> elements_;
  SymbolMemo<std::vector<CitedDocument>> cited_;
  SymbolMemo<TwinPart> twins_;
  SymbolMemo<TextSlips> placeholders_;
  SymbolMemo<TextSlips> repeats_;
  SymbolMemo<TextSlips> misprints_;
  mutable std::array<Comparisons, 16> comparisons_;
};

}  // namespace catalog
