#include "publish/edition.h"

#include <algorithm>
#include <tuple>

#include "model/date.h"
#include "model/fields_files.h"
#include "model/fields_reference.h"
#include "publish/publishable_text.h"
#include "workspace/resolve.h"

namespace catalog {

namespace {

template <class Record>
std::string label(std::string_view key) {
  return std::string(record_info<Record>()->field(key)->key.zh);
}

void add(std::vector<Fact>& out, std::string name, std::string_view value) {
  if (!value.empty()) out.push_back({std::move(name), publishable(value)});
}

std::string unit_name(const Workspace& workspace, const Text& code) {
  const Unit* unit = workspace.units.find(code.value);
  return std::string(unit ? unit->name.view() : code.view());
}

std::string joined_units(const Workspace& workspace, const Texts& codes) {
  std::string out;
  for (const Text& code : codes) {
    if (!out.empty()) out += "、";
    out += unit_name(workspace, code);
  }
  return out;
}

/// 2020年12月31日, as a signed document writes it; the text itself where it is no date.
std::string written_date(std::string_view text) {
  const auto date = Date::parse(text);
  return date ? date->chinese() : std::string(text);
}

/// The state in Chinese, whichever language the file uses.
std::string_view state_word(std::string_view word) {
  const auto index = words::kState.index(word);
  return index ? words::kState.words[*index].zh : word;
}

/// social-assistance/13（临时救助/监督检查）: the row left out, its reason and what the reason
/// rests on.
std::string omission_text(const Workspace& workspace, const Omission& omission) {
  const Row* row = workspace.row(omission.guideline.value);
  std::string out(omission.guideline.view());
  if (row) out += "（" + item_name(*row) + "）";
  out += "：" + std::string(omission.reason.view());
  if (!omission.basis.empty()) out += "；依据：" + std::string(omission.basis.view());
  if (!omission.until.empty()) out += "；截止：" + std::string(omission.until.view());
  return out;
}

std::vector<Fact> facts_of(const Edition& edition) {
  const Workspace& workspace = *edition.workspace;
  std::vector<Fact> out;
  add(out, label<List>("unit"), edition.unit_name);
  add(out, label<Standard>("version"), edition.head->version.view());
  add(out, label<Standard>("effective"), written_date(edition.head->effective.view()));
  if (const Standard* standard = edition.standard) {
    add(out, label<Standard>("drafted_by"), joined_units(workspace, standard->drafted_by));
    add(out, label<Standard>("state"), state_word(standard->state.view()));
    add(out, label<Confirmation>("by"), unit_name(workspace, standard->confirmed->by));
    add(out, label<Confirmation>("on"), written_date(standard->confirmed->on.view()));
    add(out, label<Confirmation>("document"), standard->confirmed->document.view());
    add(out, label<Publication>("on"), written_date(standard->published->on.view()));
    add(out, label<Publication>("url"), standard->published->url.view());
  } else if (const Unit* unit = workspace.units.find(edition.list->unit.value)) {
    add(out, label<List>("standard"), edition.list->standard.view());
    add(out, label<Unit>("hotline"), unit->hotline.view());
  }
  return out;
}

std::vector<Fact> notes_of(const Edition& edition) {
  std::vector<Fact> out;
  if (const Standard* standard = edition.standard) {
    add(out, label<Standard>("requirements"), standard->requirements.view());
    add(out, label<Standard>("process"), standard->process.view());
    add(out, label<Standard>("opinion"), standard->opinion.view());
  }
  add(out, label<Standard>("note"), edition.head->note.view());
  for (const Omission& omission : edition.head->omitted) {
    add(out, label<Standard>("omitted"), omission_text(*edition.workspace, omission));
  }
  return out;
}

Edition edition_of(const ValidatedWorkspace& validated, const Catalogue& head) {
  Edition out;
  out.workspace = &validated.workspace();
  out.head = &head;
  out.draft = validated.draft_mark();
  out.domain = head.domain.view();
  out.domain_name = out.workspace->domain_name(head.domain.value);
  return out;
}

/// 社会救助领域政务公开标准目录; a name that already ends in 领域 does not say it twice.
std::string title_of(const Edition& edition, std::string_view what) {
  const bool said = edition.domain_name.ends_with("领域");
  return publishable(edition.unit_name + edition.domain_name + (said ? "" : "领域") + "政务公开" +
                     std::string(what));
}

Edition edition_of(const ValidatedWorkspace& validated, const Standard& standard) {
  Edition out = edition_of(validated, static_cast<const Catalogue&>(standard));
  out.standard = &standard;
  out.address = "standard/" + out.domain;
  out.title = title_of(out, Fields<Standard>::name.zh);
  out.facts = facts_of(out);
  out.notes = notes_of(out);
  return out;
}

Edition edition_of(const ValidatedWorkspace& validated, const List& list) {
  Edition out = edition_of(validated, static_cast<const Catalogue&>(list));
  out.list = &list;
  out.unit = list.unit.view();
  out.unit_name = unit_name(*out.workspace, list.unit);
  out.address = "list/" + out.unit + "/" + out.domain;
  out.title = title_of(out, Fields<List>::name.zh);
  out.facts = facts_of(out);
  out.notes = notes_of(out);
  return out;
}

}  // namespace

Edition resolved_edition(const ValidatedWorkspace& validated, const List& list) {
  Edition out = edition_of(validated, list);
  out.resolved = true;
  if (list.standard.empty()) return out;  // the unit's own list stands
  out.address = resolved_address(list);
  out.title = title_of(out, Fields<Standard>::name.zh);
  return out;
}

namespace {

/// The place of a domain in catalog.yaml; those that it does not name come last.
size_t rank_of(const Edition& edition) {
  const auto& domains = edition.workspace->config.domains;
  const auto found = std::ranges::find(domains, edition.head->domain.value,
                                       [](const DomainEntry& entry) { return entry.domain.value; });
  return static_cast<size_t>(found - domains.begin());
}

/// Standards before lists, then by unit, the workspace's order of domains, domain and file.
bool goes_before(const Edition& a, const Edition& b) {
  const auto key = [](const Edition& e) {
    return std::tuple(e.list != nullptr, std::string_view(e.unit), rank_of(e),
                      std::string_view(e.domain), e.head->file.view());
  };
  return key(a) < key(b);
}

}  // namespace

std::string Edition::item_address(size_t index) const {
  return address + "/" + std::string(item(index).id.view());
}

std::string day_of(const Edition& edition) {
  std::vector<const Text*> known;
  if (edition.standard)
    known = {&edition.standard->published->on, &edition.standard->confirmed->on};
  known.push_back(&edition.head->effective);
  known.push_back(&edition.workspace->config.effective);
  for (const Text* day : known)
    if (Date::parse(day->view())) return std::string(day->view());
  return {};
}

std::vector<Edition> all_editions(const ValidatedWorkspace& validated) {
  std::vector<Edition> out;
  const Workspace& workspace = validated.workspace();
  for (const Standard& standard : workspace.standards) {
    out.push_back(edition_of(validated, standard));
  }
  for (const List& list : workspace.lists) out.push_back(edition_of(validated, list));
  std::ranges::stable_sort(out, goes_before);
  return out;
}

std::vector<Edition> editions_of(const ValidatedWorkspace& validated) {
  std::vector<Edition> out = all_editions(validated);
  std::erase_if(out, [](const Edition& edition) {
    return edition.list && edition.workspace->standard(edition.head->domain.value);
  });
  return out;
}

std::vector<Fact> workspace_facts(const Workspace& workspace) {
  std::vector<Fact> out;
  const WorkspaceFile& config = workspace.config;
  add(out, label<WorkspaceFile>("compiler"), config.compiler.view());
  add(out, label<WorkspaceFile>("version"), config.version.view());
  add(out, label<WorkspaceFile>("effective"), written_date(config.effective.view()));
  add(out, label<WorkspaceFile>("contact"), config.contact.view());
  add(out, label<WorkspaceFile>("hotline"), config.hotline.view());
  return out;
}

}  // namespace catalog
