#include <algorithm>
#include <utility>

#include "model/deadline_parser.h"
#include "model/deadline_words.h"

namespace catalog {

namespace {

namespace words = deadline_words;
using View = std::u32string_view;

constexpr size_t kLongestSubject = 40;

/// Words that end in 时 without meaning a time at which something happens.
constexpr View kNotAtTime[] = {U"实时", U"及时", U"临时", U"小时", U"课时", U"定时", U"按时",
                               U"随时", U"学时", U"即时", U"平时", U"暂时", U"工时"};
/// Words that begin with 随 without meaning "together with".
constexpr View kNotTogether[] = {U"随迁", U"随时", U"随机", U"随意", U"随访",
                                 U"随后", U"随班", U"随军", U"随行"};
constexpr View kTrailing[] = {U"予以", U"进行", U"主动",   U"及时", U"同时", U"同步", U"一并",
                              U"统一", U"集中", U"应当",   U"应",   U"须",   U"再",   U"可",
                              U"依法", U"对外", U"向社会", U"方可", U"即"};

/// Takes closing verb and adverbs off a clause.
struct Tail {
  bool verb = false;
  bool together = false;
};

Tail strip_tail(View text, PointRange& core) {
  Tail tail;
  while (!core.empty()) {
    const View here = text.substr(core.begin, core.end - core.begin);
    const size_t adverb = longest_suffix(here, kTrailing);
    const size_t verb = tail.verb ? 0 : longest_suffix(here, words::kVerbs);
    const size_t length = std::max(adverb, verb);
    if (length == 0) break;
    if (longest_suffix(here, words::kTogether) > 0) tail.together = true;
    tail.verb = tail.verb || verb == length;
    core.end -= length;
  }
  return tail;
}

std::optional<size_t> find_together_mark(View text) {
  for (size_t at = text.find(U'随'); at != View::npos; at = text.find(U'随', at + 1)) {
    if (longest_prefix(text.substr(at), kNotTogether) == 0) return at;
  }
  return std::nullopt;
}

}  // namespace

/// A clause without a measure: 随采购公告公开, 征集时对外公布的时限内公开, 在村公示栏公开, 开学前;
/// or the first half of one: 自信息形成之日起，…
void DeadlineParser::bare_clause(PointRange at, bool goes_on) {
  PointRange core = at;
  const Tail tail = strip_tail(view_, core);
  if (core.empty()) return builder_.extend(at);
  const bool taken = take_together(core, at, tail.together) || take_provided(core) ||
                     take_point_in_time(core, tail.verb) || take_bare_channel(core);
  if (taken) return builder_.extend(at);
  const PointRange subject = subject_of(view_, core);
  if (subject.empty()) return builder_.extend(at);
  const bool short_enough = subject.end - subject.begin <= kLongestSubject;
  if (goes_on && short_enough && !tail.verb) return builder_.name_subject(subject);
  trailing(at);
}

/// 随中标结果同时公告, 与预算同步公开.
bool DeadlineParser::take_together(PointRange core, PointRange whole, bool together) {
  std::optional<size_t> mark = find_together_mark(view(core));
  if (!mark && together) {
    const char32_t first = view_[core.begin];
    if (first == U'与' || first == U'和' || first == U'同') mark = 0;
  }
  if (!mark || core.begin + *mark + 1 >= core.end) return false;
  close_event();
  const size_t begin = core.begin + *mark;
  Limit limit{.timing = Timing::With};
  builder_.set_event(limit, {begin + 1, core.end});
  limit.at = limit.amount = builder_.span({begin, core.end});
  add_limit(std::move(limit), subject_of(view_, {core.begin, begin}), whole);
  return true;
}

/// 征集时对外公布的时限内, 法定期限内, 按规定.
bool DeadlineParser::take_provided(PointRange core) {
  const View text = view(core);
  const size_t within = longest_suffix(text, words::kInside);
  const View inner = text.substr(0, text.size() - within);
  const size_t time = longest_suffix(inner, words::kProvided);
  const bool measured = time > 0 && inner.size() > time;
  const bool ruled =
      longest_prefix(text, words::kAccording) > 0 && contains_any(text, words::kRule);
  if (!measured && !ruled) return false;
  close_event();
  Limit limit{.timing = Timing::Provided};
  builder_.set_event(limit, core);
  limit.event_class = EventClass::Other;
  limit.at = limit.amount = builder_.span(core);
  add_limit(std::move(limit), {}, core);
  return true;
}

/// 实地启动征收工作时, 信息形成之日, 开学前, 审批后公开; 自信息形成之日起 waits for its measure.
bool DeadlineParser::take_point_in_time(PointRange core, bool disclosed) {
  const View text = view(core);
  Limit limit;
  size_t tail = 0;
  if (longest_suffix(text, kNotAtTime) == 0 && longest_suffix(text, words::kWithTail) > 0) {
    tail = longest_suffix(text, words::kWithTail);
    limit.timing = Timing::With;
  } else if (text.ends_with(U"之日")) {
    tail = 2;
    limit.within = Duration{0, TimeUnit::Day};
  } else if (longest_suffix(text, words::kBeforeTail) > 0) {
    tail = longest_suffix(text, words::kBeforeTail);
    limit.timing = Timing::Before;
  } else if (longest_suffix(text, words::kOpenEventTail) > 0) {
    limit.timing = Timing::Prompt;
  } else {
    return false;
  }
  const EventWords words = split_event(view_, {core.begin, core.end - tail});
  const PointRange event =
      words.event.empty() ? PointRange{core.begin, core.end - tail} : words.event;
  const PointRange subject = words.event.empty() ? PointRange{} : words.subject;
  if (event.empty()) return false;
  const PointRange at{words.event.empty() ? core.begin : words.begin, core.end};
  close_event();
  if (limit.timing == Timing::Prompt && !disclosed) {
    pending_event_ = {event, subject, at};
    return true;
  }
  builder_.set_event(limit, event);
  limit.at = limit.amount = builder_.span(at);
  add_limit(std::move(limit), subject, at);
  return true;
}

bool DeadlineParser::take_bare_channel(PointRange core) {
  const View text = view(core);
  const size_t mark = longest_prefix(text, words::kPlaceMarks);
  if (mark == 0 || text.size() <= mark + 1 || !builder_.last()) return false;
  take_channel(core);
  return true;
}

}  // namespace catalog
