#pragma once

#include <string_view>

#include "model/deadline_builder.h"
#include "model/deadline_clauses.h"
#include "model/deadline_event.h"
#include "model/deadline_scan.h"
#include "model/folded_text.h"

namespace catalog {

/// Reads one phrase clause by clause; private to lib/model. Clauses are in
/// deadline_parse.cc, limits in deadline_limit.cc, other measures in deadline_measure.cc, clauses
/// without a measure in deadline_bare.cc.
class DeadlineParser {
 public:
  explicit DeadlineParser(const FoldedText& text) : view_(text.view()), builder_(text) {}

  Deadline parse() {
    for (const Clause& next : split_clauses(view_)) clause(next);
    close_event();
    return builder_.finish();
  }

 private:
  using View = std::u32string_view;
  View view(PointRange at) const {
    return at.empty() ? View() : view_.substr(at.begin, at.end - at.begin);
  }

  void clause(const Clause& clause);
  void strip_punctuation(PointRange& at) const;
  bool take_proviso(PointRange at);
  void take_label(PointRange& at);
  void trailing(PointRange at);
  size_t channel_length(View text) const;
  void take_channel(PointRange at);
  void close_event();

  // A measure: `free` is what of the clause is not yet used, the anchor inside it. Each gives where
  // the rest of the clause begins, or 0 if the anchor is no part here.
  size_t take_anchor(const Anchor& anchor, PointRange free);
  size_t take_period(const Anchor& anchor, PointRange free);
  size_t take_limit(const Anchor& anchor, PointRange before, size_t end, Timing timing);
  size_t take_word_limit(const Anchor& anchor, PointRange free);
  size_t take_every(const Anchor& anchor, PointRange free);
  size_t take_update(Update update, PointRange at, PointRange amount, PointRange before);
  size_t take_extension(const Anchor& anchor, PointRange before, size_t begin);
  size_t take_display(const Anchor& anchor, PointRange before, size_t begin, bool at_least);
  size_t take_retention(std::optional<Duration> period, PointRange at, PointRange amount,
                        PointRange before);
  size_t take_request(const Anchor& anchor, PointRange free);

  /// How often the part is brought up to date: 至少更新1次 after a period; its length or 0.
  size_t update_words(View rest, int& times) const;
  /// A subject before a part that has no event of its own; what is no subject is not understood.
  PointRange subject_before(PointRange before, PointRange& at);
  void place_limit(Limit limit, const EventWords& found, PointRange at, PointRange amount);
  void add_limit(Limit limit, PointRange subject, PointRange reached);

  void bare_clause(PointRange at, bool goes_on);
  bool take_together(PointRange core, PointRange whole, bool together);
  bool take_provided(PointRange core);
  bool take_point_in_time(PointRange core, bool disclosed);
  bool take_bare_channel(PointRange core);

  struct PendingEvent {
    PointRange event;
    PointRange subject;
    PointRange at;
  };

  View view_;
  size_t clause_begin_ = 0;  ///< of the clause being read, list mark and punctuation left out
  DeadlineBuilder builder_;
  PendingEvent pending_event_;
  std::optional<TimeUnit> last_unit_;
};

}  // namespace catalog
