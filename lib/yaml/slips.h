#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "source/span.h"
#include "text/message.h"
#include "yaml/tree.h"

namespace catalog::yaml {

/// What a Chinese keyboard, or a hand used to Word, makes of YAML's marks.
enum class SlipKind : uint8_t {
  FullwidthCommaInList,  ///< [区级，街镇级]: one entry, not two
  FullwidthColon,        ///< topic：低保
  FullwidthIndent,       ///< U+3000 or a no-break space as indentation
  BracketInFlow,         ///< [国发[2012]45号]
  HashComment,           ///< 地址 #3: the rest is lost as a comment
  CurlyQuotes,           ///< “低保” meant as "低保"
  FullwidthBracket,      ///< ［区级］ or 【区级】 meant as a list
  FullwidthDash,         ///< － or — meant as a list dash
  SplitInBrackets,       ///< [《甲》(乙, 丙)]: two entries, not one
  ColonWithoutBlank,     ///< {a:1}, topic:低保
  FullwidthHash,         ///< ＃ meant to begin a comment
};

/// One slip in the source text: plain data, from which a rule makes its finding.
struct Slip {
  SlipKind kind;
  Span at;
  Message message;  ///< what is wrong
  Message advice;   ///< what to type, with the name of the key on the keyboard
  std::vector<Edit> edits;
  bool safe = false;  ///< the edits are the only thing that can be meant
};

/// What the finder is told of the language of the files; either function may be empty.
struct KnownWords {
  std::function<bool(std::string_view)> is_key;   ///< names of keys, in both languages
  std::function<bool(std::string_view)> is_word;  ///< words of the vocabularies, aliases included
};

/// Finds the slips in a text, in order. `tree` is the text's tree, or an empty one where the text
/// does not parse: then lines and brackets are looked at as they stand.
std::vector<Slip> find_slips(std::string_view text, const Tree& tree, const KnownWords& known);

}  // namespace catalog::yaml
