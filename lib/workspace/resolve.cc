#include "workspace/resolve.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "model/each_text.h"
#include "text/similarity.h"

namespace catalog {

namespace {

std::string reference(Symbol domain, Symbol id) {
  return std::string(domain.view()) + "/" + std::string(id.view());
}

/// Chinese keys go with the Chinese word of a file's kind.
Lang keys_of(const Head& head) {
  return !head.kind.empty() && static_cast<unsigned char>(head.kind.view()[0]) >= 0x80 ? Lang::Zh
                                                                                       : Lang::En;
}

/// The domains of a workspace in the order of catalog.yaml, others behind them by name.
std::vector<Symbol> in_order(const Workspace& workspace, const std::set<std::string_view>& wanted) {
  std::vector<Symbol> out;
  std::set<std::string_view> rest = wanted;
  for (const DomainEntry& entry : workspace.config.domains) {
    if (rest.erase(entry.domain.view())) out.push_back(entry.domain.value);
  }
  for (std::string_view domain : rest) out.push_back(Symbol::of(domain));
  return out;
}

}  // namespace

const FieldOrigin* ItemOrigin::set_of(size_t field) const {
  for (auto at = sets.rbegin(); at != sets.rend(); ++at) {
    if (at->field == field) return &*at;
  }
  return nullptr;
}

Symbol ItemOrigin::file_of(std::string_view field) const {
  const std::string_view key = field.substr(0, field.find_first_of(".["));
  const auto found = record_info<Item>()->find(key);
  const FieldOrigin* set = found ? set_of(found->index) : nullptr;
  return set ? set->adoption->file : file;
}

UnitResolver::UnitResolver(const ValidatedWorkspace& validated, const Unit& unit,
                           const ResolveOptions& options)
    : workspace_(validated.workspace()),
      unit_(unit),
      options_(options),
      level_(workspace_.units.level(unit)),
      chain_(adoption_chain(workspace_, unit)),
      names_(workspace_.units, unit, options.as_of) {
  if (!level_) return;
  for (const Adoption* layer : chain_.layers) sets_.emplace_back(workspace_, *layer, *level_);
  find_exclusions();
  find_domains();
}

bool UnitResolver::leads(Symbol domain) const {
  return std::ranges::any_of(unit_.domains, [&](const Text& led) { return led.value == domain; }) ||
         std::ranges::any_of(workspace_.config.pairings, [&](const Pairing& pairing) {
           return pairing.domain.value == domain && pairing.department.value == unit_.code.value;
         });
}

const List* UnitResolver::own_list(Symbol domain) const {
  for (const List& list : workspace_.lists) {
    if (list.unit.value == unit_.code.value && list.domain.value == domain) return &list;
  }
  return nullptr;
}

void UnitResolver::find_domains() {
  std::set<std::string_view> wanted;
  const bool leads_without_asking = level_ == Level::City && !chain_.names_standards();
  for (const Standard& standard : workspace_.standards) {
    const Symbol domain = standard.domain.value;
    const bool taken = leads_without_asking ? leads(domain) : chain_.standard(domain) != nullptr;
    if (taken && !excluded_.contains(std::string(domain.view()))) wanted.insert(domain.view());
  }
  for (const List& list : workspace_.lists) {
    if (list.unit.value == unit_.code.value && !workspace_.standard(list.domain.value))
      wanted.insert(list.domain.view());
  }
  if (const auto& only = options_.only_domains; !only.empty()) {
    std::erase_if(wanted, [&](std::string_view domain) {
      return std::ranges::find(only, domain, &Symbol::view) == only.end();
    });
  }
  domains_ = in_order(workspace_, wanted);
}

void UnitResolver::find_exclusions() {
  for (const Adoption* layer : chain_.layers) {
    for (const Exclusion& exclusion : layer->exclude) {
      const Text& what = exclusion.item.empty() ? exclusion.domain : exclusion.item;
      excluded_.emplace(what.view(), Excluded{&exclusion, layer->file});
    }
  }
}

const UnitResolver::Excluded* UnitResolver::exclusion_of(Symbol domain, Symbol id) const {
  if (excluded_.empty()) return nullptr;
  const auto found = excluded_.find(reference(domain, id));
  return found == excluded_.end() ? nullptr : &found->second;
}

std::expected<const Standard*, Unresolved> UnitResolver::standard_of(Symbol domain) const {
  const Standard* current = workspace_.standard(domain);
  const AdoptedStandard* entry = chain_.standard(domain);
  if (!entry || entry->version.value == current->version.value) return current;
  if (const Standard* earlier =
          options_.earlier ? options_.earlier(domain, entry->version.value) : nullptr)
    return earlier;
  return std::unexpected(Unresolved{
      {chain_.layer_of(*entry)->file, entry->version.span},
      domain,
      say({"采用的是{}领域标准的{}版，现行的是{}版；旧版没有找到：用 catalog adopt {} 改采现行版",
           "the adopted version {1} of the standard of {0} can't be found; the current one is {2}: "
           "take it over with catalog adopt {3}"},
          workspace_.domain_name(domain), entry->version.view(), current->version.view(),
          chain_.layer_of(*entry)->unit.view())});
}

void UnitResolver::add_item(ResolvedCatalogue& out, const Item& item, ItemOrigin origin,
                            size_t from_layer) const {
  const Symbol domain = out.list.domain.value;
  const Vocabulary& vocabulary = workspace_.vocabulary;
  const bool may_gain_level =
      std::any_of(sets_.begin() + static_cast<std::ptrdiff_t>(from_layer), sets_.end(),
                  [](const AdoptionSets& sets) { return sets.changes_levels(); });
  if (!may_gain_level && !vocabulary.levels(item.levels).has(*level_)) return;
  Item own = item;
  keep_level(workspace_, *level_, own);
  std::vector<const AdoptionSet*> found;
  for (size_t layer = from_layer; layer < sets_.size(); layer++) {
    found.clear();
    sets_[layer].find(domain, own, names_, found);
    for (const AdoptionSet* set : found) {
      apply_change(workspace_, *set, *level_, own);
      for (const size_t field : changed_fields(workspace_, *set, *level_))
        origin.sets.push_back({field, &sets_[layer].adoption(), set});
    }
  }
  std::erase_if(own.levels,
                [&](const Text& level) { return vocabulary.level(level.value) != *level_; });
  if (own.levels.empty()) return;
  own.levels.resize(1);
  if (!names_.empty()) each_text_of(own, [&](Text& text) { text.value = names_.fill(text.value); });
  out.list.items.push_back(std::move(own));
  out.origins.push_back(std::move(origin));
}

/// What is left out, for the rows that no item of the catalogue implements: first by the standard,
/// then by the adoptions.
void UnitResolver::add_omissions(ResolvedCatalogue& out) const {
  std::unordered_set<Symbol> told;
  for (const Item& item : out.list.items) {
    for (const Text& row : item.guideline) told.insert(row.value);
  }
  const auto add = [&](const Omission& omission, Symbol file) {
    if (!told.insert(omission.guideline.value).second) return;
    out.list.omitted.push_back(omission);
    out.omission_files.push_back(file);
  };
  for (const Omission& omission : out.standard->omitted) add(omission, out.standard->file);
  for (const StandardItem& item : out.standard->items) {
    const Excluded* excluded = exclusion_of(out.list.domain.value, item.id.value);
    if (!excluded) continue;
    const Exclusion& why = *excluded->exclusion;
    for (const Text& row : item.guideline)
      add({row, why.reason, why.basis, why.until, why.span}, excluded->file);
  }
}

std::expected<ResolvedCatalogue, Unresolved> UnitResolver::resolve(Symbol domain) const {
  ResolvedCatalogue out;
  if (!workspace_.standard(domain)) {
    out.list = *own_list(domain);
    out.keys = keys_of(out.list);
    out.origins.assign(out.list.items.size(), ItemOrigin{out.list.file});
    out.omission_files.assign(out.list.omitted.size(), out.list.file);
    return out;
  }
  const auto standard = standard_of(domain);
  if (!standard) return std::unexpected(standard.error());
  out.standard = *standard;
  out.keys = keys_of(chain_.layers.empty() ? static_cast<const Head&>(*out.standard)
                                           : static_cast<const Head&>(*chain_.layers.back()));
  static_cast<Catalogue&>(out.list) = static_cast<const Catalogue&>(*out.standard);
  out.list.omitted.clear();
  out.list.note = chain_.layers.empty() ? Text{} : chain_.layers.back()->note;
  out.list.unit = {unit_.code.value, {}};
  out.list.standard = out.standard->version;
  for (const StandardItem& item : out.standard->items) {
    if (exclusion_of(domain, item.id.value)) continue;
    add_item(out, item, {out.standard->file, &item}, 0);
  }
  for (size_t layer = 0; layer < chain_.layers.size(); layer++) {
    const Adoption& adoption = *chain_.layers[layer];
    for (const AddedItem& item : adoption.add) {
      if (item.domain.value != domain || exclusion_of(domain, item.id.value)) continue;
      add_item(out, item, {adoption.file, nullptr, &item, &adoption}, layer + 1);
    }
  }
  add_omissions(out);
  return out;
}

std::string resolved_address(const List& list) {
  return std::string(list.unit.view()) + "/" + std::string(list.domain.view());
}

std::expected<const Unit*, Message> find_unit(const Workspace& workspace, std::string_view given) {
  if (const Unit* unit = workspace.units.find(Symbol::of(given))) return unit;
  if (const Unit* unit = workspace.units.by_name(given)) return unit;
  std::vector<std::string_view> known = workspace.units.codes();
  for (const Unit& unit : workspace.units.all()) known.push_back(unit.name.view());
  const auto meant = did_you_mean(given, known);
  return std::unexpected(
      meant ? say({"单位表中没有“{}”。是否指“{}”？",
                   "The units file has no unit “{}”. Did you mean “{}”?"},
                  given, *meant)
            : say({"单位表中没有“{}”：请在单位表中查代码，或先加入该单位。",
                   "The units file has no unit “{}”: look the code up there, or add the unit."},
                  given));
}

}  // namespace catalog
