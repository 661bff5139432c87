#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "text/bilingual.h"

namespace catalog {

/// Words that the file formats themselves fix (not the vocabulary, which is data); either language
/// stands for the same thing.
struct WordSet {
  std::string_view name;
  std::span<const Bilingual> words;

  /// The index of a word in either language.
  std::optional<size_t> index(std::string_view word) const;
};

namespace words {

inline constexpr std::array<Bilingual, 2> kYesNoWords{{{"是", "yes"}, {"否", "no"}}};
inline constexpr WordSet kYesNo{"yes_no", kYesNoWords};

inline constexpr std::array<Bilingual, 3> kCompleteWords{
    {{"是", "yes"}, {"可能", "likely"}, {"否", "no"}}};
inline constexpr WordSet kComplete{"complete", kCompleteWords};

inline constexpr std::array<Bilingual, 3> kSeenWords{
    {{"全部核验", "full"}, {"部分核验", "partial"}, {"未核验", "recalled"}}};
inline constexpr WordSet kSeen{"seen", kSeenWords};

inline constexpr std::array<Bilingual, 2> kRegisterSeenWords{
    {{"已核验", "page"}, {"未核验", "recalled"}}};
inline constexpr WordSet kRegisterSeen{"register_seen", kRegisterSeenWords};

inline constexpr std::array<Bilingual, 2> kDemandWords{{{"全部", "all"}, {"任一", "any"}}};
inline constexpr WordSet kDemand{"channels_demand", kDemandWords};

inline constexpr std::array<Bilingual, 4> kStateWords{{{"征求意见", "consultation"},
                                                       {"送审", "submitted"},
                                                       {"退回", "returned"},
                                                       {"确认", "confirmed"}}};
inline constexpr WordSet kState{"state", kStateWords};

inline constexpr std::array<Bilingual, 4> kSettlementWords{
    {{"从严", "stricter"}, {"从部门", "department"}, {"从区", "district"}, {"商定", "agreed"}}};
inline constexpr WordSet kSettlement{"settlement", kSettlementWords};

inline constexpr std::array<Bilingual, 4> kDomainStatusWords{
    {{"保留", "kept"}, {"调整", "changed"}, {"新增", "new"}, {"不设", "omitted"}}};
inline constexpr WordSet kDomainStatus{"domain_status", kDomainStatusWords};

inline constexpr std::array<Bilingual, 6> kUnitTypeWords{{{"部门", "department"},
                                                          {"区", "district"},
                                                          {"街道", "street"},
                                                          {"镇", "town"},
                                                          {"乡", "township"},
                                                          {"园区", "zone"}}};
inline constexpr WordSet kUnitType{"unit_type", kUnitTypeWords};

inline constexpr std::array<Bilingual, 7> kRankWords{{{"法律", "law"},
                                                      {"行政法规", "administrative-regulation"},
                                                      {"地方性法规", "local-regulation"},
                                                      {"部门规章", "ministry-rule"},
                                                      {"地方政府规章", "local-rule"},
                                                      {"规范性文件", "normative-document"},
                                                      {"其他", "other"}}};
inline constexpr WordSet kRank{"rank", kRankWords};

inline constexpr std::array<Bilingual, 7> kLegalStatusWords{{{"现行有效", "in-force"},
                                                             {"已修改", "amended"},
                                                             {"已被替代", "superseded"},
                                                             {"已废止", "repealed"},
                                                             {"期满", "period-over"},
                                                             {"已完成", "completed"},
                                                             {"不明", "unknown"}}};
inline constexpr WordSet kLegalStatus{"legal_status", kLegalStatusWords};

inline constexpr std::array<Bilingual, 4> kSeverityWords{
    {{"关闭", "off"}, {"提示", "note"}, {"警告", "warning"}, {"错误", "error"}}};
inline constexpr WordSet kSeverity{"severity", kSeverityWords};

inline constexpr std::array<Bilingual, 2> kChannelStyleWords{
    {{"列表", "list"}, {"分列", "matrix"}}};
inline constexpr WordSet kChannelStyle{"channel_style", kChannelStyleWords};

}  // namespace words

}  // namespace catalog
