#include "workspace/adoption_sets.h"

#include <algorithm>

namespace catalog {

namespace {

/// More changes of one item than it has fields are a mistake that is reported; beyond this many
/// they are not looked at, so that n changes of n items stay n × this.
constexpr size_t kMostSets = 64;

/// The values of one item in comparison form.
class KeyMaker {
 public:
  KeyMaker(const Workspace& workspace, Level level, const PlaceNames* names)
      : workspace_(workspace), level_(level), names_(names) {}

  std::string key(const Text& text) const {
    return text.empty() ? "" : workspace_.form(names_ ? names_->fill(text.value) : text.value);
  }
  std::string key(const Texts& texts) const {
    std::vector<std::string> parts;
    for (const Text& text : texts) parts.push_back(key(text));
    return joined(std::move(parts));
  }
  template <class Value>
  std::string key(const std::vector<Leveled<Value>>& values) const {
    const Value* own = value_at(values);
    return own ? key(*own) : "";
  }
  std::string key(const std::vector<Element>& elements) const {
    std::vector<std::string> parts;
    for (const Element& element : elements) parts.push_back(key(element.name));
    return joined(std::move(parts));
  }
  template <class Other>
  std::string key(const Other&) const {
    return {};  // not among the fields that are matched
  }

  /// The value for the level; null where there is none.
  template <class Value>
  const Value* value_at(const std::vector<Leveled<Value>>& values) const {
    for (const auto& entry : values) {
      if (entry.level.empty() || workspace_.vocabulary.level(entry.level.value) == level_)
        return &entry.value;
    }
    return nullptr;
  }

 private:
  static std::string joined(std::vector<std::string> parts) {
    std::ranges::sort(parts);
    std::string out;
    for (const std::string& part : parts) out += part + '\n';
    return out;
  }

  const Workspace& workspace_;
  Level level_;
  const PlaceNames* names_;
};

std::string slot(size_t field, const std::string& key) {
  return std::to_string(field) + '\n' + key;
}

bool is_there(const Text& value) { return !value.empty(); }
template <class Value>
bool is_there(const std::vector<Value>& value) {
  return !value.empty();
}

/// Calls f(index, item's value, change's value) for each field that the change holds.
template <class F>
void each_change(const AdoptionSet& set, Item& item, F&& f) {
  const Item& change = set.to.get();
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    const size_t at = index++;
    if (is_there(Field::get(change))) f(at, Field::edit(item), Field::get(change));
  });
}

}  // namespace

std::string field_key(const Workspace& workspace, const Item& item, size_t field, Level level,
                      const PlaceNames* names) {
  const KeyMaker maker(workspace, level, names);
  std::string out;
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    if (index++ == field) out = maker.key(Field::get(item));
  });
  return out;
}

AdoptionSets::AdoptionSets(const Workspace& workspace, const Adoption& adoption, Level level)
    : workspace_(workspace), adoption_(adoption), level_(level) {
  const KeyMaker maker(workspace, level, nullptr);
  for (const AdoptionSet& set : adoption.set) {
    Entry entry{&set, {}};
    bool possible = set.match.present() && set.to.present();
    size_t index = 0;
    for_each_field<Item>([&]<class Field>(const Field&) {
      const size_t field = index++;
      const auto& value = Field::get(set.match.get());
      if (!is_there(value)) return;
      entry.criteria.push_back({field, maker.key(value)});
      possible &= !entry.criteria.back().key.empty();
    });
    if (!possible || (entry.criteria.empty() && set.match->domain.empty())) continue;
    changes_levels_ |= !set.to->levels.empty();
    if (entry.criteria.empty()) {
      by_domain_only_.push_back(entries_.size());
    } else {
      const Criterion& first = entry.criteria.front();
      by_first_[slot(first.field, first.key)].push_back(entries_.size());
      if (std::ranges::find(fields_, first.field) == fields_.end()) fields_.push_back(first.field);
    }
    entries_.push_back(std::move(entry));
  }
}

bool AdoptionSets::fits(const Entry& entry, Symbol domain, const Item& item,
                        const PlaceNames& names) const {
  const Text& wanted = entry.set->match->domain;
  if (!wanted.empty() && wanted.value != domain) return false;
  return std::ranges::all_of(entry.criteria, [&](const Criterion& criterion) {
    return field_key(workspace_, item, criterion.field, level_, nullptr) == criterion.key ||
           field_key(workspace_, item, criterion.field, level_, &names) == criterion.key;
  });
}

void AdoptionSets::find(Symbol domain, const Item& item, const PlaceNames& names,
                        std::vector<const AdoptionSet*>& out) const {
  if (entries_.empty()) return;
  std::vector<size_t> found;
  const auto consider = [&](const std::vector<size_t>& some) {
    for (const size_t at : some) {
      if (found.size() == kMostSets) return;
      if (fits(entries_[at], domain, item, names)) found.push_back(at);
    }
  };
  consider(by_domain_only_);
  for (const size_t field : fields_) {
    const std::string written = field_key(workspace_, item, field, level_, nullptr);
    const std::string filled = field_key(workspace_, item, field, level_, &names);
    for (const std::string* key : {&written, &filled}) {
      if (key->empty() || (key == &filled && filled == written)) continue;
      if (const auto at = by_first_.find(slot(field, *key)); at != by_first_.end())
        consider(at->second);
    }
  }
  std::ranges::sort(found);
  for (const size_t at : found) out.push_back(entries_[at].set);
}

std::vector<size_t> changed_fields(const Workspace& workspace, const AdoptionSet& set,
                                   Level level) {
  const KeyMaker maker(workspace, level, nullptr);
  std::vector<size_t> out;
  Item scratch;
  each_change(set, scratch, [&](size_t field, const auto&, const auto& to) {
    if constexpr (requires { maker.value_at(to); }) {
      if (!maker.value_at(to)) return;
    }
    out.push_back(field);
  });
  return out;
}

void apply_change(const Workspace& workspace, const AdoptionSet& set, Level level, Item& item) {
  const KeyMaker maker(workspace, level, nullptr);
  each_change(set, item, [&]<class Value>(size_t, Value& value, const Value& to) {
    if constexpr (requires { maker.value_at(to); }) {
      if (const auto* own = maker.value_at(to)) {
        Value bare;
        bare.push_back({{}, *own});
        value = std::move(bare);
      }
    } else {
      value = to;
    }
  });
  if (!set.deviation.empty()) {
    auto& all = item.seldom.make().deviation;
    all.insert(all.end(), set.deviation.begin(), set.deviation.end());
  }
}

void keep_level(const Workspace& workspace, Level level, Item& item) {
  const KeyMaker maker(workspace, level, nullptr);
  const auto keep = [&]<class Value>(std::vector<Leveled<Value>>& values) {
    if (values.empty() || (values.size() == 1 && values.front().level.empty())) return;
    const Value* own = maker.value_at(values);
    if (own) {
      std::vector<Leveled<Value>> kept;
      kept.push_back({{}, *own});
      values = std::move(kept);
    } else {
      values.clear();
    }
  };
  keep(item.deadline);
  keep(item.publisher);
  keep(item.channels);
}

}  // namespace catalog
