#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check_entry(const ItemView& view, std::string_view field, const Text& entry, Reporter& out) {
  for (const CitedDocument& cited : view.context().cited(entry.value)) {
    const LegalReference& reference = *cited.reference;
    const bool brackets = reference.has(ReferenceOddity::YearBrackets);
    if (!brackets && !reference.has(ReferenceOddity::NumberForm)) continue;
    Finding& finding = report_basis(
        view, entry, reference.number_at,
        brackets
            ? say({"文号“{}”的年份应放在六角括号里", "the year of the number “{}” belongs in 〔〕"},
                  reference.number)
            : say({"文号“{}”写法不规范", "the number “{}” is not written as it should be"},
                  reference.number),
        out);
    finding.field = field;
    finding.label = field_label(field);
    finding.advice = say({"改为“{}”", "write “{}”"}, reference.normal_number);
    const auto edit = edit_in(entry, {reference.number_at, reference.normal_number});
    if (edit) finding.fix = Fix{finding.advice, {*edit}, brackets};
  }
}

void check(const ItemView& view, Reporter& out) {
  for (const Text& entry : view.item.basis) check_entry(view, "basis", entry, out);
  for (const Element& element : view.item.elements) {
    // A document may be what is disclosed.
    if (element.name.view().find("《") != std::string_view::npos)
      check_entry(view, "elements", element.name, out);
  }
}

constexpr std::string_view kFields[] = {"basis", "elements"};

}  // namespace

extern const Rule basis_number_malformed_rule{
    .name = "basis-number-malformed",
    .title = {"文号写法不规范", "malformed document number"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"文号的年份没有用六角括号“〔〕”，或缺少“号”“第”“令”等字。",
                "The year of a document number is not in 〔〕, or 号, 第 or 令 is missing."},
    .rationale = {"写法不一，就查不到也比不了。年份用〔〕；在键盘上用中文输入法的符号面板输入。",
                  "Numbers that are spelt in several ways can be neither found nor compared. Put "
                  "the year in 〔〕."},
    .source = {"《党政机关公文处理工作条例》和GB/T 9704-2012：发文字号的年份用六角括号",
               "GB/T 9704-2012: the year of a document number stands in 〔〕"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《最低生活保障审核审批办法（试行）》（民发（2012）220号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
