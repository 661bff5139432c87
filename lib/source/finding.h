#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"
#include "text/boxed.h"
#include "text/message.h"
#include "text/symbol.h"

namespace catalog {

/// How grave a finding is, in rising order.
enum class Severity : unsigned char { Off, Note, Warning, Error };

/// A place in a file; the file's path is interned.
struct Place {
  Symbol file;
  Span span;
};

/// A change of text that mends a finding; `safe` where it is the only right answer (validate --fix
/// applies only those).
struct Fix {
  Message description;
  std::vector<Edit> edits;
  bool safe = false;
};

/// What demands it: the guideline row, law or file line that the finding rests on.
struct Demand {
  Message text;
  Place place;  ///< an empty file where the demand stands in no file
  /// What kind of thing demands it: 指引, 法规, 单位表 …
  Bilingual source{"指引", "guideline"};
};

/// What of the user's text stands for something that is demanded or compared, and how like the two
/// are.
struct Match {
  std::string text;
  double score = 0;  ///< 0 to 1
};

/// One thing wrong in the user's text: plain data, without any output format.
struct Finding {
  std::string_view rule;  ///< kebab-case name of the rule; static storage
  Severity severity = Severity::Error;
  Message message;
  Place place;
  Message label;        ///< words under the carets
  std::string address;  ///< list/UNIT/D/ID …; empty where there is none
  std::string
      field;  ///< English key, if need be with an index or level: elements[2], deadline.街镇级
  std::vector<std::string> values;  ///< what identifies it beside rule, address and field
  Boxed<Demand> demand;
  Message advice;
  Boxed<Match> match;
  Boxed<Fix> fix;
  uint64_t fingerprint = 0;
};

/// The identity of a finding: a hash of rule, address (or file path and key path), field and
/// values; never of message or line.
uint64_t fingerprint_of(const Finding& finding);
/// Sixteen hexadecimal digits.
std::string fingerprint_text(uint64_t fingerprint);

/// Sorts by file, place, rule, fingerprint: the order of every report, the same for any number of
/// threads.
void sort_findings(std::vector<Finding>& findings);

/// Words for a severity: 错误 error, 警告 warning, 提示 note.
Bilingual severity_word(Severity severity);

}  // namespace catalog
