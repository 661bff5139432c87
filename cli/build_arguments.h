#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "publish/build.h"
#include "publish/office.h"

namespace catalog {

/// What stands behind `catalog build`.
struct BuildArguments {
  std::vector<std::string> paths;
  std::string output;
  std::vector<std::string> formats;
  std::string domain;
  std::vector<std::string> units;
  bool all_units = false;
  std::string table_template;
  std::string channels;
  std::string fragment;
  bool codes = false;
  std::string draft;
  std::string sign;
  bool pdf = false;
  unsigned pdf_timeout = kOfficePatience;
  std::string site_url;
  bool fresh = false;
};

/// Gives the command its options, which fill the arguments.
void add_build_arguments(CLI::App& command, BuildArguments& arguments, Context& context);

/// What is to be built by these arguments, of these paths; complains where they can't go together.
std::optional<BuildOptions> build_options(const BuildArguments& arguments,
                                          const std::vector<std::string>& paths, Context& context);

/// The word that drafts bear, of the one that --draft was given.
std::string_view draft_mark(std::string_view given);

}  // namespace catalog
