#include <algorithm>
#include <utility>

#include "model/chinese_number.h"
#include "model/deadline_parser.h"
#include "model/deadline_words.h"

namespace catalog {

namespace {

namespace words = deadline_words;
using Part = DeadlineBuilder::Part;
using View = std::u32string_view;

/// The words right before a period: 不得少于, 不超过, 为.
struct Qualifiers {
  bool at_least = false;
  bool at_most = false;
  size_t end;  ///< where they begin, the end of what is before them
};

Qualifiers qualifiers_before(View text, PointRange before) {
  Qualifiers found{false, false, before.end};
  while (found.end > before.begin) {
    const View here = text.substr(before.begin, found.end - before.begin);
    const size_t least = longest_suffix(here, words::kAtLeast);
    const size_t most = longest_suffix(here, words::kAtMost);
    const size_t length = std::max({least, most, longest_suffix(here, words::kLinks)});
    if (length == 0) break;
    found.at_least = found.at_least || (least == length && most != length);
    found.at_most = found.at_most || most == length;
    found.end -= length;
  }
  return found;
}

}  // namespace

size_t DeadlineParser::take_anchor(const Anchor& anchor, PointRange free) {
  if (anchor.range) builder_.add_oddity(OddityKind::Range, anchor.at);
  const PointRange before{free.begin, anchor.at.begin};
  switch (anchor.kind) {
    case AnchorKind::NoUnit:
      if (!last_unit_) return 0;
      builder_.add_oddity(OddityKind::NoUnit, anchor.at);
      [[fallthrough]];
    case AnchorKind::Period:
      return take_period(anchor, free);
    case AnchorKind::Every:
      return take_every(anchor, free);
    case AnchorKind::Lasting: {
      const size_t verb = longest_prefix(view({anchor.at.end, free.end}), words::kVerbs);
      return take_retention({}, {anchor.at.begin, anchor.at.end + verb}, anchor.at, before);
    }
    case AnchorKind::UpdateAtOnce:
      return take_update({.pace = Update::Pace::AtOnce}, anchor.at, anchor.at, before);
    case AnchorKind::Moving:
      return take_update({.pace = Update::Pace::Moving}, anchor.at, anchor.at, before);
    case AnchorKind::OnRequest:
      return take_request(anchor, free);
    case AnchorKind::Day:
    case AnchorKind::Offset:
    case AnchorKind::AtOnce:
    case AnchorKind::Prompt:
      return take_word_limit(anchor, free);
  }
  return 0;
}

size_t DeadlineParser::take_period(const Anchor& given, PointRange free) {
  Anchor anchor = given;
  if (anchor.kind == AnchorKind::NoUnit) anchor.duration.unit = *last_unit_;
  const PointRange all_before{free.begin, anchor.at.begin};
  const Qualifiers qualifiers = qualifiers_before(view_, all_before);
  const PointRange before{free.begin, qualifiers.end};
  const View left = view(before);
  const View right = view({anchor.at.end, free.end});
  const size_t within = longest_prefix(right, words::kWithinTail);
  const auto without = [&](size_t length) { return PointRange{before.begin, before.end - length}; };

  if (const size_t word = longest_suffix(left, words::kExtending)) {
    return take_extension(anchor, without(word), before.end - word);
  }
  if (left.ends_with(U"提前")) {
    return take_limit(anchor, without(2), anchor.at.end, Timing::Before);
  }
  if (const size_t word = longest_suffix(left, words::kFull); word > 0 && within == 0) {
    const size_t after = longest_prefix(right, words::kAfterTail);
    const size_t gone = longest_prefix(right.substr(after), words::kWithdrawing);
    const size_t verb = longest_prefix(right.substr(after + gone), words::kVerbs);
    if (gone > 0 || right.size() == after) {
      const PointRange at{before.end - word, anchor.at.end + after + gone + (gone ? verb : 0)};
      return take_retention(anchor.duration, at, anchor.at, without(word));
    }
  }
  if (const size_t word = longest_suffix(left, words::kKeeping);
      word > 0 && within == 0 &&
      (left.substr(left.size() - word) != U"公开期限" || qualifiers.at_least)) {
    return take_retention(anchor.duration, {before.end - word, anchor.at.end}, anchor.at,
                          without(word));
  }
  Update update{.pace = Update::Pace::Every, .every = anchor.duration};
  if (const size_t length = update_words(right, update.times)) {
    return take_update(update, {anchor.at.begin, anchor.at.end + length}, anchor.at, all_before);
  }
  if (const size_t word = longest_suffix(left, words::kDisplaying);
      word > 0 && (within == 0 || qualifiers.at_least)) {
    return take_display(anchor, without(word), before.end - word, qualifiers.at_least);
  }
  if (within > 0) return take_limit(anchor, before, anchor.at.end + within, Timing::Within);
  if (const size_t tail = longest_prefix(right, words::kBeforeTail)) {
    return take_limit(anchor, before, anchor.at.end + tail, Timing::Before);
  }
  if (longest_prefix(right, words::kAfterTail) > 0) return 0;
  if (qualifiers.at_least) return take_display(anchor, before, before.end, true);
  if (qualifiers.at_most || stands_alone(right)) {
    return take_limit(anchor, before, anchor.at.end, Timing::Within);
  }
  return 0;
}

size_t DeadlineParser::update_words(View rest, int& times) const {
  size_t at = rest.starts_with(U"内") ? 1 : 0;
  while (const size_t length = std::max(longest_prefix(rest.substr(at), words::kAtLeast),
                                        longest_prefix(rest.substr(at), words::kFillers))) {
    const View here = rest.substr(at);
    if (longest_prefix(here, words::kUpdating) >= length || here.starts_with(U"1次")) break;
    at += length;
  }
  const size_t verb = longest_prefix(rest.substr(at), words::kUpdating);
  if (verb == 0) return 0;
  const bool updates = rest.substr(at).starts_with(U"更新") || rest.substr(at).starts_with(U"调整");
  at += verb;
  size_t end = at + longest_prefix(rest.substr(at), words::kAtLeast);
  const auto number = number_prefix(rest.substr(end));
  if (number && rest.substr(end + number->length).starts_with(U"次")) {
    times = std::clamp(number->value, 1, 1000);
    return end + number->length + 1;
  }
  return updates && !rest.starts_with(U"内") ? at : 0;
}

/// 每20个工作日更新, 按季度公开, 每月10日前更新; 每年1月31日前公开 is a limit.
size_t DeadlineParser::take_every(const Anchor& anchor, PointRange free) {
  const View right = view({anchor.at.end, free.end});
  Update update{.pace = Update::Pace::Every, .every = anchor.duration, .day = anchor.day};
  size_t length = update_words(right, update.times);
  const bool updates = right.substr(0, length).find(U"更新") != View::npos ||
                       right.substr(0, length).find(U"调整") != View::npos;
  if (anchor.day && !updates) {
    Anchor day = anchor;
    day.kind = AnchorKind::Day;
    return take_word_limit(day, free);
  }
  if (length == 0) length = longest_prefix(right, words::kVerbs);
  return take_update(update, {anchor.at.begin, anchor.at.end + length}, anchor.at,
                     {free.begin, anchor.at.begin});
}

size_t DeadlineParser::take_update(Update update, PointRange at, PointRange amount,
                                   PointRange before) {
  const PointRange subject = subject_before(before, at);
  update.at = builder_.span(at);
  update.amount = builder_.span(amount);
  if (Branch* branch = builder_.branch_for(Part::Update, subject)) {
    branch->update = update;
    builder_.extend(at);
  } else {
    builder_.add_unparsed(at);
  }
  return at.end;
}

size_t DeadlineParser::take_extension(const Anchor& anchor, PointRange before, size_t begin) {
  const size_t tail = longest_prefix(view_.substr(anchor.at.end), words::kWithinTail);
  PointRange at{begin, anchor.at.end + tail};
  trailing(before);
  if (Branch* branch = builder_.branch_for(Part::Extension)) {
    branch->extension = Extension{anchor.duration, builder_.span(at), builder_.span(anchor.at)};
    builder_.extend(at);
  } else {
    builder_.add_unparsed(at);
  }
  return at.end;
}

size_t DeadlineParser::take_display(const Anchor& anchor, PointRange before, size_t begin,
                                    bool at_least) {
  PointRange at{begin, anchor.at.end};
  const PointRange subject = subject_before(before, at);
  if (Branch* branch = builder_.branch_for(Part::Display, subject)) {
    branch->display =
        Display{anchor.duration, at_least, builder_.span(at), builder_.span(anchor.at)};
    last_unit_ = anchor.duration.unit;
    builder_.extend(at);
  } else {
    builder_.add_unparsed(at);
  }
  return at.end;
}

size_t DeadlineParser::take_retention(std::optional<Duration> period, PointRange at,
                                      PointRange amount, PointRange before) {
  const PointRange subject = subject_before(before, at);
  if (Branch* branch = builder_.branch_for(Part::Retention, subject)) {
    branch->retention = Retention{period, builder_.span(at), builder_.span(amount)};
    builder_.extend(at);
  } else {
    builder_.add_unparsed(at);
  }
  return at.end;
}

/// 其他听证公开内容为依申请公开: a matter of the mode, which the phrase of one official row holds.
size_t DeadlineParser::take_request(const Anchor& anchor, PointRange free) {
  PointRange at = anchor.at;
  const PointRange subject = subject_before({free.begin, at.begin}, at);
  if (Branch* branch = builder_.branch_for(Part::Request, subject)) {
    branch->on_request = true;
    branch->on_request_at = builder_.span(at);
    builder_.extend(at);
  } else {
    builder_.add_unparsed(at);
  }
  return at.end;
}

PointRange DeadlineParser::subject_before(PointRange before, PointRange& at) {
  if (!pending_event_.at.empty()) {
    const PendingEvent event = std::exchange(pending_event_, {});
    at.begin = std::min(at.begin, event.at.begin);
    if (!event.subject.empty()) return event.subject;
  }
  if (before.empty()) return {};
  // After another part of the clause there is no room for a subject, only for fillers.
  if (before.begin > clause_begin_) {
    trailing(before);
    return {};
  }
  const EventWords words = split_event(view_, before);
  if (!words.event.empty() && words.begin < at.begin) at.begin = words.begin;
  return words.subject;
}

}  // namespace catalog
