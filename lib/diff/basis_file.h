#pragma once

#include <expected>
#include <string>
#include <vector>

#include "diff/citation_edit.h"
#include "text/message.h"

namespace catalog {

/// Why someone must look at a place again when a document was replaced.
enum class LookAgain : uint8_t {
  ArticleKept,     ///< an article (第X条) that may have another number now
  ArticleDropped,  ///< an article of the old document that was taken out
  Deadline,        ///< of an item that rested on the old document
  Reason,          ///< of a deviation, omission or exclusion that rested on it
  Unclear,         ///< a citation that may mean the old document; it was left
  Confirmed        ///< the confirmation of a standard that says something else now
};
inline constexpr size_t kLookAgains = 6;
std::string_view look_again_key(LookAgain what);

/// A place in a file as it is after the change; `at` is a byte.
struct BasisPlace {
  uint32_t at = 0;
  std::string address;  ///< list/UNIT/D/ID …
  std::string field;    ///< English keys: basis, deviation.basis, to.basis
};

/// A citation that was replaced.
struct ReplacedCitation : BasisPlace {
  std::string before;
  std::string after;  ///< empty: taken out, as the new document is cited beside it
};

struct LookAgainAt : BasisPlace {
  LookAgain what = LookAgain::Deadline;
  std::string text;  ///< what stands or stood there
};

/// One file with one document in the place of another.
struct BasisFile {
  std::string text;
  std::vector<ReplacedCitation> citations;  ///< in the order of the file
  std::vector<LookAgainAt> look_again;
};

/// Replaces a document in the citations of a list, standard or adoption, at whatever key the field
/// table has citations. Only their bytes are edited; comments and layout stay. A message with the
/// place where the text can't be parsed or edited.
std::expected<BasisFile, Message> replace_in_file(const std::string& path, std::string text,
                                                  CitationEditor& editor, bool keep_articles);

}  // namespace catalog
