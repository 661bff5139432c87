#include <algorithm>

#include "model/chinese_number.h"
#include "model/deadline.h"
#include "model/deadline_builder.h"
#include "model/deadline_clauses.h"
#include "model/deadline_event.h"
#include "model/deadline_parser.h"
#include "model/deadline_words.h"
#include "text/symbol_memo.h"

namespace catalog {

namespace words = deadline_words;

void DeadlineParser::clause(const Clause& clause) {
  if (clause.opens_sentence) close_event();
  if (clause.numbered) builder_.begin_branch();
  PointRange at = clause.at;
  strip_punctuation(at);
  if (at.empty() || take_proviso(at)) return;
  take_label(at);
  clause_begin_ = at.begin;
  size_t last = at.begin;
  bool found = false;
  for (size_t from = at.begin; auto anchor = next_anchor(view_, from, at.end);) {
    const size_t consumed = take_anchor(*anchor, {last, at.end});
    if (consumed > last) {
      last = consumed;
      found = true;
    }
    from = std::max(consumed, anchor->at.end);
  }
  if (found) {
    trailing({last, at.end});
  } else {
    bare_clause(at, !clause.closes_sentence);
  }
  if (clause.bracketed) builder_.extend({clause.at.end, clause.at.end + 1});
}

void DeadlineParser::strip_punctuation(PointRange& at) const {
  const auto is_punctuation = [this](size_t i) {
    constexpr View kLoose = U",.;:、。· -";
    return kLoose.find(view_[i]) != View::npos;
  };
  while (!at.empty() && is_punctuation(at.begin)) ++at.begin;
  while (!at.empty() && is_punctuation(at.end - 1)) --at.end;
}

/// 法律、法规另有规定的，从其规定; …的除外. What stands before it in the clause is read first.
bool DeadlineParser::take_proviso(PointRange at) {
  const View text = view(at);
  const bool otherwise = contains_any(text, words::kOtherwise);
  const bool except = longest_suffix(text, words::kExcept) > 0;
  if (!otherwise && !except) return false;
  size_t begin = text.size();
  if (otherwise) {
    for (const View word : words::kProvisoBegin) begin = std::min(begin, text.find(word));
    for (const View word : words::kOtherwise) begin = std::min(begin, text.find(word));
  } else {
    const auto anchor = next_anchor(view_, at.begin, at.end);
    begin = anchor ? anchor->at.end - at.begin : 0;
  }
  builder_.add_proviso({at.begin + begin, at.end});
  if (begin > 0) clause({.at = {at.begin, at.begin + begin}, .closes_sentence = true});
  return true;
}

/// 处罚决定：… names a subject; 公示期：… is part of the measure and stays.
void DeadlineParser::take_label(PointRange& at) {
  const size_t colon = view(at).find(U':');
  if (colon == View::npos) return;
  const PointRange label{at.begin, at.begin + colon};
  if (longest_suffix(view(label), words::kLabels) > 0) return;
  if (next_anchor(view_, label.begin, label.end)) return;
  const PointRange subject = subject_of(view_, label);
  if (!subject.empty()) builder_.name_subject(subject);
  at.begin += colon + 1;
}

/// Words after and between the parts: verbs, fillers and channels are understood, 内公开 after
/// 20个工作日内公开 is odd, anything else is not understood.
void DeadlineParser::trailing(PointRange at) {
  size_t reached = at.begin;
  size_t last_verb = 0;
  while (!at.empty()) {
    const View rest = view(at);
    const size_t verb = longest_prefix(rest, words::kVerbs);
    const size_t filler = longest_prefix(rest, words::kFillers);
    const size_t stray = longest_prefix(rest, words::kStray);
    const size_t withdrawal = longest_prefix(rest, words::kWithdrawing);
    const size_t length = std::max({verb, filler, stray, withdrawal});
    if (const size_t channel = channel_length(rest); channel > length) {
      take_channel({at.begin, at.begin + channel});
      at.begin += channel;
      last_verb = 0;
    } else if (length > 0) {
      const bool doubled = verb > 0 && verb == last_verb &&
                           rest.substr(0, verb) == view_.substr(at.begin - last_verb, verb);
      if (doubled || (stray == length && filler < length)) {
        builder_.add_oddity(OddityKind::Doubled, {at.begin, at.begin + length});
      }
      at.begin += length;
      last_verb = verb == length ? verb : 0;
    } else if (words::kPunctuation.find(rest[0]) != View::npos) {
      ++at.begin;
      continue;
    } else {
      builder_.add_unparsed(at);
      return;
    }
    reached = at.begin;
    builder_.extend({at.begin - 1, reached});
  }
}

/// 在村公示栏公开: up to the next verb of disclosing, or to the end; 0 if there is no channel.
size_t DeadlineParser::channel_length(View text) const {
  const size_t mark = longest_prefix(text, words::kPlaceMarks);
  if (mark == 0) return 0;
  size_t end = mark;
  while (end < text.size() && longest_prefix(text.substr(end), words::kVerbs) == 0) ++end;
  const bool named = end > mark + 1;
  return named && (end < text.size() || mark > 1 || text[0] == U'在') ? end : 0;
}

void DeadlineParser::take_channel(PointRange at) {
  if (Branch* branch = builder_.branch_for(DeadlineBuilder::Part::Channel)) {
    branch->channels.push_back(builder_.span(at));
    builder_.extend(at);
  } else {
    builder_.add_unparsed(at);
  }
}

Deadline parse_deadline(std::string_view phrase) {
  const FoldedText text(phrase, FoldedText::Blanks::Drop);
  return DeadlineParser(text).parse();
}

const Deadline& deadline_of(Symbol phrase) {
  static const SymbolMemo<Deadline> memo;
  return memo.get(phrase, [](std::string_view text) { return parse_deadline(text); });
}

}  // namespace catalog
