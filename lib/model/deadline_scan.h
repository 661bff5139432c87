#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/deadline.h"

namespace catalog {

/// Code points [begin, end) of a folded phrase.
struct PointRange {
  size_t begin = 0;
  size_t end = 0;
  bool empty() const { return begin >= end; }
};

/// The words of a phrase around which a part can be built.
enum class AnchorKind : uint8_t {
  Period,   ///< 20个工作日
  NoUnit,   ///< 20个, at the end of its clause
  Day,      ///< 1月31日前
  Every,    ///< 每20个工作日, 按季度, with a day where one follows (每年1月31日前)
  Offset,   ///< 当日, 次日, 下一工作日: a period in one word
  Lasting,  ///< 长期
  AtOnce,   ///< 实时
  Prompt,   ///< 及时
  UpdateAtOnce,  ///< 实时更新
  Moving,        ///< 动态调整
  OnRequest      ///< 依申请公开
};

struct Anchor {
  AnchorKind kind;
  PointRange at;
  Duration duration{};
  std::optional<FixedDay> day{};
  bool range = false;  ///< 5至7个工作日: the longer was taken
};

/// The first anchor in [from, end); linear in what it passes over.
std::optional<Anchor> next_anchor(std::u32string_view text, size_t from, size_t end);

/// Whether a text is over or goes on with a verb, a filler or punctuation, so that the word before
/// it stands alone.
bool stands_alone(std::u32string_view rest);

}  // namespace catalog
