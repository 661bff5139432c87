#include "merge/placeholders.h"

#include <algorithm>

#include "merge/equality.h"

namespace catalog {

namespace {

constexpr std::string_view kDistrict = "<区>";
constexpr std::string_view kStreet = "<街镇>";

/// A number from the first three bytes (a Chinese character) at a place.
size_t first_character(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  return (byte(at) * 31u + byte(at + 1) * 67u + byte(at + 2)) % 4096;
}

bool holds(const UnitName& name, const std::optional<Date>& on) {
  if (!on) return true;
  const auto from = Date::parse(name.from.view()), until = Date::parse(name.until.view());
  return (!from || *from <= *on) && (!until || *on <= *until);
}

/// Calls f(text) for each text of a value in which a unit's name may stand.
template <class T>
void each_text(T& value, auto&& f) {
  using Value = std::remove_const_t<T>;
  if constexpr (std::is_same_v<Value, Text>) {
    f(value);
  } else if constexpr (std::is_same_v<Value, Texts>) {
    for (auto& text : value) f(text);
  } else if constexpr (std::is_same_v<Value, std::vector<Element>>) {
    for (auto& element : value) {
      f(element.name);
      if (!element.own.present()) continue;
      if constexpr (std::is_const_v<T>) {
        f(element.own.get().deadline);
      } else {
        f(element.own.make().deadline);
      }
    }
  } else if constexpr (requires { value.front().level; }) {
    for (auto& entry : value) each_text(entry.value, f);
  }  // not links, deviations, other columns
}

using Way = Placeholders::Way;

/// Calls f(way, text) for each text of an item that is not left alone.
template <class I>
void each_text_of(I& item, const std::vector<Way>& ways, auto&& f) {
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    const Way way = ways[index++];
    if (way == Way::LeaveAlone) return;
    const auto in_this_way = [&](auto& text) { f(way, text); };
    if constexpr (std::is_const_v<I>) {
      each_text(Field::get(item), in_this_way);
    } else {
      each_text(Field::edit(item), in_this_way);
    }
  });
}

}  // namespace

Placeholders::Placeholders(const Workspace& workspace, Symbol district, std::optional<Date> on)
    : workspace_(workspace) {
  if (!district.empty()) add_names(district, on);
  for (const FieldInfo& field : record_info<Item>()->fields) ways_.push_back(way_of(field));
}

/// What tells the public something in words in which a unit's name may stand.
Way Placeholders::way_of(const FieldInfo& field) const {
  const bool words = field.content == Content::Any || field.content == Content::Vocabulary ||
                     field.content == Content::Deadline;
  if (!words || field.compare == Compare::None || field.compare == Compare::Editorial)
    return Way::LeaveAlone;
  if (field.key.en == "publisher") return Way::Publisher;
  return names_.empty() ? Way::LeaveAlone : Way::Names;
}

void Placeholders::add_names(Symbol district, std::optional<Date> on) {
  for (const Unit& unit : workspace_.units.all()) {
    const bool own = unit.code.value == district;
    if (!own && unit.parent.value != district) continue;
    const std::string_view placeholder = own ? kDistrict : kStreet;
    add(unit.name.view(), placeholder);
    if (!own) add(unit.office.view(), placeholder);
    for (const UnitName& name : unit.names) {
      if (holds(name, on)) add(name.name.view(), placeholder);
    }
    for (const Text& alias : unit.aliases) {
      // 徐汇 alone may be a part of any word; 徐汇区政府 is not.
      if (alias.view().size() > unit.name.view().size()) add(alias.view(), placeholder);
    }
  }
  std::ranges::stable_sort(names_, std::greater<>{},
                           [](const Name& name) { return name.text.size(); });
}

void Placeholders::add(std::string_view name, std::string_view placeholder) {
  if (name.size() < 3) return;
  names_.push_back({std::string(name), placeholder});
  may_begin_[first_character(name, 0)] = true;
}

Symbol Placeholders::replaced(Symbol symbol) {
  if (names_.empty()) return symbol;
  if (symbol.number() >= known_.size()) known_.resize(symbol_count() + 1);
  Symbol& known = known_[symbol.number()];
  if (!known.empty()) return known;
  const std::string_view text = symbol.view();
  std::string out;
  bool changed = false;
  int titles = 0;
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("《")) titles++;
    if (rest.starts_with("》")) titles--;
    const bool may = titles <= 0 && may_begin_[first_character(text, at)];
    const auto name = !may ? names_.end() : std::ranges::find_if(names_, [&](const Name& n) {
      return rest.starts_with(n.text);
    });
    if (name != names_.end()) {
      out += name->placeholder;
      at += name->text.size();
      changed = true;
    } else {
      out += text[at++];
    }
  }
  return known = changed ? Symbol::of(out) : symbol;
}

/// 各街道办事处、镇人民政府 → <街镇>, 各区司法局 → <区>司法局.
Symbol Placeholders::without_collectives(Symbol text, Symbol otherwise) const {
  const WordUse& use = workspace_.vocabulary.find(WordList::Collectives, text);
  if (use && use.note.empty()) return use.word->name.value;
  const VocabularyWord* districts = workspace_.vocabulary.by_id(WordList::Collectives, "districts");
  if (!districts) return otherwise;
  std::string out(text.view());
  for (const Text& alias : districts->aliases) {
    for (size_t at = out.find(alias.view()); at != out.npos; at = out.find(alias.view(), at)) {
      out.replace(at, alias.view().size(), districts->name.view());
      at += districts->name.view().size();
    }
  }
  if (out != text.view()) return Symbol::of(out);
  return otherwise;
}

Symbol Placeholders::after(Way way, Symbol text) {
  if (text.empty()) return text;
  if (way == Way::Names) return replaced(text);
  const auto known = publishers_.find(text);
  if (known != publishers_.end()) return known->second;
  return publishers_.emplace(text, without_collectives(text, replaced(text))).first->second;
}

void Placeholders::apply(Way way, Text& text, Symbol file) {
  const Symbol changed = after(way, text.value);
  if (changed == text.value) return;
  const auto [known, is_new] = made_by_text_.emplace(text.value, made_.size());
  if (is_new) {
    made_.push_back(
        {std::string(text.view()), std::string(changed.view()), 0, Place{file, text.span}});
  }
  made_[known->second].times++;
  text.value = changed;
}

std::optional<Item> Placeholders::applied(const Item& item, Symbol file) {
  bool changes = false;
  each_text_of(item, ways_, [&](Way way, const Text& text) {
    changes = changes || after(way, text.value) != text.value;
  });
  if (!changes) return std::nullopt;
  std::optional<Item> out = item;
  each_text_of(*out, ways_, [&](Way way, Text& text) { apply(way, text, file); });
  return out;
}

std::vector<Substitution> Placeholders::take() { return std::move(made_); }

}  // namespace catalog
