#include "model/deadline_event.h"

#include <algorithm>

#include "model/deadline_words.h"
#include "model/folded_text.h"

namespace catalog {

namespace {

namespace words = deadline_words;
using View = std::u32string_view;

View view_of(View text, PointRange range) {
  return range.empty() ? View() : text.substr(range.begin, range.end - range.begin);
}

template <class Words>
void strip_front(View text, PointRange& range, const Words& table) {
  while (const size_t length = longest_prefix(view_of(text, range), table)) range.begin += length;
}

template <class Words>
void strip_back(View text, PointRange& range, const Words& table) {
  while (const size_t length = longest_suffix(view_of(text, range), table)) range.end -= length;
}

/// 自, 从, 在, 于 that introduce an event, not those inside of words (自然, 各自, 在线).
bool is_event_mark(View text, PointRange range, size_t at) {
  const View here = text.substr(at, range.end - at);
  if (longest_prefix(here, words::kEventMarks) == 0) return false;
  if (longest_prefix(here, words::kNoEventMark) > 0) return false;
  const View before = text.substr(range.begin, at - range.begin);
  return longest_suffix(before, words::kNoEventMarkBefore) == 0;
}

/// The first mark outside of brackets and titles.
std::optional<size_t> find_event_mark(View text, PointRange range) {
  int depth = 0;
  for (size_t at = range.begin; at < range.end; ++at) {
    const char32_t c = text[at];
    if (c == U'(' || c == U'《' || c == U'“') ++depth;
    if (c == U')' || c == U'》' || c == U'”') --depth;
    if (depth <= 0 && is_event_mark(text, range, at)) return at;
  }
  return std::nullopt;
}

std::optional<size_t> find_event_verb(View text, PointRange range) {
  for (size_t at = range.begin; at < range.end; ++at) {
    if (longest_prefix(text.substr(at, range.end - at), words::kEventVerbs) > 0) return at;
  }
  return std::nullopt;
}

/// Without 自: 信息形成之日起 is an event, 其他相关信息形成之日起 a subject and an event, 执法决定
/// a subject.
void split_unmarked(View text, PointRange core, bool has_tail, EventWords& found) {
  const auto verb = find_event_verb(text, core);
  const View here = view_of(text, core);
  if (longest_prefix(here, words::kAccording) > 0 && contains_any(here, words::kRule)) {
    found.event = core;  // 按进展情况
  } else if (names_the_rest(here)) {
    found.subject = {core.begin, verb.value_or(core.end)};
    found.event = {verb.value_or(core.end), core.end};
  } else if (has_tail || verb) {
    found.event = core;
  } else {
    found.subject = core;
  }
}

}  // namespace

bool names_the_rest(View subject) { return longest_prefix(subject, words::kRest) > 0; }

PointRange subject_of(View text, PointRange range) {
  strip_front(text, range, words::kConnectives);
  while (longest_suffix(view_of(text, range), words::kNoSubjectTail) == 0) {
    const size_t tail = longest_suffix(view_of(text, range), words::kSubjectTail);
    if (tail == 0) break;
    range.end -= tail;
  }
  const View subject = view_of(text, range);
  const bool generic = std::ranges::find(words::kGeneric, subject) != std::end(words::kGeneric);
  return generic || subject.empty() ? PointRange{range.end, range.end} : range;
}

EventWords split_event(View text, PointRange range) {
  EventWords found;
  PointRange core = range;
  strip_front(text, core, words::kConnectives);
  strip_back(text, core, words::kLinks);
  if (const size_t verb = longest_suffix(view_of(text, core), words::kVerbs)) {
    const PointRange without{core.begin, core.end - verb};
    // 批后公布20个工作日内: the verb belongs to the limit; but in 结果公布20个工作日内 it is the
    // event.
    if (longest_suffix(view_of(text, without), words::kEventTail) > 0) core = without;
  }
  const size_t tail = longest_suffix(view_of(text, core), words::kEventTail);
  core.end -= tail;
  if (const auto mark = find_event_mark(text, core)) {
    found.subject = {core.begin, *mark};
    found.event = {*mark + 1, core.end};
    found.begin = *mark;
  } else {
    split_unmarked(text, core, tail > 0, found);
    found.begin = found.event.empty() ? range.end : found.event.begin;
  }
  found.rest = names_the_rest(view_of(text, found.subject));
  found.subject = subject_of(text, found.subject);
  if (found.event.empty()) found.event = {range.end, range.end};
  return found;
}

EventClass classify_event(View event) {
  const auto has = [event](auto... word) { return ((event.find(word) != View::npos) || ...); };
  if (event.empty()) return EventClass::None;
  if (has(U"申请", U"受理")) return EventClass::Application;
  if (has(U"批准", U"批复", U"审批", U"核准", U"审议通过") || event == U"批") {
    return EventClass::Approval;
  }
  if (has(U"合同", U"协议")) return EventClass::Contract;
  if (has(U"决定", U"决策")) return EventClass::Decision;
  if (has(U"季度", U"年度", U"月度", U"学期", U"每年", U"每月") && has(U"结束", U"终了", U"届满")) {
    return EventClass::PeriodEnd;
  }
  if (has(U"中标", U"成交", U"结果", U"评标")) return EventClass::Result;
  if (has(U"形成", U"变更", U"获取", U"制作", U"制定", U"生成", U"产生", U"变化", U"收到", U"印发",
          U"签发", U"制发")) {
    return EventClass::Information;
  }
  if (has(U"作出", U"做出")) return EventClass::Decision;
  if (has(U"结束", U"完成", U"启动", U"开始", U"办结", U"验收", U"程序", U"期满", U"届满"))
    return EventClass::Step;
  return EventClass::Other;
}

}  // namespace catalog
