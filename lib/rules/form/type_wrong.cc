#include "rules/problems.h"

namespace catalog {

namespace {

Bilingual shape_words(Shape shape) {
  switch (shape) {
    case Shape::Text:
      return {"一段文字", "a text"};
    case Shape::TextList:
      return {"文字，或文字的列表（[甲, 乙]）", "a text, or a list of texts ([a, b])"};
    case Shape::LevelText:
      return {"一段文字，或按层级分写（{区级: …, 街镇级: …}）",
              "a text, or texts by level ({区级: …})"};
    case Shape::LevelTextList:
      return {"文字的列表，或按层级分写的列表", "a list of texts, or lists by level"};
    case Shape::TextMap:
      return {"“名称: 文字”的映射", "a mapping of texts"};
    case Shape::Elements:
      return {"公开内容的列表：文字，或 {name: …} ", "a list of elements: texts, or {name: …}"};
    case Shape::Record:
      return {"“键: 值”的映射", "a mapping"};
    case Shape::RecordList:
      break;
  }
  return {"记录的列表，每条以“- ”开头", "a list of records, each behind `- `"};
}

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::TypeWrong, [&](const Problem& problem) {
    const Bilingual wanted = shape_words(problem.wanted);
    report_problem(file, problem,
                   say({"“{}”的结构不对，应为{}", "“{}” has the wrong type; wanted is {}"},
                       key_phrase(file, *problem.field), wanted),
                   out)
        .advice = say({"改写成{}", "write {}"}, wanted);
  });
}

}  // namespace

extern const Rule type_wrong_rule{
    .name = "type-wrong",
    .title = {"值的结构不对", "wrong type of value"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"该写文字的地方写了映射，该写列表的地方写了文字，等等。",
                "A mapping stands where a text is wanted, a text where records are, and the like."},
    .rationale = {"结构不对的内容读不出来，等于没有写。",
                  "What has the wrong structure is not read."},
    .source = {"《文件格式》：字段表", "the file formats: the field table"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: [甲, 乙]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 甲，乙
)yaml",
    .check_file = check,
};

}  // namespace catalog
