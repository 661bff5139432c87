#pragma once

#include <array>
#include <string>

#include "report/change_words.h"

namespace catalog {

/// The columns of a 动态调整对照表 in their order.
enum class ChangeColumn : uint8_t {
  Number,
  Unit,
  Domain,
  Code,
  Item,
  Type,
  Impact,
  Before,
  After,
  Reason,
  Basis,
  Approval,
  Effective,
};
inline constexpr size_t kChangeColumnCount = 13;
using ChangeCells = std::array<std::string, kChangeColumnCount>;

struct ChangeColumnInfo {
  Bilingual heading;
  uint32_t width;  ///< in halves of a Chinese character
  bool centred;
};

inline constexpr std::array<ChangeColumnInfo, kChangeColumnCount> kChangeColumns{{
    {{"序号", "No."}, 6, true},
    {{"单位", "Unit"}, 14, false},
    {{"领域", "Domain"}, 12, false},
    {{"事项编码", "Item code"}, 22, false},
    {{"公开事项", "Item"}, 22, false},
    {{"调整类型", "Kind of change"}, 18, false},
    {{"公众影响", "For the public"}, 10, true},
    {{"调整前", "Before"}, 36, false},
    {{"调整后", "After"}, 36, false},
    {{"调整理由", "Reason"}, 28, false},
    {{"依据", "Basis"}, 26, false},
    {{"批准单位及文号", "Approved by, document"}, 20, false},
    {{"生效日期", "Effective"}, 13, true},
}};

/// The cells of one change; the number is the caller's. A loss without a reason on record says so
/// in its column.
ChangeCells change_cells(const Change& change, const ChangeReport& report, Lang lang);

}  // namespace catalog
