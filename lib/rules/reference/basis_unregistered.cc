#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  if (view.workspace().legal.size() == 0) return;
  each_cited(view, [&](const Text& entry, const CitedDocument& cited) {
    if (cited.lookup.match != LegalMatch::None || cited.reference->derived) return;
    report_basis(
        view, entry, cited.reference->at,
        say({"法规库里没有{}", "{} is not in the legal register"}, citation_text(*cited.reference)),
        out)
        .advice =
        say({"核对名称和文号，或在法规库里登记", "check its title and number, or register it"});
  });
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_unregistered_rule{
    .name = "basis-unregistered",
    .title = {"法规库中没有的文件", "document not in the register"},
    .family = Family::Reference,
    .severity = Severity::Note,
    .summary = {"公开依据所引的文件，法规库里没有。",
                "A document that is cited as basis is not in the legal register."},
    .rationale = {"没有登记的文件无从知道是否现行有效。核对名称和文号，或在法规库里登记。",
                  "Of a document that is not registered nobody knows whether it is in force. Check "
                  "title and number, or register it."},
    .source = {"法规库（legal）", "the legal register"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《徐汇区社会救助工作办法》（徐府发〔2019〕8号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第649号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
