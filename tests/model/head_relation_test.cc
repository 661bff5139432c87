#include "model/head_relation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/fields_files.h"
#include "model/related_items.h"

using namespace catalog;
using test::shipped_knowledge;

namespace {

using enum FieldRelation;

/// One change of one field of a head, as lines of YAML before and after.
struct HeadChange {
  Kind kind;
  std::string_view field;  ///< English key; of a record's key: omitted.reason
  FieldRelation relation;
  std::string_view before;
  std::string_view after;
};

constexpr HeadChange kChanges[] = {
    {Kind::List, "version", Editorial, "version: \"2020.1\"", "version: \"2020.2\""},
    {Kind::List, "effective", Editorial, "effective: \"2020-12-31\"", "effective: \"2021-06-30\""},
    {Kind::List, "standard", Editorial, "standard: \"2020.1\"", "standard: \"2020.2\""},
    {Kind::List, "note", Editorial, "note: 甲", "note: 乙"},
    {Kind::List, "omitted", Narrower, "version: \"1\"",
     "omitted: [{guideline: tax/1, reason: 无此事项}]"},
    {Kind::List, "omitted", Changed, "omitted: [{guideline: tax/1, reason: 无此事项}]",
     "omitted: [{guideline: tax/2, reason: 无此事项}]"},
    {Kind::List, "omitted", Editorial, "omitted: [{guideline: tax/1, reason: 无}]",
     "omitted: [{guideline: tax/1, reason: 无}, {guideline: tax/1, reason: 无}]"},
    {Kind::List, "omitted.reason", Changed, "omitted: [{guideline: tax/1, reason: 无此事项}]",
     "omitted: [{guideline: tax/1, reason: 尚未开展}]"},
    {Kind::List, "omitted.reason", Editorial, "omitted: [{guideline: tax/1, reason: 无（区级）}]",
     "omitted: [{guideline: tax/1, reason: 无(区级)}]"},
    {Kind::List, "omitted.basis", Changed,
     "omitted: [{guideline: tax/1, reason: 无, basis: 《甲办法》}]",
     "omitted: [{guideline: tax/1, reason: 无, basis: 《乙办法》}]"},
    {Kind::List, "omitted.basis", Editorial,
     "omitted: [{guideline: tax/1, reason: 无, basis: 《政府信息公开条例》}]",
     "omitted: [{guideline: tax/1, reason: 无, basis: 《中华人民共和国政府信息公开条例》}]"},
    {Kind::List, "omitted.until", Narrower,
     "omitted: [{guideline: tax/1, reason: 无, until: \"2021-12-31\"}]",
     "omitted: [{guideline: tax/1, reason: 无, until: \"2022-12-31\"}]"},
    {Kind::List, "omitted.until", Changed, "omitted: [{guideline: tax/1, reason: 无, until: 明年}]",
     "omitted: [{guideline: tax/1, reason: 无, until: \"2022-12-31\"}]"},
    {Kind::Standard, "drafted_by", Changed, "drafted_by: [civil-affairs, \"310104\"]",
     "drafted_by: [civil-affairs, \"310105\"]"},
    {Kind::Standard, "drafted_by", Editorial, "drafted_by: [civil-affairs]",
     "drafted_by: [CIVIL-AFFAIRS]"},
    {Kind::Standard, "state", Editorial, "state: 征求意见", "state: 确认"},
    {Kind::Standard, "opinion", Editorial, "opinion: 甲", "opinion: 乙"},
    {Kind::Standard, "confirmed.by", Editorial, "confirmed: {by: 甲}", "confirmed: {by: 乙}"},
    {Kind::Standard, "confirmed.on", Editorial, "confirmed: {on: \"2020-12-01\"}",
     "confirmed: {on: \"2020-12-02\"}"},
    {Kind::Standard, "confirmed.document", Editorial, "confirmed: {document: 甲}",
     "confirmed: {document: 乙}"},
    {Kind::Standard, "published.url", Editorial, "published: {url: \"https://a.cn\"}",
     "published: {url: \"https://b.cn\"}"},
    {Kind::Standard, "published.on", Editorial, "published: {on: \"2020-12-01\"}",
     "published: {on: \"2020-12-02\"}"},
    {Kind::Standard, "published.version", Editorial, "published: {version: \"2020.1\"}",
     "published: {version: \"2020.2\"}"},
    {Kind::Standard, "requirements", Changed, "requirements: 甲", "requirements: 乙"},
    {Kind::Standard, "requirements", Editorial, "requirements: 甲（乙）", "requirements: 甲(乙)"},
    {Kind::Standard, "process", Changed, "process: 甲", "process: 乙"},
    {Kind::Standard, "process", Editorial, "process: 甲（乙）", "process: 甲(乙)"},
    {Kind::Guideline, "name", Editorial, "name: 甲", "name: 乙"},
    {Kind::Guideline, "title", Editorial, "title: 甲", "title: 乙"},
    {Kind::Guideline, "issuer", Editorial, "issuer: 甲", "issuer: 乙"},
    {Kind::Guideline, "number", Editorial, "number: 甲", "number: 乙"},
    {Kind::Guideline, "issued", Editorial, "issued: \"2019-01-01\"", "issued: \"2025-01-01\""},
    {Kind::Guideline, "note", Editorial, "note: 甲", "note: 乙"},
    {Kind::Guideline, "channels_demand", Changed, "channels_demand: all", "channels_demand: any"},
    {Kind::Guideline, "channels_demand", Editorial, "channels_demand: any", "channels_demand: ANY"},
};

/// Kinds of change that a field can't show: Narrower stands for Wider too.
struct Waiver {
  std::string_view field;
  FieldRelation relation;
  std::string_view reason;
};
constexpr std::string_view kNoOrder = "its values have no order, only sameness";
constexpr std::string_view kDays = "two days that are the same are written the same";
constexpr Waiver kWaivers[] = {
    {"drafted_by", Narrower, kNoOrder},
    {"requirements", Narrower, kNoOrder},
    {"process", Narrower, kNoOrder},
    {"omitted.reason", Narrower, kNoOrder},
    {"omitted.basis", Narrower, kNoOrder},
    {"omitted.until", Editorial, kDays},
    {"channels_demand", Narrower, "the rows say what is demanded, and are compared"},
};

/// Fields that are not compared, each with its reason.
struct Uncompared {
  std::string_view field;
  std::string_view reason;
};
constexpr std::string_view kAddress = "part of the address by which catalogues pair";
constexpr std::string_view kDerived = "worked out from what is compared";
constexpr std::string_view kRecord = "a record for those who work on the file";
constexpr Uncompared kUncompared[] = {
    {"kind", kAddress},
    {"domain", kAddress},
    {"unit", kAddress},
    {"confirmed.digest", kDerived},
    {"published.digest", kDerived},
    {"settled", kRecord},
    {"sources", kRecord},
    {"complete", kRecord},
    {"items", "compared item by item"},
};

bool is_uncompared(std::string_view field) {
  return std::ranges::find(kUncompared, field, &Uncompared::field) != std::end(kUncompared);
}

template <class Document>
std::vector<RelatedField> heads(std::string_view kind, std::string_view before,
                                std::string_view after) {
  const auto read = [&](std::string_view lines) {
    const std::string text = "kind: " + std::string(kind) + "\n" + std::string(lines) + "\n";
    yaml::Tree tree;
    Document out;
    Problems problems;
    REQUIRE(yaml::parse(text, tree));
    read_document(tree, Symbol::of("test.yaml"), out, problems);
    return out;
  };
  return relate_heads(read(before), read(after), shipped_knowledge());
}

std::vector<RelatedField> heads(Kind kind, std::string_view before, std::string_view after) {
  if (kind == Kind::List) return heads<List>("list", before, after);
  if (kind == Kind::Standard) return heads<Standard>("standard", before, after);
  return heads<Guideline>("guideline", before, after);
}

/// What a change of this field should be found as: the relation of its parts under this name.
std::optional<FieldRelation> found(const std::vector<RelatedField>& fields, std::string_view name) {
  FieldComparison of;
  for (const RelatedField& field : fields) {
    for (const FieldDifference& part : field.comparison.parts) {
      const std::string key =
          std::string(field.field->key.en) + (part.own.empty() ? "" : "." + std::string(part.own));
      if (key == name) of.parts.push_back(part);
    }
  }
  return of.parts.empty() ? std::nullopt : std::optional(of.relation());
}

bool is_shown(std::string_view field, FieldRelation relation) {
  return std::ranges::any_of(kChanges, [&](const HeadChange& change) {
    return change.field == field &&
           (change.relation == relation || mirror(change.relation) == relation);
  });
}

bool is_waived(const FieldInfo& info, std::string_view field, FieldRelation relation) {
  // Any difference of such a field is editorial.
  if (info.compare == Compare::Editorial) return relation != Editorial;
  return std::ranges::any_of(kWaivers, [&](const Waiver& waiver) {
    return waiver.field == field &&
           (waiver.relation == relation || mirror(waiver.relation) == relation);
  });
}

void check_holes(const RecordInfo& record, const std::string& prefix) {
  for (const FieldInfo& field : record.fields) {
    if (field.identity) continue;
    const std::string name = prefix + std::string(field.key.en);
    CAPTURE(name);
    CHECK((field.compare == Compare::None) == is_uncompared(name));
    if (field.compare == Compare::None) continue;
    const RecordInfo* inner = field.record();
    if (inner) check_holes(*inner, name + ".");
    if (inner && field.shape == Shape::Record) continue;
    for (const FieldRelation relation : {Editorial, Narrower, Wider, Changed}) {
      CAPTURE(static_cast<int>(relation));
      CHECK(is_shown(name, relation) != is_waived(field, name, relation));
    }
  }
}

}  // namespace

TEST_CASE("each change of a head is what it is for the public, and its mirror the opposite") {
  for (const HeadChange& change : kChanges) {
    CAPTURE(change.before);
    CAPTURE(change.after);
    const auto forward = heads(change.kind, change.before, change.after);
    const auto back = heads(change.kind, change.after, change.before);
    REQUIRE(found(forward, change.field));
    REQUIRE(found(back, change.field));
    CHECK(*found(forward, change.field) == change.relation);
    CHECK(*found(back, change.field) == mirror(change.relation));
    CHECK(heads(change.kind, change.after, change.after).empty());
  }
}

TEST_CASE("every field of a head shows every kind of change, or a waiver says why not") {
  check_holes(*record_info<List>(), "");
  check_holes(*record_info<Standard>(), "");
  check_holes(*record_info<Guideline>(), "");
}
