#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "model/field.h"
#include "model/kinds.h"
#include "model/vocabulary.h"
#include "yaml/quote.h"

namespace catalog::test {

/// A value of a document made by the field table: what it says, apart from how it is written.
struct Part {
  enum class Kind { Text, List, Record, LevelMap, OpenMap };
  Kind kind = Kind::Text;
  const FieldInfo* field = nullptr;
  std::string text{};
  std::string key{};  ///< of a part of a record (English), a level, or an open map
  std::vector<Part> parts{};
};

/// Makes documents of any kind from the field table, so that a new field is tested too.
class PartMaker {
 public:
  /// `chance`: per cent of the optional fields that are there.
  PartMaker(const Vocabulary& vocabulary, uint32_t seed, unsigned chance)
      : vocabulary_(vocabulary), dice_(seed), chance_(chance) {}

  Part document(Kind kind) {
    Part made = record(*kind_info(kind).record());
    made.parts.front().text = kind_info(kind).word.en;
    return made;
  }

  /// Another text for a field than the one it has.
  std::string other_text(const FieldInfo& field, const std::string& present) {
    for (;;) {
      std::string text = text_of(field);
      if (text != present) return text;
    }
  }

  Part value(const FieldInfo& field) {
    Part made{.field = &field};
    const auto fill = [&](Part::Kind kind, size_t count, auto make) {
      made.kind = kind;
      while (made.parts.size() < count) made.parts.push_back(make(made.parts.size()));
    };
    switch (field.shape) {
      case Shape::Text:
        made.text = text_of(field);
        break;
      case Shape::TextList:
        fill(Part::Kind::List, 2, [&](size_t) { return text_part(field); });
        break;
      case Shape::LevelText:
        if (roll(2)) return text_part(field);
        fill(Part::Kind::LevelMap, 2, [&](size_t i) { return keyed(text_part(field), level(i)); });
        break;
      case Shape::LevelTextList:
        if (roll(2)) return list_part(field);
        fill(Part::Kind::LevelMap, 2, [&](size_t i) { return keyed(list_part(field), level(i)); });
        break;
      case Shape::TextMap:
        fill(Part::Kind::OpenMap, 2,
             [&](size_t i) { return keyed(text_part(field), "栏" + std::to_string(i)); });
        break;
      case Shape::Record:
        made = record(*field.record());
        made.field = &field;
        break;
      case Shape::Elements:
      case Shape::RecordList:
        fill(Part::Kind::List, 2, [&](size_t) { return record(*field.record()); });
        break;
    }
    return made;
  }

  uint32_t roll(uint32_t sides) { return static_cast<uint32_t>(dice_() % sides); }

 private:
  static Part keyed(Part part, std::string key) {
    part.key = std::move(key);
    return part;
  }
  Part text_part(const FieldInfo& field) { return {.field = &field, .text = text_of(field)}; }
  Part list_part(const FieldInfo& field) {
    Part made{.kind = Part::Kind::List, .field = &field};
    for (int i = 0; i < 2; i++) made.parts.push_back(text_part(field));
    return made;
  }
  std::string level(size_t i) { return std::string(vocabulary_.level_name(kLevels[i])); }

  Part record(const RecordInfo& info) {
    Part made{.kind = Part::Kind::Record};
    for (const FieldInfo& field : info.fields) {
      if (field.required || roll(100) < chance_)
        made.parts.push_back(keyed(value(field), std::string(field.key.en)));
    }
    return made;
  }

  /// Texts never repeat, so that no two members of a set are the same by chance.
  std::string text_of(const FieldInfo& field) {
    const uint32_t number = ++count_;
    const std::string digits = std::to_string(number);
    switch (field.content) {
      case Content::Id:
      case Content::Slug:
      case Content::UnitCode:
        return "x" + digits;
      case Content::Reference:
        return "social-assistance/" + digits;
      case Content::Date:
        return std::to_string(2000 + number / 28 % 100) + "-01-" + std::to_string(number % 28 + 1);
      case Content::Version:
        return "2020." + digits;
      case Content::Number:
        return digits;
      case Content::Url:
        return "https://www.example.gov.cn/Page/" + digits;
      case Content::Words:
        return std::string(field.words->words[number % field.words->words.size()].en);
      case Content::Vocabulary: {
        const auto& words = vocabulary_.words(*word_list(field.vocabulary));
        return std::string(words[number % words.size()].name.view());
      }
      case Content::Citation:
        return "《条例》（国发〔2012〕" + digits + "号）";
      default:
        return "低保，第" + digits + "批（名单）：公示";
    }
  }

  const Vocabulary& vocabulary_;
  std::mt19937 dice_;
  unsigned chance_;
  uint32_t count_ = 0;
};

}  // namespace catalog::test
