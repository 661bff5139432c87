#include "diff/citation_edit.h"

#include <algorithm>
#include <array>
#include <set>

#include "source/source_text.h"
#include "text/normal.h"

namespace catalog {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;
constexpr std::array kBrackets{Pair{"（", "）"}, Pair{"(", ")"},   Pair{"(", "）"},
                               Pair{"（", ")"},  Pair{"【", "】"}, Pair{"[", "]"}};

/// A span with the brackets right around it, where there are some.
Span with_brackets(std::string_view entry, Span span) {
  for (const auto& [open, close] : kBrackets) {
    if (entry.substr(0, span.begin).ends_with(open) && entry.substr(span.end).starts_with(close))
      return {span.begin - static_cast<uint32_t>(open.size()),
              span.end + static_cast<uint32_t>(close.size())};
  }
  return span;
}

/// A span with the comma before it that joined it to the title.
Span with_comma(std::string_view entry, Span span) {
  for (const std::string_view comma : {"，", "、", ",", " "}) {
    if (entry.substr(0, span.begin).ends_with(comma))
      return {span.begin - static_cast<uint32_t>(comma.size()), span.end};
  }
  return span;
}

Span joined(Span a, Span b) {
  if (a.size() == 0) return b;
  if (b.size() == 0) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

std::string bracketed(std::string_view number) { return "（" + std::string(number) + "）"; }

/// Whether the next reference rests on this one (及其实施细则).
bool has_own_rules(const std::vector<CitedDocument>& cited, size_t at) {
  return at + 1 < cited.size() && cited[at + 1].reference->derived;
}

/// Takes references out of an entry, with what joined them to the others; one at least is kept.
void cut(const std::vector<CitedDocument>& cited, const std::vector<bool>& goes,
         std::vector<Edit>& edits) {
  const size_t last_kept =
      static_cast<size_t>(goes.rend() - std::find(goes.rbegin(), goes.rend(), false)) - 1;
  for (size_t i = 0; i < last_kept; i++) {
    if (goes[i])
      edits.push_back({{cited[i].reference->at.begin, cited[i + 1].reference->at.begin}, ""});
  }
  if (last_kept + 1 < goes.size())
    edits.push_back({{cited[last_kept].reference->at.end, cited.back().reference->at.end}, ""});
}

}  // namespace

CitationEditor::CitationEditor(const LegalRegister& legal, uint32_t old_document,
                               uint32_t new_document)
    : legal_(legal), old_(old_document), new_(new_document) {}

CitationEditor::Cited CitationEditor::judge(const CitedDocument& cited) const {
  const auto& found = cited.lookup.documents;
  const LegalMatch match = cited.lookup.match;
  if (cited.reference->derived || found.empty()) return {};
  // A number alone names a document only where it is one's only, and no other title stands there.
  const bool certain = match == LegalMatch::Exact || match == LegalMatch::ByTitle ||
                       (match == LegalMatch::ByNumber && cited.form.empty() && found.size() == 1);
  if (certain) return {found.front() == old_, found.front() == new_, false};
  return {false, false, std::ranges::find(found, old_) != found.end()};
}

const std::vector<CitedDocument>& CitationEditor::cited(Symbol entry) {
  const auto [place, fresh] = cited_.try_emplace(entry.number());
  if (fresh) place->second = cited_documents(legal_, entry);
  return place->second;
}

CitationFacts CitationEditor::facts(Symbol entry) {
  CitationFacts out;
  const auto& all = cited(entry);
  for (size_t i = 0; i < all.size(); i++) {
    const Cited one = judge(all[i]);
    const bool held = one.is_old && has_own_rules(all, i);
    out.cites_old |= one.is_old && !held;
    out.cites_new |= one.is_new;
    out.is_unclear |= one.may_be_old || held;
  }
  return out;
}

const CitationChange& CitationEditor::change(Symbol entry, bool beside, bool keep_articles) {
  const auto [place, fresh] = changes_.try_emplace({entry.number(), beside, keep_articles});
  if (fresh) place->second = make(entry, beside, keep_articles);
  return place->second;
}

CitationChange CitationEditor::make(Symbol entry, bool beside, bool keep_articles) {
  CitationChange out;
  const auto& all = cited(entry);
  if (facts(entry).cites_new) beside = true;
  std::vector<bool> goes(all.size(), false);
  std::set<std::string> written;  // articles with which the new document is cited by now
  for (size_t i = 0; i < all.size(); i++) {
    if (!judge(all[i]).is_old || has_own_rules(all, i)) continue;
    const LegalReference& reference = *all[i].reference;
    if (!reference.article.empty()) out.articles.push_back(reference.article);
    const std::string kept = keep_articles ? comparison_form(reference.article) : "";
    if (beside || !written.insert(kept).second) {
      goes[i] = true;
    } else {
      rewrite(entry.view(), reference, keep_articles, out.edits);
    }
  }
  const bool none_left = !goes.empty() && std::ranges::find(goes, false) == goes.end();
  if (none_left) {
    const LegalBasis& basis = basis_of(entry);
    // What else stands there is not lost: then the document is doubled rather.
    if (!basis.unparsed.empty() || basis.and_others) return make(entry, false, keep_articles);
    out.edits.push_back({{0, static_cast<uint32_t>(entry.view().size())}, ""});
    out.gone = true;
    return out;
  }
  if (std::ranges::find(goes, true) != goes.end()) cut(all, goes, out.edits);
  out.text = apply_edits(entry.view(), out.edits);
  return out;
}

bool CitationEditor::needs_number() const {
  const LegalDocument& document = legal_.at(new_);
  return !document.number.empty() && legal_.find(document.title, "").match != LegalMatch::ByTitle;
}

void CitationEditor::rewrite(std::string_view entry, const LegalReference& reference,
                             bool keep_articles, std::vector<Edit>& edits) const {
  const LegalDocument& before = legal_.at(old_);
  const LegalDocument& after = legal_.at(new_);
  if (!reference.issuer.empty() && !after.issuer.empty() && before.issuer != after.issuer &&
      comparison_form(reference.issuer) == comparison_form(before.issuer))
    edits.push_back({reference.issuer_at, after.issuer});
  if (reference.title.empty()) {
    edits.push_back(
        {reference.number_at, after.number.empty() ? "《" + after.title + "》" : after.number});
  } else {
    // A short title, or one without 中华人民共和国, stays as the author wrote it.
    const auto titled = legal_.find(reference.title, "").documents;
    if (std::ranges::find(titled, new_) == titled.end())
      edits.push_back({reference.title_at, "《" + after.title + "》"});
    rewrite_number(entry, reference, edits);
  }
  const bool in_one_piece = reference.article_at.size() == reference.article.size();
  if (keep_articles || reference.article.empty() || !in_one_piece) return;
  edits.push_back({with_comma(entry, with_brackets(entry, reference.article_at)), ""});
  // The words of the old document are none of the new one's.
  if (reference.quoted_at.size() > 0) edits.push_back({reference.quoted_at, ""});
}

/// The number, and what else stands in its bracket: the edition of the old document.
void CitationEditor::rewrite_number(std::string_view entry, const LegalReference& reference,
                                    std::vector<Edit>& edits) const {
  const std::string& number = legal_.at(new_).number;
  const bool numbered = reference.number_at.size() > 0;
  if (reference.history_at.size() > 0 || (numbered && number.empty())) {
    const Span at = with_brackets(entry, joined(reference.number_at, reference.history_at));
    const bool wanted = !number.empty() && (numbered || needs_number());
    edits.push_back({at, wanted ? bracketed(number) : ""});
  } else if (numbered) {
    edits.push_back({reference.number_at, number});
  } else if (needs_number()) {
    edits.push_back({{reference.title_at.end, reference.title_at.end}, bracketed(number)});
  }
}

}  // namespace catalog
