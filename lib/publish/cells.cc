#include <algorithm>
#include <unordered_map>

#include "model/fields_item.h"
#include "publish/publishable_text.h"
#include "publish/table.h"
#include "publish/words_in_cells.h"

namespace catalog {

namespace {

template <class Record>
std::string label(std::string_view key) {
  return std::string(record_info<Record>()->field(key)->key.zh) + "：";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

/// Writes the cells of one item, column by column.
class CellMaker {
 public:
  CellMaker(const Edition& edition, const TableForm& form, size_t index)
      : edition_(edition),
        form_(form),
        vocabulary_(edition.workspace->vocabulary),
        item_(edition.item(index)),
        index_(index) {}

  const Cell* make(const Column& column, size_t at, CellStore& store) const {
    const auto found = makers().find(column.field);
    const Maker maker = found == makers().end() ? Maker{} : found->second;
    const auto make = [&](CellDraft& cell) {
      if (maker.make) (this->*maker.make)(column, cell);
    };
    if (!maker.key) return store.own(make);
    TextKey key;
    (this->*maker.key)(key);
    return store.shared(at, key, make);
  }

 private:
  /// How a column's cell is made, and what alone decides its content; none where rows say hardly
  /// ever the same.
  struct Maker {
    void (CellMaker::*make)(const Column&, CellDraft&) const = nullptr;
    void (CellMaker::*key)(TextKey&) const = nullptr;
  };
  static const std::unordered_map<std::string_view, Maker>& makers();

  template <auto Field>
  void key(TextKey& key) const {
    add_to(key, item_.*Field);
  }
  void subtopic_key(TextKey& key) const {
    add_to(key, item_.subtopic);
    add_to(key, item_.detail);
  }

  void number(const Column&, CellDraft& cell) const { cell.add(std::to_string(index_ + 1)); }
  void code(const Column&, CellDraft& cell) const { cell.add(edition_.item_address(index_)); }
  void id(const Column&, CellDraft& cell) const { cell.add(item_.id.value); }
  void guideline(const Column&, CellDraft& cell) const { texts(item_.guideline, cell); }
  void category(const Column&, CellDraft& cell) const { cell.add(item_.category.value); }
  void topic(const Column&, CellDraft& cell) const { cell.add(item_.topic.value); }
  void detail(const Column&, CellDraft& cell) const { cell.add(item_.detail.value); }
  void basis(const Column&, CellDraft& cell) const { texts(item_.basis, cell); }
  void deadline(const Column&, CellDraft& cell) const { by_level(item_.deadline, cell); }
  void publisher(const Column&, CellDraft& cell) const { by_level(item_.publisher, cell); }
  void extent(const Column&, CellDraft& cell) const { cell.add(item_.seldom->extent.value); }
  void ground(const Column&, CellDraft& cell) const { cell.add(item_.seldom->ground.value); }
  void review(const Column&, CellDraft& cell) const { cell.add(item_.seldom->review.value); }
  void note(const Column&, CellDraft& cell) const { cell.add(item_.seldom->note.value); }

  /// A template without a column for the third part of the name shows it behind the second.
  void subtopic(const Column&, CellDraft& cell) const {
    const bool behind = !form_.has("detail") && !item_.detail.empty();
    if (!behind) return cell.add(item_.subtopic.value);
    cell.add({item_.subtopic.value, item_.subtopic.empty() ? "" : "/", item_.detail.value});
  }

  void elements(const Column&, CellDraft& cell) const {
    for (const Element& element : item_.elements) {
      cell.add({form_.bullet, " ", element.name.value, element_remark(element)});
    }
    for (const std::string& remark : unseen()) cell.add(remark);
  }

  /// What an element has of its own, in words: （不予公开；不予公开理由：…）.
  static std::string element_remark(const Element& element) {
    if (!element.own.present()) return {};
    const ElementOwn& own = element.own.get();
    std::vector<std::string> parts;
    if (words::kYesNo.index(own.required.view()) == 1) parts.emplace_back("可选");
    if (!own.mode.empty()) parts.emplace_back(own.mode.view());
    const auto labelled = [&](std::string_view key, const Text& text) {
      if (!text.empty()) parts.push_back(label<Element>(key) + std::string(text.view()));
    };
    labelled("extent", own.extent);
    labelled("ground", own.ground);
    labelled("review", own.review);
    labelled("deadline", own.deadline);
    return parts.empty() ? std::string{} : "（" + joined(parts, "；") + "）";
  }

  /// What the public must know and no column of the template shows: a withheld item in a table that
  /// only ticks 主动 and 依申请, its ground, a level without a column.
  std::vector<std::string> unseen() const {
    std::vector<std::string> out;
    const auto tell = [&](std::string_view key, std::string_view text) {
      if (!text.empty()) out.push_back(label<Item>(key) + std::string(text));
    };
    const auto shown = [&](std::string_view field, WordList list, Symbol text) {
      const VocabularyWord* word = vocabulary_.find(list, text).word;
      return form_.ticking(field, word) ||
             std::ranges::any_of(form_.columns, [&](const Column& column) {
               return column.field == field && !column.ticks();
             });
    };
    std::vector<std::string> audiences, levels;
    for (const WordPart& part :
         word_parts(vocabulary_, WordList::Audiences, item_.audience.value)) {
      if (!shown("audience", WordList::Audiences, Symbol::of(part.text)))
        audiences.push_back(part.text);
    }
    tell("audience", joined(audiences, "、"));
    if (!shown("mode", WordList::Modes, item_.mode.value)) tell("mode", item_.mode.view());
    for (const Text& level : item_.levels) {
      if (!shown("levels", WordList::Levels, level.value)) levels.emplace_back(level.view());
    }
    tell("levels", joined(levels, "、"));
    if (!form_.has("extent")) tell("extent", item_.seldom->extent.view());
    if (!form_.has("ground")) tell("ground", item_.seldom->ground.view());
    if (!form_.has("review")) tell("review", item_.seldom->review.view());
    return out;
  }

  void channels(const Column& column, CellDraft& cell) const {
    for (const Leveled<Texts>& part : item_.channels) {
      if (column.ticks()) {
        tick_channel(*column.word, part, cell);
      } else {
        if (!part.level.empty()) cell.add({level_word(part.level), "："});
        list_channels(part.value, cell);
      }
    }
  }

  /// ■政府网站 □政府公报 …: the whole vocabulary in its order, then what it does not know.
  void list_channels(const Texts& chosen, CellDraft& cell) const {
    for (const VocabularyWord& word : vocabulary_.words(WordList::Channels)) {
      const auto [found, notes] = channel_notes(word, chosen);
      cell.add({found ? form_.chosen : form_.unchosen, word.name.value, notes}, !found);
    }
    for (const Text& text : chosen) {
      if (!vocabulary_.find(WordList::Channels, text.value)) cell.add({form_.chosen, text.value});
    }
  }

  /// √, with the level where channels differ by level; texts that the vocabulary does not know
  /// stand in the column 其他.
  void tick_channel(const VocabularyWord& word, const Leveled<Texts>& part, CellDraft& cell) const {
    const std::string level = part.level.empty() ? "" : " " + std::string(level_word(part.level));
    const auto [found, notes] = channel_notes(word, part.value);
    if (found) cell.add({form_.tick, level, notes});
    if (word.id.view() != "other") return;
    for (const Text& text : part.value) {
      if (!vocabulary_.find(WordList::Channels, text.value))
        cell.add({form_.tick, level, "（", text.value, "）"});
    }
  }

  /// Whether a channel is chosen, and what stands in brackets behind it: （…、…）.
  std::pair<bool, std::string> channel_notes(const VocabularyWord& word,
                                             const Texts& chosen) const {
    bool found = false;
    std::vector<std::string> notes;
    for (const Text& text : chosen) {
      const WordUse& use = vocabulary_.find(WordList::Channels, text.value);
      if (use.word != &word) continue;
      found = true;
      if (!use.note.empty()) notes.push_back(use.note);
    }
    return {found, notes.empty() ? std::string{} : "（" + joined(notes, "、") + "）"};
  }

  void audience(const Column& column, CellDraft& cell) const {
    words(column, WordList::Audiences, item_.audience, cell);
  }
  void mode(const Column& column, CellDraft& cell) const {
    words(column, WordList::Modes, item_.mode, cell);
  }
  void levels(const Column& column, CellDraft& cell) const {
    if (!column.ticks()) return cell.add(joined_texts(item_.levels));
    for (const Text& level : item_.levels) {
      if (vocabulary_.find(WordList::Levels, level.value).word == column.word)
        return cell.add(form_.tick);
    }
  }

  /// The text itself, or the tick of a column's word with what stands in brackets behind it.
  void words(const Column& column, WordList list, const Text& text, CellDraft& cell) const {
    if (!column.ticks()) return cell.add(text.value);
    for (const WordPart& part : word_parts(vocabulary_, list, text.value)) {
      if (part.word != column.word) continue;
      if (cell.empty()) cell.add(form_.tick);
      cell.add(part.note);
    }
  }

  void links(const Column&, CellDraft& cell) const {
    for (const Link& link : item_.links) {
      const std::string title = publishable(link.title.view()), url = publishable(link.url.view());
      const std::string address = is_web_address(url) ? url : std::string{};
      if (!title.empty() || !url.empty()) cell.add_line(title, address, false);
      if (!url.empty() && url != title) cell.add_line(url, address, true);
    }
  }

  void deviation(const Column&, CellDraft& cell) const {
    for (const Deviation& one : item_.seldom->deviation) cell.add(one.reason.value);
  }

  /// A further column of the table that the item came from, by its heading.
  void extra(const Column& column, CellDraft& cell) const {
    for (const NamedText& pair : item_.seldom->extra) {
      if (publishable(pair.key.view()) == column.heading) cell.add(pair.value.value);
    }
  }

  std::string_view level_word(const Text& level) const {
    const WordUse& use = vocabulary_.find(WordList::Levels, level.value);
    return use ? use.word->name.view() : level.view();
  }

  void by_level(const LevelText& value, CellDraft& cell) const {
    for (const Leveled<Text>& part : value) {
      if (part.level.empty()) {
        cell.add(part.value.value);
      } else {
        cell.add({level_word(part.level), "：", part.value.value});
      }
    }
  }

  static void texts(const Texts& all, CellDraft& cell) {
    for (const Text& text : all) cell.add(text.value);
  }

  static std::string joined_texts(const Texts& all) {
    std::vector<std::string> parts;
    for (const Text& text : all) parts.emplace_back(text.view());
    return joined(parts, "、");
  }

  const Edition& edition_;
  const TableForm& form_;
  const Vocabulary& vocabulary_;
  const Item& item_;
  size_t index_;
};

const std::unordered_map<std::string_view, CellMaker::Maker>& CellMaker::makers() {
  static const std::unordered_map<std::string_view, Maker> made{
      {"number", {&CellMaker::number}},
      {"code", {&CellMaker::code}},
      {"id", {&CellMaker::id}},
      {"guideline", {&CellMaker::guideline, &CellMaker::key<&Item::guideline>}},
      {"category", {&CellMaker::category, &CellMaker::key<&Item::category>}},
      {"topic", {&CellMaker::topic, &CellMaker::key<&Item::topic>}},
      {"subtopic", {&CellMaker::subtopic, &CellMaker::subtopic_key}},
      {"detail", {&CellMaker::detail, &CellMaker::key<&Item::detail>}},
      {"elements", {&CellMaker::elements}},
      {"basis", {&CellMaker::basis, &CellMaker::key<&Item::basis>}},
      {"deadline", {&CellMaker::deadline, &CellMaker::key<&Item::deadline>}},
      {"publisher", {&CellMaker::publisher, &CellMaker::key<&Item::publisher>}},
      {"channels", {&CellMaker::channels, &CellMaker::key<&Item::channels>}},
      {"audience", {&CellMaker::audience, &CellMaker::key<&Item::audience>}},
      {"mode", {&CellMaker::mode, &CellMaker::key<&Item::mode>}},
      {"extent", {&CellMaker::extent}},
      {"ground", {&CellMaker::ground}},
      {"review", {&CellMaker::review}},
      {"levels", {&CellMaker::levels, &CellMaker::key<&Item::levels>}},
      {"links", {&CellMaker::links}},
      {"note", {&CellMaker::note}},
      {"extra", {&CellMaker::extra}},
      {"deviation", {&CellMaker::deviation}},
  };
  return made;
}

}  // namespace

TableRow make_row(const Edition& edition, const TableForm& form, size_t index, CellStore& store) {
  const CellMaker maker(edition, form, index);
  TableRow row;
  row.cells.reserve(form.columns.size());
  for (size_t i = 0; i < form.columns.size(); i++)
    row.cells.push_back(maker.make(form.columns[i], i, store));
  return row;
}

}  // namespace catalog
