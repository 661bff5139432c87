#pragma once

#include "model/documents.h"
#include "model/typed_field.h"

namespace catalog {

// The field table, part one: the item and what stands inside it.

template <>
struct Fields<Link> {
  static constexpr Bilingual name{"公开网址", "link"};
  static constexpr Bilingual meaning{"信息本身所在的网页", "where the information itself is"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Link::title>{{.key = {"名称", "title"},
                                  .meaning = {"链接的名称", "the link's words"},
                                  .required = true}},
        TypedField<&Link::url>{{.key = {"网址", "url"},
                                .meaning = {"以 http:// 或 https:// 开头的网址",
                                            "an address that begins with http:// or https://"},
                                .required = true,
                                .content = Content::Url,
                                .identity = true}},
    };
  }
};

template <>
struct Fields<Approval> {
  static constexpr Bilingual name{"批准", "approval"};
  static constexpr Bilingual meaning{"谁在何时以何文件批准",
                                     "who approved it, when and by which document"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Approval::by>{{.key = {"批准单位", "by"},
                                   .meaning = {"批准的单位", "the unit that approved"},
                                   .required = true}},
        TypedField<&Approval::on>{{.key = {"批准日期", "on"},
                                   .meaning = {"批准的日期", "the day of approval"},
                                   .required = true,
                                   .content = Content::Date}},
        TypedField<&Approval::document>{
            {.key = {"批准文号", "document"},
             .meaning = {"批准文件的文号", "the number of the approving document"}}},
    };
  }
};

template <>
struct Fields<Deviation> {
  static constexpr Bilingual name{"偏离说明", "deviation"};
  static constexpr Bilingual meaning{
      "经批准的偏离：只对所列规则生效，到期失效；未批准的只把错误降为警告",
      "an accepted departure: it suppresses exactly the rules that it names, until its date; "
      "without approval an error becomes a warning"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Deviation::rules>{
            {.key = {"规则", "rules"},
             .meaning = {"所偏离的规则名", "names of the rules departed from"},
             .required = true,
             .content = Content::RuleName,
             .merge = Merge::Set,
             .identity = true}},
        TypedField<&Deviation::values>{{.key = {"取值", "values"},
                                        .meaning = {"只对这些取值生效", "only for these values"},
                                        .merge = Merge::Set,
                                        .identity = true}},
        TypedField<&Deviation::reason>{
            {.key = {"理由", "reason"}, .meaning = {"偏离的理由", "why"}, .required = true}},
        TypedField<&Deviation::basis>{{.key = {"依据", "basis"},
                                       .meaning = {"所依据的文件", "the document it rests on"},
                                       .content = Content::Citation}},
        TypedField<&Deviation::until>{{.key = {"截止", "until"},
                                       .meaning = {"最后一日", "its last day"},
                                       .content = Content::Date}},
        TypedField<&Deviation::approved>{
            {.key = {"批准", "approved"}, .meaning = {"批准情况", "its approval"}}},
    };
  }
};

template <>
struct Fields<Omission> {
  static constexpr Bilingual name{"不设说明", "omission"};
  static constexpr Bilingual meaning{"不设的指引事项及其理由",
                                     "a guideline row left out, with its reason"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Omission::guideline>{
            {.key = {"指引", "guideline"},
             .meaning = {"不设的指引事项：领域/编号", "the row left out: domain/id"},
             .required = true,
             .content = Content::Reference,
             .identity = true}},
        TypedField<&Omission::reason>{{.key = {"理由", "reason"},
                                       .meaning = {"不设的理由", "why"},
                                       .required = true,
                                       .compare = Compare::Changed}},
        TypedField<&Omission::basis>{{.key = {"依据", "basis"},
                                      .meaning = {"所依据的文件", "the document it rests on"},
                                      .content = Content::Citation,
                                      .compare = Compare::Changed}},
        TypedField<&Omission::until>{{.key = {"截止", "until"},
                                      .meaning = {"到何日重新考虑", "until when"},
                                      .content = Content::Date,
                                      .compare = Compare::Dates}},
    };
  }
};

template <>
struct Fields<Element> {
  static constexpr Bilingual name{"公开内容", "element"};
  static constexpr Bilingual meaning{"一项公开内容；与事项不同时另写方式、范围、理由或时限",
                                     "one thing that is disclosed; with mode, extent, ground or "
                                     "deadline where they differ from its item's"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Element::name>{{.key = {"名称", "name"},
                                    .meaning = {"公开内容的名称", "what is disclosed"},
                                    .required = true,
                                    .identity = true}},
        SeldomField<&Element::own, &ElementOwn::required>{
            {.key = {"必须", "required"},
             .meaning = {"指引中是否必须公开（●/〇）", "whether the guideline demands it (●/〇)"},
             .content = Content::Words,
             .words = &words::kYesNo}},
        SeldomField<&Element::own, &ElementOwn::mode>{
            {.key = {"公开方式", "mode"},
             .other_key = "公开属性",
             .meaning = {"与事项不同的公开方式", "its own mode"},
             .content = Content::Vocabulary,
             .vocabulary = "modes",
             .compare = Compare::Mode}},
        SeldomField<&Element::own, &ElementOwn::extent>{
            {.key = {"公开范围", "extent"},
             .meaning = {"全文或部分", "full or partial"},
             .content = Content::Vocabulary,
             .vocabulary = "extents",
             .compare = Compare::Extent}},
        SeldomField<&Element::own, &ElementOwn::ground>{
            {.key = {"不予公开理由", "ground"},
             .meaning = {"不予公开所依据的条款", "the article that allows withholding"},
             .content = Content::Citation,
             .compare = Compare::Changed}},
        SeldomField<&Element::own, &ElementOwn::review>{
            {.key = {"复核日期", "review"},
             .meaning = {"下次审查的日期", "when it is reviewed again"},
             .content = Content::Date,
             .compare = Compare::Dates}},
        SeldomField<&Element::own, &ElementOwn::deadline>{
            {.key = {"公开时限", "deadline"},
             .meaning = {"与事项不同的公开时限", "its own deadline"},
             .content = Content::Deadline,
             .compare = Compare::Deadline,
             .merge = Merge::Meaning}},
    };
  }
};

// The fields that items of lists, standards and guidelines share, in four parts between which
// guideline rows have some of their own; `kComplete` demands what a published row needs.

constexpr auto item_id_field() {
  return std::tuple{
      TypedField<&Item::id>{
          {.key = {"编号", "id"},
           .meaning = {"事项编号，永不改变、不再使用；小写字母、数字和连字符",
                       "never changed or used again; lower-case letters, digits, hyphens"},
           .required = true,
           .content = Content::Id,
           .merge = Merge::Keep,
           .identity = true}},
  };
}

/// From the guideline row to the channels.
template <bool kComplete>
constexpr auto item_content_fields() {
  return std::tuple{
      TypedField<&Item::guideline>{
          {.key = {"指引", "guideline"},
           .meaning = {"本事项落实的指引事项：领域/编号",
                       "the guideline row that the item implements: domain/id; may be a list"},
           .content = Content::Reference,
           .compare = Compare::Editorial,
           .merge = Merge::Set}},
      TypedField<&Item::category>{
          {.key = {"类别", "category"},
           .meaning = {"综合政务、权力事项等", "kind of item, as Shanghai's form of 2020 has it"},
           .compare = Compare::Editorial}},
      TypedField<&Item::topic>{{.key = {"一级事项", "topic"},
                                .meaning = {"事项名称第一级", "the item's name, first part"},
                                .required = true,
                                .compare = Compare::Name}},
      TypedField<&Item::subtopic>{{.key = {"二级事项", "subtopic"},
                                   .meaning = {"事项名称第二级", "the item's name, second part"},
                                   .compare = Compare::Name}},
      TypedField<&Item::detail>{{.key = {"三级事项", "detail"},
                                 .meaning = {"事项名称第三级", "the item's name, third part"},
                                 .compare = Compare::Name}},
      TypedField<&Item::elements>{{.key = {"公开内容", "elements"},
                                   .meaning = {"公开内容（要素）", "what is disclosed"},
                                   .required = kComplete,
                                   .compare = Compare::Set,
                                   .merge = Merge::Set}},
      TypedField<&Item::basis>{
          {.key = {"公开依据", "basis"},
           .meaning = {"法律法规和文件：《名称》（文号）", "laws and documents: 《title》(number)"},
           .required = kComplete,
           .content = Content::Citation,
           .compare = Compare::Changed,
           .merge = Merge::Set}},
      TypedField<&Item::deadline>{{.key = {"公开时限", "deadline"},
                                   .meaning = {"公布时所用的文字；可按层级分写",
                                               "the phrase as published; may be a map by level"},
                                   .required = kComplete,
                                   .content = Content::Deadline,
                                   .compare = Compare::Deadline,
                                   .merge = Merge::Meaning}},
      TypedField<&Item::publisher>{
          {.key = {"公开主体", "publisher"},
           .meaning = {"由谁公开；可按层级分写", "who discloses; may be a map by level"},
           .required = kComplete,
           .compare = Compare::Changed}},
      TypedField<&Item::channels>{
          {.key = {"公开渠道和载体", "channels"},
           .other_key = "公开渠道",
           .meaning = {"词表中的渠道，或其他（…）；可按层级分写",
                       "channels of the vocabulary, or 其他（…）; may be a map by level"},
           .required = kComplete,
           .content = Content::Vocabulary,
           .vocabulary = "channels",
           .compare = Compare::Set,
           .merge = Merge::Set}},
  };
}

/// From the audience to the departures.
template <bool kComplete>
constexpr auto item_reach_fields() {
  return std::tuple{
      TypedField<&Item::audience>{
          {.key = {"公开对象", "audience"},
           .meaning = {"全社会，或特定群体（何人）", "全社会, or 特定群体(who)"},
           .required = kComplete,
           .content = Content::Vocabulary,
           .vocabulary = "audiences",
           .compare = Compare::Audience,
           .merge = Merge::Meaning}},
      TypedField<&Item::mode>{
          {.key = {"公开方式", "mode"},
           .other_key = "公开属性",
           .meaning = {"主动、依申请或不予公开", "active, on request, or withheld"},
           .required = kComplete,
           .content = Content::Vocabulary,
           .vocabulary = "modes",
           .compare = Compare::Mode}},
      SeldomField<&Item::seldom, &ItemSeldom::extent>{{.key = {"公开范围", "extent"},
                                                       .meaning = {"全文或部分", "full or partial"},
                                                       .content = Content::Vocabulary,
                                                       .vocabulary = "extents",
                                                       .compare = Compare::Extent}},
      SeldomField<&Item::seldom, &ItemSeldom::ground>{
          {.key = {"不予公开理由", "ground"},
           .meaning = {"依申请或不予公开所依据的条款", "the article that allows withholding"},
           .content = Content::Citation,
           .compare = Compare::Changed}},
      SeldomField<&Item::seldom, &ItemSeldom::review>{
          {.key = {"复核日期", "review"},
           .meaning = {"下次审查的日期", "when it is reviewed again"},
           .content = Content::Date,
           .compare = Compare::Dates}},
      TypedField<&Item::levels>{{.key = {"公开层级", "levels"},
                                 .meaning = {"市级、区级、街镇级", "city, district, street"},
                                 .required = kComplete,
                                 .content = Content::Vocabulary,
                                 .vocabulary = "levels",
                                 .compare = Compare::Set,
                                 .merge = Merge::Set}},
      TypedField<&Item::links>{
          {.key = {"公开网址", "links"},
           .meaning = {"信息本身所在的网页", "where the information itself is"},
           .compare = Compare::Editorial,
           .merge = Merge::Records}},
      SeldomField<&Item::seldom, &ItemSeldom::deviation>{
          {.key = {"偏离说明", "deviation"},
           .meaning = {"经批准的偏离", "accepted departures"},
           .merge = Merge::Records,
           .told = false}},
  };
}

constexpr auto item_remark_fields() {
  return std::tuple{
      SeldomField<&Item::seldom, &ItemSeldom::note>{
          {.key = {"备注", "note"}, .meaning = {"备注", "a note"}, .compare = Compare::Editorial}},
      SeldomField<&Item::seldom, &ItemSeldom::extra>{
          {.key = {"其他列", "extra"},
           .meaning = {"原表中的其他列", "further columns of the table it came from"},
           .compare = Compare::Editorial,
           .merge = Merge::Records}},
  };
}

constexpr auto item_fields() {
  return std::tuple_cat(item_id_field(), item_content_fields<true>(), item_reach_fields<true>(),
                        item_remark_fields());
}

template <>
struct Fields<Item> {
  static constexpr Bilingual name{"公开事项", "item"};
  static constexpr Bilingual meaning{"目录的一行", "one row of a catalogue"};
  static constexpr auto table() { return item_fields(); }
};

template <>
struct Fields<StandardItem> {
  static constexpr Bilingual name{"标准事项", "standard item"};
  static constexpr Bilingual meaning{"标准目录的一行", "one row of a standard"};
  static constexpr auto table() {
    return std::tuple_cat(item_fields(),
                          std::tuple{TypedField<&StandardItem::was>{
                              {.key = {"来源清单", "was"},
                               .meaning = {"由哪些清单事项合并而来（地址）",
                                           "addresses of the list items that it was merged from"},
                               .merge = Merge::Set,
                               .told = false}}});
  }
};

template <>
struct Fields<Row> {
  static constexpr Bilingual name{"指引事项", "guideline row"};
  static constexpr Bilingual meaning{"标准指引的一行及其出处",
                                     "a row of a guideline with its provenance"};
  static constexpr auto table() {
    return std::tuple_cat(
        item_id_field(),
        std::tuple{
            TypedField<&Row::number>{{.key = {"序号", "number"},
                                      .meaning = {"指引表中的序号，可能改变",
                                                  "the number printed in the table; may change"}}},
            TypedField<&Row::aliases>{{.key = {"曾用编号", "aliases"},
                                       .meaning = {"以前的编号", "former ids"},
                                       .content = Content::Id}},
        },
        item_content_fields<false>(),
        std::tuple{
            TypedField<&Row::channels_demand>{
                {.key = {"渠道要求", "channels_demand"},
                 .meaning = {"标■的渠道须全部采用，或至少采用其一",
                             "whether all channels marked ■ are demanded, or at least one"},
                 .content = Content::Words,
                 .words = &words::kDemand}},
            TypedField<&Row::channels_allowed>{{.key = {"可选渠道", "channels_allowed"},
                                                .meaning = {"标□的渠道", "channels printed □"},
                                                .content = Content::Vocabulary,
                                                .vocabulary = "channels"}},
        },
        item_reach_fields<false>(),
        std::tuple{
            TypedField<&Row::seen>{{.key = {"核验", "seen"},
                                    .meaning = {"各栏是否在公布的表中逐项读到",
                                                "whether its cells were read on a publication"},
                                    .required = true,
                                    .content = Content::Words,
                                    .words = &words::kSeen}},
            TypedField<&Row::unsure>{
                {.key = {"未核实", "unsure"},
                 .meaning = {"未在公布的表中读到的栏目", "keys of the cells that were not read"},
                 .content = Content::FieldKey}},
            TypedField<&Row::from>{
                {.key = {"来源", "from"},
                 .meaning = {"读到该行的出处代号", "keys of the sources in which it was read"}}},
        },
        item_remark_fields());
  }
};

}  // namespace catalog
