#include "report/ownership.h"

#include <algorithm>

#include "model/fields_files.h"
#include "model/fields_item.h"
#include "model/fields_reference.h"

namespace catalog {

namespace {

constexpr Bilingual kShared{"公共文件", "Shared files"};

using ItemsById = std::unordered_map<std::string_view, const Item*>;

template <class Catalogue>
ItemsById items_by_id(const Catalogue& catalogue) {
  ItemsById out;
  for (const auto& item : catalogue.items) out.emplace(item.id.view(), &item);
  return out;
}

/// UNIT and DOMAIN of a path lists/UNIT/DOMAIN.yaml below the root; for a file that could not be
/// read as a list.
struct PathParts {
  std::string_view unit, domain;
};

PathParts parts_of(std::string_view path) {
  const std::string_view folder = folder_of(path);
  if (!folder.starts_with("lists/")) return {};
  std::string_view name = name_of(path);
  name = name.substr(0, name.rfind('.'));
  return {folder.substr(6), name};
}

const FieldInfo* field_info(std::string_view key) {
  for (const RecordInfo* record :
       {record_info<Item>(), record_info<StandardItem>(), record_info<List>(),
        record_info<Standard>(), record_info<Row>(), record_info<WorkspaceFile>(),
        record_info<Unit>(), record_info<Link>(), record_info<Deviation>()}) {
    if (const FieldInfo* field = record->field(key)) return field;
  }
  return nullptr;
}

}  // namespace

std::string field_words(std::string_view field, Lang lang) {
  const size_t end = std::min(field.find_first_of(".["), field.size());
  const FieldInfo* info = field_info(field.substr(0, end));
  if (lang == Lang::En || !info) return std::string(field);
  std::string out(info->key.zh);
  std::string_view rest = field.substr(end);
  if (rest.empty()) return out;
  if (rest.starts_with('.')) rest.remove_prefix(1);
  return out + (rest.starts_with('[') ? std::string(rest) : "（" + std::string(rest) + "）");
}

Ownership::Ownership(const Workspace& workspace, Lang lang) : workspace_(workspace), lang_(lang) {
  for (const List& list : workspace.lists) lists_[list.file] = &list;
  for (const Standard& standard : workspace.standards) standards_[standard.file] = &standard;
  for (const Unit& unit : workspace.units.all())
    unit_order_.emplace(unit.code.view(), unit_order_.size());
}

std::string Ownership::path(Symbol file) const {
  return relative_path(file.view(), workspace_.root);
}

void Ownership::set_unit(Owner& owner, std::string_view code) const {
  owner.unit = code;
  const Unit* unit = workspace_.units.find(Symbol::of(code));
  owner.unit_name = unit ? unit->name.view() : code;
  const auto order = unit_order_.find(code);
  owner.unit_order = order != unit_order_.end() ? order->second : unit_order_.size();
}

void Ownership::set_domain(Owner& owner, Symbol domain) const {
  owner.domain = domain.view();
  owner.domain_name = workspace_.domain_name(domain);
}

Owner Ownership::of_file(Symbol file) const {
  Owner out;
  out.unit_name = kShared.in(lang_);
  out.unit_order = unit_order_.size() + 1;
  if (const auto list = lists_.find(file); list != lists_.end()) {
    set_unit(out, list->second->unit.view());
    set_domain(out, list->second->domain.value);
  } else if (const auto found = standards_.find(file); found != standards_.end()) {
    const Standard& standard = *found->second;
    set_domain(out, standard.domain.value);
    const auto pairing =
        std::ranges::find(workspace_.config.pairings, out.domain,
                          [](const Pairing& p) { return std::string(p.domain.view()); });
    if (pairing != workspace_.config.pairings.end() && !pairing->department.empty()) {
      set_unit(out, pairing->department.view());
    } else if (!standard.drafted_by.empty()) {
      set_unit(out, standard.drafted_by.front().view());
    }
  } else if (const std::string name = path(file); !parts_of(name).unit.empty()) {
    set_unit(out, parts_of(name).unit);
    set_domain(out, Symbol::of(parts_of(name).domain));
  }
  if (out.unit_name.empty()) out.unit_name = Bilingual{"（无单位）", "(no unit)"}.in(lang_);
  return out;
}

Owner Ownership::named(std::string_view name) const {
  Owner out;
  if (name.empty() || name == kShared.zh || name == kShared.en) return of_file({});
  const Unit* unit = workspace_.units.by_name(name);
  set_unit(out, unit ? unit->code.view() : name);
  return out;
}

std::string Ownership::item_name_at(Symbol file, std::string_view address) {
  if (address.empty()) return {};
  const std::string_view id = name_of(address);
  auto [known, made] = items_.try_emplace(file);
  if (made) {
    if (const auto list = lists_.find(file); list != lists_.end())
      known->second = items_by_id(*list->second);
    if (const auto standard = standards_.find(file); standard != standards_.end())
      known->second = items_by_id(*standard->second);
  }
  const auto item = known->second.find(id);
  return item == known->second.end() ? std::string() : item_name(*item->second);
}

Owner Ownership::of(const Finding& finding) {
  auto [known, made] = owners_.try_emplace(finding.place.file);
  if (made) known->second = of_file(finding.place.file);
  Owner out = known->second;
  out.item_name = item_name_at(finding.place.file, finding.address);
  return out;
}

}  // namespace catalog
