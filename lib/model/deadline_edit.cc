#include "model/deadline_edit.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace catalog {

namespace {

/// The words of a whole part in its phrase.
std::optional<Span> part_span(const Deadline& deadline, DeadlinePart part, size_t branch) {
  if (part == DeadlinePart::Proviso) return deadline.proviso;
  if (branch >= deadline.branches.size()) return std::nullopt;
  const Branch& of = deadline.branches[branch];
  const auto at = [](const auto& held) {
    return held ? std::optional<Span>(held->at) : std::nullopt;
  };
  switch (part) {
    case DeadlinePart::Limit:
      return at(of.limit);
    case DeadlinePart::Extension:
      return at(of.extension);
    case DeadlinePart::Display:
      return at(of.display);
    case DeadlinePart::Update:
      return at(of.update);
    case DeadlinePart::Retention:
      return at(of.retention);
    case DeadlinePart::Access:
    case DeadlinePart::Proviso:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Takes out a part together with the comma before it.
std::optional<Edit> removal(std::string_view phrase, const Deadline& deadline,
                            const PartComparison& part) {
  const auto at = part_span(deadline, part.part, part.branch);
  if (!at || part.part != DeadlinePart::Extension) return std::nullopt;
  Span taken = *at;
  for (const std::string_view comma : {"，", ",", "、"}) {
    if (!phrase.substr(0, taken.begin).ends_with(comma)) continue;
    taken.begin -= static_cast<uint32_t>(comma.size());
    break;
  }
  if (taken.begin == 0 && taken.end == phrase.size()) return std::nullopt;
  return Edit{taken, ""};
}

/// A part that is not there is put after the last word of its branch.
Edit insertion(const PartComparison& part, std::string_view words) {
  std::string text = part.at.begin == 0 ? "" : "，";
  text += words;
  if (part.part == DeadlinePart::Limit) text += "公开";
  return Edit{{part.at.begin, part.at.begin}, std::move(text)};
}

/// Whether the phrase is worse for the public in some part, or can't be ordered in one.
struct Standing {
  bool weaker = false;
  bool unordered = false;
};

Standing standing_of(const DeadlineComparison& comparison) {
  Standing standing;
  for (const PartComparison& row : comparison) {
    if (row.part == DeadlinePart::Proviso) continue;
    if (row.relation == Relation::Weaker || row.relation == Relation::MaybeWeaker) {
      standing.weaker = true;
    }
    if (row.relation == Relation::Either || row.relation == Relation::Unordered) {
      standing.unordered = true;
    }
  }
  return standing;
}

/// Mends all weaker parts of `phrase` after `other`.
std::optional<std::string> mend_all(std::string_view phrase, const Deadline& deadline,
                                    std::string_view other, const Deadline& demanded,
                                    const DeadlineComparison& comparison) {
  std::vector<Edit> edits;
  for (const PartComparison& row : comparison) {
    if (!possibly_weaker(row.relation)) continue;
    auto edit = mend(phrase, deadline, other, demanded, row);
    if (!edit) return std::nullopt;
    edits.push_back(std::move(*edit));
  }
  // From the back, so that earlier edits keep their place; of several at one place the last first.
  std::ranges::reverse(edits);
  std::ranges::stable_sort(edits, std::ranges::greater{},
                           [](const Edit& edit) { return edit.span.begin; });
  std::string mended(phrase);
  for (const Edit& edit : edits) {
    if (edit.span.end > mended.size()) return std::nullopt;
    mended = apply_edit(mended, edit);
  }
  return mended;
}

/// The shorter, then the earlier in byte order: any fixed choice between equals.
bool comes_first(std::string_view a, std::string_view b) {
  return std::pair(a.size(), a) < std::pair(b.size(), b);
}

}  // namespace

std::string apply_edit(std::string_view phrase, const Edit& edit) {
  std::string result(phrase.substr(0, edit.span.begin));
  result += edit.text;
  result += phrase.substr(edit.span.end);
  return result;
}

std::optional<Edit> limit_edit(const Deadline& deadline, Duration period, size_t branch) {
  if (branch >= deadline.branches.size()) return std::nullopt;
  const auto& limit = deadline.branches[branch].limit;
  if (!limit || !limit->measured()) return std::nullopt;
  return Edit{limit->amount, duration_text(period)};
}

std::optional<std::string> replace_limit(std::string_view phrase, Duration period) {
  const Deadline deadline = parse_deadline(phrase);
  for (size_t branch = 0; branch < deadline.branches.size(); ++branch) {
    if (const auto edit = limit_edit(deadline, period, branch)) return apply_edit(phrase, *edit);
  }
  return std::nullopt;
}

std::optional<Edit> mend(std::string_view phrase, const Deadline& deadline,
                         std::string_view demanded_phrase, const Deadline& demanded,
                         const PartComparison& part) {
  if (part.added) return removal(phrase, deadline, part);
  if (part.part == DeadlinePart::Access || part.part == DeadlinePart::Proviso) return std::nullopt;
  const auto whole = part_span(demanded, part.part, part.demanded_branch);
  if (!whole) return std::nullopt;
  if (part.missing) return insertion(part, text_at(demanded_phrase, *whole));
  return Edit{part.at, std::string(text_at(demanded_phrase, part.demanded_at))};
}

std::optional<std::string> stricter(std::string_view a, std::string_view b,
                                    const WorkingDays& calendar) {
  const Deadline first = parse_deadline(a);
  const Deadline second = parse_deadline(b);
  if (!first.understood() || !second.understood()) return std::nullopt;
  const DeadlineComparison comparison = compare(first, second, calendar);
  const DeadlineComparison mirrored = compare(second, first, calendar);
  const Standing of_first = standing_of(comparison);
  const Standing of_second = standing_of(mirrored);
  if (of_first.unordered || of_second.unordered) return std::nullopt;
  if (!of_first.weaker && !of_second.weaker) return std::string(comes_first(a, b) ? a : b);
  if (!of_first.weaker) return std::string(a);
  if (!of_second.weaker) return std::string(b);
  // Each is better in some part: parts of the one go into the other, in the same way for a, b and
  // b, a; the outcome counts only if it is indeed as good as both.
  const bool forward = comes_first(a, b);
  const auto mended =
      forward ? mend_all(a, first, b, second, comparison) : mend_all(b, second, a, first, mirrored);
  if (!mended) return std::nullopt;
  const Deadline result = parse_deadline(*mended);
  const auto good_against = [&](const Deadline& other) {
    const Standing standing = standing_of(compare(result, other, calendar));
    return !standing.weaker && !standing.unordered;
  };
  if (!result.understood() || !good_against(first) || !good_against(second)) return std::nullopt;
  return mended;
}

}  // namespace catalog
