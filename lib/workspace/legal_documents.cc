#include "workspace/legal_documents.h"

#include "model/words.h"

namespace catalog {

namespace {

std::string text(const Text& value) { return std::string(value.view()); }

std::vector<std::string> texts(const Texts& values) {
  std::vector<std::string> out;
  for (const Text& value : values) out.push_back(text(value));
  return out;
}

std::optional<Date> date(const Text& value) { return Date::parse(value.view()); }

/// The words of the file formats stand in the order of the enumerations.
LegalRank rank(const Text& value) {
  const auto index = words::kRank.index(value.view());
  return index ? static_cast<LegalRank>(*index) : LegalRank::None;
}

LegalStatus status(const Text& value) {
  const auto index = words::kLegalStatus.index(value.view());
  return index ? static_cast<LegalStatus>(*index) : LegalStatus::Unknown;
}

static_assert(words::kRankWords[static_cast<size_t>(LegalRank::Other)].en == "other");
static_assert(words::kLegalStatusWords[static_cast<size_t>(LegalStatus::Unknown)].en == "unknown");

}  // namespace

std::vector<LegalDocument> legal_documents(const LegalFile& file) {
  std::vector<LegalDocument> out;
  out.reserve(file.documents.size());
  for (const LegalEntry& entry : file.documents) {
    LegalDocument document;
    document.title = text(entry.title);
    document.short_titles = texts(entry.aliases);
    document.number = text(entry.number);
    document.issuer = text(entry.issuer);
    document.rank = rank(entry.rank);
    document.issued = date(entry.issued);
    document.effective = date(entry.effective);
    document.status = status(entry.status);
    document.superseded_by = text(entry.superseded_by);
    document.until = date(entry.until);
    document.seen = words::kRegisterSeen.index(entry.seen.view()) == 0;
    out.push_back(std::move(document));
  }
  return out;
}

}  // namespace catalog
