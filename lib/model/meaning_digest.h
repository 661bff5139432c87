#pragma once

#include <string>

#include "model/documents.h"
#include "model/vocabulary.h"

namespace catalog {

/// The digest of what an item tells the public: `sha256:` and 64 hexadecimal digits. The same
/// whatever the language of keys and fixed words, whichever alias of a vocabulary word is used,
/// however the file is laid out, quoted or commented, in whatever width signs are written, and in
/// whatever order keys, levels and the members of sets stand. A list and a standard that hold the
/// same item agree on its digest.
///
/// Left out are the fields that the field table marks `told = false`: what `confirm` and `release`
/// write (state, opinion, confirmed, published, version, effective), so that publishing what was
/// confirmed does not void its confirmation; remarks on a file, deviations and provenance.
/// Order counts where it is shown: items, links, drafting units. Deadlines and citations count by
/// their words. A word that the vocabulary does not know counts as its text, so teaching the
/// vocabulary a word that is in use changes digests.
std::string meaning_digest(const Item& item, const Vocabulary& vocabulary);
/// The same of a whole list: its head, its items in their order, and what it leaves out.
std::string meaning_digest(const List& list, const Vocabulary& vocabulary);
/// The same of a standard: what a department confirms (`confirmed.digest`).
std::string meaning_digest(const Standard& standard, const Vocabulary& vocabulary);

/// The digest of an item exactly as written, of all of its fields, whatever the layout and the
/// language of the keys: equal where no check of values can tell two items apart.
std::string wording_digest(const Item& item);
std::string wording_digest(const StandardItem& item);
std::string wording_digest(const Row& row);

}  // namespace catalog
