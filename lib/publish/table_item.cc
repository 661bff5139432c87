#include "publish/table_item.h"

#include <algorithm>
#include <unordered_map>

#include "model/fields_item.h"
#include "publish/publishable_text.h"
#include "publish/table.h"
#include "publish/xlsx_layout.h"
#include "text/normal.h"

namespace catalog {

namespace {

constexpr std::string_view kColon = "：";

Text text_of(std::string_view text) { return {Symbol::of(text), {}}; }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    if (const std::string_view line = trim(text.substr(0, end)); !line.empty()) out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// Reads the cells of one row, column by column.
class RowReader {
 public:
  RowReader(const TableForm& form, const Vocabulary& vocabulary)
      : form_(form), vocabulary_(vocabulary) {}

  Item read(const std::vector<std::string>& cells) {
    for (size_t i = 0; i < form_.columns.size() && i < cells.size(); i++) {
      const std::string_view text = trim(cells[i]);
      if (text.empty()) continue;
      const auto reader = readers().find(form_.columns[i].field);
      if (reader != readers().end()) (this->*reader->second)(form_.columns[i], text);
    }
    if (!audiences_.empty() && item_.audience.empty()) item_.audience = text_of(audiences_);
    return std::move(item_);
  }

 private:
  using Reader = void (RowReader::*)(const Column&, std::string_view);
  static const std::unordered_map<std::string_view, Reader>& readers();

  void code(const Column&, std::string_view text) {
    item_.id = text_of(text.substr(text.rfind('/') + 1));
  }
  void id(const Column&, std::string_view text) { item_.id = text_of(text); }
  void guideline(const Column&, std::string_view text) { entries(text, item_.guideline); }
  void category(const Column&, std::string_view text) { item_.category = text_of(text); }
  void topic(const Column&, std::string_view text) { item_.topic = text_of(text); }
  void subtopic(const Column&, std::string_view text) { item_.subtopic = text_of(text); }
  void detail(const Column&, std::string_view text) { item_.detail = text_of(text); }
  void basis(const Column&, std::string_view text) { entries(text, item_.basis); }
  void deadline(const Column&, std::string_view text) { by_level(text, item_.deadline); }
  void publisher(const Column&, std::string_view text) { by_level(text, item_.publisher); }
  void extent(const Column&, std::string_view text) { item_.seldom.make().extent = text_of(text); }
  void ground(const Column&, std::string_view text) { item_.seldom.make().ground = text_of(text); }
  void review(const Column&, std::string_view text) { item_.seldom.make().review = text_of(text); }
  void note(const Column&, std::string_view text) { item_.seldom.make().note = text_of(text); }
  void extra(const Column& column, std::string_view text) {
    item_.seldom.make().extra.push_back({text_of(column.heading), text_of(text)});
  }

  static void entries(std::string_view text, Texts& out) {
    for (const std::string_view line : lines_of(text)) out.push_back(text_of(line));
  }

  /// 区级：… begins the value of a level; any other line goes on with the one before.
  void by_level(std::string_view text, LevelText& out) const {
    std::string value;
    const auto put = [&] {
      if (!out.empty()) out.back().value = text_of(value);
      value.clear();
    };
    for (std::string_view line : lines_of(text)) {
      const size_t colon = line.find(kColon);
      const bool begins =
          colon != line.npos && vocabulary_.level(Symbol::of(line.substr(0, colon))).has_value();
      if (begins || out.empty()) {
        put();
        out.push_back({begins ? text_of(line.substr(0, colon)) : Text{}, {}});
        if (begins) line.remove_prefix(colon + kColon.size());
      }
      value += (value.empty() ? "" : "\n") + std::string(line);
    }
    put();
  }

  void elements(const Column&, std::string_view text) {
    for (const std::string_view line : lines_of(text)) {
      if (line.starts_with(form_.bullet)) {
        element(trim(line.substr(form_.bullet.size())));
      } else if (!labelled(line)) {
        if (item_.elements.empty()) {
          element(line);
        } else {
          Text& name = item_.elements.back().name;
          name = text_of(std::string(name.view()) + "\n" + std::string(line));
        }
      }
    }
  }

  /// A name, and what the element has of its own in brackets behind it, if all of it is understood.
  void element(std::string_view line) {
    Element out;
    const size_t open = line.ends_with("）") ? line.rfind("（") : line.npos;
    if (open != line.npos && open > 0) {
      ElementOwn own;
      std::string_view rest = line.substr(open + 3, line.size() - open - 6);
      if (own_parts(rest, own)) {
        out.own.make() = own;
        line = line.substr(0, open);
      }
    }
    out.name = text_of(line);
    item_.elements.push_back(std::move(out));
  }
  bool own_parts(std::string_view rest, ElementOwn& own) const {
    while (!rest.empty()) {
      const size_t end = std::min(rest.find("；"), rest.size());
      const std::string_view part = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 3, rest.size()));
      if (part == "可选") {
        own.required = text_of("no");
      } else if (vocabulary_.find(WordList::Modes, Symbol::of(part))) {
        own.mode = text_of(part);
      } else if (!own_label(part, own)) {
        return false;
      }
    }
    return true;
  }
  static bool own_label(std::string_view part, ElementOwn& own) {
    const size_t colon = part.find(kColon);
    if (colon == part.npos) return false;
    const auto found = record_info<Element>()->find(part.substr(0, colon));
    if (!found) return false;
    const std::string_view key = record_info<Element>()->fields[found->index].key.en;
    const Text value = text_of(part.substr(colon + kColon.size()));
    for (const auto& [name, member] :
         {std::pair{"extent", &ElementOwn::extent}, std::pair{"ground", &ElementOwn::ground},
          std::pair{"review", &ElementOwn::review}, std::pair{"deadline", &ElementOwn::deadline}}) {
      if (key == name) return own.*member = value, true;
    }
    return false;
  }

  /// 公开方式：… below the elements: what no column shows.
  bool labelled(std::string_view line) {
    const size_t colon = line.find(kColon);
    if (colon == line.npos) return false;
    const auto found = record_info<Item>()->find(line.substr(0, colon));
    if (!found) return false;
    const std::string_view key = record_info<Item>()->fields[found->index].key.en;
    const std::string_view value = line.substr(colon + kColon.size());
    if (key == "levels") return levels_of(value), true;
    for (const auto& [name, member] :
         {std::pair{"audience", &Item::audience}, std::pair{"mode", &Item::mode}}) {
      if (key == name) return item_.*member = text_of(value), true;
    }
    for (const auto& [name, member] :
         {std::pair{"extent", &ItemSeldom::extent}, std::pair{"ground", &ItemSeldom::ground},
          std::pair{"review", &ItemSeldom::review}}) {
      if (key == name) return item_.seldom.make().*member = text_of(value), true;
    }
    return false;
  }

  void channels(const Column& column, std::string_view text) {
    if (column.ticks()) return channel_ticks(column, text);
    std::vector<Leveled<Texts>>& out = item_.channels;
    for (const std::string_view line : lines_of(text)) {
      const bool begins = line.ends_with(kColon) && level_before(line, line.size() - kColon.size());
      if (begins) {
        out.push_back({text_of(line.substr(0, line.size() - kColon.size())), {}});
      } else {
        if (out.empty()) out.push_back({});
        marked(line, out.back().value);
      }
    }
  }
  bool level_before(std::string_view line, size_t end) const {
    return vocabulary_.level(Symbol::of(line.substr(0, end))).has_value();
  }
  /// ■甲 □乙 ■丙: the chosen ones; without any mark all that stands there.
  void marked(std::string_view line, Texts& out) const {
    const auto mark_at = [&](size_t from) {
      return std::min(line.find(form_.chosen, from), line.find(form_.unchosen, from));
    };
    size_t at = mark_at(0);
    if (at == line.npos) {
      for (size_t from = 0; from < line.size();) {
        const size_t end = std::min(line.find("、", from), line.size());
        if (const auto word = trim(line.substr(from, end - from)); !word.empty())
          out.push_back(text_of(word));
        from = end + 3;
      }
    }
    while (at < line.size()) {
      const bool chosen = line.substr(at).starts_with(form_.chosen);
      const size_t begin = at + (chosen ? form_.chosen : form_.unchosen).size();
      const size_t end = std::min(mark_at(begin), line.size());
      if (const auto word = trim(line.substr(begin, end - begin)); chosen && !word.empty())
        out.push_back(text_of(word));
      at = end;
    }
  }
  /// √ 区级（甲）: a line a level.
  void channel_ticks(const Column& column, std::string_view text) {
    for (std::string_view line : lines_of(text)) {
      if (line.starts_with(form_.tick)) line = trim(line.substr(form_.tick.size()));
      const size_t note = std::min(line.find("（"), line.size());
      const std::string_view level = trim(line.substr(0, note));
      const Symbol key = Symbol::of(level);
      auto found = std::ranges::find_if(item_.channels,
                                        [&](const auto& part) { return part.level.value == key; });
      if (found == item_.channels.end()) found = item_.channels.insert(found, {text_of(level), {}});
      found->value.push_back(
          text_of(std::string(column.word->name.view()) + std::string(line.substr(note))));
    }
  }

  void audience(const Column& column, std::string_view text) {
    if (!column.ticks()) return void(item_.audience = text_of(text));
    std::string note;
    for (const std::string_view line : lines_of(text)) {
      if (line != form_.tick) note += (note.empty() ? "" : "、") + std::string(line);
    }
    audiences_ += (audiences_.empty() ? "" : "、") + std::string(column.word->name.view()) +
                  (note.empty() ? "" : "（" + note + "）");
  }
  void mode(const Column& column, std::string_view text) {
    item_.mode = column.ticks() ? column.word->name : text_of(text);
    item_.mode.span = {};
  }
  void levels(const Column& column, std::string_view text) {
    if (!column.ticks()) return levels_of(text);
    item_.levels.push_back({column.word->name.value, {}});
  }
  void levels_of(std::string_view text) {
    for (size_t from = 0; from < text.size();) {
      const size_t end = std::min(text.find("、", from), text.size());
      item_.levels.push_back(text_of(trim(text.substr(from, end - from))));
      from = end + 3;
    }
  }

  void links(const Column&, std::string_view text) {
    for (const std::string_view line : lines_of(text)) {
      const bool url = is_web_address(line);
      if (!url || item_.links.empty() || !item_.links.back().url.empty()) item_.links.push_back({});
      (url ? item_.links.back().url : item_.links.back().title) = text_of(line);
    }
  }

  const TableForm& form_;
  const Vocabulary& vocabulary_;
  Item item_;
  std::string audiences_;
};

const std::unordered_map<std::string_view, RowReader::Reader>& RowReader::readers() {
  static const std::unordered_map<std::string_view, Reader> made{
      {"code", &RowReader::code},           {"id", &RowReader::id},
      {"guideline", &RowReader::guideline}, {"category", &RowReader::category},
      {"topic", &RowReader::topic},         {"subtopic", &RowReader::subtopic},
      {"detail", &RowReader::detail},       {"elements", &RowReader::elements},
      {"basis", &RowReader::basis},         {"deadline", &RowReader::deadline},
      {"publisher", &RowReader::publisher}, {"channels", &RowReader::channels},
      {"audience", &RowReader::audience},   {"mode", &RowReader::mode},
      {"extent", &RowReader::extent},       {"ground", &RowReader::ground},
      {"review", &RowReader::review},       {"levels", &RowReader::levels},
      {"links", &RowReader::links},         {"note", &RowReader::note},
      {"extra", &RowReader::extra},
  };
  return made;
}

}  // namespace

Item read_row(const TableForm& form, const Vocabulary& vocabulary,
              const std::vector<std::string>& cells) {
  return RowReader(form, vocabulary).read(cells);
}

Item seen_in_table(const TableForm& form, const Workspace& words, const Item& item) {
  List list;
  list.items.push_back(item);
  Edition edition;
  edition.workspace = &words;
  edition.head = &list;
  edition.list = &list;
  CellStore store;
  const TableRow row = make_row(edition, form, 0, store);
  std::vector<std::string> cells;
  for (size_t i = 0; i < row.cells.size(); i++)
    cells.push_back(sheet_text(form.columns[i], *row.cells[i]));
  return read_row(form, words.vocabulary, cells);
}

}  // namespace catalog
