#pragma once

#include "model/fields_item.h"

namespace catalog {

// The field table, part two: the files that units author and the workspace itself.

/// The first key of every file.
constexpr auto head_fields() {
  return std::tuple{
      TypedField<&Head::kind>{
          {.key = {"类型", "kind"},
           .meaning = {"文件类型，须为第一个键", "what the file is; the first key"},
           .required = true,
           .content = Content::Kind}},
  };
}

constexpr auto note_field() {
  return std::tuple{TypedField<&Head::note>{{.key = {"备注", "note"},
                                             .meaning = {"备注", "a note"},
                                             .compare = Compare::Editorial,
                                             .told = false}}};
}

/// What list and standard have in common behind their `kind`.
constexpr auto domain_field() {
  return std::tuple{TypedField<&Catalogue::domain>{{.key = {"领域", "domain"},
                                                    .meaning = {"所属领域", "the domain"},
                                                    .required = true,
                                                    .content = Content::Slug}}};
}

constexpr auto catalogue_fields() {
  return std::tuple{
      TypedField<&Catalogue::version>{
          {.key = {"版本", "version"},
           .meaning = {"版本号，如 \"2020.1\"", "its version, as \"2020.1\""},
           .required = true,
           .content = Content::Version,
           .compare = Compare::Editorial,
           .told = false}},
      TypedField<&Catalogue::effective>{{.key = {"生效日期", "effective"},
                                         .meaning = {"生效日期", "the day from which it holds"},
                                         .content = Content::Date,
                                         .compare = Compare::Editorial,
                                         .told = false}},
  };
}

constexpr auto omitted_field() {
  return std::tuple{
      TypedField<&Catalogue::omitted>{{.key = {"不设说明", "omitted"},
                                       .meaning = {"不设的指引事项", "guideline rows left out"},
                                       .compare = Compare::LeftOut,
                                       .merge = Merge::Records}}};
}

template <>
struct Fields<List> {
  static constexpr Bilingual name{"事项清单", "list"};
  static constexpr Bilingual meaning{"一个单位就一个领域编制的事项清单",
                                     "what one unit authors for one domain"};
  static constexpr auto table() {
    return std::tuple_cat(head_fields(), domain_field(),
                          std::tuple{TypedField<&List::unit>{
                              {.key = {"单位", "unit"},
                               .meaning = {"编制单位的代码", "code of the unit that authors it"},
                               .required = true,
                               .content = Content::UnitCode}}},
                          catalogue_fields(),
                          std::tuple{TypedField<&List::standard>{
                              {.key = {"标准版本", "standard"},
                               .meaning = {"由采用生成的清单所据标准的版本；这样的清单只列本级",
                                           "of a list resolved from a standard: its version; such "
                                           "a list holds its unit's own level only"},
                               .content = Content::Version,
                               .compare = Compare::Editorial,
                               .told = false}}},
                          note_field(),
                          std::tuple{
                              TypedField<&List::items>{{.key = {"事项", "items"},
                                                        .meaning = {"公开事项", "the items"},
                                                        .required = true,
                                                        .merge = Merge::Records}},
                          },
                          omitted_field());
  }
};

template <>
struct Fields<Confirmation> {
  static constexpr Bilingual name{"确认", "confirmation"};
  static constexpr Bilingual meaning{"标准确认", "the confirmation of a standard"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Confirmation::by>{{.key = {"确认单位", "by"},
                                       .meaning = {"确认的部门", "the department that confirmed"},
                                       .required = true,
                                       .compare = Compare::Editorial}},
        TypedField<&Confirmation::on>{{.key = {"确认日期", "on"},
                                       .meaning = {"确认的日期", "the day of confirmation"},
                                       .required = true,
                                       .content = Content::Date,
                                       .compare = Compare::Editorial}},
        TypedField<&Confirmation::document>{
            {.key = {"文号", "document"},
             .meaning = {"确认文件的文号", "the number of the confirming document"},
             .compare = Compare::Editorial}},
        TypedField<&Confirmation::digest>{
            {.key = {"摘要", "digest"},
             .meaning = {"所确认内容的摘要值", "the digest of the meaning that was confirmed"},
             .required = true}},
    };
  }
};

template <>
struct Fields<Publication> {
  static constexpr Bilingual name{"发布", "publication"};
  static constexpr Bilingual meaning{"发布情况", "where and when it was published"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Publication::url>{{.key = {"网址", "url"},
                                       .meaning = {"发布的网址", "where it is published"},
                                       .required = true,
                                       .content = Content::Url,
                                       .compare = Compare::Editorial}},
        TypedField<&Publication::on>{{.key = {"发布日期", "on"},
                                      .meaning = {"发布的日期", "the day of publication"},
                                      .required = true,
                                      .content = Content::Date,
                                      .compare = Compare::Editorial}},
        TypedField<&Publication::version>{
            {.key = {"版本", "version"},
             .meaning = {"所发布的版本", "the version that was published"},
             .content = Content::Version,
             .compare = Compare::Editorial}},
        TypedField<&Publication::digest>{
            {.key = {"摘要", "digest"},
             .meaning = {"所发布内容的摘要值", "the digest of what was published"},
             .required = true}},
    };
  }
};

template <>
struct Fields<Settlement> {
  static constexpr Bilingual name{"冲突处理", "settlement"};
  static constexpr Bilingual meaning{
      "合并两家清单时一处冲突的处理；确认表据此列出",
      "how one disagreement was settled when the pair's lists were merged; the confirmation form "
      "lists them"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Settlement::item>{{.key = {"事项", "item"},
                                       .meaning = {"标准事项的编号", "the standard item's id"},
                                       .required = true,
                                       .content = Content::Id,
                                       .identity = true}},
        TypedField<&Settlement::field>{
            {.key = {"栏目", "field"},
             .meaning = {"有冲突的栏目（键），如 deadline.区级", "the field, as deadline.区级"},
             .required = true,
             .identity = true}},
        TypedField<&Settlement::by>{{.key = {"取舍", "by"},
                                     .meaning = {"从严、从部门、从区，或双方商定",
                                                 "how it was settled; agreed: by a value that "
                                                 "both wrote into the draft"},
                                     .required = true,
                                     .content = Content::Words,
                                     .words = &words::kSettlement}},
        TypedField<&Settlement::base>{
            {.key = {"原文", "base"},
             .meaning = {"上一版标准或指引的写法",
                         "what the last standard or the guideline says"}}},
        TypedField<&Settlement::department>{
            {.key = {"部门", "department"},
             .meaning = {"部门的写法", "what the department wrote"}}},
        TypedField<&Settlement::district>{
            {.key = {"区", "district"}, .meaning = {"区的写法", "what the district wrote"}}},
        TypedField<&Settlement::result>{
            {.key = {"结果", "result"}, .meaning = {"采用的写法", "what was taken"}}},
    };
  }
};

template <>
struct Fields<Standard> {
  static constexpr Bilingual name{"标准目录", "standard"};
  static constexpr Bilingual meaning{
      "一个领域经合并、确认的全市目录",
      "a domain's merged and confirmed catalogue for the whole city"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), domain_field(), catalogue_fields(),
        std::tuple{
            TypedField<&Standard::drafted_by>{
                {.key = {"起草单位", "drafted_by"},
                 .meaning = {"结对起草的部门和区（代码）",
                             "codes of the paired department and district"},
                 .content = Content::UnitCode,
                 .compare = Compare::Changed}},
            TypedField<&Standard::state>{
                {.key = {"状态", "state"},
                 .meaning = {"征求意见、送审、退回或确认",
                             "consultation, submitted, returned or confirmed"},
                 .content = Content::Words,
                 .words = &words::kState,
                 .compare = Compare::Editorial,
                 .told = false}},
            TypedField<&Standard::opinion>{
                {.key = {"意见", "opinion"},
                 .meaning = {"退回的意见", "the opinion with which it was returned"},
                 .compare = Compare::Editorial,
                 .told = false}},
            TypedField<&Standard::confirmed>{{.key = {"确认", "confirmed"},
                                              .meaning = {"确认情况", "its confirmation"},
                                              .compare = Compare::Editorial,
                                              .told = false}},
            TypedField<&Standard::published>{{.key = {"发布", "published"},
                                              .meaning = {"发布情况", "its publication"},
                                              .compare = Compare::Editorial,
                                              .told = false}},
            TypedField<&Standard::settled>{
                {.key = {"冲突处理", "settled"},
                 .meaning = {"合并时各处冲突的处理", "how the conflicts of merging were settled"},
                 .merge = Merge::Records,
                 .told = false}},
        },
        note_field(),
        std::tuple{
            TypedField<&Standard::requirements>{
                {.key = {"具体要求", "requirements"},
                 .meaning = {"部门提出的具体要求", "the department's requirements"},
                 .compare = Compare::Changed}},
            TypedField<&Standard::process>{
                {.key = {"具体流程", "process"},
                 .meaning = {"部门规定的具体流程", "the department's process"},
                 .compare = Compare::Changed}},
            TypedField<&Standard::items>{{.key = {"事项", "items"},
                                          .meaning = {"公开事项", "the items"},
                                          .required = true,
                                          .merge = Merge::Records}},
        },
        omitted_field());
  }
};

template <>
struct Fields<Source> {
  static constexpr Bilingual name{"出处", "source"};
  static constexpr Bilingual meaning{"读到指引事项的公开页面",
                                     "a publication in which rows were read"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Source::key>{{.key = {"代号", "key"},
                                  .meaning = {"出处的代号", "its key"},
                                  .required = true,
                                  .identity = true}},
        TypedField<&Source::of>{
            {.key = {"来源", "of"}, .meaning = {"何地何单位的公布", "whose publication it is"}}},
        TypedField<&Source::url>{{.key = {"网址", "url"},
                                  .meaning = {"政府网站的网址", "its address, if a government's"},
                                  .content = Content::Url}},
        TypedField<&Source::note>{{.key = {"备注", "note"}, .meaning = {"备注", "a note"}}},
    };
  }
};

template <>
struct Fields<Guideline> {
  static constexpr Bilingual name{"标准指引", "guideline"};
  static constexpr Bilingual meaning{"部委（或本市）就一个领域印发的标准指引",
                                     "a ministry's (or the city's) standard for a domain"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(),
        std::tuple{
            TypedField<&Guideline::domain>{{.key = {"领域", "domain"},
                                            .meaning = {"领域代号", "the domain"},
                                            .required = true,
                                            .content = Content::Slug}},
            TypedField<&Guideline::name>{{.key = {"名称", "name"},
                                          .meaning = {"领域名称", "the domain's name"},
                                          .required = true,
                                          .compare = Compare::Editorial}},
            TypedField<&Guideline::title>{{.key = {"标题", "title"},
                                           .meaning = {"指引的标题", "its title"},
                                           .compare = Compare::Editorial}},
            TypedField<&Guideline::issuer>{{.key = {"发布机关", "issuer"},
                                            .meaning = {"印发的机关", "who issued it"},
                                            .compare = Compare::Editorial}},
            TypedField<&Guideline::number>{
                {.key = {"文号", "number"},
                 .meaning = {"印发文件的文号", "the number of the document that issued it"},
                 .compare = Compare::Editorial}},
            TypedField<&Guideline::issued>{{.key = {"发布日期", "issued"},
                                            .meaning = {"印发的日期", "the day of issue"},
                                            .content = Content::Date,
                                            .compare = Compare::Editorial}},
            TypedField<&Guideline::complete>{
                {.key = {"完整", "complete"},
                 .meaning = {"是否收入指引的全部行", "whether all rows of the table are here"},
                 .required = true,
                 .content = Content::Words,
                 .words = &words::kComplete}},
            TypedField<&Guideline::channels_demand>{
                {.key = {"渠道要求", "channels_demand"},
                 .meaning = {"标■的渠道须全部采用，或至少采用其一",
                             "whether all channels marked ■ are demanded, or at least one"},
                 .content = Content::Words,
                 .words = &words::kDemand,
                 .compare = Compare::Changed}},
        },
        note_field(),
        std::tuple{
            TypedField<&Guideline::sources>{
                {.key = {"出处", "sources"},
                 .meaning = {"读到各行的公开页面", "the publications in which rows were read"}}},
            TypedField<&Guideline::items>{{.key = {"事项", "items"},
                                           .meaning = {"指引的各行", "the rows"},
                                           .required = true}},
        });
  }
};

template <>
struct Fields<DomainEntry> {
  static constexpr Bilingual name{"领域", "domain"};
  static constexpr Bilingual meaning{"领域的去留",
                                     "whether a domain is kept, changed, new or left out"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&DomainEntry::domain>{{.key = {"领域", "domain"},
                                          .meaning = {"领域代号", "the domain"},
                                          .required = true,
                                          .content = Content::Slug,
                                          .identity = true}},
        TypedField<&DomainEntry::status>{
            {.key = {"状态", "status"},
             .meaning = {"保留、调整、新增或不设", "kept, changed, new or omitted"},
             .required = true,
             .content = Content::Words,
             .words = &words::kDomainStatus}},
        TypedField<&DomainEntry::reason>{{.key = {"理由", "reason"}, .meaning = {"理由", "why"}}},
        TypedField<&DomainEntry::basis>{{.key = {"依据", "basis"},
                                         .meaning = {"依据", "the document it rests on"},
                                         .content = Content::Citation}},
        TypedField<&DomainEntry::until>{{.key = {"截止", "until"},
                                         .meaning = {"到何日重新考虑", "until when"},
                                         .content = Content::Date}},
    };
  }
};

template <>
struct Fields<Pairing> {
  static constexpr Bilingual name{"结对", "pairing"};
  static constexpr Bilingual meaning{"负责一个领域的部门和区",
                                     "department and district responsible for a domain"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Pairing::domain>{{.key = {"领域", "domain"},
                                      .meaning = {"领域代号", "the domain"},
                                      .required = true,
                                      .content = Content::Slug,
                                      .identity = true}},
        TypedField<&Pairing::department>{
            {.key = {"部门", "department"},
             .meaning = {"市级部门的代码", "code of the city department"},
             .content = Content::UnitCode}},
        TypedField<&Pairing::district>{{.key = {"区", "district"},
                                        .meaning = {"区的代码", "code of the district"},
                                        .required = true,
                                        .content = Content::UnitCode}},
        TypedField<&Pairing::confirms>{
            {.key = {"确认单位", "confirms"},
             .meaning = {"没有部门时由谁确认", "who confirms where there is no department"},
             .content = Content::UnitCode}},
        TypedField<&Pairing::example>{{.key = {"示例", "example"},
                                       .meaning = {"是否仅为示例", "whether it is only an example"},
                                       .content = Content::Words,
                                       .words = &words::kYesNo}},
    };
  }
};

template <>
struct Fields<Milestone> {
  static constexpr Bilingual name{"时间节点", "milestone"};
  static constexpr Bilingual meaning{"工作的时间节点", "a milestone of the work"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Milestone::name>{{.key = {"名称", "name"},
                                      .meaning = {"工作名称", "its name"},
                                      .required = true,
                                      .identity = true}},
        TypedField<&Milestone::due>{{.key = {"期限", "due"},
                                     .meaning = {"完成期限", "the day by which it is due"},
                                     .required = true,
                                     .content = Content::Date}},
    };
  }
};

template <>
struct Fields<WorkspaceFile> {
  static constexpr Bilingual name{"工作区", "workspace"};
  static constexpr Bilingual meaning{"工作区根目录的 catalog.yaml",
                                     "catalog.yaml at the workspace's root"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(),
        std::tuple{
            TypedField<&WorkspaceFile::title>{{.key = {"标题", "title"},
                                               .meaning = {"目录的标题", "the catalogue's title"},
                                               .required = true}},
            TypedField<&WorkspaceFile::version>{{.key = {"版本", "version"},
                                                 .meaning = {"版本号", "its version"},
                                                 .required = true,
                                                 .content = Content::Version}},
            TypedField<&WorkspaceFile::effective>{
                {.key = {"生效日期", "effective"},
                 .meaning = {"生效日期", "the day from which it holds"},
                 .content = Content::Date}},
        },
        note_field(),
        std::tuple{
            TypedField<&WorkspaceFile::guidelines>{
                {.key = {"标准指引", "guidelines"},
                 .meaning = {"指引文件或文件夹；builtin:national 为随附的一套",
                             "guideline files or folders; builtin:national is the installed set"},
                 .required = true,
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::units>{{.key = {"单位表", "units"},
                                               .meaning = {"单位表文件", "the units file"},
                                               .required = true,
                                               .content = Content::Path}},
            TypedField<&WorkspaceFile::legal>{
                {.key = {"法规库", "legal"},
                 .meaning = {"法规库文件；缺省用随附的",
                             "the legal register; by default the installed one"},
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::calendar>{
                {.key = {"工作日历", "calendar"},
                 .meaning = {"工作日历文件；缺省用随附的",
                             "the working-day calendar; by default the installed one"},
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::vocabulary>{
                {.key = {"词表", "vocabulary"},
                 .meaning = {"词表文件；缺省用随附的",
                             "the vocabulary; by default the installed one"},
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::baseline>{
                {.key = {"基线", "baseline"},
                 .meaning = {"基线文件：已知而不再报告的问题",
                             "the baseline: known findings that are not reported again"},
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::demands>{
                {.key = {"法定要求", "demands"},
                 .meaning = {"法定要求文件；缺省用随附的",
                             "what the law demands of disclosure; by default the installed one"},
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::templates>{
                {.key = {"样式", "templates"},
                 .meaning = {"样式文件或文件夹；缺省用随附的",
                             "template files or folders; by default the installed ones"},
                 .content = Content::Path}},
            TypedField<&WorkspaceFile::table_template>{
                {.key = {"目录样式", "template"},
                 .meaning = {"缺省的目录样式", "the default template"}}},
            TypedField<&WorkspaceFile::domains>{
                {.key = {"领域", "domains"},
                 .meaning = {"各领域的去留", "the domains of this version"}}},
            TypedField<&WorkspaceFile::pairings>{
                {.key = {"结对", "pairings"},
                 .meaning = {"结对分工", "who is paired for which domain"}}},
            TypedField<&WorkspaceFile::milestones>{
                {.key = {"时间节点", "milestones"}, .meaning = {"时间节点", "the milestones"}}},
            TypedField<&WorkspaceFile::rules>{
                {.key = {"规则", "rules"},
                 .meaning =
                     {"本工作区调整的规则级别：规则名: error|warning|note|off",
                      "severities that this workspace changes: rule: error|warning|note|off"}}},
            TypedField<&WorkspaceFile::compiler>{
                {.key = {"编制单位", "compiler"},
                 .meaning = {"编制单位", "who compiles the catalogue"}}},
            TypedField<&WorkspaceFile::contact>{
                {.key = {"联系方式", "contact"}, .meaning = {"联系方式", "how to reach them"}}},
            TypedField<&WorkspaceFile::hotline>{
                {.key = {"监督电话", "hotline"},
                 .meaning = {"监督电话", "the telephone for complaints"}}},
        });
  }
};

}  // namespace catalog
