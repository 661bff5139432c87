#include "model/cited_document.h"

#include <algorithm>

#include "text/normal.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr double kSameTitle = 0.5;  // with equal numbers

bool overlap(const auto& a, const auto& b) {
  return std::ranges::any_of(a,
                             [&](const auto& one) { return std::ranges::find(b, one) != b.end(); });
}

std::string citation(std::string_view title, std::string_view number) {
  std::string out = title.empty() ? "" : "《" + std::string(title) + "》";
  if (!number.empty())
    out += title.empty() ? std::string(number) : "（" + std::string(number) + "）";
  return out;
}

}  // namespace

std::vector<CitedDocument> cited_documents(const LegalRegister& legal, Symbol entry) {
  std::vector<CitedDocument> out;
  for (const LegalReference& reference : basis_of(entry).references) {
    if (reference.title.empty() && reference.normal_number.empty()) continue;
    CitedDocument& cited = out.emplace_back();
    cited.reference = &reference;
    cited.form = comparison_form(reference.title);
    if (!reference.title.empty()) cited.forms = title_forms(reference.title);
    cited.lookup = legal.find(reference);
    for (const uint32_t document : cited.lookup.documents) {
      for (const uint32_t next : legal.successors(document)) cited.later.push_back(next);
    }
  }
  return out;
}

bool same_document(const CitedDocument& a, const CitedDocument& b) {
  if (!a.form.empty() && (a.form == b.form || overlap(a.forms, b.forms))) return true;
  const auto& number = a.reference->normal_number;
  if (!number.empty() && number == b.reference->normal_number) {
    if (a.form.empty() || b.form.empty() || similarity(a.form, b.form) >= kSameTitle) return true;
  }
  return overlap(a.lookup.documents, b.lookup.documents) || overlap(a.later, b.lookup.documents) ||
         overlap(a.lookup.documents, b.later);
}

DocumentMatch match_documents(const CitedDocument& a, const CitedDocument& b) {
  const std::string& first = a.reference->normal_number;
  const std::string& second = b.reference->normal_number;
  const bool numbered = !first.empty() && !second.empty();
  if (!numbered || first == second) {
    if (!a.form.empty() && (a.form == b.form || overlap(a.forms, b.forms)))
      return DocumentMatch::Same;
    const bool alike = a.form.empty() || b.form.empty() || similarity(a.form, b.form) >= kSameTitle;
    if (numbered && alike) return DocumentMatch::Same;
  }
  const auto known = [](const CitedDocument& cited) {
    return cited.lookup.match == LegalMatch::Exact || cited.lookup.match == LegalMatch::ByTitle ||
           cited.lookup.match == LegalMatch::ByNumber;
  };
  if (!known(a) || !known(b)) return DocumentMatch::None;
  if (overlap(a.lookup.documents, b.lookup.documents)) return DocumentMatch::Same;
  const bool follows = overlap(a.later, b.lookup.documents) || overlap(a.lookup.documents, b.later);
  return follows ? DocumentMatch::Successor : DocumentMatch::None;
}

std::string citation_text(const LegalReference& reference) {
  return citation(reference.title, reference.normal_number);
}

std::string citation_text(const LegalDocument& document) {
  return citation(document.title, document.number);
}

}  // namespace catalog
