#include <doctest/doctest.h>

#include <set>

#include "example_workspace.h"
#include "model/kinds.h"
#include "source/source_text.h"

namespace catalog::test {

namespace {

/// English keys of all fields of all kinds of files.
const std::set<std::string_view>& all_keys() {
  static const auto keys = [] {
    std::set<std::string_view> out;
    std::set<const RecordInfo*> seen;
    const auto collect = [&](const auto& self, const RecordInfo& record) -> void {
      if (!seen.insert(&record).second) return;
      for (const FieldInfo& field : record.fields) {
        out.insert(field.key.en);
        if (const RecordInfo* inner = field.record ? field.record() : nullptr) self(self, *inner);
      }
    };
    for (const KindInfo& kind : kinds()) collect(collect, *kind.record());
    return out;
  }();
  return keys;
}

bool is_kebab(std::string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

}  // namespace

TEST_CASE("the example workspace itself has no findings") {
  MemoryFileSystem files;
  put_example(files);
  const Validation validation = validated(files);
  CHECK(text_of(validation.findings) == "");
  CHECK(validation.summary.items == 6);
  CHECK(validation.summary.catalogues == 2);
}

TEST_CASE("no part of a rule is empty") {
  for (const Rule* rule : all_rules()) {
    CAPTURE(rule->name);
    CHECK(is_kebab(rule->name));
    for (const Bilingual& text : {rule->title, rule->summary, rule->rationale, rule->source}) {
      CHECK(!text.zh.empty());
      CHECK(!text.en.empty());
    }
    CHECK(!rule->bad.empty());
    CHECK(!rule->good.empty());
    CHECK((rule->check_file || rule->check_item || rule->check_catalogue || rule->check_domain ||
           rule->check_workspace || rule->check_deviations || rule->check_baseline) !=
          rule->at_build);
    CHECK((rule->severity != Severity::Off));
    if (rule->family != Family::Form) CHECK(!rule->fields.empty());
    for (std::string_view field : rule->fields) {
      CAPTURE(field);
      CHECK(all_keys().contains(field));
    }
  }
}

TEST_CASE("names and titles of rules are unique and found again") {
  std::set<std::string_view> names;
  for (const Rule* rule : all_rules()) {
    CAPTURE(rule->name);
    for (std::string_view name : {rule->name, rule->title.zh, rule->title.en})
      CHECK(names.insert(name).second);
    CHECK(find_rule(rule->name) == rule);
    CHECK(find_rule(rule->title.zh) == rule);
  }
  CHECK(find_rule("no-such-rule") == nullptr);
  CHECK(similar_rule("deadline-loner") == "deadline-longer");
}

TEST_CASE("names, files and folders of rules agree") {
  std::set<std::string> expected, found;
  for (const Rule* rule : all_rules()) {
    std::string file(rule->name);
    std::ranges::replace(file, '-', '_');
    expected.insert(std::string(family_word(rule->family).en) + "/" + file + ".cc");
  }
  const auto folder = source_folder() / "lib/rules";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().parent_path() != folder)
      found.insert(std::filesystem::relative(entry.path(), folder).string());
  }
  CHECK(expected == found);
}

TEST_CASE("a rule's bad example gives findings of this rule only, its good example none") {
  for (const Rule* rule : all_rules()) {
    if (rule->at_build) continue;  // tests/publish tries their examples
    CAPTURE(rule->name);
    MemoryFileSystem bad;
    put_example(bad);
    lay_over(bad, rule->bad);
    const Validation with = validated(bad);
    std::string others;
    size_t own = 0;
    for (const Finding& finding : with.findings) {
      if (finding.rule == rule->name) {
        own++;
      } else {
        others += line_of(finding) + "\n";
      }
    }
    CHECK(own >= 1);
    CHECK(others == "");

    MemoryFileSystem good;
    put_example(good);
    lay_over(good, rule->good);
    CHECK(text_of(validated(good).findings) == "");
  }
}

TEST_CASE("a rule that fixes mends its bad example by its safe fixes") {
  for (const Rule* rule : all_rules()) {
    if (rule->at_build) continue;  // tests/publish tries their examples
    CAPTURE(rule->name);
    MemoryFileSystem files;
    put_example(files);
    lay_over(files, rule->bad);
    std::map<std::string, std::vector<Edit>> edits;
    bool safe = false;
    for (const Finding& finding : validated(files).findings) {
      if (!finding.fix) continue;
      safe |= finding.fix->safe;
      auto& some = edits[std::string(finding.place.file.view())];
      some.insert(some.end(), finding.fix->edits.begin(), finding.fix->edits.end());
    }
    CHECK((!safe || rule->fixes));
    CHECK((!rule->fixes || !edits.empty()));
    if (edits.empty()) continue;
    for (const auto& [path, changes] : edits)
      files.put(path, apply_edits(files.files().at(path), changes));
    for (const Finding& finding : validated(files).findings) {
      CAPTURE(line_of(finding));
      CHECK(finding.rule != rule->name);
    }
  }
}

TEST_CASE("every finding of the examples is complete") {
  for (const Rule* rule : all_rules()) {
    if (rule->at_build) continue;  // tests/publish tries their examples
    CAPTURE(rule->name);
    MemoryFileSystem files;
    put_example(files);
    lay_over(files, rule->bad);
    for (const Finding& finding : validated(files).findings) {
      CHECK(!finding.message.in(Lang::Zh).empty());
      CHECK(!finding.message.in(Lang::En).empty());
      for (const Lang lang : {Lang::Zh, Lang::En}) {
        CHECK(!finding.advice.in(lang).empty());
        CHECK((finding.label.empty() || !finding.label.in(lang).empty()));
        CHECK((!finding.demand || !finding.demand->text.in(lang).empty()));
      }
      CHECK(finding.fingerprint != 0);
      const auto file = files.files().find(std::string(finding.place.file.view()));
      REQUIRE(file != files.files().end());
      CHECK(finding.place.span.begin <= finding.place.span.end);
      CHECK(finding.place.span.end <= file->second.size());
      if (rule->family == Family::Guideline && finding.demand)
        CHECK(finding.demand->place.file.view().ends_with("guidelines/social-assistance.yaml"));
    }
  }
}

}  // namespace catalog::test
