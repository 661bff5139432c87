#include "diff/impact.h"

#include <doctest/doctest.h>

#include <set>

#include "diff/shipped_workspace.h"

using namespace catalog;
using namespace catalog::test;

namespace {

constexpr const char* kNew = "/new/guideline.yaml";

std::string guideline_path(const std::string& domain) {
  return "/c/national/guidelines/" + domain + ".yaml";
}

ValidateOptions checks() {
  ValidateOptions out = options();
  out.builtin = kNationalSet;
  return out;
}

std::string with(std::string text, const std::string& before, const std::string& after) {
  for (size_t at = text.find(before); at != text.npos; at = text.find(before, at + after.size()))
    text.replace(at, before.size(), after);
  return text;
}

using Prints = std::set<uint64_t>;

Prints prints(const std::vector<Finding>& findings) {
  Prints out;
  for (const Finding& finding : findings) out.insert(finding.fingerprint);
  return out;
}

/// Findings of files as they are written; those of resolved catalogues begin with a unit.
std::vector<Finding> written(const std::vector<Finding>& findings) {
  std::vector<Finding> out;
  for (const Finding& finding : findings) {
    const std::string_view head =
        std::string_view(finding.address).substr(0, finding.address.find('/'));
    if (head.empty() || head == "list" || head == "standard" || head == "guideline" ||
        head == "adoption")
      out.push_back(finding);
  }
  return out;
}

Prints minus(const Prints& a, const Prints& b) {
  Prints out;
  std::ranges::set_difference(a, b, std::inserter(out, out.end()));
  return out;
}

/// Whether impact says the very difference that putting the file there makes.
void check_against_replacing(MemoryFileSystem& files, const std::string& target,
                             const std::string& text, size_t at_least) {
  files.put(kNew, text);
  const auto impact = impact_of(files, kCity, kNew, checks());
  REQUIRE(impact);
  const auto before = validate_workspace(files, kCity, checks());
  REQUIRE(before);
  files.put(target, text);
  const auto after = validate_workspace(files, kCity, checks());
  REQUIRE(after);
  const Prints then = prints(before->findings), now = prints(after->findings);
  Prints news, graver;
  for (const Finding& finding : written(impact->after.findings)) {
    const auto use = impact->uses.find(finding.fingerprint);
    (use != impact->uses.end() && use->second.was ? graver : news).insert(finding.fingerprint);
  }
  CHECK(news == minus(now, then));
  CHECK(prints(written(impact->settled)) == minus(then, now));
  CHECK(news.size() >= at_least);
  for (const Finding& finding : before->findings) {
    const auto same =
        std::ranges::find(after->findings, finding.fingerprint, &Finding::fingerprint);
    if (same != after->findings.end())
      CHECK(graver.contains(finding.fingerprint) == (same->severity > finding.severity));
  }
}

}  // namespace

TEST_CASE("the same guideline changes nothing") {
  MemoryFileSystem files;
  put_shipped(files);
  for (const char* domain : {"social-assistance", "work-safety", "elderly-care"}) {
    CAPTURE(domain);
    files.put(kNew, shipped().at(guideline_path(domain)));
    const auto impact = impact_of(files, kCity, kNew, checks());
    REQUIRE(impact);
    CHECK(impact->after.findings.empty());
    CHECK(impact->settled.empty());
    CHECK(impact->rows.changes.empty());
    CHECK(impact->renumbered.empty());
    CHECK(impact->old_file == guideline_path(domain));
    CHECK(impact->catalogues > 0);
    CHECK(impact->units > 0);
  }
}

TEST_CASE("impact is validate with the file replaced minus validate before") {
  struct Mutation {
    const char* domain;
    const char* before;
    const char* after;
    size_t at_least;
  };
  for (const Mutation& m : {
           Mutation{"social-assistance", "10个工作日内", "3个工作日内", 1},
           Mutation{"employment", "20个工作日内", "5个工作日内", 1},
           Mutation{"work-safety", "topic: ", "topic: 新", 0},
           Mutation{"elderly-care", "seen: full", "seen: recalled", 0},
           Mutation{"elderly-care", "elements: [", "elements: [新增要素, ", 1},
           Mutation{"food-drug", "channels: [", "channels: [政府公报, ", 0},
           Mutation{"public-culture", "  - id: \"1\"", "  - id: \"99\"", 1},
       }) {
    CAPTURE(m.domain);
    CAPTURE(m.after);
    MemoryFileSystem files;
    put_shipped(files);
    const std::string path = guideline_path(m.domain);
    const std::string text = with(shipped().at(path), m.before, m.after);
    REQUIRE((text != shipped().at(path)));
    check_against_replacing(files, path, text, m.at_least);
  }
}

TEST_CASE("a domain that has no guideline so far gets one") {
  MemoryFileSystem files;
  const std::string path = guideline_path("social-assistance");
  for (const auto& [name, bytes] : shipped()) {
    if (name != path) files.put(name, bytes);
  }
  check_against_replacing(files, path, shipped().at(path), 0);
  const auto impact = [&] {
    MemoryFileSystem empty;
    for (const auto& [name, bytes] : shipped()) {
      if (name != path) empty.put(name, bytes);
    }
    empty.put(kNew, shipped().at(path));
    return impact_of(empty, kCity, kNew, checks());
  }();
  REQUIRE(impact);
  CHECK(impact->old_file.empty());
  CHECK(impact->rows.changes.size() >= 13);
  CHECK_FALSE(impact->settled.empty());
}

TEST_CASE("resolved catalogues point to the line they come from, told once") {
  MemoryFileSystem files;
  put_shipped(files);
  files.put(kNew,
            with(shipped().at(guideline_path("social-assistance")), "10个工作日内", "3个工作日内"));
  auto impact = impact_of(files, kCity, kNew, checks());
  REQUIRE(impact);
  CHECK_FALSE(impact->rows.changes.empty());
  for (const Change& change : impact->rows.changes) CHECK(change.place().file.view() == kNew);
  size_t with_units = 0;
  std::set<std::tuple<std::string_view, std::string_view, Span>> places;
  for (const Finding& finding : impact->after.findings) {
    CHECK_FALSE(finding.place.file.view().starts_with("/new"));
    if (finding.demand && !finding.demand->place.file.empty())
      CHECK(finding.demand->place.file.view() == kNew);
    const auto use = impact->uses.find(finding.fingerprint);
    if (use == impact->uses.end() || use->second.units.empty()) continue;
    with_units++;
    CHECK(places.emplace(finding.rule, finding.place.file.view(), finding.place.span).second);
    CHECK(use->second.units.size() <= impact->units);
  }
  CHECK(with_units > 0);

  const Unit* unit = impact->after.workspace->units.find(Symbol::of("310104"));
  REQUIRE(unit);
  const size_t all = impact->after.findings.size();
  keep_unit(*impact, *unit);
  CHECK(impact->after.findings.size() < all);
  CHECK_FALSE(impact->after.findings.empty());
}

TEST_CASE("rows with another number keep their id") {
  MemoryFileSystem files;
  put_shipped(files);
  const std::string path = guideline_path("social-assistance");
  const std::string text = with(shipped().at(path), "    number: \"2\"", "    number: \"22\"");
  REQUIRE((text != shipped().at(path)));
  files.put(kNew, text);
  const auto impact = impact_of(files, kCity, kNew, checks());
  REQUIRE(impact);
  REQUIRE(impact->renumbered.size() == 1);
  CHECK(impact->renumbered.front().before == "2");
  CHECK(impact->renumbered.front().after == "22");
  CHECK(impact->rows.changes.empty());
}
