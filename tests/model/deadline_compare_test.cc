#include "model/deadline_compare.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/shipped.h"

using namespace catalog;
using catalog::test::shipped_calendar;

namespace {

DeadlineComparison compared(std::string_view phrase, std::string_view demanded) {
  return compare(parse_deadline(phrase), parse_deadline(demanded), shipped_calendar());
}

/// The worst relation of the limits of two phrases.
Relation limits(std::string_view phrase, std::string_view demanded) {
  return worst(compared(phrase, demanded), DeadlinePart::Limit).value();
}

Relation part(DeadlinePart which, std::string_view phrase, std::string_view demanded) {
  return worst(compared(phrase, demanded), which).value();
}

std::vector<std::string> all_phrases() {
  std::vector<std::string> phrases;
  for (const char* name : {"deadlines.tsv", "deadlines_elsewhere.tsv"}) {
    for (const auto& row : test::table(name)) phrases.push_back(row.first);
  }
  return phrases;
}

}  // namespace

namespace catalog {
/// How a relation prints when a check fails.
doctest::String toString(Relation relation) {
  constexpr const char* kNames[] = {"Equal",       "Stricter", "MaybeStricter", "Either",
                                    "MaybeWeaker", "Weaker",   "Unordered"};
  return kNames[static_cast<size_t>(relation)];
}
}  // namespace catalog

TEST_CASE("a longer limit is weaker and a shorter one stricter, whatever the words") {
  CHECK(limits("自信息形成之日起30个工作日内公开", "制定或获取信息之日起10个工作日内") ==
        Relation::Weaker);
  CHECK(limits("信息形成或者变更之日起5个工作日内", "自信息形成或变更之日起20个工作日内予以公开") ==
        Relation::Stricter);
  CHECK(limits("二十个工作日以内", "自该政府信息形成或者变更之日起20个工作日内及时公开") ==
        Relation::Equal);
}

TEST_CASE("periods in different units compare by their bounds over the calendar") {
  CHECK(limits("20个工作日内", "20日内") == Relation::Weaker);
  CHECK(limits("20个工作日内", "25日内") == Relation::Weaker);
  CHECK(limits("20个工作日内", "30日内") == Relation::Either);
  CHECK(limits("20个工作日内", "一个月内") == Relation::Either);
  CHECK(limits("20个工作日内", "两个月内") == Relation::Stricter);
  CHECK(limits("15个工作日内", "20日内") == Relation::Either);
  CHECK(limits("一周内", "7日内") == Relation::Equal);
  CHECK(limits("48小时内", "2日内") == Relation::Equal);
  CHECK(limits("半年内", "6个月内") == Relation::Equal);
  CHECK(limits("一年内", "2个季度以内") == Relation::Weaker);
}

TEST_CASE("without a calendar only what holds in any calendar is certain") {
  const auto relation = [](const char* phrase, const char* demanded) {
    return *worst(compare(parse_deadline(phrase), parse_deadline(demanded), WorkingDays()),
                  DeadlinePart::Limit);
  };
  CHECK(relation("20个工作日内", "20日内") == Relation::Weaker);
  CHECK(relation("20个工作日内", "25日内") == Relation::Either);
  CHECK(relation("20个工作日内", "10个工作日内") == Relation::Weaker);
}

TEST_CASE("at once is stricter than any period, promptly has no measure") {
  CHECK(limits("实时公开", "信息形成之日起20个工作日内") == Relation::Stricter);
  CHECK(limits("20个工作日内", "实时公开") == Relation::Weaker);
  CHECK(limits("及时公开", "实时公开") == Relation::Weaker);
  CHECK(limits("及时公开", "20个工作日内") == Relation::Unordered);
  CHECK(limits("20个工作日内", "及时公开") == Relation::Unordered);
  CHECK(limits("按进展情况及时公开", "及时公开") == Relation::Equal);
  CHECK(limits("征集时对外公布的时限内公开", "20个工作日内") == Relation::Unordered);
}

TEST_CASE("limits from different events are never certainly longer") {
  CHECK(limits("信息形成之日起20个工作日内", "收到征地批准文件之日起10个工作日内公开") ==
        Relation::MaybeWeaker);
  CHECK(limits("信息形成之日起5个工作日内", "收到征地批准文件之日起10个工作日内公开") ==
        Relation::MaybeStricter);
  CHECK(limits("自收到申请之日起20个工作日内", "信息形成之日起20个工作日内") ==
        Relation::Unordered);
  CHECK(limits("20个工作日内", "收到征地批准文件之日起10个工作日内公开") == Relation::Weaker);
}

TEST_CASE("a longer lead before an event is stricter") {
  CHECK(limits("提前3天", "提前一周发通知邀请") == Relation::Weaker);
  CHECK(limits("提前两周", "提前一周发通知邀请") == Relation::Stricter);
  CHECK(limits("组织听证后7个工作日内", "在组织听证7个工作日前予以公开") == Relation::Weaker);
  CHECK(limits("开学前", "开学7日前") == Relation::Weaker);
}

TEST_CASE("yearly days compare by the day") {
  CHECK(limits("每年3月31日前", "每年1月31日前") == Relation::Weaker);
  CHECK(limits("1月31日前公布", "每年1月31日前") == Relation::Equal);
  CHECK(limits("每年1月底前", "每年1月31日前") == Relation::Equal);
  CHECK(limits("2020年12月31日前", "每年12月31日前") == Relation::Unordered);
}

TEST_CASE("each part compares by itself") {
  const char* demanded = "制定或获取信息之日起10个工作日内，公示7个工作日";
  CHECK(part(DeadlinePart::Display, "制定或获取信息之日起10个工作日内，公示5个工作日", demanded) ==
        Relation::Weaker);
  CHECK(part(DeadlinePart::Display, "制定或获取信息之日起10个工作日内，公示30日", demanded) ==
        Relation::Stricter);
  CHECK(part(DeadlinePart::Limit, "制定或获取信息之日起10个工作日内，公示5个工作日", demanded) ==
        Relation::Equal);
  CHECK(part(DeadlinePart::Extension, "10个工作日内，可延长7个工作日", "10个工作日内") ==
        Relation::Weaker);
  CHECK(part(DeadlinePart::Extension, "10个工作日内", "10个工作日内，可延长7个工作日") ==
        Relation::Stricter);
  CHECK(part(DeadlinePart::Update, "每半年更新一次", "每20个工作日更新") == Relation::Weaker);
  CHECK(part(DeadlinePart::Update, "一年更新两次", "半年至少更新1次") == Relation::Equal);
  CHECK(part(DeadlinePart::Update, "实时更新", "每20个工作日更新") == Relation::Stricter);
  CHECK(part(DeadlinePart::Update, "动态调整", "每20个工作日更新") == Relation::Unordered);
  CHECK(part(DeadlinePart::Retention, "届满5年不再公示", "长期公开") == Relation::Weaker);
  CHECK(part(DeadlinePart::Retention, "届满5年不再公示", "届满3年不再公示") == Relation::Stricter);
}

TEST_CASE("an absent part is weaker and points to where it belongs") {
  const std::string phrase = "制定或获取信息之日起10个工作日内。";
  const auto rows = compared(phrase, "制定或获取信息之日起10个工作日内，公示7个工作日");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].part == DeadlinePart::Display);
  CHECK(rows[1].relation == Relation::Weaker);
  CHECK(rows[1].missing);
  CHECK(phrase.substr(rows[1].at.begin) == "。");
  CHECK(rows[1].at.size() == 0);
  CHECK(limits("长期公开", "20个工作日内") == Relation::MaybeWeaker);
  CHECK_FALSE(worst(compared("长期公开", "公示7个工作日"), DeadlinePart::Display));
}

TEST_CASE("the fault is the period alone where only the period differs") {
  const std::string phrase = "自信息形成之日起30个工作日内公开，公示7个工作日";
  const auto rows = compared(phrase, "制定或获取信息之日起10个工作日内，公示7个工作日");
  REQUIRE(rows.size() == 2);
  CHECK(text_at(phrase, rows[0].at) == "30个工作日");
  CHECK(rows[1].relation == Relation::Equal);
}

TEST_CASE("branches pair by their subject") {
  const char* demanded =
      "执法决定信息在决定作出之日起7个工作日内公开，其他相关信息形成或变更之日起20个工作日内公开";
  const auto rows =
      compared("其他信息形成之日起20个工作日内；执法决定自作出决定之日起10个工作日内", demanded);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].relation == Relation::Weaker);
  CHECK(rows[0].branch == 1);
  CHECK(rows[0].demanded_branch == 0);
  CHECK(rows[1].relation == Relation::Equal);
}

TEST_CASE("one limit for all against a branched demand is only possibly longer") {
  const char* demanded =
      "信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示";
  const auto rows = compared("信息形成或者变更之日起20个工作日内公开", demanded);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].relation == Relation::Equal);
  CHECK(rows[1].relation == Relation::MaybeWeaker);
  CHECK(limits("信息形成或者变更之日起30个工作日内公开", demanded) == Relation::Weaker);
  CHECK_FALSE(possibly_weaker(limits("信息形成或者变更之日起7个工作日内公开", demanded)));
}

TEST_CASE("every branch must meet a demand for all") {
  CHECK(limits("执法决定7个工作日，其他30个工作日", "信息形成之日起20个工作日内") ==
        Relation::Weaker);
  CHECK(limits("执法决定7个工作日，其他20个工作日", "信息形成之日起20个工作日内") !=
        Relation::Weaker);
}

TEST_CASE("a proviso of the law neither adds nor takes away") {
  CHECK(part(DeadlinePart::Proviso, "20个工作日内，法律法规另有规定的除外", "20个工作日内") ==
        Relation::Unordered);
  CHECK(part(DeadlinePart::Proviso, "20个工作日内，法律法规另有规定的除外",
             "自政府信息形成或者变更之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的，"
             "从其规定") == Relation::Equal);
}

TEST_CASE("a phrase equals itself in every part") {
  for (const std::string& phrase : all_phrases()) {
    CAPTURE(phrase);
    const Deadline deadline = parse_deadline(phrase);
    for (const PartComparison& row : compare(deadline, deadline, shipped_calendar())) {
      CHECK(row.relation == Relation::Equal);
      CHECK_FALSE(row.missing);
      CHECK_FALSE(row.added);
    }
    CHECK(same_meaning(deadline, deadline, shipped_calendar()));
  }
}

TEST_CASE("what is weaker one way is stricter the other way") {
  const auto phrases = all_phrases();
  for (const std::string& a : phrases) {
    const Deadline first = parse_deadline(a);
    for (const std::string& b : phrases) {
      const Deadline& second = deadline_of(Symbol::of(b));
      const auto forward = compare(first, second, shipped_calendar());
      const auto backward = compare(second, first, shipped_calendar());
      if (first.branches.size() > 1 || second.branches.size() > 1) continue;
      CAPTURE(a);
      CAPTURE(b);
      REQUIRE(forward.size() == backward.size());
      for (size_t i = 0; i < forward.size(); ++i) {
        CHECK(forward[i].part == backward[i].part);
        CHECK(forward[i].relation == mirror(backward[i].relation));
        CHECK(forward[i].missing == backward[i].added);
      }
    }
  }
}

TEST_CASE("rows come ordered by part and their spans lie inside the phrases") {
  const auto phrases = all_phrases();
  for (const std::string& a : phrases) {
    const Deadline first = parse_deadline(a);
    for (const std::string& b : phrases) {
      const auto rows = compare(first, deadline_of(Symbol::of(b)), shipped_calendar());
      bool ordered = true;
      bool inside = true;
      for (size_t i = 0; i < rows.size(); ++i) {
        ordered = ordered && (i == 0 || rows[i - 1].part <= rows[i].part);
        inside = inside && rows[i].at.end <= a.size() && rows[i].demanded_at.end <= b.size();
      }
      CHECK(ordered);
      CHECK(inside);
    }
  }
}

TEST_CASE("waiting times obey the mirror in all units") {
  const WorkingDays& calendar = shipped_calendar();
  std::vector<Duration> durations;
  for (const int count : {0, 1, 2, 5, 7, 20, 30, 365}) {
    for (int unit = 0; unit <= static_cast<int>(TimeUnit::Year); ++unit) {
      durations.push_back({count, static_cast<TimeUnit>(unit)});
    }
  }
  for (const Duration a : durations) {
    CHECK(compare_waits(a, a, calendar) == Relation::Equal);
    for (const Duration b : durations) {
      CAPTURE(duration_text(a));
      CAPTURE(duration_text(b));
      CHECK(compare_waits(a, b, calendar) == mirror(compare_waits(b, a, calendar)));
    }
  }
}
