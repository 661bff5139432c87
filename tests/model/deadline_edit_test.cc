#include "model/deadline_edit.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/shipped.h"

using namespace catalog;
using catalog::test::shipped_calendar;

namespace {

/// The phrase with its first possibly weaker part mended after the demand.
std::string mended(const std::string& phrase, const std::string& demand) {
  const Deadline deadline = parse_deadline(phrase);
  const Deadline demanded = parse_deadline(demand);
  for (const PartComparison& row : compare(deadline, demanded, shipped_calendar())) {
    if (!possibly_weaker(row.relation)) continue;
    const auto edit = mend(phrase, deadline, demand, demanded, row);
    return edit ? apply_edit(phrase, *edit) : "no edit";
  }
  return "no fault";
}

bool not_weaker(const std::string& phrase, const std::string& than) {
  for (const PartComparison& row :
       compare(parse_deadline(phrase), parse_deadline(than), shipped_calendar())) {
    if (row.part != DeadlinePart::Proviso && possibly_weaker(row.relation)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a new period leaves every other word of the phrase") {
  const Duration ten{10, TimeUnit::WorkingDay};
  CHECK(replace_limit("自信息形成之日起30个工作日内公开", ten) ==
        "自信息形成之日起10个工作日内公开");
  CHECK(replace_limit("制定之日起三十个工作日内，公示7个工作日。", ten) ==
        "制定之日起10个工作日内，公示7个工作日。");
  CHECK(replace_limit("公示30日，20 个工作日 内公开", ten) == "公示30日，10个工作日 内公开");
  CHECK(replace_limit("1.政策：长期公开；2.处罚：20日内", {7, TimeUnit::Day}) ==
        "1.政策：长期公开；2.处罚：7日内");
  CHECK_FALSE(replace_limit("及时公开", ten));
  CHECK_FALSE(replace_limit("长期公开", ten));
}

TEST_CASE("mending replaces only the faulty part") {
  CHECK(mended("自信息形成之日起30个工作日内公开，公示7个工作日",
               "制定或获取信息之日起10个工作日内，公示7个工作日") ==
        "自信息形成之日起10个工作日内公开，公示7个工作日");
  CHECK(mended("自信息形成之日起10个工作日内公开，公示3日，长期公开",
               "制定或获取信息之日起10个工作日内，公示7个工作日") ==
        "自信息形成之日起10个工作日内公开，公示7个工作日，长期公开");
  CHECK(mended("自信息形成之日起20个工作日内公开，公示7日", "实时公开，公示7日") ==
        "实时公开，公示7日");
  CHECK(mended("每半年更新一次", "每20个工作日更新") == "每20个工作日更新");
  CHECK(mended("自信息形成之日起20个工作日内公开", "信息形成或者变更之日") ==
        "信息形成或者变更之日公开");
}

TEST_CASE("mending adds a missing part at the end of its branch") {
  CHECK(mended("制定或获取信息之日起10个工作日内。",
               "制定或获取信息之日起10个工作日内，公示7个工作日") ==
        "制定或获取信息之日起10个工作日内，公示7个工作日。");
  CHECK(mended("长期公开", "信息形成之日起20个工作日内") ==
        "长期公开，信息形成之日起20个工作日内公开");
}

TEST_CASE("mending takes out an extension that is not demanded") {
  CHECK(mended("自信息形成之日起20个工作日内公开，可延长7个工作日", "信息形成之日起20个工作日内") ==
        "自信息形成之日起20个工作日内公开");
}

TEST_CASE("a mended phrase meets what it was mended after") {
  for (const auto& [phrase, unused] : test::table("deadlines.tsv")) {
    for (const auto& [demand, unused_too] : test::table("deadlines.tsv")) {
      const Deadline deadline = parse_deadline(phrase);
      const Deadline demanded = parse_deadline(demand);
      if (deadline.branches.size() > 1 || demanded.branches.size() > 1) continue;
      for (const PartComparison& row : compare(deadline, demanded, shipped_calendar())) {
        if (row.relation != Relation::Weaker) continue;
        const auto edit = mend(phrase, deadline, demand, demanded, row);
        if (!edit) continue;
        const std::string better = apply_edit(phrase, *edit);
        CAPTURE(phrase);
        CAPTURE(demand);
        CAPTURE(better);
        const auto after = compare(parse_deadline(better), demanded, shipped_calendar());
        const auto relation = worst(after, row.part);
        CHECK((!relation || !certainly_weaker(*relation)));
      }
    }
  }
}

TEST_CASE("the stricter of two phrases is on the public's side in every part") {
  const WorkingDays& calendar = shipped_calendar();
  CHECK(stricter("信息形成之日起20个工作日内", "信息形成之日起10个工作日内", calendar) ==
        "信息形成之日起10个工作日内");
  CHECK(stricter("信息形成之日起10个工作日内，公示5个工作日",
                 "信息形成之日起20个工作日内，公示7个工作日",
                 calendar) == "信息形成之日起10个工作日内，公示7个工作日");
  CHECK(stricter("信息形成之日起10个工作日内", "信息形成之日起20个工作日内，公示7个工作日",
                 calendar) == "信息形成之日起10个工作日内，公示7个工作日");
  CHECK_FALSE(stricter("及时公开", "20个工作日内", calendar));
  CHECK_FALSE(stricter("20个工作日内", "30日内", calendar));
  CHECK_FALSE(stricter("不知所云", "20个工作日内", calendar));
}

TEST_CASE("the stricter phrase does not depend on the order and is weaker than neither") {
  std::vector<std::string> phrases;
  for (const char* name : {"deadlines.tsv", "deadlines_elsewhere.tsv"}) {
    for (const auto& row : test::table(name)) phrases.push_back(row.first);
  }
  size_t found = 0;
  for (size_t i = 0; i < phrases.size(); ++i) {
    // Each with itself and every seventh of the others: all parts meet, in a second.
    for (size_t j = i; j < phrases.size(); j += 7) {
      const std::string& a = phrases[i];
      const std::string& b = phrases[j];
      const auto result = stricter(a, b, shipped_calendar());
      CAPTURE(a);
      CAPTURE(b);
      CHECK(result == stricter(b, a, shipped_calendar()));
      if (!result) continue;
      ++found;
      CAPTURE(*result);
      CHECK(not_weaker(*result, a));
      CHECK(not_weaker(*result, b));
    }
  }
  CHECK(found > phrases.size() * 2);
}

TEST_CASE("a period is written as documents write it") {
  CHECK(duration_text({20, TimeUnit::WorkingDay}) == "20个工作日");
  CHECK(duration_text({1, TimeUnit::HalfYear}) == "半年");
  CHECK(duration_phrase({1, TimeUnit::WorkingDay}).in(Lang::En) == "1 working day");
  CHECK(duration_phrase({20, TimeUnit::Day}).in(Lang::En) == "20 days");
  CHECK(duration_phrase({20, TimeUnit::Day}).in(Lang::Zh) == "20日");
}
