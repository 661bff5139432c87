#include "publish/site.h"

#include <algorithm>

#include "publish/assets.h"
#include "publish/fragment.h"
#include "publish/home_page.h"
#include "publish/publishable_text.h"
#include "publish/search_page.h"
#include "publish/site_assets.h"

namespace catalog {

namespace {

constexpr std::string_view kCityUnits = "市级部门";

std::string code_of(const Unit& unit) { return std::string(unit.code.view()); }

std::string group_of(const Workspace& workspace, const Unit& unit) {
  const Unit* district = workspace.units.district_of(unit);
  return district ? publishable(district->name.view()) : std::string(kCityUnits);
}

/// The units in groups, each district with its streets together; departments first.
std::vector<const SiteUnit*> grouped(const Workspace& workspace, std::span<const SiteUnit> units) {
  std::vector<std::string> groups{std::string(kCityUnits)};
  for (const SiteUnit& unit : units) {
    std::string group = group_of(workspace, *unit.unit);
    if (std::ranges::find(groups, group) == groups.end()) groups.push_back(std::move(group));
  }
  std::vector<const SiteUnit*> out;
  for (const std::string& group : groups) {
    for (const SiteUnit& unit : units)
      if (group_of(workspace, *unit.unit) == group) out.push_back(&unit);
  }
  return out;
}

/// What a site has of one domain.
struct SiteDomain {
  std::vector<LinkGroup> units;
  size_t count = 0;
  size_t items = 0;
  SearchDomain search;
};

/// Writes the site's own pages, one file at a time.
class SiteWriter {
 public:
  SiteWriter(const ValidatedWorkspace& validated, FileSystem& files, const BuildOptions& options,
             const SiteShape& site, const SiteParts& parts, BuildResult& result)
      : validated_(validated),
        files_(files),
        options_(options),
        site_(site),
        parts_(parts),
        units_(parts.units),
        result_(result) {
    for (uint32_t i = 0; i < units_.size(); i++) {
      for (const SiteCatalogue& catalogue : units_[i].catalogues) {
        auto [at, fresh] = domains_.try_emplace(catalogue.domain);
        if (fresh) order_.push_back(catalogue.domain);
        at->second.count++;
        at->second.items += catalogue.items;
        at->second.search.add(i, catalogue.entries);
      }
    }
    sort_domains();
  }

  std::expected<void, IoError> run() {
    const BuildPlan* standards = parts_.standards;
    if (auto done = write(std::string(kStylePath), site_style()); !done) return done;
    if (options_.fragment == Fragment::Page) {
      if (auto done = write(std::string(kFragmentStylePath), fragment_style()); !done) return done;
    }
    for (const auto& [name, text] : {std::pair{"site.js", kSiteJs},
                                     {"search.js", kSearchJs},
                                     {"search-page.js", kSearchPageJs}})
      if (auto done = write(join_path("assets", name), text); !done) return done;
    if (auto done = write_search(); !done) return done;
    if (standards) {
      if (auto done = write_plan(validated_, files_, options_, *standards, result_); !done)
        return done;
      if (auto done = write_other_domains(*standards); !done) return done;
    }
    return write(site_.home, write_home(home_page(standards != nullptr)));
  }

 private:
  std::expected<void, IoError> write(const std::string& path, std::string_view bytes) {
    const std::string target = join_path(result_.out, path);
    const auto written = write_if_changed(files_, target, bytes);
    if (!written) return std::unexpected(written.error());
    (*written ? result_.written : result_.unchanged).push_back(target);
    return {};
  }

  const Workspace& workspace() const { return validated_.workspace(); }
  std::string domain_name(Symbol domain) const {
    return publishable(workspace().domain_name(domain));
  }

  /// The workspace's order; domains that it does not name come last.
  void sort_domains() {
    const auto& named = workspace().config.domains;
    std::ranges::sort(order_, {}, [&](Symbol domain) {
      const auto at = std::ranges::find(
          named, domain, [](const DomainEntry& entry) { return entry.domain.value; });
      return std::pair(at - named.begin(), domain.view());
    });
  }

  PagePlace place() const {
    PagePlace out;
    out.linked = true;
    out.searched = true;
    return out;
  }

  std::expected<void, IoError> write_search() {
    SearchPage page;
    page.place = place();
    page.place.crumbs = {{site_.title, site_.home}};
    page.draft = validated_.draft_mark();
    for (const SiteUnit& unit : units_) page.units.push_back(unit.unit);
    for (const Symbol domain : order_) {
      SiteDomain& known = domains_.at(domain);
      page.domains.push_back({std::string(domain.view()), domain_name(domain), &known.search});
    }
    for (const SearchPage::Domain& domain : page.domains) {
      const std::string path = "assets/search/" + domain.slug + ".js";
      if (auto done = write(path, domain.search->script(domain.slug, domain.name)); !done)
        return done;
    }
    const std::string setup = search_setup(page, workspace(), parts_.words);
    if (auto done = write("assets/search-data.js", setup); !done) return done;
    return write("search.html", write_search_page(page));
  }

  std::expected<void, IoError> write_other_domains(const BuildPlan& standards) {
    for (const Symbol domain : order_) {
      const bool there = std::ranges::any_of(
          standards.editions,
          [&](const PlannedEdition& planned) { return planned.edition.domain == domain.view(); });
      if (there) continue;
      DomainPage page;
      page.place = place();
      page.place.crumbs = {{site_.title, site_.home}};
      page.title = domain_name(domain);
      page.note = publishable(workspace().config.note.view());
      page.draft = validated_.draft_mark();
      page.units = site_.units.at(std::string(domain.view()));
      if (auto done = write(std::string(domain.view()) + ".html", write_domain_page(page)); !done)
        return done;
    }
    return {};
  }

  HomePage home_page(bool with_domains) const {
    HomePage page;
    page.place = place();
    page.title = site_.title;
    page.note = publishable(workspace().config.note.view());
    page.facts = workspace_facts(workspace());
    page.draft = validated_.draft_mark();
    if (with_domains) {
      for (const Symbol domain : order_) {
        const SiteDomain& known = domains_.at(domain);
        page.domains.push_back(
            {domain_name(domain), std::string(domain.view()) + ".html", known.count, known.items});
      }
    }
    for (const SiteUnit* unit : grouped(workspace(), units_)) {
      size_t items = 0;
      for (const SiteCatalogue& catalogue : unit->catalogues) items += catalogue.items;
      page.units.push_back({group_of(workspace(), *unit->unit),
                            publishable(unit->unit->name.view()),
                            code_of(*unit->unit) + "/index.html", unit->catalogues.size(), items});
    }
    return page;
  }

  const ValidatedWorkspace& validated_;
  FileSystem& files_;
  const BuildOptions& options_;
  const SiteShape& site_;
  const SiteParts& parts_;
  std::span<const SiteUnit> units_;
  BuildResult& result_;
  std::unordered_map<Symbol, SiteDomain> domains_;
  std::vector<Symbol> order_;
};

}  // namespace

SiteShape site_shape(const ValidatedWorkspace& validated, std::span<const SiteUnit> units,
                     bool whole) {
  const Workspace& workspace = validated.workspace();
  SiteShape site;
  site.title = publishable(workspace.config.title.view()) + (whole ? "" : "（各单位）");
  site.home = whole ? "index.html" : "units.html";
  for (const SiteUnit& unit : units) site.built.insert(unit.unit);
  for (const SiteUnit* unit : grouped(workspace, units)) {
    const std::string group = group_of(workspace, *unit->unit);
    for (const SiteCatalogue& catalogue : unit->catalogues) {
      const std::string domain(catalogue.domain.view());
      std::vector<LinkGroup>& groups = site.units[domain];
      if (groups.empty() || groups.back().title != group) groups.push_back({group, {}});
      groups.back().links.push_back(
          {publishable(unit->unit->name.view()), code_of(*unit->unit) + "/" + domain + ".html"});
    }
  }
  return site;
}

std::expected<void, IoError> write_site(const ValidatedWorkspace& validated, FileSystem& files,
                                        const BuildOptions& options, const SiteShape& site,
                                        const SiteParts& parts, BuildResult& result) {
  return SiteWriter(validated, files, options, site, parts, result).run();
}

}  // namespace catalog
