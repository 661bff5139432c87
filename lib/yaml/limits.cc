#include "yaml/limits.h"

namespace catalog::yaml {

namespace {

SyntaxProblem over(Span at, Message message, Bilingual advice) {
  return {SyntaxKind::Limit, at, {}, std::move(message), say(advice)};
}

constexpr Bilingual kSplit{"把文件拆成几个较小的文件", "split the file into smaller ones"};
constexpr Bilingual kNoAliases{"不用别名（*），把内容直接写出来",
                               "write the content out instead of using aliases (*)"};

}  // namespace

SyntaxProblem too_many_bytes(size_t bytes, const Limits& limits) {
  return over(
      {},
      say({"文件有 {} 字节，超过上限 {} 字节", "the file has {} bytes; at most {} are read"}, bytes,
          limits.bytes),
      kSplit);
}

SyntaxProblem too_deep(Span at, const Limits& limits) {
  return over(at, say({"嵌套超过 {} 层", "nested more than {} levels deep"}, limits.depth),
              {"检查是否多打了“[”或“{{”，或缩进越来越深",
               "look for repeated “[” or “{{”, or an indentation that keeps growing"});
}

SyntaxProblem too_many_nodes(Span at, const Limits& limits) {
  return over(at, say({"文件内容超过 {} 个值", "the file holds more than {} values"}, limits.nodes),
              kSplit);
}

SyntaxProblem too_long_scalar(Span at, const Limits& limits) {
  return over(
      at, say({"这一段文字超过 {} 字节", "this text is longer than {} bytes"}, limits.scalar_bytes),
      {"检查是否漏了结束的引号；确需长文的，另附文件并写明网址",
       "look for a missing closing quote; long texts belong into a document of their own that is "
       "linked"});
}

SyntaxProblem too_many_pairs(Span at, const Limits& limits) {
  return over(at, say({"一处的键超过 {} 个", "more than {} keys in one place"}, limits.pairs),
              {"检查是否漏写列表的“-”", "look for missing list dashes “-”"});
}

SyntaxProblem too_many_aliases(Span at, const Limits& limits) {
  return over(at, say({"别名（*）超过 {} 个", "more than {} aliases (*)"}, limits.aliases),
              kNoAliases);
}

SyntaxProblem too_much_expansion(Span at, const Limits& limits) {
  return over(at,
              say({"别名（*）层层引用，展开后超过 {} 个值",
                   "aliases (*) that refer to aliases would expand to more than {} values"},
                  limits.expanded_nodes),
              kNoAliases);
}

}  // namespace catalog::yaml
