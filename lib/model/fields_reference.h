#pragma once

#include "model/fields_adoption.h"
#include "model/fields_records.h"

namespace catalog {

// The field table, part four: reference data (units, law, calendar, vocabulary, templates).

template <>
struct Fields<UnitName> {
  static constexpr Bilingual name{"名称沿革", "unit name"};
  static constexpr Bilingual meaning{"单位在一段时间内的名称",
                                     "a name that a unit had in a span of time"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&UnitName::name>{
            {.key = {"名称", "name"}, .meaning = {"当时的名称", "the name"}, .required = true}},
        TypedField<&UnitName::from>{{.key = {"起", "from"},
                                     .meaning = {"起始日期", "its first day"},
                                     .content = Content::Date}},
        TypedField<&UnitName::until>{{.key = {"止", "until"},
                                      .meaning = {"截止日期", "its last day"},
                                      .content = Content::Date}},
    };
  }
};

template <>
struct Fields<Unit> {
  static constexpr Bilingual name{"单位", "unit"};
  static constexpr Bilingual meaning{"部门、区、街道、镇、乡或园区",
                                     "a department, district, street, town, township or zone"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&Unit::code>{{.key = {"代码", "code"},
                                 .meaning = {"GB/T 2260 或统计用区划代码，部门用英文代号；永不改变",
                                             "GB/T 2260 or the statistics office's code, a slug "
                                             "for departments; never changes"},
                                 .required = true,
                                 .content = Content::UnitCode}},
        TypedField<&Unit::name>{
            {.key = {"名称", "name"}, .meaning = {"名称", "its name"}, .required = true}},
        TypedField<&Unit::aliases>{
            {.key = {"简称", "short"}, .meaning = {"简称和其他名称", "short and other names"}}},
        TypedField<&Unit::office>{
            {.key = {"机关名称", "office"},
             .meaning = {"公开主体所用的机关名称", "the name under which it discloses"}}},
        TypedField<&Unit::level>{{.key = {"级别", "level"},
                                  .meaning = {"市级、区级或街镇级", "city, district or street"},
                                  .required = true,
                                  .content = Content::Vocabulary,
                                  .vocabulary = "levels"}},
        TypedField<&Unit::type>{{.key = {"类型", "type"},
                                 .meaning = {"部门、区、街道、镇、乡、园区",
                                             "department, district, street, town, township, zone"},
                                 .required = true,
                                 .content = Content::Words,
                                 .words = &words::kUnitType}},
        TypedField<&Unit::parent>{
            {.key = {"上级", "parent"},
             .meaning = {"所属区的代码", "code of the district it belongs to"},
             .content = Content::UnitCode}},
        TypedField<&Unit::domains>{{.key = {"主管领域", "domains"},
                                    .meaning = {"主管的领域", "domains it is in charge of"},
                                    .content = Content::Slug}},
        TypedField<&Unit::names>{
            {.key = {"名称沿革", "names"}, .meaning = {"名称的沿革", "its names in time"}}},
        TypedField<&Unit::hotline>{{.key = {"监督电话", "hotline"},
                                    .meaning = {"监督电话", "the telephone for complaints"}}},
        TypedField<&Unit::seen>{{.key = {"核验", "seen"},
                                 .meaning = {"是否在公开页面读到", "whether it was read on a page"},
                                 .content = Content::Words,
                                 .words = &words::kRegisterSeen}},
        TypedField<&Unit::from>{
            {.key = {"来源", "from"}, .meaning = {"出处代号", "keys of sources"}}},
        TypedField<&Unit::note>{{.key = {"备注", "note"}, .meaning = {"备注", "a note"}}},
    };
  }
};

template <>
struct Fields<UnitsFile> {
  static constexpr Bilingual name{"单位", "units"};
  static constexpr Bilingual meaning{"单位表", "the units"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{
            TypedField<&UnitsFile::sources>{
                {.key = {"出处", "sources"}, .meaning = {"出处", "the sources"}}},
            TypedField<&UnitsFile::units>{
                {.key = {"单位", "units"}, .meaning = {"各单位", "the units"}, .required = true}},
        });
  }
};

template <>
struct Fields<LegalEntry> {
  static constexpr Bilingual name{"文件", "legal document"};
  static constexpr Bilingual meaning{"法律、法规、规章或文件",
                                     "a law, regulation, rule or document"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&LegalEntry::title>{{.key = {"名称", "title"},
                                        .meaning = {"全称，不带书名号", "full title without 《》"},
                                        .required = true}},
        TypedField<&LegalEntry::aliases>{
            {.key = {"简称", "short"}, .meaning = {"简称", "short titles"}}},
        TypedField<&LegalEntry::number>{
            {.key = {"文号", "number"}, .meaning = {"文号", "its number"}}},
        TypedField<&LegalEntry::issuer>{
            {.key = {"发布机关", "issuer"}, .meaning = {"发布机关", "who issued it"}}},
        TypedField<&LegalEntry::rank>{{.key = {"效力位阶", "rank"},
                                       .meaning = {"效力位阶", "its rank"},
                                       .content = Content::Words,
                                       .words = &words::kRank}},
        TypedField<&LegalEntry::issued>{{.key = {"发布日期", "issued"},
                                         .meaning = {"发布日期", "day of issue"},
                                         .content = Content::Date}},
        TypedField<&LegalEntry::effective>{{.key = {"生效日期", "effective"},
                                            .meaning = {"生效日期", "day from which it holds"},
                                            .content = Content::Date}},
        TypedField<&LegalEntry::status>{{.key = {"状态", "status"},
                                         .meaning = {"是否现行有效", "whether it is in force"},
                                         .required = true,
                                         .content = Content::Words,
                                         .words = &words::kLegalStatus}},
        TypedField<&LegalEntry::superseded_by>{
            {.key = {"替代文件", "superseded_by"},
             .meaning = {"替代它的文件的文号", "number of the document that replaces it"}}},
        TypedField<&LegalEntry::until>{{.key = {"截止", "until"},
                                        .meaning = {"期满日期", "its last day"},
                                        .content = Content::Any}},
        TypedField<&LegalEntry::seen>{
            {.key = {"核验", "seen"},
             .meaning = {"是否在公开页面读到", "whether it was read on a page"},
             .required = true,
             .content = Content::Words,
             .words = &words::kRegisterSeen}},
        TypedField<&LegalEntry::source>{
            {.key = {"出处", "source"}, .meaning = {"读到的页面", "where it was read"}}},
        TypedField<&LegalEntry::recalled>{
            {.key = {"未核实", "recalled"},
             .meaning = {"未在页面读到的栏目", "keys that were not read"},
             .content = Content::FieldKey}},
        TypedField<&LegalEntry::note>{{.key = {"备注", "note"}, .meaning = {"备注", "a note"}}},
    };
  }
};

template <>
struct Fields<LegalFile> {
  static constexpr Bilingual name{"法规", "legal"};
  static constexpr Bilingual meaning{"法规库", "the legal register"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{
            TypedField<&LegalFile::documents>{{.key = {"文件", "documents"},
                                               .meaning = {"各文件", "the documents"},
                                               .required = true}},
        });
  }
};

template <>
struct Fields<CalendarFile> {
  static constexpr Bilingual name{"工作日历", "calendar"};
  static constexpr Bilingual meaning{"工作日历", "the working-day calendar"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{
            TypedField<&CalendarFile::source>{
                {.key = {"出处", "source"}, .meaning = {"出处", "where it is from"}}},
            TypedField<&CalendarFile::from>{{.key = {"起", "from"},
                                             .meaning = {"起始日", "first day covered"},
                                             .required = true,
                                             .content = Content::Date}},
            TypedField<&CalendarFile::until>{{.key = {"止", "until"},
                                              .meaning = {"截止日", "last day covered"},
                                              .required = true,
                                              .content = Content::Date}},
            TypedField<&CalendarFile::days_off>{
                {.key = {"休息日", "days_off"},
                 .meaning = {"放假的周一至周五", "Mondays to Fridays that are off"},
                 .required = true,
                 .content = Content::Date}},
            TypedField<&CalendarFile::workdays>{
                {.key = {"调休上班日", "workdays"},
                 .meaning = {"上班的周六、周日", "Saturdays and Sundays that are worked"},
                 .required = true,
                 .content = Content::Date}},
        });
  }
};

template <>
struct Fields<VocabularyWord> {
  static constexpr Bilingual name{"词", "word"};
  static constexpr Bilingual meaning{"词及其同义写法",
                                     "a word and the spellings that mean the same"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&VocabularyWord::id>{{.key = {"编号", "id"},
                                         .meaning = {"代号", "its id"},
                                         .required = true,
                                         .content = Content::Id}},
        TypedField<&VocabularyWord::name>{{.key = {"名称", "name"},
                                           .meaning = {"规范写法", "the standard spelling"},
                                           .required = true}},
        TypedField<&VocabularyWord::english>{
            {.key = {"英文", "english"}, .meaning = {"英文", "in English"}}},
        TypedField<&VocabularyWord::aliases>{
            {.key = {"别名", "aliases"}, .meaning = {"同义写法", "other spellings"}}},
        TypedField<&VocabularyWord::note>{
            {.key = {"说明", "note"},
             .meaning = {"给公众的说明，网页上用到这个词的事项后面写出",
                         "what the public should know; pages show it with the items that have the "
                         "word"}}},
    };
  }
};

template <>
struct Fields<VocabularyFile> {
  static constexpr Bilingual name{"词表", "vocabulary"};
  static constexpr Bilingual meaning{"词表", "the vocabulary"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{
            TypedField<&VocabularyFile::levels>{
                {.key = {"公开层级", "levels"}, .meaning = {"层级", "levels"}, .required = true}},
            TypedField<&VocabularyFile::channels>{{.key = {"公开渠道和载体", "channels"},
                                                   .meaning = {"渠道", "channels"},
                                                   .required = true}},
            TypedField<&VocabularyFile::audiences>{{.key = {"公开对象", "audiences"},
                                                    .meaning = {"对象", "audiences"},
                                                    .required = true}},
            TypedField<&VocabularyFile::modes>{
                {.key = {"公开方式", "modes"}, .meaning = {"方式", "modes"}, .required = true}},
            TypedField<&VocabularyFile::extents>{
                {.key = {"公开范围", "extents"}, .meaning = {"范围", "extents"}, .required = true}},
            TypedField<&VocabularyFile::marks>{
                {.key = {"标记", "marks"}, .meaning = {"表格中的标记", "marks found in tables"}}},
            TypedField<&VocabularyFile::generic>{
                {.key = {"概括用语", "generic"},
                 .meaning = {"概括用语，从不作为要求", "generic words that are never demanded"}}},
            TypedField<&VocabularyFile::placeholders>{
                {.key = {"占位用语", "placeholders"},
                 .meaning = {"占位用语，公布前应换成实际内容",
                             "words that stand for a text still to be written"}}},
            TypedField<&VocabularyFile::repeats>{
                {.key = {"承前用语", "repeats"},
                 .meaning = {"承前用语（同上），每项应写全",
                             "words that refer to the row above (同上)"}}},
            TypedField<&VocabularyFile::misprints>{
                {.key = {"常见误写", "misprints"},
                 .meaning = {"常见误写：名称为正确写法，别名为误写",
                             "misprints: the name is right, the aliases are wrong spellings"}}},
            TypedField<&VocabularyFile::twins>{
                {.key = {"分行用语", "twins"},
                 .meaning = {"区分同一事项两行的用语（基本信息、处罚结果）",
                             "words that tell the two rows of one penalty apart"}}},
            TypedField<&VocabularyFile::fillers>{
                {.key = {"虚词", "fillers"},
                 .meaning = {"不足以区分两个事项名称的用语",
                             "words that tell no two names of items apart"}}},
            TypedField<&VocabularyFile::collectives>{
                {.key = {"统称", "collectives"},
                 .meaning = {"各区（districts，后接部门）、各街镇的统称，合并时换成名称所写的占位",
                             "words for all districts (before an office's name) or all streets "
                             "and towns; merging puts the name, a placeholder, in their place"}}},
            TypedField<&VocabularyFile::synonyms>{
                {.key = {"同义词", "synonyms"},
                 .meaning = {"公众的说法（低保）与目录用语（最低生活保障），供网页搜索",
                             "what people say (低保) for words of catalogues (最低生活保障); for "
                             "searching published pages"}}},
        });
  }
};

template <>
struct Fields<LegalDemand> {
  static constexpr Bilingual name{"法定要求", "legal demand"};
  static constexpr Bilingual meaning{"法律、法规对公开的一项要求", "a demand of law on disclosure"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&LegalDemand::id>{{.key = {"编号", "id"},
                                      .meaning = {"代号", "its id"},
                                      .required = true,
                                      .content = Content::Id}},
        TypedField<&LegalDemand::name>{{.key = {"名称", "name"},
                                        .meaning = {"要求的内容", "what is demanded"},
                                        .required = true}},
        TypedField<&LegalDemand::title>{{.key = {"法规名称", "title"},
                                         .meaning = {"法律、法规的全称", "title of the law"},
                                         .required = true}},
        TypedField<&LegalDemand::number>{
            {.key = {"文号", "number"}, .meaning = {"文号", "its number"}}},
        TypedField<&LegalDemand::article>{
            {.key = {"条款", "article"}, .meaning = {"第几条", "the article"}}},
        TypedField<&LegalDemand::deadline>{{.key = {"公开时限", "deadline"},
                                            .meaning = {"期限", "by when"},
                                            .content = Content::Deadline}},
        TypedField<&LegalDemand::levels>{{.key = {"公开层级", "levels"},
                                          .meaning = {"适用的层级；空为全部", "levels; none: all"},
                                          .content = Content::Vocabulary,
                                          .vocabulary = "levels"}},
        TypedField<&LegalDemand::domains>{{.key = {"领域", "domains"},
                                           .meaning = {"涵盖该类别的领域", "domains of the class"},
                                           .content = Content::Slug}},
        TypedField<&LegalDemand::words>{
            {.key = {"用语", "words"},
             .meaning = {"表明适用的词", "words that show that it applies"}}},
        TypedField<&LegalDemand::except>{
            {.key = {"例外", "except"},
             .meaning = {"含有这些词的不适用", "words that show that it doesn't"}}},
        TypedField<&LegalDemand::subjects>{
            {.key = {"分项用语", "subjects"},
             .meaning = {"时限中所指分项的词", "words of a deadline's branch that is meant"}}},
        TypedField<&LegalDemand::types>{{.key = {"单位类型", "types"},
                                         .meaning = {"适用的单位类型", "types of units"},
                                         .content = Content::Words,
                                         .words = &words::kUnitType}},
        TypedField<&LegalDemand::yields_to>{
            {.key = {"另有规定", "yields_to"},
             .meaning = {"可以另作规定的效力位阶", "ranks of documents that may say otherwise"},
             .content = Content::Words,
             .words = &words::kRank}},
        TypedField<&LegalDemand::seen>{
            {.key = {"核验", "seen"},
             .meaning = {"条文是否在公开页面读到", "whether the article was read on a page"},
             .required = true,
             .content = Content::Words,
             .words = &words::kRegisterSeen}},
        TypedField<&LegalDemand::note>{{.key = {"备注", "note"}, .meaning = {"备注", "a note"}}},
    };
  }
};

template <>
struct Fields<DemandsFile> {
  static constexpr Bilingual name{"法定要求", "demands"};
  static constexpr Bilingual meaning{"法律、法规对公开的要求", "what law demands of disclosure"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(), note_field(),
        std::tuple{
            TypedField<&DemandsFile::deadlines>{
                {.key = {"期限", "deadlines"}, .meaning = {"公开的期限", "deadlines"}}},
            TypedField<&DemandsFile::classes>{
                {.key = {"类别", "classes"},
                 .meaning = {"必须主动公开的类别", "classes that must be disclosed"}}},
            TypedField<&DemandsFile::channels>{
                {.key = {"途径", "channels"}, .meaning = {"公开的途径", "ways to disclose"}}},
            TypedField<&DemandsFile::publishers>{
                {.key = {"公开主体", "publishers"}, .meaning = {"谁能公开", "who may disclose"}}},
        });
  }
};

template <>
struct Fields<TemplateColumn> {
  static constexpr Bilingual name{"列", "column"};
  static constexpr Bilingual meaning{"表格的一列", "a column of the table"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&TemplateColumn::field>{
            {.key = {"字段", "field"},
             .meaning = {"事项的键，或 number（序号）、code（事项编码）",
                         "a key of the item, or number, or code"},
             .required = true}},
        TypedField<&TemplateColumn::heading>{
            {.key = {"表头", "heading"},
             .meaning = {"表头", "the column's heading; by default the field's name"}}},
        TypedField<&TemplateColumn::group>{
            {.key = {"上级表头", "group"}, .meaning = {"上级表头", "the merged cell above it"}}},
        TypedField<&TemplateColumn::word>{
            {.key = {"取值", "word"},
             .meaning = {"本列勾选的词（词表代号）", "the vocabulary id that the column ticks"}}},
        TypedField<&TemplateColumn::width>{
            {.key = {"列宽", "width"},
             .meaning = {"列宽（显示列）", "width in display columns"},
             .content = Content::Number}},
        TypedField<&TemplateColumn::merge>{
            {.key = {"合并", "merge"},
             .meaning = {"上下相同的单元格是否合并",
                         "whether equal cells below one another are merged"},
             .content = Content::Words,
             .words = &words::kYesNo}},
        TypedField<&TemplateColumn::optional>{
            {.key = {"按需", "optional"},
             .meaning = {"是否只在需要时输出", "whether it is only written on demand"},
             .content = Content::Words,
             .words = &words::kYesNo}},
    };
  }
};

template <>
struct Fields<TemplateMarks> {
  static constexpr Bilingual name{"标记", "marks"};
  static constexpr Bilingual meaning{"表格中的标记", "the marks of the table"};
  static constexpr auto table() {
    return std::tuple{
        TypedField<&TemplateMarks::chosen>{
            {.key = {"选中", "chosen"}, .meaning = {"选中的渠道", "before a chosen channel"}}},
        TypedField<&TemplateMarks::unchosen>{
            {.key = {"未选", "unchosen"},
             .meaning = {"未选的渠道", "before a channel not chosen"}}},
        TypedField<&TemplateMarks::tick>{{.key = {"勾选", "tick"}, .meaning = {"勾选", "a tick"}}},
        TypedField<&TemplateMarks::bullet>{
            {.key = {"项目符号", "bullet"}, .meaning = {"公开内容前的符号", "before an element"}}},
    };
  }
};

template <>
struct Fields<TemplateFile> {
  static constexpr Bilingual name{"样式", "template"};
  static constexpr Bilingual meaning{"目录样式", "a published table's form"};
  static constexpr auto table() {
    return std::tuple_cat(
        head_fields(),
        std::tuple{
            TypedField<&TemplateFile::name>{{.key = {"名称", "name"},
                                             .meaning = {"样式代号", "its name"},
                                             .required = true,
                                             .content = Content::Slug}},
            TypedField<&TemplateFile::title>{
                {.key = {"标题", "title"}, .meaning = {"标题", "its title"}, .required = true}},
        },
        note_field(),
        std::tuple{
            TypedField<&TemplateFile::columns>{
                {.key = {"列", "columns"}, .meaning = {"各列", "the columns"}, .required = true}},
            TypedField<&TemplateFile::channels>{{.key = {"渠道写法", "channels"},
                                                 .meaning = {"列表或分列", "list or matrix"},
                                                 .content = Content::Words,
                                                 .words = &words::kChannelStyle}},
            TypedField<&TemplateFile::marks>{
                {.key = {"标记", "marks"}, .meaning = {"标记", "the marks"}}},
        });
  }
};

}  // namespace catalog
