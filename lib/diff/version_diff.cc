#include "diff/version_diff.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "diff/head_changes.h"
#include "diff/item_changes.h"
#include "diff/moved_items.h"
#include "text/sort_by_moves.h"
#include "workspace/parallel.h"

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
    return std::tie(change.field_place, change.field, change.level, change.element, change.part,
                    change.kind, change.before, change.after, change.before_words,
                    change.after_words);
  };
  return key(a) < key(b);
}

/// What came of comparing one catalogue with its other version.
struct Compared {
  std::vector<Change> changes;
  std::vector<LoneItem> gone, come;

  void add(Change change) {
    change.fingerprint = fingerprint_of(change);
    changes.push_back(std::move(change));
  }
};

/// Finds all changes between two sets of catalogues.
class VersionComparer {
 public:
  VersionComparer(const CatalogueSet& before, const CatalogueSet& after, const Knowledge& knowledge,
                  unsigned threads)
      : before_(before), after_(after), knowledge_(knowledge), threads_(threads) {}

  std::vector<Change> run() {
    compare_all(pair_catalogues());
    moved_items();
    for (const LoneItem& lone : gone_) {
      if (!lone.moved) add(lone_item(pair_of(lone), lone.in(*lone.before), true));
    }
    for (const LoneItem& lone : come_) {
      if (!lone.moved) add(lone_item(pair_of(lone), lone.in(*lone.after), false));
    }
    sort_by_moves(out_, comes_before);
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

  static constexpr size_t kAtOnce = 64;

  /// The two versions of a catalogue; null where there is none.
  using Pair = std::pair<const CatalogueVersion*, const CatalogueVersion*>;

  std::vector<Pair> pair_catalogues() const {
    const bool named = before_.is_file || after_.is_file;
    if (named && before_.catalogues.size() == 1 && after_.catalogues.size() == 1) {
      return {{&before_.catalogues[0], &after_.catalogues[0]}};
    }
    std::map<std::string,
             std::pair<std::vector<const CatalogueVersion*>, std::vector<const CatalogueVersion*>>>
        by_address;
    for (const auto& one : before_.catalogues) by_address[one.address].first.push_back(&one);
    for (const auto& one : after_.catalogues) by_address[one.address].second.push_back(&one);
    std::vector<Pair> out;
    for (auto& [address, both] : by_address) {
      auto& [left, right] = both;
      const auto by_file = [](const CatalogueVersion* one) { return one->file.view(); };
      std::ranges::sort(left, {}, by_file);
      std::ranges::sort(right, {}, by_file);
      for (size_t i = 0; i < std::max(left.size(), right.size()); i++) {
        out.emplace_back(i < left.size() ? left[i] : nullptr,
                         i < right.size() ? right[i] : nullptr);
      }
    }
    return out;
  }

  void compare_all(const std::vector<Pair>& pairs) {
    // A few at a time, so that what they find does not stand in memory twice.
    std::vector<Compared> parts(kAtOnce);
    for (size_t from = 0; from < pairs.size(); from += kAtOnce) {
      const size_t count = std::min(kAtOnce, pairs.size() - from);
      parallel_for(count, threads_, [&](size_t i, unsigned) {
        const auto [before, after] = pairs[from + i];
        if (before && after) {
          compare(*before, *after, parts[i]);
        } else {
          lone_catalogue(before ? *before : *after, before, parts[i]);
        }
      });
      for (Compared& part : parts) take(part);
    }
  }

  void take(Compared& part) {
    const auto append = [](auto& to, auto& from) {
      std::ranges::move(from, std::back_inserter(to));
      from.clear();
    };
    append(out_, part.changes);
    append(gone_, part.gone);
    append(come_, part.come);
  }

  void compare(const CatalogueVersion& before, const CatalogueVersion& after, Compared& out) const {
    const VersionPair pair{before, after, knowledge_};
    std::vector<bool> linked_before(before.items.size());
    std::vector<bool> linked_after(after.items.size());
    for (const ItemLink& link : pair_versions(before, after)) {
      std::vector<Change> changes;
      add_item_changes(pair, link, changes);
      for (Change& change : changes) out.add(std::move(change));
      for (const size_t i : link.before) linked_before[i] = true;
      for (const size_t j : link.after) linked_after[j] = true;
    }
    LoneRows rows;
    for (size_t i = 0; i < before.items.size(); i++) {
      if (linked_before[i]) continue;
      out.gone.push_back({&before, &after, i});
      for (std::string& row : rows_of(before, *before.items[i])) rows.gone.insert(std::move(row));
    }
    for (size_t j = 0; j < after.items.size(); j++) {
      if (linked_after[j]) continue;
      out.come.push_back({&before, &after, j});
      for (std::string& row : rows_of(after, *after.items[j])) rows.come.insert(std::move(row));
    }
    std::vector<Change> changes;
    add_head_changes(pair, rows, changes);
    for (Change& change : changes) out.add(std::move(change));
  }

  /// A whole list came or went: told by its head, then item by item.
  void lone_catalogue(const CatalogueVersion& catalogue, bool gone, Compared& out) const {
    const CatalogueVersion& none = nothing();
    const VersionPair pair{gone ? catalogue : none, gone ? none : catalogue, knowledge_};
    Change change = change_of(pair, nullptr, nullptr);
    change.kind = gone ? ChangeKind::CatalogueRemoved : ChangeKind::CatalogueAdded;
    change.cls = ChangeClass::Editorial;
    change.note = {"其事项逐项列出", "its items are listed one by one"};
    (gone ? change.before : change.after) = catalogue.address;
    (gone ? change.after_catalogue : change.before_catalogue) = nullptr;
    out.add(std::move(change));
    for (size_t i = 0; i < catalogue.items.size(); i++) {
      if (gone) {
        out.gone.push_back({&catalogue, &nothing(), i});
      } else {
        out.come.push_back({&nothing(), &catalogue, i});
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
  unsigned threads_;
  std::vector<LoneItem> gone_;
  std::vector<LoneItem> come_;
  std::vector<Change> out_;
};

/// An omission is called by the guideline row that it is about.
void name_omissions(std::vector<Change>& changes, const Workspace& names) {
  for (Change& change : changes) {
    if (!change.field.starts_with("omitted")) continue;
    std::string_view row = change.element.empty() ? change.after : change.element;
    if (row.empty()) row = change.before;
    if (const Row* known = names.row(Symbol::of(row))) change.item_name = item_name(*known);
  }
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
  diff.domain_counts = {};
  for (const DomainChange& domain : diff.domains) {
    diff.domain_counts[static_cast<size_t>(domain.status)]++;
  }
}

VersionDiff compare_versions(const CatalogueSet& before, const CatalogueSet& after,
                             const Knowledge& knowledge, const Workspace& names, unsigned threads) {
  VersionDiff out;
  out.changes = VersionComparer(before, after, knowledge, threads).run();
  name_omissions(out.changes, names);
  out.domains = domain_changes(before, after, out.changes, names);
  count_changes(out);
  return out;
}

}  // namespace catalog
