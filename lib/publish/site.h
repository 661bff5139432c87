#pragma once

#include <expected>
#include <span>
#include <vector>

#include "publish/build_plan.h"
#include "publish/search_data.h"
#include "publish/search_words.h"

namespace catalog {

/// One domain of a unit's catalogues, as the site's own pages need it.
struct SiteCatalogue {
  Symbol domain;
  size_t items = 0;
  std::vector<SearchEntry> entries;  ///< filled once the unit's pages are written
};

/// One unit of the site.
struct SiteUnit {
  const Unit* unit = nullptr;
  std::vector<SiteCatalogue> catalogues;
};

/// What the pages of the site have in common, made of the units that have pages. `whole`: all
/// units, so that the site has a page a domain and its first page is index.html; else units.html.
SiteShape site_shape(const ValidatedWorkspace& validated, std::span<const SiteUnit> units,
                     bool whole);

/// What a site is made of beside the units' own pages.
struct SiteParts {
  std::span<const SiteUnit> units;
  const BuildPlan* standards = nullptr;  ///< for a page a domain; null: none
  std::vector<ReadWord> words;           ///< of pinyin.txt
};

/// Writes what the units' pages share: style, scripts, the search page with its data, the first
/// page and, where there is a plan of standards, a page a domain; below `result.out`.
std::expected<void, IoError> write_site(const ValidatedWorkspace& validated, FileSystem& files,
                                        const BuildOptions& options, const SiteShape& site,
                                        const SiteParts& parts, BuildResult& result);

}  // namespace catalog
