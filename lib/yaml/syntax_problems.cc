#include "yaml/syntax_problems.h"

#include <algorithm>
#include <iterator>

#include "yaml/syntax_scene.h"

namespace catalog::yaml {

namespace {

/// One problem string of libyaml 0.2.5, the context it must come in (empty for any), and who
/// explains it.
struct Known {
  std::string_view problem;
  std::string_view context;
  SyntaxProblem (*explain)(const Scene&);
};

constexpr Known kKnown[] = {
    {"found character that cannot start any token", "", explain_first_character},
    {"mapping values are not allowed in this context", "", explain_colon},
    {"mapping keys are not allowed in this context", "", explain_first_character},
    {"could not find expected ':'", "", explain_missing_colon},
    {"did not find expected key", "", explain_expected_key},
    {"did not find expected '-' indicator", "", explain_expected_dash},
    {"block sequence entries are not allowed in this context", "", explain_misplaced_dash},
    {"did not find expected ',' or ']'", "", explain_flow_separator},
    {"did not find expected ',' or '}'", "", explain_flow_separator},
    {"did not find expected node content", "", explain_node_content},
    {"found unexpected ':'", "", explain_flow_colon},
    {"found unexpected end of stream", "", explain_unclosed_quote},
    {"found unexpected document indicator", "", explain_unclosed_quote},
    {"found unknown escape character", "", explain_escape},
    {"did not find expected hexdecimal number", "", explain_escape},
    {"found invalid Unicode character escape code", "", explain_escape},
    {"found a tab character that violates indentation", "", explain_tab},
    {"found a tab character where an indentation space is expected", "", explain_tab},
    {"did not find expected <document start>", "", explain_document_start},
    // & and *
    {"did not find expected alphabetic or numeric character", "", explain_sigil},
    // | and >
    {"did not find expected comment or line break", "while scanning a block scalar", explain_sigil},
    {"found an indentation indicator equal to 0", "", explain_sigil},
    // %, before the tags, as some strings are shared
    {"did not find expected comment or line break", "while scanning a directive",
     explain_directive},
    {"found unknown directive name", "", explain_directive},
    {"could not find expected directive name", "", explain_directive},
    {"found unexpected non-alphabetical character", "", explain_directive},
    {"did not find expected digit or '.' character", "", explain_directive},
    {"found extremely long version number", "", explain_directive},
    {"did not find expected version number", "", explain_directive},
    {"did not find expected whitespace", "", explain_directive},
    {"did not find expected whitespace or line break", "while scanning a %TAG directive",
     explain_directive},
    {"did not find expected '!'", "while scanning a tag directive", explain_directive},
    {"did not find expected '!'", "while parsing a tag directive", explain_directive},
    {"did not find expected tag URI", "while parsing a %TAG directive", explain_directive},
    {"did not find URI escaped octet", "while parsing a %TAG directive", explain_directive},
    {"found an incorrect leading UTF-8 octet", "while parsing a %TAG directive", explain_directive},
    {"found an incorrect trailing UTF-8 octet", "while parsing a %TAG directive",
     explain_directive},
    {"found duplicate %YAML directive", "", explain_directive},
    {"found duplicate %TAG directive", "", explain_directive},
    {"found incompatible YAML document", "", explain_directive},
    // !
    {"did not find expected '!'", "while scanning a tag", explain_sigil},
    {"did not find expected tag URI", "while parsing a tag", explain_sigil},
    {"did not find the expected '>'", "", explain_sigil},
    {"did not find expected whitespace or line break", "while scanning a tag", explain_sigil},
    {"did not find URI escaped octet", "while parsing a tag", explain_sigil},
    {"found an incorrect leading UTF-8 octet", "while parsing a tag", explain_sigil},
    {"found an incorrect trailing UTF-8 octet", "while parsing a tag", explain_sigil},
    {"found undefined tag handle", "", explain_sigil},
};

}  // namespace

SyntaxProblem explain(std::string_view text, const LibyamlError& error) {
  const Scene scene{text, error};
  for (const Known& known : kKnown) {
    if (known.problem != error.problem) continue;
    if (!known.context.empty() && known.context != error.context) continue;
    return known.explain(scene);
  }
  return {SyntaxKind::Syntax,
          scene.rest_of_line(error.at),
          {},
          say({"此处不符合 YAML 语法", "this is not valid YAML"}),
          say({"对照前后各行检查括号、引号、冒号和缩进；文字中有特殊符号的，用英文双引号括起来",
               "compare brackets, quotes, colons and indentation with the lines around; put text "
               "with special characters in double quotes"})};
}

std::vector<std::string_view> explained_problems() {
  std::vector<std::string_view> problems;
  for (const Known& known : kKnown) problems.push_back(known.problem);
  std::ranges::sort(problems);
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
  return problems;
}

SyntaxProblem second_document(Span at) {
  return {SyntaxKind::Documents,
          at,
          {},
          say({"一个文件只能有一份文档，此处开始了第二份",
               "a file holds one document; a second one begins here"}),
          say({"删除“---”这一行，或把后面的内容另存为一个文件",
               "delete the line “---”, or save what follows as a file of its own"})};
}

SyntaxProblem duplicate_anchor(Span at, Span first, std::string_view name) {
  return {SyntaxKind::Syntax, at, first,
          say({"锚点“&{}”在前面已经用过", "the anchor “&{}” has been used before"}, name),
          say({"换一个名称，或删除其中一个", "give it another name, or delete one of the two"})};
}

SyntaxProblem undefined_alias(Span at, std::string_view name) {
  return {SyntaxKind::Syntax,
          at,
          {},
          say({"“*{}”引用的锚点“&{}”不存在", "“*{}” refers to an anchor “&{}” that does not exist"},
              name, name),
          say({"如果“*”是正文，请用英文双引号把整段文字括起来",
               "if the “*” is part of the text, put the text in double quotes"})};
}

SyntaxProblem alias_inside_itself(Span at, Span anchor, std::string_view name) {
  return {SyntaxKind::Syntax, at, anchor,
          say({"“*{}”引用了包含它自己的内容", "“*{}” refers to the very content that it stands in"},
              name),
          say({"把内容直接写出来", "write the content out instead"})};
}

SyntaxProblem out_of_memory() {
  return {SyntaxKind::Limit,
          {},
          {},
          say({"内存不足，无法读取文件", "not enough memory to read the file"}),
          say({"把文件拆成几个较小的文件", "split the file into smaller ones"})};
}

}  // namespace catalog::yaml
