#include "rules/cited_document.h"

#include <algorithm>

#include "model/fields_reference.h"
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

std::vector<CitedDocument> cited_documents(const Workspace& workspace, Symbol entry) {
  std::vector<CitedDocument> out;
  for (const LegalReference& reference : workspace.citations(entry)) {
    if (reference.title.empty() && reference.normal_number.empty()) continue;
    CitedDocument& cited = out.emplace_back();
    cited.reference = &reference;
    cited.form = comparison_form(reference.title);
    if (!reference.title.empty()) cited.forms = title_forms(reference.title);
    cited.lookup = workspace.legal.find(reference);
    for (const uint32_t document : cited.lookup.documents) {
      for (const uint32_t next : workspace.legal.successors(document)) cited.later.push_back(next);
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

std::string citation_text(const LegalReference& reference) {
  return citation(reference.title, reference.normal_number);
}

std::string citation_text(const LegalDocument& document) {
  return citation(document.title, document.number);
}

bool status_is_verified(const Workspace& workspace, uint32_t document) {
  if (!workspace.legal.at(document).seen) return false;
  const FieldInfo& status = *record_info<LegalEntry>()->field("status");
  return std::ranges::none_of(
      workspace.legal_file.documents[document].recalled,
      [&](const Text& key) { return key.view() == status.key.en || key.view() == status.key.zh; });
}

}  // namespace catalog
