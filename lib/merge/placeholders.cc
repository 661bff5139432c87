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

/// Whether a field tells the public something in words in which a unit's name may stand.
bool is_public_text(const FieldInfo& field) {
  if (field.content != Content::Any && field.content != Content::Vocabulary &&
      field.content != Content::Deadline)
    return false;
  return field.identity || (field.compare != Compare::None && field.compare != Compare::Editorial);
}

/// Calls f(field, text) for each text of a value.
template <class T>
void each_text(const FieldInfo& field, T& value, auto&& f) {
  using Value = std::remove_const_t<T>;
  if constexpr (std::is_same_v<Value, Text>) {
    f(field, value);
  } else if constexpr (std::is_same_v<Value, Texts>) {
    for (auto& text : value) f(field, text);
  } else if constexpr (std::is_same_v<Value, std::vector<Element>>) {
    static const FieldInfo& name = *record_info<Element>()->field("name");
    static const FieldInfo& deadline = *record_info<Element>()->field("deadline");
    for (auto& element : value) {
      f(name, element.name);
      if (!element.own.present()) continue;
      if constexpr (std::is_const_v<T>) {
        f(deadline, element.own.get().deadline);
      } else {
        f(deadline, element.own.make().deadline);
      }
    }
  } else if constexpr (requires { value.front().level; }) {
    for (auto& entry : value) each_text(field, entry.value, f);
  }  // not links, deviations, other columns
}

/// The same for those texts of an item that its placeholders stand in.
template <class I>
void each_text_of(I& item, auto&& f) {
  const RecordInfo& info = *record_info<Item>();
  size_t index = 0;
  each_field<Item>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    if (field.compare == Compare::None || field.compare == Compare::Editorial) return;
    if (field.content == Content::Citation || field.content == Content::Date) return;
    if constexpr (std::is_const_v<I>) {
      each_text(field, Field::get(item), f);
    } else {
      each_text(field, Field::edit(item), f);
    }
  });
}

}  // namespace

Placeholders::Placeholders(const Workspace& workspace, Symbol district, std::optional<Date> on)
    : workspace_(workspace) {
  if (district.empty()) return;
  for (const Unit& unit : workspace.units.all()) {
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
  const auto found = known_.find(symbol);
  if (found != known_.end()) return found->second;
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
  return known_.emplace(symbol, changed ? Symbol::of(out) : symbol).first->second;
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

Symbol Placeholders::after(const FieldInfo& field, const Text& text) {
  if (text.empty() || !is_public_text(field)) return text.value;
  const bool is_publisher = field.key.en == "publisher";
  if (names_.empty() && !is_publisher) return text.value;
  if (!is_publisher) return replaced(text.value);
  const auto known = publishers_.find(text.value);
  if (known != publishers_.end()) return known->second;
  const Symbol out = without_collectives(text.value, replaced(text.value));
  return publishers_.emplace(text.value, out).first->second;
}

void Placeholders::apply(const FieldInfo& field, Text& text, Symbol file) {
  const Symbol changed = after(field, text);
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
  each_text_of(item, [&](const FieldInfo& field, const Text& text) {
    changes = changes || after(field, text) != text.value;
  });
  if (!changes) return std::nullopt;
  std::optional<Item> out = item;
  each_text_of(*out, [&](const FieldInfo& field, Text& text) { apply(field, text, file); });
  return out;
}

std::vector<Substitution> Placeholders::take() { return std::move(made_); }

}  // namespace catalog
