#include <algorithm>
#include <utility>

#include "model/deadline_parser.h"
#include "model/deadline_words.h"

namespace catalog {

namespace {

namespace words = deadline_words;

}  // namespace

size_t DeadlineParser::take_limit(const Anchor& anchor, PointRange before, size_t end,
                                  Timing timing) {
  EventWords found = split_event(view_, before);
  if (const size_t tail = longest_suffix(view(found.event), words::kBeforeTail)) {
    found.event.end -= tail;  // 招生前1个月公布: the lead follows its event
    timing = Timing::Before;
  }
  last_unit_ = anchor.duration.unit;
  PointRange at{anchor.at.begin, end};
  if (view({before.end, anchor.at.begin}).starts_with(U"提前")) at.begin = before.end;
  place_limit({.timing = timing, .within = anchor.duration}, found, at, anchor.at);
  return end;
}

/// 实时, 及时, 当日, 1月31日前. 及时 beside a measure adds nothing to it.
size_t DeadlineParser::take_word_limit(const Anchor& anchor, PointRange free) {
  const PointRange before{free.begin, anchor.at.begin};
  const bool prompt = anchor.kind == AnchorKind::Prompt;
  const Branch* last = builder_.last();
  if (prompt && last && last->limit && before.begin > clause_begin_) {
    trailing(before);
    return anchor.at.end;
  }
  Limit limit{.timing = Timing::Within};
  if (prompt) limit.timing = Timing::Prompt;
  if (anchor.kind == AnchorKind::AtOnce) limit.timing = Timing::AtOnce;
  if (anchor.kind == AnchorKind::Offset) limit.within = anchor.duration;
  if (anchor.kind == AnchorKind::Day) {
    limit.timing = Timing::ByDate;
    limit.day = anchor.day;
  }
  place_limit(std::move(limit), split_event(view_, before), anchor.at, anchor.at);
  return anchor.at.end;
}

/// Adds a limit whose own words are `at`; its event stands before it, or in the clause before.
void DeadlineParser::place_limit(Limit limit, const EventWords& found, PointRange at,
                                 PointRange amount) {
  PointRange event = found.event;
  PointRange subject = found.subject;
  if (!event.empty()) {
    close_event();
    at.begin = std::min(at.begin, found.begin);
  } else if (!pending_event_.at.empty()) {
    const PendingEvent pending = std::exchange(pending_event_, {});
    event = pending.event;
    at.begin = pending.at.begin;
    if (subject.empty()) subject = pending.subject;
  }
  builder_.set_event(limit, event);
  limit.at = builder_.span(at);
  limit.amount = builder_.span(amount);
  add_limit(std::move(limit), subject, at);
}

void DeadlineParser::add_limit(Limit limit, PointRange subject, PointRange reached) {
  Branch* branch = builder_.branch_for(DeadlineBuilder::Part::Limit, subject);
  if (!branch) return builder_.add_unparsed(reached);
  branch->limit = std::move(limit);
  builder_.extend(reached);
}

/// An event whose measure never came (审批后，…): it says when, but not how fast.
void DeadlineParser::close_event() {
  if (pending_event_.at.empty()) return;
  const PendingEvent event = std::exchange(pending_event_, {});
  Limit limit{.timing = Timing::Prompt};
  builder_.set_event(limit, event.event);
  limit.at = limit.amount = builder_.span(event.at);
  add_limit(std::move(limit), event.subject, event.at);
}

}  // namespace catalog
