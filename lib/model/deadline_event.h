#pragma once

#include "model/deadline_scan.h"

namespace catalog {

/// What stands before a measure: 结果信息 | 自信息形成或者变更.
struct EventWords {
  PointRange subject;  ///< empty if none, or if it only says 信息
  PointRange event;
  size_t begin = 0;   ///< where the limit begins: at 自, at the event, or at the end
  bool rest = false;  ///< the subject is 其他…, 除…外
};

/// Takes [begin, end) apart into subject and event.
EventWords split_event(std::u32string_view text, PointRange range);

/// The subject in a range that holds nothing else; empty if it only says 信息.
PointRange subject_of(std::u32string_view text, PointRange range);

/// Whether a subject means all that no other branch names.
bool names_the_rest(std::u32string_view subject);

/// The class of an event by the words in it.
EventClass classify_event(std::u32string_view event);

}  // namespace catalog
