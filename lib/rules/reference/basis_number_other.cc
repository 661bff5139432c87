#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const LegalRegister& legal = view.workspace().legal;
  each_cited(view, [&](const Text& entry, const CitedDocument& cited) {
    if (cited.lookup.match != LegalMatch::OtherNumber) return;
    std::string numbers;
    for (const uint32_t index : cited.lookup.documents) {
      if (!numbers.empty()) numbers += "、";
      numbers += legal.at(index).number;
    }
    if (numbers.empty()) return;
    report_basis(view, entry, cited.reference->number_at,
                 say({"《{}》的文号写作{}，法规库里是{}",
                      "the number of “{}” is given as {}, in the register it is {}"},
                     cited.reference->title, cited.reference->number, numbers),
                 out)
        .advice = say({"核对文号", "check the number"});
  });
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_number_other_rule{
    .name = "basis-number-other",
    .title = {"文号与法规库不符", "another number than registered"},
    .family = Family::Reference,
    .severity = Severity::Note,
    .summary = {"法规库里有这个名称的文件，但文号不同。",
                "The register has a document of this title with another number."},
    .rationale = {"文号写错就查不到文件；也可能是新旧版本。核对文号。",
                  "With a wrong number the document is not found; it may also be another edition. "
                  "Check the number."},
    .source = {"法规库（legal）", "the legal register"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第694号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第649号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
