#pragma once

#include <expected>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "publish/build.h"
#include "publish/html.h"
#include "publish/item_answers.h"
#include "publish/table.h"
#include "publish/xlsx.h"
#include "workspace/resolve.h"

namespace catalog {

/// One edition with its table and the place of its files.
struct PlannedEdition {
  Edition edition;
  Table table;
  std::string path;  ///< below the output folder, without the ending: lists/310104/budgets
  std::vector<ItemAnswers> answers{};  ///< of a unit's catalogue, for its pages
};

/// The site that a plan's pages belong to, when units' catalogues are built.
struct SiteShape {
  std::string title;
  std::string home;             ///< below the output folder
  std::set<const Unit*> built;  ///< units that have pages
  /// By domain: the units that have a catalogue of it, for the page of the domain.
  std::map<std::string, std::vector<LinkGroup>, std::less<>> units;
};

/// What a build will write, complete before the first byte is.
struct BuildPlan {
  std::vector<PlannedEdition> editions;
  unsigned threads = 1;        ///< for its editions; 0: all processors
  bool whole = false;          ///< of a workspace or a unit: with catalogue.xlsx and index.html
  const Unit* unit = nullptr;  ///< the unit whose own catalogues these are
  const SiteShape* site = nullptr;  ///< of units' catalogues; it has a first page of its own
  std::vector<Finding> findings;

  bool has_errors() const;
};

/// Chooses the editions, lays them out and checks all that can stop a build.
std::expected<BuildPlan, IoError> plan_build(const ValidatedWorkspace& validated, FileSystem& files,
                                             const BuildOptions& options);

/// The template that was asked for, else the workspace's, else the first; findings of the choice go
/// into the plan.
std::expected<const TemplateFile*, IoError> choose_template(const Workspace& workspace,
                                                            const BuildOptions& options,
                                                            BuildPlan& plan);
/// Lays out a unit's own catalogues, which must outlive the plan.
BuildPlan plan_unit(const ValidatedWorkspace& validated, const Unit& unit,
                    std::span<const ResolvedCatalogue> catalogues, const TemplateFile& file,
                    const BuildOptions& options);
/// Lays out the city's standards of these domains (empty: all) for the site of units' catalogues.
BuildPlan plan_standards(const ValidatedWorkspace& validated, const std::vector<Symbol>& domains,
                         const TemplateFile& file, const BuildOptions& options);
/// Writes what a plan holds below `result.out`; the files are named in the order of the editions.
std::expected<void, IoError> write_plan(const ValidatedWorkspace& validated, FileSystem& files,
                                        const BuildOptions& options, const BuildPlan& plan,
                                        BuildResult& result);
/// What the plan's whole is called: the workspace's title, or the unit's.
std::string whole_title(const ValidatedWorkspace& validated, const BuildPlan& plan);
/// The facts of the workspace, or those that all of a unit's catalogues share.
std::vector<Fact> whole_facts(const ValidatedWorkspace& validated, const BuildPlan& plan);

/// The workbook of one edition, or of all.
Book book_of(const ValidatedWorkspace& validated, const PlannedEdition& planned,
             const BuildOptions& options);
Book book_of_all(const ValidatedWorkspace& validated, const BuildPlan& plan,
                 const BuildOptions& options);

}  // namespace catalog
