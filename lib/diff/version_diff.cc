#include "diff/version_diff.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "diff/item_changes.h"
#include "diff/moved_items.h"

namespace catalog {

namespace {

/// A list that is not there.
const CatalogueVersion& nothing() {
  static const CatalogueVersion none;
  return none;
}

/// `6` before `12`: numbers in addresses in their own order.
bool natural_less(std::string_view a, std::string_view b) {
  size_t i = 0;
  size_t j = 0;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (i < a.size() && j < b.size()) {
    if (digit(a[i]) && digit(b[j])) {
      size_t i_end = i;
      size_t j_end = j;
      while (i_end < a.size() && digit(a[i_end])) i_end++;
      while (j_end < b.size() && digit(b[j_end])) j_end++;
      if (i_end - i != j_end - j) return i_end - i < j_end - j;
      const int order = a.substr(i, i_end - i).compare(b.substr(j, j_end - j));
      if (order != 0) return order < 0;
      i = i_end;
      j = j_end;
    } else if (a[i] != b[j]) {
      return a[i] < b[j];
    } else {
      i++;
      j++;
    }
  }
  return a.size() - i < b.size() - j;
}

bool comes_before(const Change& a, const Change& b) {
  if (a.domain != b.domain) return a.domain.view() < b.domain.view();
  if (a.address != b.address) return natural_less(a.address, b.address);
  if (a.kind != b.kind) {
    const bool whole = a.kind < ChangeKind::MemberRemoved || b.kind < ChangeKind::MemberRemoved;
    if (whole) return a.kind < b.kind;
  }
  const auto key = [](const Change& change) {
    return std::tie(change.field, change.level, change.element, change.part, change.kind,
                    change.before, change.after, change.before_words, change.after_words);
  };
  return key(a) < key(b);
}

/// Finds all changes between two sets of catalogues.
class VersionComparer {
 public:
  VersionComparer(const CatalogueSet& before, const CatalogueSet& after, const Knowledge& knowledge)
      : before_(before), after_(after), knowledge_(knowledge) {}

  std::vector<Change> run() {
    pair_catalogues();
    moved_items();
    for (const LoneItem& lone : gone_) {
      if (!lone.moved) add(lone_item(pair_of(lone), lone.in(*lone.before), true));
    }
    for (const LoneItem& lone : come_) {
      if (!lone.moved) add(lone_item(pair_of(lone), lone.in(*lone.after), false));
    }
    std::ranges::stable_sort(out_, comes_before);
    // Two items of one id may say the same of one address.
    const auto same = [](const Change& a, const Change& b) {
      return a.fingerprint == b.fingerprint && a.address == b.address;
    };
    out_.erase(std::unique(out_.begin(), out_.end(), same), out_.end());
    return std::move(out_);
  }

 private:
  VersionPair pair_of(const LoneItem& lone) const {
    return {*lone.before, *lone.after, knowledge_};
  }

  void add(Change change) {
    change.fingerprint = fingerprint_of(change);
    out_.push_back(std::move(change));
  }

  void pair_catalogues() {
    const bool named = before_.is_file || after_.is_file;
    if (named && before_.catalogues.size() == 1 && after_.catalogues.size() == 1) {
      return compare(before_.catalogues[0], after_.catalogues[0]);
    }
    std::map<std::string,
             std::pair<std::vector<const CatalogueVersion*>, std::vector<const CatalogueVersion*>>>
        by_address;
    for (const auto& one : before_.catalogues) by_address[one.address].first.push_back(&one);
    for (const auto& one : after_.catalogues) by_address[one.address].second.push_back(&one);
    for (auto& [address, both] : by_address) {
      auto& [left, right] = both;
      const auto by_file = [](const CatalogueVersion* one) { return one->file.view(); };
      std::ranges::sort(left, {}, by_file);
      std::ranges::sort(right, {}, by_file);
      for (size_t i = 0; i < std::max(left.size(), right.size()); i++) {
        if (i >= left.size()) {
          lone_catalogue(*right[i], false);
        } else if (i >= right.size()) {
          lone_catalogue(*left[i], true);
        } else {
          compare(*left[i], *right[i]);
        }
      }
    }
  }

  void compare(const CatalogueVersion& before, const CatalogueVersion& after) {
    const VersionPair pair{before, after, knowledge_};
    std::vector<bool> linked_before(before.items.size());
    std::vector<bool> linked_after(after.items.size());
    for (const ItemLink& link : pair_versions(before, after)) {
      std::vector<Change> changes;
      add_item_changes(pair, link, changes);
      for (Change& change : changes) add(std::move(change));
      for (const size_t i : link.before) linked_before[i] = true;
      for (const size_t j : link.after) linked_after[j] = true;
    }
    for (size_t i = 0; i < before.items.size(); i++) {
      if (!linked_before[i]) gone_.push_back({&before, &after, i});
    }
    for (size_t j = 0; j < after.items.size(); j++) {
      if (!linked_after[j]) come_.push_back({&before, &after, j});
    }
  }

  /// A whole list came or went: told by its head, then item by item.
  void lone_catalogue(const CatalogueVersion& catalogue, bool gone) {
    Change change;
    change.kind = gone ? ChangeKind::CatalogueRemoved : ChangeKind::CatalogueAdded;
    change.cls = ChangeClass::Editorial;
    change.note = {"其事项逐项列出", "its items are listed one by one"};
    change.address = catalogue.address;
    change.domain = catalogue.domain;
    change.unit = catalogue.unit;
    (gone ? change.before : change.after) = catalogue.address;
    (gone ? change.before_catalogue : change.after_catalogue) = &catalogue;
    add(std::move(change));
    for (size_t i = 0; i < catalogue.items.size(); i++) {
      if (gone) {
        gone_.push_back({&catalogue, &nothing(), i});
      } else {
        come_.push_back({&nothing(), &catalogue, i});
      }
    }
  }

  void moved_items() {
    for (const auto& [i, j] : find_moved(gone_, come_)) {
      gone_[i].moved = come_[j].moved = true;
      add_move(gone_[i], come_[j]);
    }
  }

  void add_move(const LoneItem& from, const LoneItem& to) {
    const VersionPair pair{*from.before, *to.after, knowledge_};
    Change move = lone_item(pair, to.in(*to.after), false);
    move.kind = ChangeKind::ItemMoved;
    move.cls = ChangeClass::Changed;
    move.before_item = &from.in(*from.before);
    move.was = {from.before->item_address(*move.before_item)};
    move.before = move.was.front();
    move.after = move.address;
    add(std::move(move));
    std::vector<Change> changes;
    add_item_changes(pair, {{from.place}, {to.place}, LinkedBy::Name, 1}, changes);
    for (Change& change : changes) {
      if (change.kind != ChangeKind::ItemRenumbered) add(std::move(change));
    }
  }

  const CatalogueSet& before_;
  const CatalogueSet& after_;
  const Knowledge& knowledge_;
  std::vector<LoneItem> gone_;
  std::vector<LoneItem> come_;
  std::vector<Change> out_;
};

bool has_domain(const CatalogueSet& set, Symbol domain) {
  return std::ranges::any_of(set.catalogues, [&](const CatalogueVersion& one) {
    return one.domain == domain && one.kind != Kind::Guideline;
  });
}

const DomainEntry* entry_of(const CatalogueSet& set, Symbol domain) {
  if (!set.config) return nullptr;
  for (const DomainEntry& entry : set.config->domains) {
    if (entry.domain.value == domain) return &entry;
  }
  return nullptr;
}

DomainChange domain_change(Symbol domain, const CatalogueSet& before, const CatalogueSet& after,
                           const Workspace& names) {
  DomainChange out{.domain = domain, .name = std::string(names.domain_name(domain))};
  const bool old = has_domain(before, domain);
  const bool now = has_domain(after, domain);
  if (!old && now) out.status = DomainStatus::New;
  if (old && !now) out.status = DomainStatus::Omitted;
  if (const DomainEntry* entry = entry_of(after, domain)) {
    out.reason = entry->reason.view();
    out.basis = entry->basis.view();
  }
  return out;
}

}  // namespace

void ClassCounts::add(const Change& change) {
  switch (change.cls) {
    case ChangeClass::Narrowed:
      narrowed++;
      break;
    case ChangeClass::Widened:
      widened++;
      break;
    case ChangeClass::Changed:
      changed++;
      break;
    case ChangeClass::Editorial:
      editorial++;
      break;
  }
  unexplained += is_unexplained(change);
}

void count_changes(VersionDiff& diff) {
  diff.counts = {};
  std::unordered_map<Symbol, DomainChange*> by_domain;
  for (DomainChange& domain : diff.domains) {
    domain.counts = {};
    by_domain[domain.domain] = &domain;
  }
  for (const Change& change : diff.changes) {
    diff.counts.add(change);
    if (const auto found = by_domain.find(change.domain); found != by_domain.end()) {
      found->second->counts.add(change);
    }
  }
  for (DomainChange& domain : diff.domains) {
    const bool differs = domain.counts.all() > domain.counts.editorial;
    if (domain.status == DomainStatus::Kept && differs) domain.status = DomainStatus::Changed;
    if (domain.status == DomainStatus::Changed && !differs) domain.status = DomainStatus::Kept;
  }
}

VersionDiff compare_versions(const CatalogueSet& before, const CatalogueSet& after,
                             const Knowledge& knowledge, const Workspace& names) {
  VersionDiff out;
  out.changes = VersionComparer(before, after, knowledge).run();
  std::map<std::string_view, Symbol> domains;
  for (const CatalogueSet* set : {&before, &after}) {
    for (const CatalogueVersion& one : set->catalogues) {
      domains.emplace(one.domain.view(), one.domain);
    }
  }
  for (const auto& [key, domain] : domains) {
    out.domains.push_back(domain_change(domain, before, after, names));
  }
  count_changes(out);
  return out;
}

Bilingual domain_status_word(DomainStatus status) {
  return words::kDomainStatus.words[static_cast<size_t>(status)];
}

std::string_view domain_status_key(DomainStatus status) { return domain_status_word(status).en; }

}  // namespace catalog
