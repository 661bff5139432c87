#include "publish/unit_pages.h"

#include <algorithm>

#include "model/date.h"
#include "publish/publishable_text.h"

namespace catalog {

namespace {

std::string name_of(const Unit& unit) { return publishable(unit.name.view()); }

std::string written_date(std::string_view text) {
  const auto date = Date::parse(text);
  return date ? date->chinese() : publishable(text);
}

}  // namespace

PagePlace UnitPages::place() const {
  PagePlace out;
  out.root = "../";
  out.linked = true;
  out.searched = plan_.site != nullptr;
  out.unit = unit_.code.view();
  if (!plan_.site) return out;
  out.crumbs.push_back({plan_.site->title, out.root + plan_.site->home});
  const Unit* district = validated_.workspace().units.district_of(unit_);
  if (district && district != &unit_ && plan_.site->built.contains(district))
    out.crumbs.push_back(
        {name_of(*district), out.root + std::string(district->code.view()) + "/index.html"});
  return out;
}

PagePlace UnitPages::below_unit() const {
  PagePlace out = place();
  out.crumbs.push_back({name_of(unit_), "index.html"});
  return out;
}

std::string UnitPages::hotline() const {
  if (!unit_.hotline.empty()) return publishable(unit_.hotline.view());
  const Unit* district = validated_.workspace().units.district_of(unit_);
  if (district && !district->hotline.empty()) return publishable(district->hotline.view());
  return publishable(validated_.workspace().config.hotline.view());
}

ItemsPage UnitPages::items(const PlannedEdition& planned, std::vector<Download> downloads) const {
  const Workspace& workspace = validated_.workspace();
  ItemsPage page;
  page.edition = &planned.edition;
  page.answers = &planned.answers;
  page.frame.place = below_unit();
  page.frame.note = publishable(workspace.config.note.view());
  page.frame.downloads = std::move(downloads);
  page.table_href = planned.edition.domain + ".table.html";
  const Unit* district = workspace.units.district_of(unit_);
  page.place_name = (district && district != &unit_ ? name_of(*district) : "") + name_of(unit_);
  page.version = publishable(planned.edition.head->version.view());
  const Text& effective = planned.edition.head->effective;
  page.updated =
      written_date(effective.empty() ? workspace.config.effective.view() : effective.view());
  page.hotline = hotline();
  return page;
}

ViewPage UnitPages::view() const {
  ViewPage out;
  out.place = below_unit();
  out.place.paper = "ledger";
  out.unit_name = name_of(unit_);
  out.note = publishable(validated_.workspace().config.note.view());
  out.facts = whole_facts(validated_, plan_);
  out.draft = validated_.draft_mark();
  for (const PlannedEdition& planned : plan_.editions) {
    for (const ItemAnswers& item : planned.answers)
      out.rows.push_back({publishable(planned.edition.domain_name),
                          planned.edition.domain + ".html#" + item.id, &item});
  }
  return out;
}

void UnitPages::add_to_index(IndexPage& page) const {
  page.place = place();
  page.views = {{"主动公开目录（各领域合编）", "active.html"},
                {"各公开主体的事项", "publishers.html"}};
  if (!plan_.site) return;
  const UnitTable& units = validated_.workspace().units;
  LinkGroup streets;
  for (const Unit& unit : units.all()) {
    if (&unit != &unit_ && plan_.site->built.contains(&unit) && units.district_of(unit) == &unit_)
      streets.links.push_back(
          {name_of(unit), "../" + std::string(unit.code.view()) + "/index.html"});
  }
  if (!streets.links.empty()) page.units.push_back(std::move(streets));
}

}  // namespace catalog
