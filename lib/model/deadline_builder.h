#pragma once

#include "model/deadline.h"
#include "model/deadline_event.h"
#include "model/folded_text.h"

namespace catalog {

/// Collects the parts of a phrase into branches while the parser walks over it. A branch ends where
/// a clause names another subject, where a list mark stands, or where a part would come twice.
class DeadlineBuilder {
 public:
  explicit DeadlineBuilder(const FoldedText& text) : text_(text) {}

  enum class Part : uint8_t { Limit, Extension, Display, Update, Retention, Request, Channel };

  /// The branch that takes a part; `subject` may be empty. Nothing once 32 branches are full.
  Branch* branch_for(Part part, PointRange subject = {});
  /// The branch that the last part went to, if any.
  Branch* last() { return deadline_.branches.empty() ? nullptr : &deadline_.branches.back(); }

  /// The next part begins a branch of its own.
  void begin_branch() { fresh_ = true; }
  /// A subject named apart from its parts: 处罚决定：…
  void name_subject(PointRange subject);
  /// A subject was named, and no part has followed yet.
  bool subject_pending() const { return !pending_subject_.empty(); }

  /// Sets the event of a limit.
  void set_event(Limit& limit, PointRange event);
  /// The last branch reaches to here.
  void extend(PointRange range);

  void add_oddity(OddityKind kind, PointRange at);
  void add_unparsed(PointRange at);
  void add_proviso(PointRange at);
  bool has_proviso() const { return deadline_.proviso.has_value(); }

  Span span(PointRange range) const { return text_.span(range.begin, range.end); }
  std::string text(PointRange range) const { return text_.text(range.begin, range.end); }

  Deadline finish();

 private:
  bool must_begin(Part part, PointRange subject) const;

  const FoldedText& text_;
  Deadline deadline_;
  PointRange pending_subject_;
  bool fresh_ = false;
};

}  // namespace catalog
