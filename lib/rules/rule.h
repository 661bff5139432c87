#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/finding.h"
#include "workspace/workspace.h"

namespace catalog {

class Deviations;
class FileContext;
struct BaselineUse;
struct CatalogueView;
struct DomainView;
struct ItemView;
class RuleContext;

/// The families of rules (design: form, guideline, reference, consistency, law, text, publication).
enum class Family : uint8_t { Form, Guideline, Reference, Consistency, Law, Text, Publication };
/// A family's word for people; the English one is its folder below lib/rules.
Bilingual family_word(Family family);

struct Rule;

/// Collects the findings of one rule on one file, item, catalogue or workspace.
class Reporter {
 public:
  Reporter(const Rule& rule, Severity severity, std::vector<Finding>& out)
      : rule_(rule), severity_(severity), out_(out) {}

  /// A finding at a place, at the rule's severity; fill in the rest on what is returned.
  Finding& add(Place place, Message message);
  const Rule& rule() const { return rule_; }

 private:
  const Rule& rule_;
  Severity severity_;
  std::vector<Finding>& out_;
};

using FileCheck = void (*)(const FileContext&, Reporter&);
using ItemCheck = void (*)(const ItemView&, Reporter&);
using CatalogueCheck = void (*)(const CatalogueView&, Reporter&);
using DomainCheck = void (*)(const DomainView&, Reporter&);
using WorkspaceCheck = void (*)(const RuleContext&, Reporter&);
using BaselineCheck = void (*)(const BaselineUse&, Reporter&);
using DeviationCheck = void (*)(const Deviations&, Reporter&);

/// All there is to know of one check; one file in lib/rules/FAMILY/ defines one. `bad` and `good`
/// are its tests, laid over the example workspace of tests/rules/example: after a line
/// `# file: PATH` a whole file, after `# file: PATH item ID` lines that replace those fields of one
/// item, after `# file: PATH head` those of the file's head; ⟨TEXT×N⟩ stands for a text N times
/// over, {n} in it for the number of the repetition. `bad` must give findings of this rule only,
/// `good` none.
struct Rule {
  std::string_view name;  ///< kebab-case, stable
  Bilingual title;        ///< its name for people: “公开时限长于指引要求”
  Family family;
  Severity severity;    ///< unless the workspace changes it
  Bilingual summary;    ///< one sentence: what is reported
  Bilingual rationale;  ///< why it matters and how to mend it
  Bilingual source;     ///< law and article, guideline, or the project's file format
  std::span<const std::string_view> fields;  ///< English keys that it reads
  bool fixes = false;                        ///< whether it offers a safe fix
  std::string_view bad{};
  std::string_view good{};
  FileCheck check_file = nullptr;
  ItemCheck check_item = nullptr;
  CatalogueCheck check_catalogue = nullptr;
  DomainCheck check_domain = nullptr;
  WorkspaceCheck check_workspace = nullptr;
  BaselineCheck check_baseline = nullptr;     ///< when the known findings have been left out
  DeviationCheck check_deviations = nullptr;  ///< when all other findings are known
  /// Found by `build` when it lays out the tables; `validate` and the workspace's severities don't
  /// reach it.
  bool at_build = false;
};

/// All rules, by family and name; the list is generated from the files of lib/rules/*/.
std::span<const Rule* const> all_rules();
/// The rule of this name, or of this title in either language; null if there is none.
const Rule* find_rule(std::string_view name_or_title);
/// The name of the rule that was perhaps meant.
std::optional<std::string_view> similar_rule(std::string_view name_or_title);

}  // namespace catalog
