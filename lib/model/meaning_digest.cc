#include "model/meaning_digest.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/fields_files.h"
#include "model/kinds.h"
#include "source/hash.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// Renewed whenever the same content would give other digests, so that old ones are known as such.
constexpr std::string_view kMeaning = "catalog meaning 2\n";
constexpr std::string_view kWording = "catalog wording 1\n";

/// Texts made one of another without ambiguity: each part is preceded by its length.
void append(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

std::string joined(char kind, const std::vector<std::string>& parts) {
  std::string out(1, kind);
  for (const std::string& part : parts) append(out, part);
  return out;
}

/// Whether a text of this content is the same only byte by byte: capitals count in an address of
/// the web.
bool is_exact(Content content) {
  switch (content) {
    case Content::Id:
    case Content::Slug:
    case Content::Reference:
    case Content::UnitCode:
    case Content::Date:
    case Content::Version:
    case Content::Number:
    case Content::Url:
    case Content::Path:
    case Content::RuleName:
    case Content::FieldKey:
    case Content::Fingerprint:
      return true;
    case Content::Any:
    case Content::Kind:
    case Content::Words:
    case Content::Vocabulary:
    case Content::Deadline:
    case Content::Citation:
      break;
  }
  return false;
}

/// Writes records as bytes that are equal exactly where the records are: by meaning with a
/// vocabulary, as written without one.
class Encoder {
 public:
  explicit Encoder(const Vocabulary* vocabulary) : vocabulary_(vocabulary) {}

  template <class R>
  std::string record(const R& in) const {
    const RecordInfo& info = *record_info<R>();
    std::vector<std::pair<std::string_view, std::string>> fields;
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field&) {
      const FieldInfo& field = info.fields[index++];
      if (by_meaning() && !field.told) return;
      std::string made = value(field, Field::get(in));
      if (!made.empty()) fields.emplace_back(field.key.en, std::move(made));
    });
    // By name, so that the table's order is no part of the digest.
    std::ranges::sort(fields);
    std::string out(1, 'r');
    for (const auto& [key, made] : fields) {
      append(out, key);
      append(out, made);
    }
    return out;
  }

 private:
  bool by_meaning() const { return vocabulary_ != nullptr; }

  std::string vocabulary_word(WordList list, const Text& in) const {
    const WordUse& use = vocabulary_->find(list, in.value);
    if (!use) return comparison_form(in.view());
    return joined('w', {std::string(use.word->id.view()), comparison_form(use.note)});
  }

  /// The words of the file formats themselves are one word in both languages.
  std::string value(const FieldInfo& field, const Text& in) const {
    if (field.content == Content::Words) {
      if (const auto index = field.words->index(in.view()))
        return joined('w', {std::string(field.words->words[*index].en)});
    }
    if (field.content == Content::Kind) {
      if (const auto kind = kind_of_word(in.view())) return std::string(kind_info(*kind).word.en);
    }
    if (!by_meaning()) return std::string(in.view());
    if (field.content == Content::Vocabulary) {
      if (const auto list = word_list(field.vocabulary)) return vocabulary_word(*list, in);
    }
    return is_exact(field.content) ? std::string(trim(in.view())) : comparison_form(in.view());
  }

  /// A list; of a set, each member once and in an order of its own.
  std::string list(const FieldInfo& field, std::vector<std::string> parts) const {
    if (parts.empty()) return {};
    if (by_meaning() && field.merge == Merge::Set) {
      std::ranges::sort(parts);
      parts.erase(std::ranges::unique(parts).begin(), parts.end());
    }
    return joined('l', parts);
  }

  std::string value(const FieldInfo& field, const Texts& in) const {
    std::vector<std::string> parts;
    for (const Text& text : in) parts.push_back(value(field, text));
    return list(field, std::move(parts));
  }

  /// A mapping whose keys stand in no order.
  static std::string map(std::vector<std::pair<std::string, std::string>> pairs) {
    std::ranges::sort(pairs);
    std::vector<std::string> parts;
    for (auto& [key, made] : pairs) {
      parts.push_back(std::move(key));
      parts.push_back(std::move(made));
    }
    return joined('m', parts);
  }

  template <class T>
  std::string value(const FieldInfo& field, const std::vector<Leveled<T>>& in) const {
    if (in.empty()) return {};
    if (in.size() == 1 && in.front().level.empty()) return value(field, in.front().value);
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& entry : in) {
      pairs.emplace_back(by_meaning() ? vocabulary_word(WordList::Levels, entry.level)
                                      : std::string(entry.level.view()),
                         value(field, entry.value));
    }
    return map(std::move(pairs));
  }

  std::string value(const FieldInfo& field, const TextMap& in) const {
    if (in.empty()) return {};
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const NamedText& entry : in) {
      pairs.emplace_back(by_meaning() ? comparison_form(entry.key.view()) : entry.key.view(),
                         value(field, entry.value));
    }
    return map(std::move(pairs));
  }

  template <class R>
  std::string value(const FieldInfo& field, const std::vector<R>& in) const {
    std::vector<std::string> parts;
    for (const R& entry : in) parts.push_back(record(entry));
    return list(field, std::move(parts));
  }

  template <class R>
  std::string value(const FieldInfo&, const Rare<R>& in) const {
    return in.present() ? record(in.get()) : std::string();
  }

  const Vocabulary* vocabulary_;  ///< null: as written
};

template <class R>
std::string digest(std::string_view title, const R& record, const Vocabulary* vocabulary) {
  return "sha256:" + hash_text(Hash::Sha256, {title, Encoder(vocabulary).record(record)});
}

}  // namespace

std::string meaning_digest(const Item& item, const Vocabulary& vocabulary) {
  return digest(kMeaning, item, &vocabulary);
}
std::string meaning_digest(const List& list, const Vocabulary& vocabulary) {
  return digest(kMeaning, list, &vocabulary);
}
std::string meaning_digest(const Standard& standard, const Vocabulary& vocabulary) {
  return digest(kMeaning, standard, &vocabulary);
}

std::string wording_digest(const Item& item) { return digest(kWording, item, nullptr); }
std::string wording_digest(const StandardItem& item) { return digest(kWording, item, nullptr); }
std::string wording_digest(const Row& row) { return digest(kWording, row, nullptr); }

}  // namespace catalog
