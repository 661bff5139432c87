#pragma once

#include <string_view>

#include "model/deadline.h"

// The grammar of deadline phrases: function words and verbs, no vocabulary of any domain. All in
// folded form (half-width, simplified, without blanks).
namespace catalog::deadline_words {

using Word = std::u32string_view;

/// Verbs of disclosing.
inline constexpr Word kVerbs[] = {U"公开", U"公示", U"公布", U"公告", U"发布", U"披露", U"刊登",
                                  U"刊载", U"张贴", U"上网", U"上传", U"更新", U"调整", U"通报",
                                  U"宣传", U"送达", U"告知", U"反馈", U"转载"};

/// Words that carry no measure of their own and may stand between and after the parts.
inline constexpr Word kFillers[] = {
    U"予以",   U"进行",     U"主动",     U"依法",     U"向社会",   U"对社会",   U"对外",
    U"向公众", U"全文",     U"及时",     U"同时",     U"同步",     U"一并",     U"统一",
    U"集中",   U"按时",     U"应当",     U"应",       U"须",       U"必须",     U"需",
    U"将",     U"要",       U"可",       U"可以",     U"的",       U"并",       U"并且",
    U"且",     U"和",       U"及",       U"与",       U"或",       U"或者",     U"其",
    U"其中",   U"为",       U"是",       U"后",       U"原则上",   U"一般",     U"至少",
    U"最迟",   U"不迟于",   U"最晚",     U"不晚于",   U"内容",     U"信息",     U"完成",
    U"完毕",   U"一次",     U"1次",      U"相关",     U"有关",     U"结果",     U"在",
    U"于",     U"不少于",   U"不得少于", U"不超过",   U"不得超过", U"提前",     U"发",
    U"通知",   U"邀请",     U"时限",     U"公开时限", U"期限",     U"公开期限", U"公开时间",
    U"时间",   U"更新周期", U"更新频率", U"更新频次", U"公示期",   U"公示时间", U"公示期限",
    U"方式",   U"含",       U"等",       U"工作",     U"做好",     U"上",       U"状态",
    U"有效",   U"管理",     U"维护",     U"做到",     U"保持",     U"随时",     U"定期",
    U"自",     U"从",       U"起"};

/// Punctuation that needs no understanding.
inline constexpr std::u32string_view kPunctuation = U",.;:、。·()[]【】\"'“”‘’!?-_*/|…";

/// Left-overs of 个工作日内 where words were doubled or cut.
inline constexpr Word kStray[] = {U"个工作日内", U"工作日内", U"日内",   U"内",     U"以内",
                                  U"之内",       U"个工作日", U"工作日", U"之日起", U"日起"};

inline constexpr Word kWithinTail[] = {U"内",     U"以内",     U"之内",   U"(含)内",  U"期间内",
                                       U"时间内", U"的时间内", U"期限内", U"的期限内"};
inline constexpr Word kInside[] = {U"内", U"以内", U"之内"};
inline constexpr Word kBeforeTail[] = {U"前", U"以前", U"之前"};
inline constexpr Word kAfterTail[] = {U"后", U"以后", U"之后"};
/// What ends the naming of an event.
inline constexpr Word kEventTail[] = {U"之日起", U"之日", U"日起", U"当日起", U"之时起", U"时起",
                                      U"起",     U"之后", U"以后", U"后",     U"的",     U"起算"};
/// Those of them that can leave the measure to the next clause.
inline constexpr Word kOpenEventTail[] = {U"起", U"起算", U"之后", U"以后", U"后"};
inline constexpr Word kWithTail[] = {U"时", U"的同时", U"同时", U"之时", U"当时", U"之际"};
inline constexpr Word kTogether[] = {U"同时", U"同步", U"一并"};

inline constexpr Word kAtLeast[] = {U"不少于", U"不得少于", U"应不少于", U"不低于", U"不得低于",
                                    U"不短于", U"不得短于", U"至少",     U"最少",   U"至少为",
                                    U"最短",   U"少于不得", U"≥",        U">="};
inline constexpr Word kAtMost[] = {U"不超过",   U"不得超过", U"最长",   U"最多", U"不迟于",
                                   U"最迟",     U"最晚",     U"不晚于", U"至多", U"不多于",
                                   U"不得迟于", U"≤",        U"<="};
inline constexpr Word kLinks[] = {U"为",   U"是",     U":",  U"应", U"应当",
                                  U"一般", U"原则上", U"在", U"于", U"须"};

inline constexpr Word kExtending[] = {
    U"延长",     U"可延长", U"可以延长",     U"可再延长",   U"再延长",  U"可适当延长",
    U"适当延长", U"延期",   U"可延期",       U"顺延",       U"可顺延",  U"延长期限",
    U"延长时间", U"延长期", U"经批准可延长", U"可延长期限", U"延长时限"};
inline constexpr Word kDisplaying[] = {
    U"公示",           U"公示期",       U"公示期限",     U"公示时间",     U"公示时长",
    U"公示期间",       U"公告",         U"公告期",       U"公告期限",     U"公告时间",
    U"公告期间",       U"征求意见",     U"征求意见期",   U"征求意见期限", U"征求意见时间",
    U"征求意见的期限", U"意见征集期",   U"意见征集期限", U"意见征求期",   U"征集期",
    U"征集期限",       U"征集意见期限", U"展示",         U"张贴",         U"张贴期限",
    U"公示天数",       U"公示的期限",   U"公示的时间",   U"公示期应",     U"公布期",
    U"公布期限",       U"异议期"};
inline constexpr Word kKeeping[] = {U"保留",     U"保存",     U"留存",      U"存续",
                                    U"保留期限", U"公开期限", U"保留时间",  U"公开保留",
                                    U"有效期",   U"公开期",   U"公布期限为"};
inline constexpr Word kFull[] = {U"满", U"届满", U"期满", U"已满", U"超过", U"满了"};
inline constexpr Word kWithdrawing[] = {U"不再", U"撤",   U"下架", U"取消", U"停止", U"删除",
                                        U"移出", U"屏蔽", U"终止", U"撤下", U"自动"};
inline constexpr Word kUpdating[] = {U"更新", U"调整", U"公开", U"公布", U"公示",
                                     U"发布", U"维护", U"通报", U"公告"};

inline constexpr Word kLasting[] = {U"长期", U"永久", U"常年", U"长久", U"永久性", U"长期性"};
inline constexpr Word kAtOnce[] = {U"实时", U"即时", U"立即", U"当场"};
inline constexpr Word kPrompt[] = {U"及时",     U"尽快", U"尽早", U"适时",
                                   U"第一时间", U"按时", U"随时"};
inline constexpr Word kMoving[] = {
    U"动态调整", U"动态更新", U"动态公开",   U"动态管理", U"动态维护", U"动态公示",
    U"适时更新", U"适时调整", U"及时更新",   U"及时调整", U"定期更新", U"定期调整",
    U"定期公开", U"定期公布", U"不定期更新", U"随时更新", U"据实更新", U"动态"};
inline constexpr Word kUpdateAtOnce[] = {U"实时更新", U"实时调整", U"即时更新", U"即时调整"};
inline constexpr Word kSameDay[] = {U"当日", U"当天", U"即日", U"同日"};
inline constexpr Word kNextDay[] = {U"次日", U"翌日", U"第二天", U"第二日"};
inline constexpr Word kNextWorkingDay[] = {U"次工作日",   U"下一工作日",   U"下一个工作日",
                                           U"次一工作日", U"第二个工作日", U"下个工作日"};
inline constexpr Word kOnRequest[] = {U"依申请公开", U"依申请", U"依申请予以公开"};

/// Words before an event.
inline constexpr Word kEventMarks[] = {U"自", U"从", U"在", U"于"};
/// Words that only begin or end with such a mark.
inline constexpr Word kNoEventMark[] = {
    U"自然", U"自行", U"自愿", U"自治", U"自主", U"自查", U"自身", U"自己", U"自建",
    U"自学", U"从业", U"从事", U"从严", U"在建", U"在线", U"在校", U"在职", U"在册",
    U"在编", U"在岗", U"在园", U"在读", U"自筹", U"自贸", U"在外", U"自助"};
inline constexpr Word kNoEventMarkBefore[] = {U"各", U"来", U"亲", U"独", U"存", U"所", U"现",
                                              U"正", U"不", U"关", U"由", U"属", U"对", U"用",
                                              U"至", U"处", U"低", U"少", U"大", U"小"};
inline constexpr Word kConnectives[] = {
    U"其中",      U"其中:", U"同时", U"并且",      U"但是",       U"对于",      U"、",
    U",",         U"以及",  U"或者", U"公开时限:", U"公开时限为", U"公开期限:", U"公开期限为",
    U"公开时间:", U"时限:", U"及时", U"原则上",    U"一般",       U"公开时限"};
inline constexpr Word kSubjectTail[] = {
    U"应当", U"应",   U"须", U"的",   U"则",   U"为", U"是",   U":",    U"必须", U"原则上",
    U"一般", U"及时", U",",  U"予以", U"应予", U"均", U"一律", U"应于", U"最迟", U"至少"};
/// Words that end like one of those.
inline constexpr Word kNoSubjectTail[] = {U"供应", U"反应", U"响应", U"对应", U"适应", U"行为",
                                          U"作为", U"目的", U"标的", U"原则", U"细则", U"规则"};
/// Subjects that say no more than that it is about the information.
inline constexpr Word kGeneric[] = {U"信息",
                                    U"该信息",
                                    U"政府信息",
                                    U"该政府信息",
                                    U"公开事项",
                                    U"公开信息",
                                    U"公开内容",
                                    U"内容",
                                    U"相关信息",
                                    U"有关信息",
                                    U"事项",
                                    U"该事项",
                                    U"本事项",
                                    U"公开事项信息",
                                    U"应公开的信息",
                                    U"应当公开的信息",
                                    U"主动公开的政府信息",
                                    U"主动公开信息",
                                    U"属于主动公开范围的政府信息",
                                    U"属于主动公开范围的",
                                    U"公开",
                                    U"公示",
                                    U"公布",
                                    U"发布",
                                    U"更新",
                                    U"调整",
                                    U"信息公开",
                                    U"政务信息",
                                    U"政务公开信息",
                                    U"公开时限",
                                    U"更新周期",
                                    U"更新频率",
                                    U"公开期限",
                                    U"公开时间",
                                    U"公开频次",
                                    U"更新时间",
                                    U"更新时限",
                                    U"信息更新",
                                    U"公告",
                                    U"其",
                                    U"上述信息",
                                    U"以上信息",
                                    U"相关内容"};
inline constexpr Word kRest[] = {U"其他", U"其它", U"其余", U"除"};

/// Labels that may stand before a colon without being a subject.
inline constexpr Word kLabels[] = {
    U"公开时限", U"公开时间", U"公开期限", U"时限",     U"期限",     U"时间",
    U"公示期",   U"公示期限", U"公示时间", U"公告期",   U"公告期限", U"更新周期",
    U"更新频率", U"更新频次", U"更新时限", U"公开频次", U"公开频率", U"征求意见期限"};

inline constexpr Word kProvided[] = {U"时限", U"期限", U"时间", U"时段", U"日期", U"规定"};
inline constexpr Word kAccording[] = {U"按照", U"依照", U"按", U"依据", U"根据", U"遵照", U"依"};
inline constexpr Word kRule[] = {U"规定", U"要求", U"约定", U"进度", U"进展", U"有关",
                                 U"法",   U"情况", U"实际", U"需要", U"程序"};
inline constexpr Word kPlaceMarks[] = {U"在", U"通过", U"于", U"经", U"利用", U"由", U"向", U"以"};

inline constexpr Word kOtherwise[] = {U"另有规定", U"从其规定", U"有特殊规定", U"另行规定"};
inline constexpr Word kProvisoBegin[] = {U"法律",   U"法规",   U"行政法规", U"国家",
                                         U"党中央", U"国务院", U"上级",     U"如有",
                                         U"另有",   U"有特殊", U"若"};
inline constexpr Word kExcept[] = {U"除外", U"除外的"};

/// What happens in an event; makes a text without 之日起 an event rather than a subject.
inline constexpr Word kEventVerbs[] = {
    U"形成", U"变更", U"作出", U"做出", U"获取", U"制作", U"制定", U"生成", U"产生", U"确定",
    U"批准", U"批复", U"审批", U"完成", U"结束", U"下达", U"下发", U"签订", U"收到", U"印发",
    U"公布", U"通过", U"发生", U"更新", U"启动", U"受理", U"发放", U"办结", U"终了", U"出具",
    U"签发", U"成立", U"生效", U"备案", U"知悉", U"送达", U"期满", U"届满", U"开始", U"变化",
    U"调整", U"修订", U"废止", U"验收", U"登记", U"认定", U"修改", U"签署", U"结案"};

}  // namespace catalog::deadline_words
