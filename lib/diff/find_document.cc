#include <algorithm>

#include "diff/replace_basis.h"
#include "text/normal.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr double kNear = 0.6;  // of titles that may have been meant
constexpr size_t kMostNear = 3;
constexpr size_t kMostListed = 10;

LegalLookup look_up(const LegalRegister& legal, const std::string& given) {
  const LegalBasis basis = parse_basis(given);
  if (basis.references.size() == 1 && basis.unparsed.empty()) {
    const LegalLookup found = legal.find(basis.references.front());
    if (found.match != LegalMatch::None) return found;
  }
  if (const LegalLookup found = legal.find(given, ""); found.match != LegalMatch::None)
    return found;
  return legal.find("", given);
}

template <class Indices>
std::string listed(const LegalRegister& legal, const Indices& documents) {
  std::string out;
  for (size_t i = 0; i < std::min(documents.size(), kMostListed); i++)
    out += (out.empty() ? "" : "、") + citation_text(legal.at(documents[i]));
  return out;
}

/// The documents whose title or number is nearest to what was given.
std::vector<uint32_t> near(const LegalRegister& legal, const std::string& given) {
  const LegalBasis basis = parse_basis(given);
  const std::string title =
      comparison_form(basis.references.empty() || basis.references.front().title.empty()
                          ? given
                          : basis.references.front().title);
  const std::string number =
      comparison_form(basis.references.empty() || basis.references.front().number.empty()
                          ? given
                          : basis.references.front().normal_number);
  std::vector<std::pair<double, uint32_t>> found;
  for (uint32_t i = 0; i < legal.size(); i++) {
    const LegalDocument& document = legal.at(i);
    double score = similarity(title, comparison_form(document.title));
    for (const std::string& other : document.short_titles)
      score = std::max(score, similarity(title, comparison_form(other)));
    if (!document.number.empty())
      score = std::max(score, similarity(number, comparison_form(document.number)));
    if (score >= kNear) found.emplace_back(-score, i);
  }
  std::ranges::sort(found);
  std::vector<uint32_t> out;
  for (size_t i = 0; i < std::min(found.size(), kMostNear); i++) out.push_back(found[i].second);
  return out;
}

Message unknown(const Workspace& workspace, const std::string& given) {
  const auto meant = near(workspace.legal, given);
  const Phrase hint = meant.empty()
                          ? Phrase("", "")
                          : Phrase("是否指" + listed(workspace.legal, meant) + "？",
                                   " Did you mean " + listed(workspace.legal, meant) + "?");
  const std::string_view file = workspace.legal_file.file.view();
  if (file.empty()) {
    return say({"工作区没有法规库：请在 catalog.yaml 写上“legal: 文件”（法规: 文件）。",
                "The workspace has no legal register: write “legal: FILE” into catalog.yaml."});
  }
  return say({"法规库里没有“{0}”。{1}要登记的，请在 {2} 的 documents 下加一条：title（名称）、"
              "number（文号）、issuer（制定机关）、rank（效力等级）、status（效力状态）、seen"
              "（核验）；替代旧文件的，在旧文件一条写上 superseded_by（替代文件文号）。",
              "The register has no “{0}”.{1} To register it, add an entry below documents in {2}: "
              "title, number, issuer, rank, status, seen; where it replaces an older document, "
              "write superseded_by into that one's entry."},
             given, hint, file);
}

}  // namespace

std::expected<uint32_t, Message> find_document(const Workspace& workspace,
                                               std::string_view given_text) {
  const std::string given(trim(given_text));
  const LegalRegister& legal = workspace.legal;
  const LegalLookup found = given.empty() ? LegalLookup{} : look_up(legal, given);
  if (found.documents.empty()) return std::unexpected(unknown(workspace, given));
  if (found.match == LegalMatch::OtherNumber) {
    return std::unexpected(say({"法规库里这个名称的文件文号不同：{}。请核对文号，或先登记。",
                                "The register has this title with another number: {}. Check the "
                                "number, or register the document first."},
                               listed(legal, found.documents)));
  }
  if (found.documents.size() > 1) {
    return std::unexpected(say({"“{0}”可指{1}份文件：{2}。请写出名称和文号。",
                                "“{0}” may mean {1} documents: {2}. Give title and number."},
                               given, found.documents.size(), listed(legal, found.documents)));
  }
  return found.documents.front();
}

}  // namespace catalog
