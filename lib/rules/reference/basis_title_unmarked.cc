#include <algorithm>

#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// The part of an entry before its first bracket.
Span title_part(std::string_view entry) {
  const size_t end = std::min({entry.find("（"), entry.find('('), entry.find("〔"), entry.size()});
  return {0, static_cast<uint32_t>(trim(entry.substr(0, end)).size())};
}

bool is_title(const ItemView& view, Symbol entry) {
  const std::string_view text = entry.view();
  if (text.find("《") != text.npos) return false;
  const Span title = title_part(text);
  if (title.size() == 0 || trim(text).data() != text.data()) return false;
  const LegalMatch match = view.workspace().legal.find(text.substr(0, title.end), {}).match;
  return match == LegalMatch::ByTitle || match == LegalMatch::Ambiguous;
}

void check(const ItemView& view, Reporter& out) {
  if (view.workspace().legal.size() == 0) return;
  for (const Text& entry : view.item.basis) {
    if (entry.empty() || entry.view().starts_with("《")) continue;
    if (!is_title(view, entry.value)) continue;
    const Span title = title_part(entry.view());
    Finding& finding = report_basis(view, entry, title,
                                    say({"“{}”没有加书名号", "“{}” is not in title marks 《》"},
                                        entry.view().substr(0, title.end)),
                                    out);
    finding.advice = say({"改为“《{}》{}”", "write “《{}》{}”"}, entry.view().substr(0, title.end),
                         entry.view().substr(title.end));
    const auto open = edit_in(entry, {{0, 0}, "《"});
    const auto close = edit_in(entry, {{title.end, title.end}, "》"});
    if (open && close) finding.fix = Fix{finding.advice, {*open, *close}, true};
  }
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_title_unmarked_rule{
    .name = "basis-title-unmarked",
    .title = {"文件名称没有书名号", "title without 《》"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"公开依据写了法规库里的文件名称，但没有加书名号。",
                "An entry is the title of a registered document, but not in 《》."},
    .rationale = {"没有书名号就认不出是一份文件，也比不出是否缺少。加上“《》”。",
                  "Without 《》 it is not known as a document and is not compared. Add them."},
    .source = {"GB/T 15834-2011：书名号", "GB/T 15834-2011: title marks"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 社会救助暂行办法（国务院令第649号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第649号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
