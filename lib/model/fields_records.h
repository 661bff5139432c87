#pragma once

#include "model/fields_files.h"

namespace catalog {

// The field table: what is kept on record beside the catalogues, adjustments and known findings.

template <>
struct Fields<Adjustment> {
  static constexpr Bilingual name{"调整记录", "adjustment"};
  static constexpr Bilingual meaning{"一处调整的理由、依据和批准：按指纹，或按事项和字段指明",
                                     "why something changed: named by fingerprint, or by item and "
                                     "field"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Adjustment::fingerprint>{
            {.key = {"指纹", "fingerprint"},
             .meaning = {"catalog diff 给出的指纹", "the fingerprint that catalog diff gives"}}},
        TypedField<&Adjustment::item>{
            {.key = {"事项", "item"},
             .meaning = {"事项地址，如 list/310104/social-assistance/6",
                         "the item's address, as list/310104/social-assistance/6"}}},
        TypedField<&Adjustment::field>{{.key = {"字段", "field"},
                                        .meaning = {"只说明该字段的变化，如 deadline",
                                                    "only changes of this key, as deadline"}}},
        TypedField<&Adjustment::change>{
            {.key = {"变化", "change"},
             .meaning = {"变化的内容，供阅读", "what changed, for the reader"}}},
        TypedField<&Adjustment::reason>{
            {.key = {"理由", "reason"},
             .meaning = {"调整的理由；留空不算说明", "why; an empty one explains nothing"}}},
        TypedField<&Adjustment::basis>{{.key = {"依据", "basis"},
                                        .meaning = {"所依据的文件", "the document it rests on"},
                                        .content = Content::Citation}},
        TypedField<&Adjustment::approved>{
            {.key = {"批准", "approved"}, .meaning = {"批准情况", "its approval"}}},
    };
  }
};

template <>
struct Fields<AdjustmentsFile> {
  static constexpr Bilingual name{"动态调整", "adjustments"};
  static constexpr Bilingual meaning{"各版本之间调整的理由",
                                     "the reasons of changes between versions"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{
            TypedField<&AdjustmentsFile::version>{
                {.key = {"版本", "version"},
                 .meaning = {"调整后的版本", "the version after the changes"},
                 .content = Content::Version}},
            TypedField<&AdjustmentsFile::adjustments>{
                {.key = {"调整", "adjustments"}, .meaning = {"各处调整", "the adjustments"}}},
        });
  }
};

template <>
struct Fields<KnownFinding> {
  static constexpr Bilingual name{"已知问题", "known finding"};
  static constexpr Bilingual meaning{"建立基线时已有的一处问题",
                                     "a finding that was there when the baseline was made"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&KnownFinding::fingerprint>{
            {.key = {"指纹", "fingerprint"},
             .meaning = {"问题的指纹，只凭它识别",
                         "the finding's fingerprint, by which it is known"},
             .required = true,
             .content = Content::Fingerprint}},
        TypedField<&KnownFinding::rule>{{.key = {"规则", "rule"},
                                         .meaning = {"规则名", "the rule's name"},
                                         .required = true,
                                         .content = Content::RuleName}},
        TypedField<&KnownFinding::address>{
            {.key = {"地址", "address"}, .meaning = {"事项的地址", "the item's address"}}},
        TypedField<&KnownFinding::file>{
            {.key = {"文件", "file"},
             .meaning = {"没有地址的，所在文件", "its file, where it has no address"}}},
        TypedField<&KnownFinding::field>{
            {.key = {"栏目", "field"}, .meaning = {"所在的键", "the key where it stands"}}},
        TypedField<&KnownFinding::message>{
            {.key = {"说明", "message"},
             .meaning = {"建立基线时的说明，供人阅读", "what was said of it then, for people"}}},
    };
  }
};

template <>
struct Fields<BaselineFile> {
  static constexpr Bilingual name{"基线", "baseline"};
  static constexpr Bilingual meaning{
      "已知而不再报告的问题；只减不增（catalog validate --create-baseline 建立，--update-baseline "
      "删去已解决的）",
      "known findings that are not reported again; it only shrinks (made by catalog validate "
      "--create-baseline, --update-baseline takes out what is solved)"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{TypedField<&BaselineFile::findings>{
            {.key = {"已知问题", "findings"}, .meaning = {"已知的问题", "the known findings"}}}});
  }
};

}  // namespace catalog
