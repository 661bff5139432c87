#pragma once

#include "model/generated_document.h"

namespace catalog::test {

/// Which of the liberties that change no meaning a writer takes.
struct Liberties {
  Lang keys = Lang::En;
  bool layout = false;  ///< flow or block, quotes, comments, order of keys
  bool words = false;   ///< aliases, either language, widths, order of sets
};

/// Writes a document as YAML in one of the many ways of writing it, by chance.
class PartWriter {
 public:
  PartWriter(const Vocabulary& vocabulary, Liberties liberties, uint32_t seed)
      : vocabulary_(vocabulary), liberties_(liberties), dice_(seed) {}

  std::string document(const Part& root) {
    std::string out;
    block(root, 0, out);
    return out;
  }

 private:
  uint32_t roll(uint32_t sides) { return static_cast<uint32_t>(dice_() % sides); }

  /// The parts in the order in which they are written.
  std::vector<const Part*> ordered(const Part& part) {
    std::vector<const Part*> out;
    for (const Part& child : part.parts) out.push_back(&child);
    const bool mapping = part.kind != Part::Kind::List;
    const bool set = !mapping && part.field && part.field->merge == Merge::Set;
    // A document opens with its kind, of which the language of its keys is read.
    const auto from = out.begin() + (mapping && !out.empty() && out.front()->key == "kind");
    if ((mapping && liberties_.layout) || (set && liberties_.words))
      std::shuffle(from, out.end(), dice_);
    return out;
  }

  std::string key(const Part& owner, const Part& part) {
    if (owner.kind == Part::Kind::Record) return std::string(part.field->key.in(liberties_.keys));
    return scalar(
        owner.kind == Part::Kind::LevelMap ? spelling(WordList::Levels, part.key) : part.key,
        yaml::Context::Flow);
  }

  std::string spelling(WordList list, const std::string& name) {
    const VocabularyWord* word = vocabulary_.find(list, Symbol::of(name)).word;
    if (!liberties_.words || !word) return name;
    const size_t choice = roll(static_cast<uint32_t>(word->aliases.size() + 2));
    if (choice < word->aliases.size()) return std::string(word->aliases[choice].view());
    return choice == word->aliases.size() && !word->english.empty()
               ? std::string(word->english.view())
               : name;
  }

  std::string spelling(const Part& part) {
    if (!liberties_.words) return part.text;
    const FieldInfo& field = *part.field;
    switch (field.content) {
      case Content::Kind:
        return std::string(
            kind_info(*kind_of_word(part.text)).word.in(roll(2) ? Lang::Zh : Lang::En));
      case Content::Words:
        return std::string(
            field.words->words[*field.words->index(part.text)].in(roll(2) ? Lang::Zh : Lang::En));
      case Content::Vocabulary:
        return spelling(*word_list(field.vocabulary), part.text);
      case Content::Any:
      case Content::Citation:
      case Content::Deadline:
        return other_widths(part.text);
      default:
        return part.text;
    }
  }

  std::string other_widths(std::string text) {
    for (const auto& [wide, narrow] : {std::pair<std::string, std::string>{"，", ","},
                                       {"（", "("},
                                       {"）", ")"},
                                       {"：", ":"},
                                       {"批", "批 "}}) {
      const size_t at = text.find(wide);
      if (at != text.npos && roll(2)) text.replace(at, wide.size(), narrow);
    }
    return text;
  }

  std::string scalar(const std::string& text, yaml::Context context) {
    const uint32_t style = liberties_.layout ? roll(3) : 0;
    if (style == 1) return yaml::double_quoted(text);
    if (style == 2 && text.find('\'') == text.npos) return "'" + text + "'";
    return yaml::scalar_text(text, context);
  }

  std::string flow(const Part& part) {
    if (part.kind == Part::Kind::Text) return scalar(spelling(part), yaml::Context::Flow);
    const bool mapping = part.kind != Part::Kind::List;
    std::string out(1, mapping ? '{' : '[');
    for (const Part* child : ordered(part)) {
      if (out.size() > 1) out += ", ";
      if (mapping) out += key(part, *child) + ": ";
      out += flow(*child);
    }
    return out + (mapping ? '}' : ']');
  }

  void block(const Part& part, size_t indent, std::string& out) {
    for (const Part* child : ordered(part)) {
      if (liberties_.layout && roll(6) == 0) out += std::string(indent, ' ') + "# 说明\n";
      out += std::string(indent, ' ');
      out += part.kind == Part::Kind::List ? "-" : key(part, *child) + ":";
      if (child->kind == Part::Kind::Text) {
        out += " " + scalar(spelling(*child), yaml::Context::Block);
        if (liberties_.layout && roll(6) == 0) out += "  # 旁注";
        out += "\n";
      } else if (liberties_.layout && roll(3) == 0) {
        out += " " + flow(*child) + "\n";
      } else {
        out += "\n";
        block(*child, indent + 1 + (liberties_.layout ? roll(3) : 1), out);
      }
    }
  }

  const Vocabulary& vocabulary_;
  Liberties liberties_;
  std::mt19937 dice_;
};

}  // namespace catalog::test
