#include "workspace/place_names.h"

#include <algorithm>
#include <array>

namespace catalog {

namespace {

/// `text` with `from` replaced where it stands first; `text` itself where it does not.
std::string renamed(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  if (const size_t at = out.find(from); !from.empty() && at != out.npos)
    out.replace(at, from.size(), to);
  return out;
}

/// Whether nothing of the same name follows a placeholder: the end, or a mark between names.
bool ends_name(std::string_view rest) {
  constexpr std::array<std::string_view, 8> kMarks{"、", "，", "；", "（", "和", ",", ";", " "};
  return rest.empty() ||
         std::ranges::any_of(kMarks, [&](std::string_view mark) { return rest.starts_with(mark); });
}

bool begins_name(std::string_view before) {
  constexpr std::array<std::string_view, 7> kMarks{"、", "，", "；", "和", ",", ";", " "};
  return before.empty() ||
         std::ranges::any_of(kMarks, [&](std::string_view mark) { return before.ends_with(mark); });
}

}  // namespace

std::string name_on(const Unit& unit, Date day) {
  for (const UnitName& name : unit.names) {
    const auto from = Date::parse(name.from.view());
    const auto until = Date::parse(name.until.view());
    if ((from || until) && (!from || *from <= day) && (!until || day <= *until))
      return std::string(name.name.view());
  }
  return std::string(unit.name.view());
}

PlaceNames::Place PlaceNames::place_of(const Unit& unit, Date day) {
  const std::string_view now = unit.name.view();
  Place out{name_on(unit, day), {}, {}};
  out.office = unit.office.empty() ? out.name : renamed(unit.office.view(), now, out.name);
  if (unit.aliases.empty()) return out;
  const std::string_view brief = unit.aliases.front().view();
  if (out.name == now) {
    out.short_name = brief;
  } else if (now.starts_with(brief) && out.name.ends_with(now.substr(brief.size()))) {
    out.short_name = out.name.substr(0, out.name.size() - (now.size() - brief.size()));
  } else {
    out.short_name = out.name;
  }
  return out;
}

PlaceNames::PlaceNames(const UnitTable& units, const Unit& unit, Date day) {
  const auto level = units.level(unit);
  if (!level || *level == Level::City) return;
  if (const Unit* district = units.district_of(unit)) district_ = place_of(*district, day);
  if (*level == Level::Street) street_ = place_of(unit, day);
}

std::string_view PlaceNames::meaning(std::string_view placeholder, bool alone) const {
  if (placeholder == "<区>") return alone ? district_.office : district_.name;
  if (placeholder == "<区名>") return district_.short_name;
  if (placeholder == "<街镇>") return alone ? street_.office : street_.name;
  return {};
}

std::string PlaceNames::filled(std::string_view text) const {
  std::string out;
  size_t from = 0;
  for (size_t open; (open = text.find('<', from)) != text.npos;) {
    const size_t close = text.find('>', open);
    if (close == text.npos) break;
    const bool alone = begins_name(text.substr(0, open)) && ends_name(text.substr(close + 1));
    const std::string_view placeholder = text.substr(open, close + 1 - open);
    const std::string_view name = meaning(placeholder, alone);
    out += text.substr(from, open - from);
    out += name.empty() ? placeholder : name;
    from = close + 1;
  }
  out += text.substr(from);
  return out;
}

Symbol PlaceNames::fill(Symbol text) const {
  if (text.view().find('<') == std::string_view::npos || empty()) return text;
  const auto [at, fresh] = filled_.try_emplace(text);
  if (fresh) at->second = Symbol::of(filled(text.view()));
  return at->second;
}

}  // namespace catalog
