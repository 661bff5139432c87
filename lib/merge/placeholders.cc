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
void each_text(const FieldInfo& field, Text& text, auto&& f) { f(field, text); }
void each_text(const FieldInfo& field, Texts& texts, auto&& f) {
  for (Text& text : texts) f(field, text);
}
template <class T>
void each_text(const FieldInfo& field, std::vector<Leveled<T>>& map, auto&& f) {
  for (Leveled<T>& entry : map) each_text(field, entry.value, f);
}
void each_text(const FieldInfo&, std::vector<Element>& elements, auto&& f) {
  static const FieldInfo& name = *record_info<Element>()->field("name");
  static const FieldInfo& deadline = *record_info<Element>()->field("deadline");
  for (Element& element : elements) {
    f(name, element.name);
    if (element.own.present()) f(deadline, element.own.make().deadline);
  }
}
template <class T>
void each_text(const FieldInfo&, T&, auto&&) {}  // links, deviations, other columns

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

void Placeholders::apply(const FieldInfo& field, Text& text, Symbol file) {
  if (text.empty() || !is_public_text(field)) return;
  Symbol after = replaced(text.value);
  if (field.key.en == "publisher") after = without_collectives(text.value, after);
  if (after == text.value) return;
  const auto [known, is_new] = made_by_text_.emplace(text.value, made_.size());
  if (is_new) {
    made_.push_back(
        {std::string(text.view()), std::string(after.view()), 0, Place{file, text.span}});
  }
  made_[known->second].times++;
  text.value = after;
}

void Placeholders::apply(StandardItem& item, Symbol file) {
  const RecordInfo& info = *record_info<StandardItem>();
  size_t index = 0;
  each_field<StandardItem>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    if (field.compare == Compare::None || field.compare == Compare::Editorial) return;
    if (field.content == Content::Citation || field.content == Content::Date) return;
    each_text(field, Field::edit(item),
              [&](const FieldInfo& of, Text& text) { apply(of, text, file); });
  });
}

std::vector<Substitution> Placeholders::take() { return std::move(made_); }

}  // namespace catalog
