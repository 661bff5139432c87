#include "publish/pdf.h"

#include <algorithm>
#include <array>
#include <optional>

#include "source/hash.h"
#include "table/zip_package.h"

namespace catalog {

namespace {

constexpr size_t kIdDigits = 32;
constexpr size_t kDateDigits = 14;

bool is_id_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where `count` such characters stand behind the last `sign`, passing over what is neither.
template <class Is>
std::optional<size_t> place_behind(std::string_view pdf, std::string_view sign, size_t count,
                                   Is&& is, std::string_view passed) {
  size_t at = pdf.rfind(sign);
  if (at == std::string_view::npos) return std::nullopt;
  at = pdf.find_first_not_of(passed, at + sign.size());
  if (at == std::string_view::npos || pdf.size() - at < count) return std::nullopt;
  const std::string_view digits = pdf.substr(at, count);
  return std::ranges::all_of(digits, is) ? std::optional(at) : std::nullopt;
}

/// Where the ids stand (ISO 32000-1, 14.4), and LibreOffice's own sum.
struct IdPlaces {
  std::optional<size_t> workbook, own, sum;

  explicit IdPlaces(std::string_view pdf) {
    workbook = place_behind(pdf, "/ID", kIdDigits, is_id_digit, " \r\n[<");
    if (workbook) {
      const size_t end = *workbook + kIdDigits;
      const size_t at = pdf.find_first_not_of("> \r\n<", end);
      if (at != std::string_view::npos && pdf.size() - at >= kIdDigits &&
          std::ranges::all_of(pdf.substr(at, kIdDigits), is_id_digit))
        own = at;
    }
    sum = place_behind(pdf, "/DocChecksum", kIdDigits, is_id_digit, " /");
  }
};

std::string id_of(std::string_view bytes) {
  std::string out = hash_text(Hash::Sha256, {bytes}).substr(0, kIdDigits);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

/// The digest of the PDF without its own.
std::string own_id(std::string pdf, const IdPlaces& places) {
  for (const auto& place : {places.own, places.sum})
    if (place) pdf.replace(*place, kIdDigits, kIdDigits, '0');
  return id_of(pdf);
}

/// 20201231000000, as the workbook says when it was created; empty where it does not.
std::string created(const std::string& workbook) {
  auto package = ZipPackage::open(workbook, {});
  const auto part = package ? package->read("docProps/core.xml") : std::nullopt;
  if (!part || !*part) return {};
  const std::string_view text = **part;
  const size_t at = text.find("<dcterms:created");
  std::string out;
  for (size_t i = at == text.npos ? text.size() : text.find('>', at); i < text.size(); i++) {
    if (text[i] == '<') break;
    if (is_digit(text[i])) out += text[i];
  }
  return out.size() == kDateDigits ? out : std::string();
}

}  // namespace

void stamp_pdf(std::string& pdf, std::string_view workbook) {
  if (const std::string time = created(std::string(workbook)); !time.empty()) {
    for (const std::string_view sign : {"/CreationDate", "/ModDate"}) {
      if (const auto at = place_behind(pdf, sign, kDateDigits, is_digit, " (D:"))
        pdf.replace(*at, kDateDigits, time);
    }
  }
  const IdPlaces places(pdf);
  if (!places.workbook || !places.own) return;
  pdf.replace(*places.workbook, kIdDigits, id_of(workbook));
  const std::string own = own_id(pdf, places);
  for (const auto& place : {places.own, places.sum})
    if (place) pdf.replace(*place, kIdDigits, own);
}

bool is_pdf_of(const std::string& pdf, std::string_view workbook) {
  const IdPlaces places(pdf);
  if (!pdf.starts_with("%PDF-") || !places.workbook || !places.own) return false;
  const std::string_view text = pdf;
  const std::string own = own_id(pdf, places);
  return text.substr(*places.workbook, kIdDigits) == id_of(workbook) &&
         text.substr(*places.own, kIdDigits) == own &&
         (!places.sum || text.substr(*places.sum, kIdDigits) == own);
}

}  // namespace catalog
