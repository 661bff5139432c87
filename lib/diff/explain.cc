#include "diff/explain.h"

#include <algorithm>
#include <unordered_map>

#include "text/normal.h"

namespace catalog {

namespace {

/// The field that a record names, in either language, as an English key, of an item or of the head
/// that changed; of elements.mode the first part counts.
std::string english_key(std::string_view name, const Change& change) {
  const size_t dot = name.find('.');
  const RecordInfo& record = change.root();
  const auto found = record.find(name.substr(0, dot));
  if (!found) return std::string(name);
  const std::string key(record.fields[found->index].key.en);
  return dot == name.npos ? key : key + std::string(name.substr(dot));
}

bool names_item(const Change& change, std::string_view item) {
  const auto is = [&](const std::string& address) {
    return address == item || (address.ends_with(item) && item.size() < address.size() &&
                               address[address.size() - item.size() - 1] == '/');
  };
  return is(change.address) || std::ranges::any_of(change.was, is);
}

bool names_change(const Change& change, const Adjustment& record) {
  if (!record.fingerprint.empty())
    return record.fingerprint.view() == fingerprint_text(change.fingerprint);
  if (record.item.empty() || !names_item(change, record.item.view())) return false;
  if (record.field.empty()) return true;
  const std::string key = english_key(record.field.view(), change);
  return change.field == key || change.field.starts_with(key + ".");
}

Explanation explanation_of(const Adjustment& record, Symbol file) {
  const auto text = [](const Text& value) { return std::string(value.view()); };
  return {text(record.reason),
          text(record.basis),
          text(record.approved->by),
          text(record.approved->on),
          text(record.approved->document),
          {file, record.span}};
}

template <class Entry>
Explanation reason_of(const Entry& entry, Symbol file) {
  return {std::string(entry.reason.view()),
          std::string(entry.basis.view()),
          {},
          {},
          {},
          {file, entry.span}};
}

/// A row left out with its reason explains that its items are gone, and itself.
void explain_by_omission(Change& change) {
  const CatalogueVersion* after = change.after_catalogue;
  if (change.explained || !after || !after->omitted) return;
  std::vector<std::string> rows;
  if (change.kind == ChangeKind::ItemRemoved) {
    rows = rows_of(*change.before_catalogue, *change.before_item);
  } else if (change.kind == ChangeKind::OmissionAdded) {
    rows = {change.after};
  }
  for (const Omission& omission : *after->omitted) {
    if (trim(omission.reason.view()).empty()) continue;
    if (std::ranges::find(rows, omission.guideline.view()) == rows.end()) continue;
    change.explained = reason_of(omission, after->file);
  }
}

/// A domain left out with its reason (不设) explains that its items are gone.
void explain_by_domain(Change& change, const CatalogueSet& after) {
  if (change.explained || change.kind != ChangeKind::ItemRemoved) return;
  if (const DomainEntry* entry = reason_of_omission(after, change.domain))
    change.explained = reason_of(*entry, after.config->file);
}

/// Changes by fingerprint and by address, so that many records and changes stay cheap.
class ChangeIndex {
 public:
  ChangeIndex(std::vector<Change>& changes, const std::vector<AdjustmentsFile>& files) {
    // Only what some record asks for is kept: there are many changes and few records.
    for (const AdjustmentsFile& file : files) {
      for (const Adjustment& record : file.adjustments) by_key_[key_of(record)];
    }
    if (by_key_.empty()) return;
    for (Change& change : changes) {
      add(fingerprint_text(change.fingerprint), change);
      add_address(change.address, change);
      for (const std::string& address : change.was) add_address(address, change);
    }
  }
  /// The changes that a record may name.
  const std::vector<Change*>& candidates(const Adjustment& record) const {
    static const std::vector<Change*> kNone;
    const auto found = by_key_.find(key_of(record));
    return found == by_key_.end() ? kNone : found->second;
  }

 private:
  static std::string key_of(const Adjustment& record) {
    const Text& key = record.fingerprint.empty() ? record.item : record.fingerprint;
    return std::string(key.view());
  }
  void add(const std::string& key, Change& change) {
    if (const auto found = by_key_.find(key); found != by_key_.end())
      found->second.push_back(&change);
  }
  /// The address, and what it ends with: 310104/social-assistance/6.
  void add_address(const std::string& address, Change& change) {
    add(address, change);
    for (size_t at = address.find('/'); at != address.npos; at = address.find('/', at + 1)) {
      add(address.substr(at + 1), change);
    }
  }

  std::unordered_map<std::string, std::vector<Change*>> by_key_;
};

}  // namespace

std::vector<IdleAdjustment> explain_changes(std::vector<Change>& changes,
                                            const std::vector<AdjustmentsFile>& records,
                                            const CatalogueSet& set) {
  std::vector<IdleAdjustment> idle;
  const ChangeIndex index(changes, records);
  for (const AdjustmentsFile& file : records) {
    for (const Adjustment& record : file.adjustments) {
      const bool reasoned = !trim(record.reason.view()).empty();
      bool names = false;
      for (Change* change : index.candidates(record)) {
        if (!names_change(*change, record)) continue;
        names = true;
        if (reasoned && !change->explained) change->explained = explanation_of(record, file.file);
      }
      if (!names || !reasoned) idle.push_back({&record, file.file, names});
    }
  }
  for (Change& change : changes) {
    explain_by_omission(change);
    explain_by_domain(change, set);
  }
  return idle;
}

std::vector<IdleAdjustment> explain_changes(VersionDiff& diff, const Workspace& after,
                                            const CatalogueSet& set) {
  auto idle = explain_changes(diff.changes, after.adjustments, set);
  count_changes(diff);
  return idle;
}

}  // namespace catalog
