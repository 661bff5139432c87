#include "source/finding.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace catalog;

namespace {

Finding sample() {
  Finding finding;
  finding.rule = "deadline-longer";
  finding.place = {Symbol::of("lists/310104/social-assistance.yaml"), {100, 120}};
  finding.address = "list/310104/social-assistance/6";
  finding.field = "deadline";
  finding.values = {"30个工作日", "10个工作日"};
  return finding;
}

Finding without_address() {
  Finding finding = sample();
  finding.rule = "unknown-key";
  finding.address = "";
  finding.field = "items[2].topik";
  finding.values = {};
  return finding;
}

}  // namespace

TEST_CASE("fingerprints are the same on every machine, in every version") {
  CHECK(fingerprint_text(fingerprint_of(Finding{})) == "047dd98e2f14494b");
  CHECK(fingerprint_text(fingerprint_of(sample())) == "c9a310586ed205f9");
  CHECK(fingerprint_text(fingerprint_of(without_address())) == "9327233d6a3d52d9");
}

TEST_CASE("rule, address, field and values are the identity of a finding") {
  std::vector<Finding> different(6, sample());
  different[1].rule = "deadline-missing";
  different[2].address = "list/310104/social-assistance/7";
  different[3].field = "deadline.街镇级";
  different[4].values = {"30个工作日"};
  different[5].values = {"30个工作", "日10个工作日"};
  std::vector<uint64_t> prints;
  for (const Finding& finding : different) prints.push_back(fingerprint_of(finding));
  std::ranges::sort(prints);
  CHECK(std::ranges::adjacent_find(prints) == prints.end());
}

TEST_CASE("message, severity and place are not") {
  Finding moved = sample();
  moved.severity = Severity::Warning;
  moved.message = say({"别的话", "other words"});
  moved.place = {Symbol::of("lists/other.yaml"), {5, 6}};
  moved.demand = Demand{say({"指引", "guideline"}), {}};
  CHECK(fingerprint_of(moved) == fingerprint_of(sample()));
}

TEST_CASE("without an address the file's path tells findings apart, however it is written") {
  Finding other = without_address();
  other.place.file = Symbol::of("lists/other.yaml");
  CHECK(fingerprint_of(other) != fingerprint_of(without_address()));
  other.place.file = Symbol::of("./lists/310104/../310104/social-assistance.yaml");
  CHECK(fingerprint_of(other) == fingerprint_of(without_address()));
}

TEST_CASE("a path and an address of the same letters are two things") {
  Finding by_path = sample();
  by_path.address = "";
  by_path.place.file = Symbol::of(sample().address);
  CHECK(fingerprint_of(by_path) != fingerprint_of(sample()));
}

TEST_CASE("a fingerprint is written in sixteen digits") {
  CHECK(fingerprint_text(0x2A) == "000000000000002a");
  CHECK(fingerprint_text(~uint64_t{0}) == "ffffffffffffffff");
}

TEST_CASE("findings stand by file, place, rule, whatever the order they came in") {
  std::vector<Finding> sorted;
  for (const char* file : {"b/a.yaml", "b/社会救助.yaml", "ba.yaml"}) {
    for (const uint32_t begin : {3, 20}) {
      for (const char* rule : {"basis-missing", "deadline-longer"}) {
        for (const char* value : {"1", "2"}) {
          Finding finding = sample();
          finding.rule = rule;
          finding.place = {Symbol::of(file), {begin, begin + 5}};
          finding.values = {value};
          sorted.push_back(finding);
        }
      }
    }
  }
  std::mt19937 random(9);
  for (int round = 0; round < 20; ++round) {
    std::vector<Finding> shuffled = sorted;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    sort_findings(shuffled);
    for (size_t at = 0; at < sorted.size(); ++at) {
      CHECK(shuffled[at].place.file == sorted[at].place.file);
      CHECK(shuffled[at].place.span == sorted[at].place.span);
      CHECK(shuffled[at].rule == sorted[at].rule);
      CHECK(shuffled[at].values == sorted[at].values);
    }
  }
}

TEST_CASE("severities rise and have their words") {
  CHECK(Severity::Note < Severity::Warning);
  CHECK(Severity::Warning < Severity::Error);
  CHECK(severity_word(Severity::Error).zh == "错误");
  CHECK(severity_word(Severity::Warning).en == "warning");
  CHECK(severity_word(Severity::Note).zh == "提示");
  CHECK(severity_word(Severity::Off).en == "off");
}
