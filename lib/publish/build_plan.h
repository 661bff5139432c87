#pragma once

#include <expected>
#include <string>
#include <vector>

#include "publish/build.h"
#include "publish/html.h"
#include "publish/table.h"
#include "publish/xlsx.h"

namespace catalog {

/// One edition with its table and the place of its files.
struct PlannedEdition {
  Edition edition;
  Table table;
  std::string path;  ///< below the output folder, without the ending: lists/310104/budgets
};

/// What a build will write, complete before the first byte is.
struct BuildPlan {
  std::vector<PlannedEdition> editions;
  bool whole = false;  ///< the workspace as a whole: with catalogue.xlsx and index.html
  std::vector<Finding> findings;

  bool has_errors() const;
};

/// Chooses the editions, lays them out and checks all that can stop a build.
std::expected<BuildPlan, IoError> plan_build(const ValidatedWorkspace& validated, FileSystem& files,
                                             const BuildOptions& options);

/// The workbook of one edition, or of all.
Book book_of(const ValidatedWorkspace& validated, const PlannedEdition& planned,
             const BuildOptions& options);
Book book_of_all(const ValidatedWorkspace& validated, const BuildPlan& plan,
                 const BuildOptions& options);

}  // namespace catalog
