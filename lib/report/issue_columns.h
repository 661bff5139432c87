#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/bilingual.h"

namespace catalog {

/// The columns of a 问题清单 in their order. People write in Person to Review (and may in Due); all
/// else is the command's.
enum class IssueColumn : uint8_t {
  Number,
  Unit,
  Domain,
  Item,
  Place,
  Problem,
  Ground,
  Remedy,
  Due,
  Person,
  Progress,
  Evidence,
  Review,
  Status,
  Severity,
  Rule,
  Id,
};

inline constexpr size_t kIssueColumnCount = 17;
using IssueCells = std::array<std::string, kIssueColumnCount>;

struct IssueColumnInfo {
  Bilingual heading;
  uint32_t width;  ///< in halves of a Chinese character
  bool centred;
};

inline constexpr std::array<IssueColumnInfo, kIssueColumnCount> kIssueColumns{{
    {{"序号", "No."}, 6, true},
    {{"单位", "Unit"}, 11, false},
    {{"领域", "Domain"}, 11, false},
    {{"事项编码及名称", "Item"}, 21, false},
    {{"位置", "Place"}, 21, false},
    {{"问题", "Problem"}, 32, false},
    {{"依据", "Ground"}, 24, false},
    {{"整改要求", "What to do"}, 32, false},
    {{"时限", "Due"}, 12, true},
    {{"责任人", "Person responsible"}, 10, true},
    {{"整改情况", "Progress"}, 13, true},
    {{"佐证链接", "Evidence"}, 20, false},
    {{"复核", "Review"}, 10, true},
    {{"销号情况", "Status"}, 14, true},
    {{"级别", "Severity"}, 9, true},
    {{"规则", "Rule"}, 15, false},
    {{"问题编号", "Finding ID"}, 19, true},
}};

constexpr size_t index_of(IssueColumn column) { return static_cast<size_t>(column); }

/// The column of a heading in either language, whatever its spaces and widths.
std::optional<IssueColumn> issue_column(std::string_view heading);

/// What stands with each problem of the list in the column 销号情况.
enum class IssueStatus : uint8_t {
  None,       ///< there was no earlier list
  New,        ///< 新增
  Open,       ///< 未整改: found again
  Claimed,    ///< found again although the unit wrote that it is mended
  Again,      ///< found again after it had been closed
  Closed,     ///< 已销号: no longer found
  Unchecked,  ///< this run did not look there
  Manual,     ///< a row that people added; nobody but they can close it
};
inline constexpr size_t kIssueStatusCount = 8;
Bilingual issue_status_word(IssueStatus status);

/// Whether a text in 整改情况 says that the problem is mended.
bool says_done(std::string_view progress);
/// Whether a text in 销号情况 says that the problem was closed.
bool says_closed(std::string_view status);

}  // namespace catalog
