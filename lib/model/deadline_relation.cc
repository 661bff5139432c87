#include "model/deadline_relation.h"

#include <algorithm>
#include <array>

#include "model/alike.h"
#include "model/deadline_branches.h"
#include "model/word_relation.h"
#include "text/normal.h"

namespace catalog {

namespace {

constexpr double kSameBranch = 0.6;

FieldPart field_part(DeadlinePart part) {
  constexpr std::array kParts{FieldPart::Limit,  FieldPart::Extension, FieldPart::Display,
                              FieldPart::Update, FieldPart::Retention, FieldPart::Access,
                              FieldPart::Proviso};
  return kParts[static_cast<size_t>(part)];
}

bool is_certain(Relation relation) {
  return relation != Relation::MaybeWeaker && relation != Relation::MaybeStricter &&
         relation != Relation::Either;
}

std::string words_at(std::string_view phrase, std::optional<Span> at) {
  return at ? std::string(text_at(phrase, *at)) : "";
}

/// Where a part stands in a branch, if it has it.
std::optional<Span> span_of_part(const Branch& branch, DeadlinePart part) {
  const auto at = [](const auto& value) {
    return value ? std::optional<Span>(value->at) : std::nullopt;
  };
  switch (part) {
    case DeadlinePart::Limit:
      return at(branch.limit);
    case DeadlinePart::Extension:
      return at(branch.extension);
    case DeadlinePart::Display:
      return at(branch.display);
    case DeadlinePart::Update:
      return at(branch.update);
    case DeadlinePart::Retention:
      return at(branch.retention);
    case DeadlinePart::Access:
      return branch.on_request ? std::optional(branch.on_request_at) : std::nullopt;
    case DeadlinePart::Proviso:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Both phrases, and the differences found so far.
class DeadlineRelater {
 public:
  DeadlineRelater(const Text& before, const Text& after, const WorkingDays& calendar)
      : before_text_(before),
        after_text_(after),
        before_(deadline_of(before.value)),
        after_(deadline_of(after.value)),
        calendar_(calendar) {}

  std::vector<FieldDifference> relate() {
    branches();
    provisos();
    unparsed();
    if (out_.empty()) {
      out_.push_back(text_difference(FieldRelation::Editorial, before_text_, after_text_));
    }
    return std::move(out_);
  }

 private:
  void branches() {
    const auto& a = before_.branches;
    const auto& b = after_.branches;
    if (a.size() == 1 && b.size() == 1) {
      compare(a[0], b[0]);
      return;
    }
    const auto text = [](const Deadline& deadline, const Text& phrase) {
      return [&](size_t i) { return text_at(phrase.view(), deadline.branches[i].at); };
    };
    const auto pairs = pair_alike(
        a.size(), b.size(), kSameBranch,
        [&](size_t i, size_t j) { return branch_likeness(a[i], b[j]); },
        text(before_, before_text_), text(after_, after_text_));
    std::vector<const Branch*> partner_of_a(a.size());
    std::vector<bool> paired_b(b.size());
    for (const AlikePair& pair : pairs) {
      partner_of_a[pair.before] = &b[pair.after];
      paired_b[pair.after] = true;
    }
    const Branch* general_a = general(before_);
    const Branch* general_b = general(after_);
    for (size_t i = 0; i < a.size(); i++) {
      const Branch* partner = partner_of_a[i] ? partner_of_a[i] : general_b;
      compare(a[i], partner ? *partner : kNone);
    }
    for (size_t j = 0; j < b.size(); j++) {
      if (!paired_b[j]) compare(general_a ? *general_a : kNone, b[j]);
    }
  }

  static const Branch* general(const Deadline& deadline) {
    const auto index = general_branch(deadline);
    return index && !deadline.branches.empty() ? &deadline.branches[*index] : nullptr;
  }

  void compare(const Branch& a, const Branch& b) {
    // The relation of the version after to the one before, so the demand is the one before.
    for (const PartComparison& row : compare_branches(b, a, {0, 0, false}, calendar_)) {
      if (row.relation == Relation::Equal) continue;
      if (row.part == DeadlinePart::Extension && (!a.limit || !b.limit)) continue;
      const Relation relation = refined(row, a, b);
      add(field_part(row.part), field_relation(relation), is_certain(relation),
          words_at(before_text_.view(), span_of_part(a, row.part)),
          words_at(after_text_.view(), span_of_part(b, row.part)));
      if (relation == Relation::Either) {
        out_.back().note = {"按工作日历，有时长、有时短",
                            "by the calendar sometimes longer, sometimes shorter"};
      }
    }
    subjects(a, b);
    places(a, b);
  }

  /// An end of retention against none promises and takes something at once.
  static Relation refined(const PartComparison& row, const Branch& a, const Branch& b) {
    if (row.part != DeadlinePart::Retention || (a.retention && b.retention)) return row.relation;
    const auto& only = a.retention ? a.retention : b.retention;
    return only->lasting() ? row.relation : Relation::Unordered;
  }

  void subjects(const Branch& a, const Branch& b) {
    if (before_.branches.size() != 1 || after_.branches.size() != 1) return;
    if (comparison_form(a.subject) == comparison_form(b.subject)) return;
    if (branch_likeness(a, b) >= kSameBranch && !a.subject.empty() && !b.subject.empty()) return;
    add(FieldPart::Subject, FieldRelation::Changed, true, a.subject, b.subject);
  }

  void places(const Branch& a, const Branch& b) {
    const auto words = [](const Branch& branch, const Text& phrase) {
      std::vector<std::string> out;
      for (const Span at : branch.channels) {
        out.push_back(comparison_form(text_at(phrase.view(), at)));
      }
      std::ranges::sort(out);
      return out;
    };
    if (&a == &kNone || &b == &kNone) return;
    if (words(a, before_text_) == words(b, after_text_)) return;
    const auto first = [](const Branch& branch, const Text& phrase) {
      return branch.channels.empty() ? "" : words_at(phrase.view(), branch.channels[0]);
    };
    add(FieldPart::Places, FieldRelation::Changed, true, first(a, before_text_),
        first(b, after_text_));
  }

  void provisos() {
    if (before_.proviso.has_value() == after_.proviso.has_value()) return;
    add(FieldPart::Proviso, FieldRelation::Changed, true,
        words_at(before_text_.view(), before_.proviso),
        words_at(after_text_.view(), after_.proviso));
  }

  void unparsed() {
    const auto words = [](const Deadline& deadline, const Text& phrase) {
      std::string out;
      for (const Span at : deadline.unparsed) out += text_at(phrase.view(), at);
      return out;
    };
    std::string a = words(before_, before_text_);
    std::string b = words(after_, after_text_);
    if (comparison_form(a) == comparison_form(b)) return;
    add(FieldPart::Unparsed, FieldRelation::Changed, true, std::move(a), std::move(b));
  }

  /// Branches that are held against one and the same other one say the same thing once.
  void add(FieldPart part, FieldRelation relation, bool certain, std::string before_words,
           std::string after_words) {
    const auto known = std::ranges::any_of(out_, [&](const FieldDifference& other) {
      return other.part == part && other.relation == relation &&
             other.before_words == before_words && other.after_words == after_words;
    });
    if (known) return;
    FieldDifference difference = text_difference(relation, before_text_, after_text_);
    difference.part = part;
    difference.certain = certain;
    difference.before_words = std::move(before_words);
    difference.after_words = std::move(after_words);
    out_.push_back(std::move(difference));
  }

  static inline const Branch kNone{};

  const Text& before_text_;
  const Text& after_text_;
  const Deadline& before_;
  const Deadline& after_;
  const WorkingDays& calendar_;
  std::vector<FieldDifference> out_;
};

}  // namespace

FieldRelation field_relation(Relation relation) {
  switch (relation) {
    case Relation::Equal:
      return FieldRelation::Editorial;
    case Relation::Stricter:
    case Relation::MaybeStricter:
      return FieldRelation::Wider;
    case Relation::MaybeWeaker:
    case Relation::Weaker:
      return FieldRelation::Narrower;
    case Relation::Either:
    case Relation::Unordered:
      return FieldRelation::Changed;
  }
  return FieldRelation::Changed;
}

std::vector<FieldDifference> relate_deadlines(const Text& before, const Text& after,
                                              const WorkingDays& calendar) {
  if (before.value == after.value) return {};
  if (!before.empty() && !after.empty() && same_form(before.value, after.value)) {
    return {text_difference(FieldRelation::Editorial, before, after)};
  }
  return DeadlineRelater(before, after, calendar).relate();
}

}  // namespace catalog
