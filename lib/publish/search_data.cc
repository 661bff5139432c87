#include "publish/search_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace catalog {

namespace {

/// The fields of a distinct item, as the script calls them.
enum Field : size_t { Id, Name, Elements, Basis, When, Display, Channels, Audience, Mode };
constexpr std::array<std::string_view, 9> kKeys{
    "ids", "names", "elements", "basis", "deadlines", "displays", "channels", "audiences", "modes"};

/// One line: texts of a field are separated by line breaks.
Symbol line(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += "；";
    out += text;
  }
  std::ranges::replace(out, '\n', ' ');
  return Symbol::of(out);
}

std::string json_text(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append_list(std::string& out, const std::vector<uint32_t>& numbers) {
  out += '[';
  for (size_t i = 0; i < numbers.size(); i++) {
    if (i) out += ',';
    out += std::to_string(numbers[i]);
  }
  out += ']';
}

std::string joined(const std::vector<Symbol>& texts) {
  std::string out;
  for (size_t i = 0; i < texts.size(); i++) {
    if (i) out += '\n';
    out += texts[i].view();
  }
  return out;
}

void collect(const std::vector<Symbol>& texts, std::set<char32_t>& out) {
  for (const Symbol text : texts) collect_han(text.view(), out);
}

}  // namespace

SearchEntry search_entry(const ItemAnswers& item) {
  SearchEntry out;
  out.id = Symbol::of(item.id);
  out.name = line({item.name});
  out.elements = line(item.elements);
  out.basis = line(item.basis);
  out.deadline = line({item.when});
  out.display = line({item.display});
  out.publisher = line({item.who});
  out.channels = line(item.where);
  out.audience = line({item.audience});
  out.mode = line({item.mode});
  out.wait = item.wait;
  return out;
}

uint32_t SearchDomain::Texts::number(Symbol text) {
  const auto [at, fresh] = numbers.emplace(text, static_cast<uint32_t>(order.size()));
  if (fresh) order.push_back(text);
  return at->second;
}

void SearchDomain::add(uint32_t unit, const std::vector<SearchEntry>& entries) {
  for (const SearchEntry& entry : entries) {
    const std::array<Symbol, kFields> values{entry.id,       entry.name,     entry.elements,
                                             entry.basis,    entry.deadline, entry.display,
                                             entry.channels, entry.audience, entry.mode};
    Item item{};
    for (size_t field = 0; field < kFields; field++)
      item[field] = texts_[field].number(values[field]);
    if (item[When] == wait_of_.size()) wait_of_.push_back(static_cast<uint32_t>(entry.wait));
    const auto [at, fresh] = numbers_.emplace(item, static_cast<uint32_t>(distinct_.size()));
    if (fresh) {
      distinct_.push_back(item);
      units_.emplace_back();
    }
    std::vector<uint32_t>& units = units_[at->second];
    units.push_back(unit);
    units.push_back(publishers_.number(entry.publisher));
    items_++;
  }
}

std::string SearchDomain::script(std::string_view domain, std::string_view name) const {
  std::string out =
      "catalogSearch.add({\"domain\":" + json_text(domain) + ",\"name\":" + json_text(name);
  for (size_t field = 0; field < kFields; field++) {
    out += ",\n\"" + std::string(kKeys[field]) + "\":";
    out += json_text(joined(texts_[field].order));
  }
  out += ",\n\"publishers\":" + json_text(joined(publishers_.order)) + ",\n\"waits\":";
  append_list(out, wait_of_);
  out += ",\n\"items\":[";
  // Many items have the same units with the same publishers.
  std::map<std::vector<uint32_t>, size_t> sets;
  std::vector<const std::vector<uint32_t>*> order;
  for (size_t i = 0; i < distinct_.size(); i++) {
    const auto [at, fresh] = sets.emplace(units_[i], order.size());
    if (fresh) order.push_back(&at->first);
    for (const uint32_t number : distinct_[i]) out += std::to_string(number) + ",";
    out += std::to_string(at->second);
    if (i + 1 < distinct_.size()) out += ',';
  }
  out += "],\n\"units\":[";
  for (size_t i = 0; i < order.size(); i++) {
    if (i) out += ',';
    append_list(out, *order[i]);
  }
  return out + "]});\n";
}

void SearchDomain::collect_characters(std::set<char32_t>& all, std::set<char32_t>& read) const {
  for (const Texts& texts : texts_) collect(texts.order, all);
  collect(publishers_.order, all);
  collect(texts_[Name].order, read);
  collect(publishers_.order, read);
}

}  // namespace catalog
