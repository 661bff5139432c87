#include "report/issue_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "report/overview.h"
#include "rules/rule.h"

namespace catalog {

namespace {

/// The path before the line number of 位置: `lists/310104/a.yaml:19`.
std::string_view path_of_place(std::string_view place) {
  place = place.substr(0, place.find('\n'));
  const size_t colon = place.rfind(':');
  const bool number = colon != place.npos && colon + 1 < place.size() &&
                      place.find_first_not_of("0123456789", colon + 1) == place.npos;
  return number ? place.substr(0, colon) : place;
}

class ListMaker {
 public:
  ListMaker(const Report& report, Sources& sources, Ownership& ownership,
            const IssueOptions& options)
      : report_(report), sources_(sources), ownership_(ownership), options_(options) {
    const Workspace* workspace = report.validation.workspace.get();
    whole_ = workspace && std::ranges::all_of(workspace->files, &FileRecord::in_scope);
  }

  std::vector<IssueUnit> make() {
    const std::set<const Finding*> shown(report_.shown.begin(), report_.shown.end());
    std::unordered_set<uint64_t> found;
    for (const Finding& finding : report_.validation.findings) {
      found.insert(finding.fingerprint);
      const PreviousIssue* before = previous(finding.fingerprint);
      // What people wrote is never left out.
      if (shown.contains(&finding) || before) add(finding, before);
    }
    if (options_.previous) add_others(found);
    std::vector<IssueUnit> out;
    for (auto& [key, unit] : units_) {
      number(unit);
      out.push_back(std::move(unit));
    }
    return out;
  }

 private:
  const PreviousIssue* previous(uint64_t id) const {
    return options_.previous ? options_.previous->find(id) : nullptr;
  }

  void put(const Owner& owner, Issue issue) {
    IssueUnit& unit = units_[{owner.unit_order, owner.unit_name}];
    unit.name = owner.unit_name;
    unit.order = owner.unit_order;
    unit.counts[static_cast<size_t>(issue.status)]++;
    unit.issues.push_back(std::move(issue));
  }

  static void number(IssueUnit& unit) {
    size_t last = 0;
    for (Issue& issue : unit.issues)
      issue.cells[index_of(IssueColumn::Number)] = std::to_string(++last);
  }

  void add(const Finding& finding, const PreviousIssue* before) {
    const Owner owner = ownership_.of(finding);
    Issue issue;
    const auto set = [&](IssueColumn column, std::string text) {
      issue.cells[index_of(column)] = std::move(text);
    };
    const Lang lang = options_.lang;
    set(IssueColumn::Unit, owner.unit_name);
    set(IssueColumn::Domain, owner.domain_name);
    set(IssueColumn::Item, joined(finding.address, owner.item_name));
    set(IssueColumn::Place, place(finding));
    set(IssueColumn::Problem, finding.message.in(lang));
    set(IssueColumn::Ground, ground(finding));
    set(IssueColumn::Remedy, remedy(finding));
    set(IssueColumn::Due, options_.due);
    set(IssueColumn::Severity, std::string(severity_word(finding.severity).in(lang)));
    set(IssueColumn::Rule, rule_title(finding.rule, lang));
    set(IssueColumn::Id, fingerprint_text(finding.fingerprint));
    if (before) keep(before->cells, issue.cells);
    issue.status = status_of(before);
    set(IssueColumn::Status, std::string(issue_status_word(issue.status).in(lang)));
    put(owner, std::move(issue));
  }

  IssueStatus status_of(const PreviousIssue* before) const {
    if (!options_.previous) return IssueStatus::None;
    if (!before) return IssueStatus::New;
    if (says_closed(before->cells[index_of(IssueColumn::Status)])) return IssueStatus::Again;
    return says_done(before->cells[index_of(IssueColumn::Progress)]) ? IssueStatus::Claimed
                                                                     : IssueStatus::Open;
  }

  static void keep(const IssueCells& before, IssueCells& now) {
    for (const IssueColumn column : {IssueColumn::Due, IssueColumn::Person, IssueColumn::Progress,
                                     IssueColumn::Evidence, IssueColumn::Review}) {
      const std::string& text = before[index_of(column)];
      if (!text.empty()) now[index_of(column)] = text;
    }
  }

  /// The rows of the earlier list that were not found again.
  void add_others(const std::unordered_set<uint64_t>& found) {
    std::vector<std::pair<IssueStatus, const PreviousIssue*>> rest;
    for (const PreviousIssue& before : options_.previous->rows) {
      if (before.id == 0) {
        rest.emplace_back(IssueStatus::Manual, &before);
      } else if (!found.contains(before.id)) {
        rest.emplace_back(was_checked(before) ? IssueStatus::Closed : IssueStatus::Unchecked,
                          &before);
      }
    }
    for (const IssueStatus status :
         {IssueStatus::Manual, IssueStatus::Unchecked, IssueStatus::Closed}) {
      for (const auto& [own, before] : rest) {
        if (own == status) add_other(*before, status);
      }
    }
  }

  void add_other(const PreviousIssue& before, IssueStatus status) {
    Issue issue{before.cells, status};
    std::string& words = issue.cells[index_of(IssueColumn::Status)];
    // What people wrote of their own rows stays; a closed problem stays closed unless it is found.
    const bool stays =
        status == IssueStatus::Manual || (status == IssueStatus::Unchecked && says_closed(words));
    if (!stays || words.empty()) words = issue_status_word(status).in(options_.lang);
    if (status == IssueStatus::Unchecked && stays) issue.status = IssueStatus::Closed;
    put(ownership_.named(before.cells[index_of(IssueColumn::Unit)]), std::move(issue));
  }

  /// Whether the rule of a row ran on its file.
  bool was_checked(const PreviousIssue& before) const {
    const std::string& rule_words = before.cells[index_of(IssueColumn::Rule)];
    const Rule* rule = find_rule(rule_words);
    const bool ran = rule ? !options_.ran || options_.ran(rule->name) : report_.validation.complete;
    if (!ran || whole_) return ran;
    const std::string_view path = path_of_place(before.cells[index_of(IssueColumn::Place)]);
    const Workspace* workspace = report_.validation.workspace.get();
    if (!workspace || path.empty()) return false;
    const FileRecord* file = workspace->file(Symbol::of(join_path(workspace->root, path)));
    return file && file->in_scope;
  }

  static std::string joined(const std::string& first, const std::string& second) {
    return first + (first.empty() || second.empty() ? "" : "\n") + second;
  }

  std::string place(const Finding& finding) const {
    const Symbol file = report_.file_of(finding);
    std::string out = ownership_.path(file);
    const PrintedPlace at = printed_place(sources_, finding.place);
    if (at.line > 0) out += ":" + std::to_string(at.line);
    return joined(out, field_words(finding.field, options_.lang));
  }

  std::string ground(const Finding& finding) const {
    const Lang lang = options_.lang;
    if (finding.demand)
      return std::string(finding.demand->source.in(lang)) + (lang == Lang::Zh ? "：" : ": ") +
             finding.demand->text.in(lang);
    const Rule* rule = find_rule(finding.rule);
    return rule ? std::string(rule->source.in(lang)) : std::string();
  }

  std::string remedy(const Finding& finding) const {
    const Lang lang = options_.lang;
    if (!finding.advice.empty()) return finding.advice.in(lang);
    if (finding.fix) return finding.fix->description.in(lang);
    const Rule* rule = find_rule(finding.rule);
    return rule ? std::string(rule->rationale.in(lang)) : std::string();
  }

  const Report& report_;
  Sources& sources_;
  Ownership& ownership_;
  const IssueOptions& options_;
  bool whole_ = false;
  std::map<std::pair<size_t, std::string>, IssueUnit> units_;
};

}  // namespace

std::vector<IssueUnit> issue_list(const Report& report, Sources& sources, Ownership& ownership,
                                  const IssueOptions& options) {
  return ListMaker(report, sources, ownership, options).make();
}

}  // namespace catalog
