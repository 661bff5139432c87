#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/duration.h"
#include "source/span.h"
#include "text/symbol.h"

namespace catalog {

/// When a limit falls due.
enum class Timing : uint8_t {
  Within,  ///< within a period after the event: 信息形成之日起20个工作日内
  Before,  ///< before the event, with or without a lead: 组织听证7个工作日前, 提前一周, 开学前
  With,      ///< together with the event: 随采购公告公开, 实地启动征收工作时
  AtOnce,    ///< 实时, 即时
  Prompt,    ///< 及时 and other words without a measure, also 审批后公开
  Provided,  ///< within a time that is fixed elsewhere: 对外公布的时限内, 按规定
  ByDate     ///< by a day of the calendar: 每年1月31日前
};

/// What kind of event starts a limit; events of one class are the same for comparison.
enum class EventClass : uint8_t {
  None,         ///< not named: the forming of the information is meant (条例第二十六条)
  Information,  ///< 信息形成或者变更, 制作或获取信息
  Decision,     ///< 作出行政决定
  Application,  ///< 收到申请
  Approval,     ///< 批准, 批复
  Contract,     ///< 合同签订
  Result,       ///< 结果确定, 中标
  Step,         ///< a step of a procedure ends or begins: 调查结束, 履行报审程序后
  PeriodEnd,    ///< 季度结束
  Other
};

/// A day of the calendar, once or recurring.
struct FixedDay {
  int year = 0;                   ///< 0: not named
  unsigned month = 0;             ///< 0: not named, as in 每月10日前
  unsigned day = 0;               ///< 0: the last day of the month or period
  std::optional<TimeUnit> every;  ///< recurs each year, quarter or month
  friend bool operator==(const FixedDay&, const FixedDay&) = default;
};

// All spans below are bytes within the phrase. `at` is the whole part, `amount` the words in it
// that a replacement of its measure touches.

/// By when something is disclosed.
struct Limit {
  Timing timing = Timing::Within;
  std::optional<Duration> within{};  ///< the period, or the lead before the event
  std::optional<FixedDay> day{};
  std::string event{};  ///< folded text of the event, empty if not named
  EventClass event_class = EventClass::None;
  Span event_at{};
  Span at{};
  Span amount{};
  /// Whether the period stands in words of its own, which another period can replace.
  bool measured() const { return within && (amount != at || event.empty()); }
};

/// By how much the limit may be extended (可延长7个工作日).
struct Extension {
  Duration by{};
  Span at{};
  Span amount{};
};

/// How long something is displayed or open to comment (公示7个工作日, 征求意见期限不得少于30日).
struct Display {
  Duration period{};
  bool at_least = false;  ///< 不少于; without it the same length is meant
  Span at{};
  Span amount{};
};

/// How often something is brought up to date.
struct Update {
  enum class Pace : uint8_t {
    Every,   ///< each period: 每20个工作日更新, 半年至少更新1次
    AtOnce,  ///< 实时更新
    Moving   ///< 动态调整, 定期更新: no measure
  };
  Pace pace = Pace::Moving;
  Duration every{};
  int times = 1;                  ///< in each period
  std::optional<FixedDay> day{};  ///< 每月10日前更新
  Span at{};
  Span amount{};
};

/// How long something stays public (长期公开, 满5年不再公示).
struct Retention {
  std::optional<Duration> period{};  ///< nothing: for good
  bool lasting() const { return !period; }
  Span at{};
  Span amount{};
};

/// A part of the phrase for some of the contents; a phrase without branches has just one.
struct Branch {
  std::string subject;      ///< folded text of what it is about, empty if not named
  bool rest = false;        ///< 其他…, 除…外: all that no other branch names
  bool on_request = false;  ///< 为依申请公开
  std::optional<Limit> limit;
  std::optional<Extension> extension;
  std::optional<Display> display;
  std::optional<Update> update;
  std::optional<Retention> retention;
  std::vector<Span> channels;  ///< where: 在村公示栏
  Span subject_at;
  Span on_request_at;
  Span at;  ///< from its first to its last word, closing punctuation excluded
};

/// Something understood that nevertheless deserves a look.
enum class OddityKind : uint8_t {
  Doubled,  ///< doubled or cut words: 20个工作日内公开内公开
  Range,    ///< a range of periods, of which the longer is taken: 5至7个工作日
  NoUnit    ///< a number without its unit, taken from the period before: 其他20个
};
struct Oddity {
  OddityKind kind;
  Span at;
};

/// A published phrase of 公开时限 in its parts.
struct Deadline {
  std::vector<Branch> branches;
  std::optional<Span> proviso;  ///< 法律、法规另有规定的，从其规定
  std::vector<Oddity> oddities;
  std::vector<Span> unparsed;  ///< what was not understood, in order, apart from punctuation

  /// Whether the whole phrase was understood and says something.
  bool understood() const { return unparsed.empty() && (!branches.empty() || proviso); }
};

/// Reads a phrase; never fails, takes linear time, and keeps what it does not understand in
/// `unparsed`. At most 32 branches are read.
Deadline parse_deadline(std::string_view phrase);

/// The same for an interned phrase, read once in the process.
const Deadline& deadline_of(Symbol phrase);

/// The text of a part.
inline std::string_view text_at(std::string_view phrase, Span at) {
  return phrase.substr(at.begin, at.size());
}

}  // namespace catalog
