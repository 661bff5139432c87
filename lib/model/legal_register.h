#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/date.h"
#include "model/legal_reference.h"

namespace catalog {

/// Whether a document holds; in the order of the words that files have for it.
enum class LegalStatus : uint8_t {
  InForce,
  Amended,  ///< same number, other text
  Superseded,
  Repealed,
  PeriodOver,  ///< a plan or a yearly list whose time is over
  Completed,
  Unknown
};

/// How high a document ranks; in the order of the words that files have for it, then None.
enum class LegalRank : uint8_t {
  Law,
  AdministrativeRegulation,
  LocalRegulation,
  MinistryRule,
  LocalRule,
  NormativeDocument,
  Other,
  None  ///< not stated
};

/// A legal document that catalogues cite.
struct LegalDocument {
  std::string title;
  std::vector<std::string> short_titles;
  std::string number;  ///< empty if it has none
  std::string issuer;
  LegalRank rank = LegalRank::None;
  std::optional<Date> issued;
  std::optional<Date> effective;
  std::optional<Date> until;
  LegalStatus status = LegalStatus::Unknown;
  std::string superseded_by;  ///< number of the later document
  bool seen = false;          ///< read on a page; false: recalled, good for notes only
};

/// How a citation was found.
enum class LegalMatch : uint8_t {
  None,         ///< neither its title nor its number is registered
  Exact,        ///< title and number together
  ByTitle,      ///< cited without number, and one document has the title
  ByNumber,     ///< the number is registered, the title is another or is not cited
  OtherNumber,  ///< the title is registered, but not with this number
  Ambiguous     ///< cited without number, and several documents have the title
};

/// What a citation was found to mean: indices into the register, latest document first.
struct LegalLookup {
  LegalMatch match = LegalMatch::None;
  std::vector<uint32_t> documents;
};

/// The documents that catalogues may cite, found by title, short title and number.
///
/// Titles compare without blanks, quotation marks, brackets' width, 中华人民共和国, the issuer
/// before 关于, （试行） and the frame 关于印发…的通知: 《国务院办公厅印发〈甲〉实施细则的通知》 is
/// 甲实施细则. Title and number together identify a document, as the numbers of 主席令 begin anew
/// with each congress.
class LegalRegister {
 public:
  LegalRegister() = default;
  explicit LegalRegister(std::vector<LegalDocument> documents);

  size_t size() const { return documents_.size(); }
  const LegalDocument& at(uint32_t index) const { return documents_[index]; }

  /// What a citation means; `number` may be empty, or in any spelling.
  LegalLookup find(std::string_view title, std::string_view number) const;
  LegalLookup find(const LegalReference& reference) const;

  /// The documents that followed one after the other, the next first; empty if it has no registered
  /// successor. Ends at a circle.
  std::vector<uint32_t> successors(uint32_t index) const;

  /// Whether a document holds on a day, as far as the register knows: from its effective date until
  /// its end, its successor's effective date, or for ever. Unknown status counts as holding.
  bool in_force(uint32_t index, Date day) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<uint32_t>>;

  std::vector<uint32_t> with_title(std::string_view title) const;
  std::vector<uint32_t> with_number(const std::string& normal_number) const;
  std::optional<uint32_t> successor(uint32_t index) const;
  void latest_first(std::vector<uint32_t>& found) const;

  std::vector<LegalDocument> documents_;
  Index by_title_;
  Index by_number_;
};

/// The forms of a title under which it may be cited, the most particular first.
std::vector<std::string> title_forms(std::string_view title);

}  // namespace catalog
