#pragma once

#include <string>
#include <string_view>

#include "model/field.h"
#include "model/vocabulary.h"

namespace catalog {

/// The language to give fixed words, and the vocabulary whose words have two languages (may be
/// null).
struct OtherLanguage {
  Lang lang;
  const Vocabulary* vocabulary;
};

/// A value of a field in the other language: kinds, fixed words, words of the vocabulary in their
/// own spelling (what stands in brackets behind them stays), names of keys of the record `owner`.
/// Empty where it is no such word.
std::string in_other_language(const FieldInfo& field, const RecordInfo& owner,
                              std::string_view value, const OtherLanguage& other);
/// The name of a level.
std::string level_in_other_language(std::string_view value, const OtherLanguage& other);

}  // namespace catalog
