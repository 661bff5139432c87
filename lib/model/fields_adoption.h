#pragma once

#include "model/fields_files.h"

namespace catalog {

// The field table, part three: how one unit takes the city's standards over.

namespace detail {

/// A field that may be absent, or nothing where it is one of those left out.
template <class... Left, class Field>
constexpr auto optional_unless(Field field) {
  if constexpr ((std::is_same_v<Field, Left> || ...)) {
    return std::tuple{};
  } else {
    field.info.required = false;
    return std::tuple{field};
  }
}

}  // namespace detail

/// The fields of an item but some, each of which may be absent.
template <class... Left>
constexpr auto optional_item_fields() {
  return std::apply(
      [](const auto&... field) {
        return std::tuple_cat(detail::optional_unless<Left...>(field)...);
      },
      item_fields());
}

template <>
struct Fields<AdoptedStandard> {
  static constexpr Bilingual name{"采用的标准", "adopted standard"};
  static constexpr Bilingual meaning{"采用哪个领域的标准目录、哪一版",
                                     "a standard that is taken over, and its version"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&AdoptedStandard::domain>{{.key = {"领域", "domain"},
                                              .meaning = {"领域代号", "the domain"},
                                              .required = true,
                                              .content = Content::Slug,
                                              .identity = true}},
        TypedField<&AdoptedStandard::version>{
            {.key = {"版本", "version"},
             .meaning = {"采用的版本号", "the version that is taken over"},
             .required = true,
             .content = Content::Version}},
    };
  }
};

template <>
struct Fields<AdoptionMatch> {
  static constexpr Bilingual name{"适用事项", "match"};
  static constexpr Bilingual meaning{
      "所列各栏都相同的事项；文字按全半角等统一后须完全一致，占位填与未填均可",
      "items that have all of these values, exactly after normalisation; with placeholders as "
      "written, or filled in"};
  static constexpr auto table() {
    return std::tuple_cat(
        std::tuple{TypedField<&AdoptionMatch::domain>{{.key = {"领域", "domain"},
                                                       .meaning = {"领域代号", "the domain"},
                                                       .content = Content::Slug}}},
        optional_item_fields<TypedField<&Item::links>,
                             SeldomField<&Item::seldom, &ItemSeldom::deviation>,
                             SeldomField<&Item::seldom, &ItemSeldom::extra>>());
  }
};

template <>
struct Fields<AdoptionChange> {
  static constexpr Bilingual name{"改为", "change"};
  static constexpr Bilingual meaning{
      "改用的值；按层级分写时只改所写的层级",
      "the values to put there; a map by level changes only the levels that it names"};
  static constexpr auto table() {
    return optional_item_fields<TypedField<&Item::id>, TypedField<&Item::guideline>,
                                SeldomField<&Item::seldom, &ItemSeldom::deviation>>();
  }
};

template <>
struct Fields<AdoptionSet> {
  static constexpr Bilingual name{"本地调整", "local change"};
  static constexpr Bilingual meaning{"对标准事项的本地调整：从严的直接写，从宽的另附偏离说明",
                                     "a local change of the standard's items: a stricter one is "
                                     "simply written, a narrower one needs a deviation"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&AdoptionSet::match>{{.key = {"适用事项", "match"},
                                         .meaning = {"改哪些事项", "which items are changed"},
                                         .required = true,
                                         .identity = true}},
        TypedField<&AdoptionSet::to>{{.key = {"改为", "to"},
                                      .meaning = {"改成什么", "the values to put there"},
                                      .required = true}},
        TypedField<&AdoptionSet::deviation>{
            {.key = {"偏离说明", "deviation"},
             .meaning = {"从宽时的偏离说明", "the accepted departure, where it is narrower"},
             .merge = Merge::Records}},
    };
  }
};

template <>
struct Fields<Exclusion> {
  static constexpr Bilingual name{"不采用", "exclusion"};
  static constexpr Bilingual meaning{"不采用的事项或领域及其理由",
                                     "an item or domain that is not taken over, with its reason"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Exclusion::item>{
            {.key = {"事项", "item"},
             .meaning = {"标准事项：领域/编号", "the standard's item: domain/id"},
             .content = Content::Reference,
             .identity = true}},
        TypedField<&Exclusion::domain>{
            {.key = {"领域", "domain"},
             .meaning = {"整个领域不采用时写领域代号", "or a whole domain"},
             .content = Content::Slug,
             .identity = true}},
        TypedField<&Exclusion::reason>{
            {.key = {"理由", "reason"}, .meaning = {"不采用的理由", "why"}, .required = true}},
        TypedField<&Exclusion::basis>{{.key = {"依据", "basis"},
                                       .meaning = {"所依据的文件", "the document it rests on"},
                                       .content = Content::Citation}},
        TypedField<&Exclusion::until>{{.key = {"截止", "until"},
                                       .meaning = {"到何日重新考虑", "until when"},
                                       .content = Content::Date}},
    };
  }
};

template <>
struct Fields<AddedItem> {
  static constexpr Bilingual name{"新增事项", "added item"};
  static constexpr Bilingual meaning{
      "标准以外的本单位事项；编号以a开头，不与标准的编号相混",
      "an item beside those of the standard; its id begins with a, so that it is never one of the "
      "standard's"};
  static constexpr auto table() {
    return std::tuple_cat(
        std::tuple{TypedField<&AddedItem::domain>{{.key = {"领域", "domain"},
                                                   .meaning = {"领域代号", "the domain"},
                                                   .required = true,
                                                   .content = Content::Slug,
                                                   .identity = true}}},
        item_fields());
  }
};

template <>
struct Fields<Adoption> {
  static constexpr Bilingual name{"采用", "adoption"};
  static constexpr Bilingual meaning{"一个单位怎样采用全市的标准目录",
                                     "how one unit takes the city's standards over"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(),
        std::tuple{
            TypedField<&Adoption::unit>{{.key = {"单位", "unit"},
                                         .meaning = {"采用单位的代码", "code of the unit"},
                                         .required = true,
                                         .content = Content::UnitCode}},
            TypedField<&Adoption::extends>{
                {.key = {"沿用", "extends"},
                 .meaning = {"沿用哪个单位的采用（代码）；街镇缺省沿用所属区的",
                             "code of the unit whose adoption this one rests on; of a street or "
                             "town its district's by default"},
                 .content = Content::UnitCode}},
        },
        note_field(),
        std::tuple{
            TypedField<&Adoption::standards>{
                {.key = {"采用标准", "standards"},
                 .meaning = {"采用的标准目录及版本", "the standards that are taken over"},
                 .merge = Merge::Records}},
            TypedField<&Adoption::set>{
                {.key = {"本地调整", "set"},
                 .meaning = {"对标准事项的本地调整", "local changes of the standard's items"},
                 .merge = Merge::Records}},
            TypedField<&Adoption::exclude>{
                {.key = {"不采用", "exclude"},
                 .meaning = {"不采用的事项或领域", "items or domains that are not taken over"},
                 .merge = Merge::Records}},
            TypedField<&Adoption::add>{
                {.key = {"新增事项", "add"},
                 .meaning = {"标准以外的本单位事项", "items beside those of the standard"},
                 .merge = Merge::Records}},
        });
  }
};

}  // namespace catalog
