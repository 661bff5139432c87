#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/cited_document.h"
#include "source/span.h"

namespace catalog {

/// What becomes of an entry of 公开依据 in which one document takes the place of another.
struct CitationChange {
  std::vector<Edit> edits;            ///< bytes within the entry; empty: nothing is to be replaced
  std::string text;                   ///< the entry behind the edits
  bool gone = false;                  ///< nothing is left: the entry itself goes
  std::vector<std::string> articles;  ///< that the old document was cited with, as written
};

/// What an entry says of the two documents.
struct CitationFacts {
  bool cites_old = false;
  bool cites_new = false;
  /// It may mean the old document: without a number where several have the title, with a number
  /// that is not the title's, or with rules of its own behind it (及其实施细则). Such a citation is
  /// left for people.
  bool is_unclear = false;
};

/// Puts one document of the register in the place of another in entries of 公开依据. Only the title
/// (where it is another), the number and, where told so, the articles are edited; an entry that
/// cites the new document already loses the old one.
class CitationEditor {
 public:
  CitationEditor(const LegalRegister& legal, uint32_t old_document, uint32_t new_document);

  CitationFacts facts(Symbol entry);
  /// `beside`: the new document is cited in another entry of the list.
  const CitationChange& change(Symbol entry, bool beside, bool keep_articles);

 private:
  struct Cited {
    bool is_old = false;
    bool is_new = false;
    bool may_be_old = false;
  };

  Cited judge(const CitedDocument& cited) const;
  const std::vector<CitedDocument>& cited(Symbol entry);
  CitationChange make(Symbol entry, bool beside, bool keep_articles);
  void rewrite(std::string_view entry, const LegalReference& reference, bool keep_articles,
               std::vector<Edit>& edits) const;
  void rewrite_number(std::string_view entry, const LegalReference& reference,
                      std::vector<Edit>& edits) const;
  bool needs_number() const;

  const LegalRegister& legal_;
  uint32_t old_, new_;
  std::map<uint32_t, std::vector<CitedDocument>> cited_;                ///< by symbol
  std::map<std::tuple<uint32_t, bool, bool>, CitationChange> changes_;  ///< by symbol and settings
};

}  // namespace catalog
