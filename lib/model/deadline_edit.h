#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/deadline_compare.h"
#include "source/span.h"

namespace catalog {

/// A text with an edit carried out.
std::string apply_edit(std::string_view phrase, const Edit& edit);

/// The edit that gives the limit of a branch another period and keeps every other word; nothing
/// where the limit has no period (及时公开).
std::optional<Edit> limit_edit(const Deadline& deadline, Duration period, size_t branch = 0);

/// The phrase with the period of its first limit replaced, or nothing where it has none.
std::optional<std::string> replace_limit(std::string_view phrase, Duration period);

/// The edit that mends one compared part after the demand: a faulty part gets the demanded words,
/// a missing one is put at the end of its branch, an added extension or 依申请 is taken out. All
/// other parts keep their words. Nothing where the part can't be mended by words of the demand.
std::optional<Edit> mend(std::string_view phrase, const Deadline& deadline,
                         std::string_view demanded_phrase, const Deadline& demanded,
                         const PartComparison& part);

/// The phrase that is on the public's side in every part of both: the one that is, or one with
/// parts of the other put in. The same for either order of the arguments. Nothing where a part of
/// the two can't be ordered (及时 and 20个工作日; 20个工作日 and 30日), so that a person must
/// decide.
std::optional<std::string> stricter(std::string_view a, std::string_view b,
                                    const WorkingDays& calendar);

}  // namespace catalog
