#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/field.h"
#include "source/span.h"

namespace catalog {

/// What the reader of documents can meet; each is reported by the form rule of its name.
enum class ProblemKind : uint8_t {
  KindMissing,       ///< no kind, a word that is no kind (`given`), or not the kind wanted here
                     ///< (`suggestion`)
  PathMissing,       ///< a path in catalog.yaml that leads nowhere
  KeyUnknown,        ///< no field of this record
  KeyDoubled,        ///< given twice; `other` is the first
  KeyLanguage,       ///< an English key in a file of Chinese keys, or the reverse
  TypeWrong,         ///< a mapping where a text is wanted, and the like
  FieldMissing,      ///< a required field is not there
  FieldEmpty,        ///< a required field has no value
  ValueMalformed,    ///< a text that its Content forbids (date, id, version, url, fixed words)
  ConflictUnsettled  ///< {conflict: {base, department, district}} in the place of a value
};

/// Something wrong with the form of a document: plain data, at its place, without severity or
/// words.
struct Problem {
  ProblemKind kind;
  Span at;       ///< the key, the value, or the place to insert
  Span other{};  ///< KeyDoubled: the first key
  const RecordInfo* record = nullptr;
  const FieldInfo* field = nullptr;
  std::string given{};         ///< the key or value as written
  std::string suggestion{};    ///< a key or word that was perhaps meant
  std::string path{};          ///< key path in English keys, items by their id: items[6].deadline
  Shape wanted = Shape::Text;  ///< TypeWrong
};

using Problems = std::vector<Problem>;

}  // namespace catalog
