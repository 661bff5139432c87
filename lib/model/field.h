#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/words.h"
#include "text/bilingual.h"

namespace catalog {

struct RecordInfo;

/// How a value is written in YAML; it follows from the member's type.
enum class Shape : uint8_t {
  Text,           ///< a text
  TextList,       ///< a list of texts; a single text is taken as a list of one
  LevelText,      ///< a text, or a map of texts by level
  LevelTextList,  ///< a list of texts, or a map of lists by level
  TextMap,        ///< an open map of texts
  Elements,       ///< a list of texts or records
  Record,         ///< one record
  RecordList,     ///< a list of records; a single record is taken as a list of one
};

/// What a text must look like, whatever it means.
enum class Content : uint8_t {
  Any,
  Kind,
  Id,
  Slug,
  Reference,
  UnitCode,
  Date,
  Version,
  Number,
  Url,
  Path,
  Words,
  Vocabulary,
  Deadline,
  Citation,
  RuleName,
  FieldKey,
  Fingerprint,
};

/// How two values of a field compare for the public (design of `diff`).
enum class Compare : uint8_t {
  None,       ///< no part of what the public is told
  Editorial,  ///< any difference is editorial
  Changed,    ///< a difference is a change that is neither narrower nor wider
  Name,       ///< the item's name: a difference is a renaming
  Set,        ///< a smaller set is narrower
  LeftOut,    ///< what is left out, with its reason: a larger set is narrower
  Deadline,   ///< part by part
  Audience,   ///< 全社会 is wider than 特定群体
  Mode,       ///< 主动 is wider than 依申请, that than 不予公开
  Extent,     ///< 全文 is wider than 部分
  Dates,      ///< a later date is narrower
};

/// How two authors' values merge.
enum class Merge : uint8_t { Scalar, Set, Sequence, Meaning, Records, Keep };

/// Everything the project knows of one key: reader, emitter, schemas, docs, headings, diff and
/// merge all read it.
struct FieldInfo {
  Bilingual key;
  std::string_view other_key{};  ///< a second Chinese spelling that is accepted
  Bilingual meaning{};
  bool required = false;
  Content content = Content::Any;
  const WordSet* words = nullptr;  ///< with Content::Words
  std::string_view vocabulary{};   ///< with Content::Vocabulary: which list of it
  Compare compare = Compare::None;
  Merge merge = Merge::Scalar;
  bool identity = false;  ///< part of what tells a record from its like in a list
  bool told = true;       ///< part of what a digest of meaning covers; not: a document's own course
                     ///< (version, state, confirmation), remarks for those who edit it, provenance
  Shape shape = Shape::Text;                ///< set by the table from the member's type
  const RecordInfo* (*record)() = nullptr;  ///< the record of Elements, Record and RecordList
};

/// A kind of mapping in the files: its name and its fields in the order in which they are written.
struct RecordInfo {
  Bilingual name;
  Bilingual meaning;
  std::vector<FieldInfo> fields;

  /// The field of this key, in either language, and which language it was; none if unknown.
  struct Found {
    size_t index;
    Lang lang;
  };
  std::optional<Found> find(std::string_view key) const;
  const FieldInfo* field(std::string_view english_key) const;
};

}  // namespace catalog
