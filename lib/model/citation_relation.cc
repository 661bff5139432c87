#include <algorithm>

#include "model/alike.h"
#include "model/cited_document.h"
#include "model/set_relation.h"
#include "model/word_relation.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// One document of one entry, with the words that cite it.
struct Cited {
  CitedDocument document;
  const Text* entry;
  std::string words;
  bool alone;  ///< the entry cites nothing else
  bool paired = false;
};

/// Both sides' documents and entries, and what has been found out about them.
class CitationRelater {
 public:
  CitationRelater(const FieldInfo& field, const LegalRegister& legal)
      : compare_(field.compare), legal_(legal) {}

  std::vector<FieldDifference> relate(const Texts& before, const Texts& after) {
    const auto gone = own_entries(before, after);
    const auto come = own_entries(after, before);
    before_ = documents_of(gone);
    after_ = documents_of(come);
    pair_same_words();
    pair_where(DocumentMatch::Same);
    pair_where(DocumentMatch::Successor);
    lone(before_, after, true);
    lone(after_, before, false);
    other_words(gone, come);
    mention(gone, true);
    mention(come, false);
    return std::move(out_);
  }

 private:
  static std::vector<const Text*> own_entries(const Texts& entries, const Texts& others) {
    std::vector<const Text*> out;
    for (const Text& entry : entries) {
      const auto same = [&](const Text& other) { return other.value == entry.value; };
      const auto known = [&](const Text* other) { return other->value == entry.value; };
      if (entry.empty() || std::ranges::any_of(others, same)) continue;
      if (std::ranges::none_of(out, known)) out.push_back(&entry);
    }
    return out;
  }

  std::vector<Cited> documents_of(const std::vector<const Text*>& entries) const {
    std::vector<Cited> out;
    for (const Text* entry : entries) {
      auto documents = cited_documents(legal_, entry->value);
      const bool alone = documents.size() == 1 && basis_of(entry->value).unparsed.empty();
      for (CitedDocument& document : documents) {
        const Span at = document.reference->at;
        std::string words(entry->view().substr(at.begin, at.size()));
        out.push_back(
            {std::move(document), entry, alone ? std::string(entry->view()) : words, alone});
      }
    }
    return out;
  }

  static DocumentMatch matched(const Cited& a, const Cited& b) {
    return match_documents(a.document, b.document);
  }

  using Open = std::vector<Cited*>;
  /// The documents of a side that are in no pair yet, in the order of their words.
  static Open open_of(std::vector<Cited>& documents) {
    Open out;
    for (Cited& cited : documents) {
      if (!cited.paired) out.push_back(&cited);
    }
    std::ranges::sort(out, {}, [](const Cited* cited) {
      return std::pair(std::string_view(cited->words), cited->entry->view());
    });
    return out;
  }

  void pair_same_words() {
    const Open before = open_of(before_);
    const Open after = open_of(after_);
    for (size_t i = 0, j = 0; i < before.size() && j < after.size();) {
      const int order = before[i]->words.compare(after[j]->words);
      if (order == 0) link(*before[i], *after[j]);
      i += order <= 0;
      j += order >= 0;
    }
  }

  /// Of several that match, those with the same article first, so that order and direction make no
  /// difference.
  void pair_where(DocumentMatch match) {
    const Open before = open_of(before_);
    const Open after = open_of(after_);
    const auto score = [&](size_t i, size_t j) {
      if (matched(*before[i], *after[j]) != match) return 0.0;
      return article(*before[i]) == article(*after[j]) ? 2.0 : 1.0;
    };
    const auto words = [](const Open& open) {
      return [&open](size_t i) { return std::string_view(open[i]->words); };
    };
    for (const AlikePair& found :
         pair_alike(before.size(), after.size(), 1, score, words(before), words(after))) {
      link(*before[found.before], *after[found.after]);
    }
  }

  void link(Cited& a, Cited& b) {
    a.paired = b.paired = true;
    pair(a, b);
  }

  static std::string article(const Cited& cited) {
    return comparison_form(cited.document.reference->article);
  }

  void pair(const Cited& a, const Cited& b) {
    const bool article_differs = article(a) != article(b);
    const bool followed = matched(a, b) == DocumentMatch::Successor;
    if (article_differs && !followed) {
      add(FieldPart::Article, changed(), a, b);
    } else if (a.words != b.words) {
      add(FieldPart::Member, FieldRelation::Editorial, a, b);
      if (followed) {
        out_.back().note = {"法规登记中的前后文件", "one followed the other in the legal register"};
      }
    }
  }

  FieldRelation changed() const {
    return compare_ == Compare::Editorial ? FieldRelation::Editorial : FieldRelation::Changed;
  }

  void add(FieldPart part, FieldRelation relation, const Cited& a, const Cited& b) {
    FieldDifference difference = member_difference(relation, a.entry->view(), b.entry->view());
    difference.part = part;
    difference.before_words = a.alone ? "" : a.words;
    difference.after_words = b.alone ? "" : b.words;
    out_.push_back(std::move(difference));
  }

  /// A document that only one side has; but one that an entry common to both cites was doubled.
  void lone(const std::vector<Cited>& documents, const Texts& others, bool gone) {
    for (const Cited& cited : documents) {
      if (cited.paired) continue;
      const FieldRelation relation = is_cited(cited, others) ? FieldRelation::Editorial : changed();
      out_.push_back(member_difference(relation, gone ? cited.entry->view() : "",
                                       gone ? "" : cited.entry->view()));
      (gone ? out_.back().before_words : out_.back().after_words) = cited.alone ? "" : cited.words;
    }
  }

  bool is_cited(const Cited& cited, const Texts& entries) const {
    return std::ranges::any_of(entries, [&](const Text& entry) {
      const auto documents = cited_documents(legal_, entry.value);
      return std::ranges::any_of(documents, [&](const CitedDocument& other) {
        return match_documents(cited.document, other) == DocumentMatch::Same &&
               comparison_form(other.reference->article) == article(cited);
      });
    });
  }

  /// Words of entries that name no document.
  static std::vector<std::string> words_beside(const std::vector<const Text*>& entries) {
    std::vector<std::string> out;
    for (const Text* entry : entries) {
      for (const Span at : basis_of(entry->value).unparsed) {
        out.push_back(comparison_form(entry->view().substr(at.begin, at.size())));
      }
    }
    std::ranges::sort(out);
    return out;
  }

  void other_words(const std::vector<const Text*>& gone, const std::vector<const Text*>& come) {
    const auto before = words_beside(gone);
    const auto after = words_beside(come);
    if (before == after) return;
    const auto speaks = [](const auto& words) {
      return [&](const Text* entry) {
        const auto own = words_beside({entry});
        return std::ranges::any_of(own, [&](const std::string& word) {
          return std::ranges::find(words, word) == words.end();
        });
      };
    };
    for (const Text* entry : gone) {
      if (!speaks(after)(entry)) continue;
      out_.push_back(member_difference(changed(), entry->view(), ""));
      out_.back().part = FieldPart::Unparsed;
    }
    for (const Text* entry : come) {
      if (!speaks(before)(entry)) continue;
      out_.push_back(member_difference(changed(), "", entry->view()));
      out_.back().part = FieldPart::Unparsed;
    }
  }

  /// Entries that no difference has named: the same documents, divided otherwise.
  void mention(const std::vector<const Text*>& entries, bool gone) {
    for (const Text* entry : entries) {
      const bool named = std::ranges::any_of(out_, [&](const FieldDifference& difference) {
        return (gone ? difference.before : difference.after) == entry->view();
      });
      if (named) continue;
      out_.push_back(member_difference(FieldRelation::Editorial, gone ? entry->view() : "",
                                       gone ? "" : entry->view()));
      out_.back().note = {"同样的文件，写法不同", "the same documents, written otherwise"};
    }
  }

  Compare compare_;
  const LegalRegister& legal_;
  std::vector<Cited> before_;
  std::vector<Cited> after_;
  std::vector<FieldDifference> out_;
};

}  // namespace

std::vector<FieldDifference> relate_citations(const FieldInfo& field, const Texts& before,
                                              const Texts& after, const Knowledge& knowledge) {
  return CitationRelater(field, knowledge.legal).relate(before, after);
}

std::vector<FieldDifference> relate_citation_text(const FieldInfo& field, const Text& before,
                                                  const Text& after, const Knowledge& knowledge) {
  auto parts = relate_citations(field, {before}, {after}, knowledge);
  for (FieldDifference& part : parts) {
    if (part.before_words.empty() && part.before != before.view()) part.before_words = part.before;
    if (part.after_words.empty() && part.after != after.view()) part.after_words = part.after;
    part.before = before.view();
    part.after = after.view();
    if (part.part == FieldPart::Member) part.part = FieldPart::Value;
  }
  return parts;
}

}  // namespace catalog
