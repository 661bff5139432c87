#include "workspace/workspace.h"

#include "model/words.h"
#include "text/normal.h"
#include "workspace/legal_documents.h"

namespace catalog {

namespace {

template <class Map, class Key>
auto found_in(const Map& map, const Key& key) -> typename Map::mapped_type {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

Symbol reference(std::string_view domain, std::string_view id) {
  std::string text(domain);
  text += '/';
  text += id;
  return Symbol::of(text);
}

}  // namespace

void Workspace::make_indexes() {
  for (const Guideline& guideline : guidelines) {
    guideline_by_domain_.emplace(guideline.domain.value, &guideline);
    for (const Row& row : guideline.items) {
      guideline_of_row_.emplace(&row, &guideline);
      rows_.emplace(reference(guideline.domain.view(), row.id.view()), &row);
    }
  }
  // Former ids come second: an id in use is never hidden by an alias.
  for (const Guideline& guideline : guidelines) {
    for (const Row& row : guideline.items) {
      for (const Text& alias : row.aliases)
        rows_.emplace(reference(guideline.domain.view(), alias.view()), &row);
    }
  }
  for (const Standard& standard : standards)
    standard_by_domain_.emplace(standard.domain.value, &standard);
  for (const Adoption& adoption : adoptions)
    adoption_by_unit_.emplace(adoption.unit.value, &adoption);
  for (size_t i = 0; i < files.size(); i++) file_by_path_.emplace(files[i].path, i);
  legal = LegalRegister(legal_documents(legal_file));
}

const Guideline* Workspace::guideline(Symbol domain) const {
  return found_in(guideline_by_domain_, domain);
}
const Row* Workspace::row(Symbol reference) const { return found_in(rows_, reference); }
const Guideline* Workspace::guideline_of(const Row& row) const {
  return found_in(guideline_of_row_, &row);
}
const Standard* Workspace::standard(Symbol domain) const {
  return found_in(standard_by_domain_, domain);
}

const Adoption* Workspace::adoption(Symbol unit) const { return found_in(adoption_by_unit_, unit); }

const FileRecord* Workspace::file(Symbol path) const {
  const auto found = file_by_path_.find(path);
  return found == file_by_path_.end() ? nullptr : &files[found->second];
}

std::string_view Workspace::domain_name(Symbol domain) const {
  const Guideline* known = guideline(domain);
  return known && !known->name.empty() ? known->name.view() : domain.view();
}

const TemplateFile* Workspace::find_template(std::string_view name) const {
  for (const TemplateFile& file : templates) {
    if (file.name.view() == name) return &file;
  }
  return nullptr;
}

const DomainEntry* Workspace::domain_entry(Symbol domain) const {
  for (const DomainEntry& entry : config.domains) {
    if (entry.domain.value == domain) return &entry;
  }
  return nullptr;
}

bool is_left_out(const DomainEntry& entry) {
  const auto status = words::kDomainStatus.index(entry.status.view());
  return status && words::kDomainStatus.words[*status].en == "omitted";
}

bool Workspace::is_left_out(Symbol domain) const {
  const DomainEntry* entry = domain_entry(domain);
  return entry && catalog::is_left_out(*entry);
}

const std::string& Workspace::form(Symbol text) const {
  return forms_->get(text, [](std::string_view view) { return comparison_form(view); });
}

}  // namespace catalog
