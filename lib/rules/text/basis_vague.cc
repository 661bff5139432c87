#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  for (const Text& entry : view.item.basis) {
    if (entry.empty() || !view.workspace().vocabulary.is_generic(entry.value)) continue;
    Finding& finding = report_basis(
        view, entry, {},
        say({"公开依据“{}”没有指明文件", "the basis “{}” names no document"}, entry.view()), out);
    finding.advice = say({"写明文件名称和文号，如《社会救助暂行办法》（国务院令第649号）",
                          "name the document and its number, as "
                          "《社会救助暂行办法》（国务院令第649号）"});
  }
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_vague_rule{
    .name = "basis-vague",
    .title = {"公开依据笼统", "vague basis"},
    .family = Family::Text,
    .severity = Severity::Note,
    .summary = {"公开依据是“相关政策规定”一类的概括用语，没有指明文件。",
                "An entry of the basis is a generic word such as 相关政策规定."},
    .rationale = {"笼统的依据无从核对，文件修改、废止时也查不到受影响的事项。写明文件名称和文号。",
                  "A vague basis can't be checked, and is not found when a document is amended or "
                  "repealed. Name the document."},
    .source = {"各领域标准指引“公开依据”栏；词表的概括用语",
               "the guidelines' column 公开依据; the generic words of the vocabulary"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 相关政策规定]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第649号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
