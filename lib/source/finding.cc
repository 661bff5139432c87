#include "source/finding.h"

#include <fmt/format.h>

#include <tuple>

#include "source/file_system.h"
#include "text/sort_by_moves.h"

namespace catalog {

namespace {

/// FNV-1a over 64 bits, finished with MurmurHash3's mixer so that near texts differ in all digits.
/// Reports, baselines and deviations keep these numbers: the function may never change.
class Fingerprint {
 public:
  /// Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
  void add(std::string_view part) {
    for (int shift = 0; shift < 64; shift += 8) {
      step(static_cast<unsigned char>(static_cast<uint64_t>(part.size()) >> shift));
    }
    for (const char byte : part) step(static_cast<unsigned char>(byte));
  }

  uint64_t value() const {
    uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCDull;
    mixed = (mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53ull;
    return mixed ^ (mixed >> 33);
  }

 private:
  void step(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001B3ull; }

  uint64_t state_ = 0xCBF29CE484222325ull;
};

auto place_key(const Finding& finding) {
  return std::tie(finding.place.span, finding.rule, finding.fingerprint);
}

/// What tells apart two findings of one rule at one place whose fingerprints are not yet set.
auto content_key(const Finding& finding) {
  return std::tie(finding.address, finding.field, finding.values, finding.message.form.zh);
}

/// All that a report says of it: nothing that differs is left to the order in which threads ended.
std::string words_of(const Finding& finding) {
  std::string out = finding.message.in(Lang::Zh) + "\n" + finding.advice.in(Lang::Zh);
  if (finding.demand) {
    out += "\n" + finding.demand->text.in(Lang::Zh) + "\n" +
           std::string(finding.demand->place.file.view()) + "\n" +
           std::to_string(finding.demand->place.span.begin);
  }
  return out;
}

bool is_before(const Finding& a, const Finding& b) {
  if (a.place.file != b.place.file) return a.place.file.view() < b.place.file.view();
  const auto left = place_key(a);
  const auto right = place_key(b);
  if (left != right) return left < right;
  const auto told = content_key(a), other = content_key(b);
  return told != other ? told < other : words_of(a) < words_of(b);
}

}  // namespace

uint64_t fingerprint_of(const Finding& finding) {
  Fingerprint print;
  print.add(finding.rule);
  if (finding.address.empty()) {
    print.add("path");
    print.add(normalize_path(finding.place.file.view()));
  } else {
    print.add("address");
    print.add(finding.address);
  }
  print.add(finding.field);
  for (const std::string& value : finding.values) print.add(value);
  return print.value();
}

std::string fingerprint_text(uint64_t fingerprint) { return fmt::format("{:016x}", fingerprint); }

void sort_findings(std::vector<Finding>& findings) { sort_by_moves(findings, is_before); }

Bilingual severity_word(Severity severity) {
  switch (severity) {
    case Severity::Off:
      return {"关闭", "off"};
    case Severity::Note:
      return {"提示", "note"};
    case Severity::Warning:
      return {"警告", "warning"};
    case Severity::Error:
      break;
  }
  return {"错误", "error"};
}

}  // namespace catalog
