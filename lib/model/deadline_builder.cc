#include "model/deadline_builder.h"

#include <algorithm>

#include "model/deadline_words.h"

namespace catalog {

namespace {

constexpr size_t kMostBranches = 32;
constexpr size_t kMostRemarks = 64;

using Part = DeadlineBuilder::Part;

bool has_part(const Branch& branch, Part part) {
  switch (part) {
    case Part::Limit:
      return branch.limit.has_value();
    case Part::Extension:
      return branch.extension.has_value();
    case Part::Display:
      return branch.display.has_value();
    case Part::Update:
      return branch.update.has_value();
    case Part::Retention:
      return branch.retention.has_value();
    case Part::Request:
      return branch.on_request;
    case Part::Channel:
      return false;
  }
  return false;
}

/// 批前, 批后: what such a branch says ends where the next phase begins.
bool is_phase(std::string_view subject) {
  return subject.ends_with("前") || subject.ends_with("中") || subject.ends_with("后");
}

void add_merged(std::vector<Span>& spans, Span span) {
  if (!spans.empty() && (spans.back().end >= span.begin || spans.size() >= kMostRemarks)) {
    spans.back().end = std::max(spans.back().end, span.end);
  } else {
    spans.push_back(span);
  }
}

}  // namespace

bool DeadlineBuilder::must_begin(Part part, PointRange subject) const {
  if (fresh_ || deadline_.branches.empty() || !subject.empty() || !pending_subject_.empty()) {
    return true;
  }
  const Branch& last = deadline_.branches.back();
  return has_part(last, part) || (part == Part::Limit && is_phase(last.subject));
}

Branch* DeadlineBuilder::branch_for(Part part, PointRange subject) {
  if (subject.empty()) subject = pending_subject_;
  if (!must_begin(part, subject)) return last();
  if (deadline_.branches.size() >= kMostBranches) return nullptr;
  Branch& branch = deadline_.branches.emplace_back();
  if (!subject.empty()) {
    branch.subject = text(subject);
    branch.subject_at = span(subject);
    branch.rest = names_the_rest(text_.view().substr(subject.begin, subject.end - subject.begin));
    branch.at = branch.subject_at;
  }
  pending_subject_ = {};
  fresh_ = false;
  return &branch;
}

void DeadlineBuilder::name_subject(PointRange subject) {
  if (!pending_subject_.empty()) add_unparsed(pending_subject_);
  pending_subject_ = subject;
}

void DeadlineBuilder::set_event(Limit& limit, PointRange event) {
  if (event.empty()) return;
  limit.event = text(event);
  limit.event_at = span(event);
  limit.event_class = classify_event(text_.view().substr(event.begin, event.end - event.begin));
}

void DeadlineBuilder::extend(PointRange range) {
  Branch* branch = last();
  if (!branch || range.empty()) return;
  const Span reached = span(range);
  if (branch->at.size() == 0) branch->at = reached;
  branch->at.begin = std::min(branch->at.begin, reached.begin);
  branch->at.end = std::max(branch->at.end, reached.end);
}

void DeadlineBuilder::add_oddity(OddityKind kind, PointRange at) {
  if (deadline_.oddities.size() < kMostRemarks) deadline_.oddities.push_back({kind, span(at)});
}

void DeadlineBuilder::add_unparsed(PointRange at) {
  if (!at.empty()) add_merged(deadline_.unparsed, span(at));
}

void DeadlineBuilder::add_proviso(PointRange at) {
  const Span here = span(at);
  if (!deadline_.proviso) {
    deadline_.proviso = here;
  } else {
    deadline_.proviso->end = std::max(deadline_.proviso->end, here.end);
  }
}

Deadline DeadlineBuilder::finish() {
  if (!pending_subject_.empty()) add_unparsed(pending_subject_);
  std::ranges::sort(deadline_.unparsed);
  return std::move(deadline_);
}

}  // namespace catalog
