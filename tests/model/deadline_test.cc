#include "model/deadline.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>

#include "model/phrase_dump.h"
#include "model/shipped.h"

using namespace catalog;
using catalog::test::dump;

namespace {

void check_span(std::string_view phrase, Span span) {
  CHECK(span.begin <= span.end);
  CHECK(span.end <= phrase.size());
}

/// Every span of a deadline lies inside of its phrase.
void check_spans(std::string_view phrase, const Deadline& deadline) {
  for (const Branch& branch : deadline.branches) {
    check_span(phrase, branch.at);
    check_span(phrase, branch.subject_at);
    check_span(phrase, branch.on_request_at);
    if (branch.limit) {
      check_span(phrase, branch.limit->at);
      check_span(phrase, branch.limit->amount);
      check_span(phrase, branch.limit->event_at);
    }
    if (branch.extension) check_span(phrase, branch.extension->at);
    if (branch.display) check_span(phrase, branch.display->at);
    if (branch.update) check_span(phrase, branch.update->at);
    if (branch.retention) check_span(phrase, branch.retention->at);
    for (const Span channel : branch.channels) check_span(phrase, channel);
  }
  if (deadline.proviso) check_span(phrase, *deadline.proviso);
  for (const Oddity& oddity : deadline.oddities) check_span(phrase, oddity.at);
  for (const Span span : deadline.unparsed) check_span(phrase, span);
}

std::string mutated(std::string phrase, std::mt19937& random) {
  const auto below = [&random](size_t n) {
    return std::uniform_int_distribution<size_t>(0, n - 1)(random);
  };
  for (size_t changes = 1 + below(4); changes > 0 && !phrase.empty(); --changes) {
    const size_t at = below(phrase.size());
    switch (below(4)) {
      case 0:
        phrase.erase(at, 1 + below(6));
        break;
      case 1:
        phrase[at] = static_cast<char>(below(256));
        break;
      case 2:
        phrase.insert(at, phrase.substr(below(phrase.size()), below(12)));
        break;
      default:
        phrase.insert(at, at % 2 ? "，" : "（");
    }
  }
  return phrase;
}

}  // namespace

TEST_CASE("the phrases of the guidelines are read into their parts") {
  const auto rows = test::table("deadlines.tsv");
  CHECK(rows.size() == 60);
  for (const auto& [phrase, expected] : rows) {
    const Deadline deadline = parse_deadline(phrase);
    CAPTURE(phrase);
    CHECK(dump(phrase, deadline) == expected);
    CHECK(deadline.understood());
    CHECK(deadline.oddities.empty());
  }
}

TEST_CASE("phrases met in published tables and other ways to say the same are read too") {
  for (const auto& [phrase, expected] : test::table("deadlines_elsewhere.tsv")) {
    CAPTURE(phrase);
    CHECK(dump(phrase, parse_deadline(phrase)) == expected);
  }
}

TEST_CASE("every deadline of the shipped guidelines is understood") {
  const auto phrases = test::guideline_texts("deadline");
  CHECK(phrases.size() >= 60);
  for (const std::string& phrase : phrases) {
    CAPTURE(phrase);
    CHECK(parse_deadline(phrase).understood());
  }
}

TEST_CASE("what is not understood is kept and named") {
  const std::string phrase = "自信息形成之日起20个工作日内公开，具体办法见附件";
  const Deadline deadline = parse_deadline(phrase);
  CHECK_FALSE(deadline.understood());
  REQUIRE(deadline.unparsed.size() == 1);
  CHECK(text_at(phrase, deadline.unparsed[0]) == "具体办法见附件");
  REQUIRE(deadline.branches.size() == 1);
  CHECK(deadline.branches[0].limit->within == Duration{20, TimeUnit::WorkingDay});
  CHECK_FALSE(parse_deadline("").understood());
  CHECK_FALSE(parse_deadline("，。；").understood());
}

TEST_CASE("doubled and cut words are understood and flagged") {
  const std::string phrase = "20个工作日内公开内公开";
  const Deadline deadline = parse_deadline(phrase);
  CHECK(deadline.understood());
  REQUIRE(deadline.oddities.size() == 1);
  CHECK(deadline.oddities[0].kind == OddityKind::Doubled);
}

TEST_CASE("spelling, width, blanks and traditional characters do not change the period") {
  const Duration expected{20, TimeUnit::WorkingDay};
  for (const char* phrase :
       {"20个工作日内", "２０个工作日内", "二十个工作日内", "20 个 工作日 内", "20工作日以内",
        "二〇个工作日之内", "二○个工作日内", "20個工作日內", "廿个工作日内", "20个工作日",
        "20个工作日内公开。", "贰拾个工作日内"}) {
    CAPTURE(phrase);
    const Deadline deadline = parse_deadline(phrase);
    CHECK(deadline.understood());
    REQUIRE(deadline.branches.size() == 1);
    REQUIRE(deadline.branches[0].limit);
    CHECK(deadline.branches[0].limit->within == expected);
  }
}

TEST_CASE("a phrase is read once and remembered by its symbol") {
  const Symbol phrase = Symbol::of("自信息形成之日起17个工作日内");
  CHECK(&deadline_of(phrase) == &deadline_of(phrase));
  CHECK(deadline_of(phrase).branches.at(0).limit->within->count == 17);
}

TEST_CASE("damaged phrases never break the reading, and all spans stay inside") {
  std::mt19937 random(20200630);
  auto rows = test::table("deadlines.tsv");
  const auto more = test::table("deadlines_elsewhere.tsv");
  rows.insert(rows.end(), more.begin(), more.end());
  for (int round = 0; round < 20; ++round) {
    for (const auto& row : rows) {
      const std::string phrase = mutated(row.first, random);
      check_spans(phrase, parse_deadline(phrase));
    }
  }
  for (int round = 0; round < 2000; ++round) {
    std::string noise(round % 60, '\0');
    for (char& byte : noise) byte = static_cast<char>(random() & 0xFF);
    check_spans(noise, parse_deadline(noise));
  }
}

TEST_CASE("text without end takes linear time") {
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    const Deadline deadline = parse_deadline(text);
    check_spans(text, deadline);
    CHECK(deadline.branches.size() <= 32);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const char* unit : {"20个工作日内，", "一",      "1",   "（",         "（（1日内）", "自",
                           "在村",           "公开",    "1.",  "；",         "其他",        "《",
                           "信息形成之日起", "每",      "1月", "长期公开，", "随",          "：",
                           "除外，",         "另有规定"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 30'000) text += unit;
    const double quarter = seconds(text);
    const double whole = seconds(text + text + text + text);
    // Four times the text: linear is 4, quadratic 16; the rest allows for a busy machine.
    CHECK(whole < quarter * 10 + 0.3);
  }
}
