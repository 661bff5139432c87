#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const ItemView& view, Reporter& out) {
  const LegalRegister& legal = view.workspace().legal;
  each_cited(view, [&](const Text& entry, const CitedDocument& cited) {
    if (cited.lookup.match != LegalMatch::Ambiguous) return;
    std::string numbers;
    size_t in_force = 0;
    for (const uint32_t index : cited.lookup.documents) {
      if (!legal.in_force(index, view.context().as_of())) continue;
      in_force++;
      if (!numbers.empty()) numbers += "、";
      numbers += legal.at(index).number;
    }
    if (in_force < 2) return;
    Finding& finding = report_basis(
        view, entry, cited.reference->at,
        say({"有{}份《{}》，没有文号不知是哪一份",
             "there are {} documents called “{}”; without its number it is not known which"},
            in_force, cited.reference->title),
        out);
    finding.advice = say({"写上文号：{}", "add its number: {}"}, numbers);
  });
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_ambiguous_rule{
    .name = "basis-ambiguous",
    .title = {"依据没有文号，有几份同名文件", "document cited without number"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"只写名称没有文号，而法规库里有几份同名文件，不知是哪一份。",
                "A title without number that several documents of the register have."},
    .rationale = {"同名的新旧文件内容不同。写上文号。只有一份现行有效的，不作提示。",
                  "Documents of one title differ. Add the number. Where only one of them is in "
                  "force nothing is reported."},
    .source = {"法规库（legal）", "the legal register"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《关于做好社会救助工作的通知》]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《关于做好社会救助工作的通知》（民发〔2018〕1号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
