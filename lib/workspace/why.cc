#include "workspace/why.h"

#include <algorithm>

#include "model/field_span.h"
#include "model/writer.h"
#include "text/similarity.h"
#include "text/split.h"

namespace catalog {

namespace {

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::string_view part : parts) out += (out.empty() ? "" : "/") + std::string(part);
  return out;
}

/// The item of an id; null where there is none.
template <class Items>
auto find_item(const Items& items, std::string_view id) -> decltype(items.data()) {
  const auto found =
      std::ranges::find_if(items, [&](const Item& item) { return item.id.view() == id; });
  return found == items.end() ? nullptr : &*found;
}

/// Builds the chain, source by source.
class Tracer {
 public:
  Tracer(const ValidatedWorkspace& validated, std::optional<size_t> field,
         const ResolveOptions& options)
      : validated_(validated),
        workspace_(validated.workspace()),
        field_(field),
        options_(options) {}

  std::expected<std::vector<WhyStep>, Message> trace(std::string_view address) {
    const auto parts = split(address, '/');
    bool found = false;
    if (parts.size() == 3 && parts[0] == "guideline") {
      found = trace_guideline(Symbol::of(joined({parts[1], parts[2]})));
    } else if (parts.size() == 3 && parts[0] == "standard") {
      found = trace_standard(parts[1], parts[2]);
    } else if (parts.size() == 4 && parts[0] == "list") {
      found = trace_list(parts[1], parts[2], parts[3]);
    } else if (parts.size() == 3) {
      return trace_resolved(parts[0], parts[1], parts[2]);
    } else {
      return std::unexpected(say({"“{}”不是地址：应为 单位/领域/编号、standard/领域/编号、"
                                  "list/单位/领域/编号或guideline/领域/编号",
                                  "“{}” is no address: write UNIT/D/ID, standard/D/ID, "
                                  "list/UNIT/D/ID or guideline/D/ID"},
                                 address));
    }
    if (!found) return std::unexpected(no_such(address));
    return std::move(steps_);
  }

 private:
  static Message no_such(std::string_view address) {
    return say({"没有“{}”：请核对领域和编号", "There is no “{}”: check the domain and the id"},
               address);
  }

  yaml::Value value(const Item& item) const {
    return field_ ? field_value(item, *field_, Lang::Zh) : yaml::Value(item_name(item));
  }
  std::string key() const {
    return field_ ? std::string(record_info<Item>()->fields[*field_].key.en) : "";
  }
  /// Where the field is written; of an absent one, where it would go.
  Span span(const Item& item) const {
    if (!field_) return {item.span.begin, item.span.begin};
    const Span at = field_span(item, *field_);
    return at.end > 0 ? at : Span{item.span.end, item.span.end};
  }
  void add(WhyStepKind kind, std::string address, Symbol file, const Item& item,
           Message note = {}) {
    steps_.push_back(
        {kind, std::move(address), {file, span(item)}, key(), value(item), std::move(note)});
  }

  void add_rows(const Item& item) {
    for (const Text& reference : item.guideline) trace_guideline(reference.value);
  }

  bool trace_guideline(Symbol reference) {
    const Row* row = workspace_.row(reference);
    if (!row) return false;
    const Guideline& guideline = *workspace_.guideline_of(*row);
    const bool unsure = words::kSeen.index(row->seen.view()) == 2;
    add(WhyStepKind::Guideline, joined({"guideline", guideline.domain.view(), row->id.view()}),
        guideline.file, *row, unsure ? say({"未经核验", "not verified"}) : Message{});
    return true;
  }

  bool trace_list(std::string_view unit, std::string_view domain, std::string_view id) {
    for (const List& list : workspace_.lists) {
      if (list.unit.view() != unit || list.domain.view() != domain) continue;
      const Item* item = find_item(list.items, id);
      if (!item) return false;
      add_rows(*item);
      add(WhyStepKind::List, joined({"list", unit, domain, id}), list.file, *item);
      return true;
    }
    return false;
  }

  /// The list items that a standard's item was merged from; where it does not say, those of its
  /// drafting units that implement the same row.
  void add_lists(const Standard& standard, const StandardItem& item) {
    for (const Text& was : item.was) {
      const auto parts = split(was.view(), '/');
      if (parts.size() != 4) continue;
      for (const List& list : workspace_.lists) {
        if (list.unit.view() != parts[1] || list.domain.view() != parts[2]) continue;
        if (const Item* source = find_item(list.items, parts[3]))
          add(WhyStepKind::List, std::string(was.view()), list.file, *source);
      }
    }
    if (!item.was.empty()) return;
    for (const List& list : workspace_.lists) {
      const bool drafts = std::ranges::any_of(
          standard.drafted_by, [&](const Text& code) { return code.value == list.unit.value; });
      if (!drafts || list.domain.value != standard.domain.value) continue;
      for (const Item& source : list.items) {
        const bool same_row = std::ranges::any_of(source.guideline, [&](const Text& row) {
          return std::ranges::any_of(item.guideline,
                                     [&](const Text& own) { return own.value == row.value; });
        });
        if (same_row)
          add(WhyStepKind::List,
              joined({"list", list.unit.view(), list.domain.view(), source.id.view()}), list.file,
              source, say({"落实同一指引事项", "implements the same row"}));
      }
    }
  }

  void add_standard(const Standard& standard, const StandardItem& item) {
    add_rows(item);
    add_lists(standard, item);
    add(WhyStepKind::Standard, joined({"standard", standard.domain.view(), item.id.view()}),
        standard.file, item);
  }

  bool trace_standard(std::string_view domain, std::string_view id) {
    const Standard* standard = workspace_.standard(Symbol::of(domain));
    const StandardItem* item = standard ? find_item(standard->items, id) : nullptr;
    if (item) add_standard(*standard, *item);
    return item != nullptr;
  }

  void add_set(const FieldOrigin& origin) {
    const AdoptionSet& set = *origin.set;
    const Item& change = set.to.get();
    steps_.push_back({WhyStepKind::Adoption,
                      joined({"adoption", origin.adoption->unit.view()}),
                      {origin.adoption->file, field_span(change, origin.field)},
                      std::string(record_info<Item>()->fields[origin.field].key.en),
                      field_value(change, origin.field, Lang::Zh),
                      say({"本地调整", "local change"})});
  }

  /// Placeholders that were filled, by the unit whose name they took.
  void add_names(const Item& written, const Item& resolved, const Unit& unit) {
    if (!field_ || field_span(written, *field_).end == 0) return;
    const std::string before = yaml::emit_flow(field_value(written, *field_, Lang::Zh));
    const auto open = before.find('<');
    if (open == before.npos || before == yaml::emit_flow(field_value(resolved, *field_, Lang::Zh)))
      return;
    const Unit* named = &unit;
    if (const Unit* district = workspace_.units.district_of(unit);
        district && before.find("<街镇>") == before.npos)
      named = district;
    steps_.push_back({WhyStepKind::Units,
                      joined({"units", named->code.view()}),
                      {workspace_.units.path(), named->name.span},
                      key(),
                      yaml::Value(named->name.view()),
                      say({"填入占位", "fills the placeholder"})});
  }

  void add_exclusions(const AdoptionChain& chain, std::string_view domain, std::string_view id) {
    for (const Adoption* layer : chain.layers) {
      for (const Exclusion& exclusion : layer->exclude) {
        const bool all = exclusion.item.empty() && exclusion.domain.view() == domain;
        if (!all && exclusion.item.view() != joined({domain, id})) continue;
        steps_.push_back({WhyStepKind::Exclusion,
                          joined({"adoption", layer->unit.view()}),
                          {layer->file, exclusion.span},
                          {},
                          yaml::Value(exclusion.reason.view()),
                          say({"不采用", "not taken over"})});
      }
    }
  }

  std::expected<std::vector<WhyStep>, Message> trace_resolved(std::string_view code,
                                                              std::string_view domain,
                                                              std::string_view id) {
    const auto unit = find_unit(workspace_, code);
    if (!unit) return std::unexpected(unit.error());
    ResolveOptions options = options_;
    options.only_domains = {Symbol::of(domain)};
    const UnitResolver resolver(validated_, **unit, options);
    const std::string address = joined({(*unit)->code.view(), domain, id});
    if (!resolver.domains().empty()) {
      const auto catalogue = resolver.resolve(options.only_domains.front());
      if (!catalogue) return std::unexpected(catalogue.error().message);
      for (size_t i = 0; i < catalogue->list.items.size(); i++) {
        if (catalogue->list.items[i].id.view() != id) continue;
        add_resolved(*catalogue, i, **unit, address);
        return std::move(steps_);
      }
    }
    const bool in_standard = trace_standard(domain, id);
    const size_t before = steps_.size();
    if (in_standard) add_exclusions(resolver.chain(), domain, id);
    if (steps_.size() > before) return std::move(steps_);
    if (!in_standard) return std::unexpected(no_such(address));
    return std::unexpected(
        resolver.domains().empty()
            ? say({"{0}没有领域“{1}”的目录：没有采用这一领域的标准",
                   "{0} has no catalogue of the domain “{1}”: it has not adopted its standard"},
                  (*unit)->name.view(), domain)
            : say({"标准里的“{0}/{1}”不在{2}的公开层级，不在它的目录里",
                   "“{0}/{1}” of the standard is not disclosed at the level of {2}, so it is not "
                   "in its catalogue"},
                  domain, id, (*unit)->name.view()));
  }

  void add_resolved(const ResolvedCatalogue& catalogue, size_t index, const Unit& unit,
                    const std::string& address) {
    const Item& item = catalogue.list.items[index];
    const ItemOrigin& origin = catalogue.origins[index];
    const Item* written = nullptr;
    if (origin.standard) {
      add_standard(*catalogue.standard, *origin.standard);
      written = origin.standard;
    } else if (origin.added) {
      add_rows(item);
      add(WhyStepKind::Adoption, joined({"adoption", origin.added_by->unit.view()}), origin.file,
          *origin.added, say({"新增事项", "added item"}));
      written = origin.added;
    } else {
      trace_list(unit.code.view(), catalogue.list.domain.view(), item.id.view());
    }
    bool set_here = false;
    for (const FieldOrigin& set : origin.sets) {
      if (field_ && set.field != *field_) continue;
      add_set(set);
      if (field_) written = &set.set->to.get();
      set_here = true;
    }
    if (written && (field_ || !set_here)) add_names(*written, item, unit);
    steps_.push_back({WhyStepKind::Resolved, address, {}, key(), value(item), {}});
  }

  const ValidatedWorkspace& validated_;
  const Workspace& workspace_;
  std::optional<size_t> field_;
  const ResolveOptions& options_;
  std::vector<WhyStep> steps_;
};

}  // namespace

Bilingual why_step_word(WhyStepKind kind) {
  switch (kind) {
    case WhyStepKind::Guideline:
      return {"指引", "guideline"};
    case WhyStepKind::List:
      return {"清单", "list"};
    case WhyStepKind::Standard:
      return {"标准", "standard"};
    case WhyStepKind::Adoption:
      return {"采用", "adoption"};
    case WhyStepKind::Exclusion:
      return {"不采用", "exclusion"};
    case WhyStepKind::Units:
      return {"单位表", "units"};
    case WhyStepKind::Resolved:
      break;
  }
  return {"目录", "resolved"};
}

std::expected<Why, Message> why(const ValidatedWorkspace& validated, std::string_view address,
                                std::string_view field, const ResolveOptions& options) {
  const RecordInfo& info = *record_info<Item>();
  std::optional<size_t> index;
  if (!field.empty()) {
    const auto found = info.find(field);
    if (!found) {
      std::vector<std::string_view> keys;
      for (const FieldInfo& known : info.fields)
        keys.insert(keys.end(), {known.key.zh, known.key.en});
      const auto meant = did_you_mean(field, keys);
      return std::unexpected(
          meant ? say({"事项没有“{}”这一栏。是否指“{}”？",
                       "An item has no field “{}”. Did you mean “{}”?"},
                      field, *meant)
                : say({"事项没有“{}”这一栏：可用公开时限、公开主体等，或英文键",
                       "An item has no field “{}”: write deadline, publisher and the like"},
                      field));
    }
    index = found->index;
  }
  auto steps = Tracer(validated, index, options).trace(address);
  if (!steps) return std::unexpected(steps.error());
  return Why{std::string(address), index ? std::string(info.fields[*index].key.en) : "",
             std::move(*steps)};
}

}  // namespace catalog
