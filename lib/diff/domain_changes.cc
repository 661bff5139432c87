#include "diff/domain_changes.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "text/normal.h"

namespace catalog {

namespace {

const DomainEntry* entry_of(const CatalogueSet& set, Symbol domain) {
  if (!set.config) return nullptr;
  for (const DomainEntry& entry : set.config->domains) {
    if (entry.domain.value == domain) return &entry;
  }
  return nullptr;
}

bool leaves_out(const DomainEntry* entry) {
  if (!entry) return false;
  const auto status = words::kDomainStatus.index(entry->status.view());
  return status && static_cast<DomainStatus>(*status) == DomainStatus::Omitted;
}

bool has_domain(const CatalogueSet& set, Symbol domain) {
  return std::ranges::find(set.same_domains, domain) != set.same_domains.end() ||
         std::ranges::find(set.catalogues, domain, &CatalogueVersion::domain) !=
             set.catalogues.end();
}

/// Of changes to a domain the worst for Kept: those that are more than editorial.
std::unordered_map<Symbol, bool> changed_domains(const std::vector<Change>& changes) {
  std::unordered_map<Symbol, bool> out;
  for (const Change& change : changes) {
    if (change.cls != ChangeClass::Editorial) out[change.domain] = true;
  }
  return out;
}

std::map<std::string_view, Symbol> all_domains(const CatalogueSet& before,
                                               const CatalogueSet& after) {
  std::map<std::string_view, Symbol> out;
  const auto add = [&](Symbol domain) { out.emplace(domain.view(), domain); };
  for (const CatalogueSet* set : {&before, &after}) {
    for (const CatalogueVersion& one : set->catalogues) add(one.domain);
    for (const Symbol domain : set->same_domains) add(domain);
    if (!set->is_whole || !set->config) continue;
    for (const DomainEntry& entry : set->config->domains) {
      if (leaves_out(&entry)) add(entry.domain.value);
    }
  }
  return out;
}

}  // namespace

Bilingual domain_status_word(DomainStatus status) {
  return words::kDomainStatus.words[static_cast<size_t>(status)];
}

std::string_view domain_status_key(DomainStatus status) { return domain_status_word(status).en; }

const DomainEntry* reason_of_omission(const CatalogueSet& after, Symbol domain) {
  const DomainEntry* entry = entry_of(after, domain);
  const bool given = leaves_out(entry) && !trim(entry->reason.view()).empty();
  return given && !has_domain(after, domain) ? entry : nullptr;
}

std::vector<DomainChange> domain_changes(const CatalogueSet& before, const CatalogueSet& after,
                                         const std::vector<Change>& changes,
                                         const Workspace& names) {
  const auto changed = changed_domains(changes);
  std::vector<DomainChange> out;
  for (const auto& [key, domain] : all_domains(before, after)) {
    DomainChange one{.domain = domain, .name = std::string(names.domain_name(domain))};
    const bool old = has_domain(before, domain);
    const bool now = has_domain(after, domain);
    const DomainEntry* entry = entry_of(after, domain);
    if (!now) {
      // Taken up again but not written yet is nothing to tell.
      if (!old && !leaves_out(entry)) continue;
      one.status = DomainStatus::Omitted;
      one.is_news = old || !leaves_out(entry_of(before, domain));
    } else if (!old) {
      one.status = DomainStatus::New;
      one.is_news = true;
    } else if (changed.contains(domain)) {
      one.status = DomainStatus::Changed;
      one.is_news = true;
    }
    if (entry) {
      one.reason = entry->reason.view();
      one.basis = entry->basis.view();
    }
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace catalog
