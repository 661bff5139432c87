#include <algorithm>

#include "rules/basis_entries.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

bool is_over(const LegalDocument& document) {
  return document.status == LegalStatus::Superseded || document.status == LegalStatus::Repealed;
}

void report(const ItemView& view, const Text& entry, const CitedDocument& cited, uint32_t index,
            Reporter& out) {
  const Workspace& workspace = view.workspace();
  const LegalDocument& document = workspace.legal.at(index);
  const bool verified = status_is_verified(workspace, index);
  const std::string text = citation_text(document);
  const bool replaced = document.status == LegalStatus::Superseded;
  const Message message = replaced ? say({"{}已被替代", "{} was superseded"}, text)
                                   : say({"{}已废止", "{} was repealed"}, text);
  Finding& finding =
      report_basis(view, entry, cited.reference->at,
                   verified ? message
                            : say({"{}（未核实）", "{} (unverified)"},
                                  Phrase(message.in(Lang::Zh), message.in(Lang::En))),
                   out);
  if (!verified) finding.severity = std::min(finding.severity, Severity::Note);
  finding.demand = Demand{say({"{}", "{}"}, text),
                          {workspace.legal_file.file, workspace.legal_file.documents[index].span},
                          {"法规库", "register"}};
  const auto later = workspace.legal.successors(index);
  finding.advice =
      later.empty() ? say({"改引现行有效的文件", "cite a document that is in force"})
                    : say({"改引{}", "cite {}"}, citation_text(workspace.legal.at(later.back())));
}

void check(const ItemView& view, Reporter& out) {
  const LegalRegister& legal = view.workspace().legal;
  each_cited(view, [&](const Text& entry, const CitedDocument& cited) {
    // A number alone identifies a document only where no other title is cited with it.
    const LegalMatch match = cited.lookup.match;
    if (match != LegalMatch::Exact && match != LegalMatch::ByTitle &&
        (match != LegalMatch::ByNumber || !cited.form.empty()))
      return;
    const uint32_t index = cited.lookup.documents.front();
    if (is_over(legal.at(index)) && !legal.in_force(index, view.context().as_of()))
      report(view, entry, cited, index, out);
  });
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_superseded_rule{
    .name = "basis-superseded",
    .title = {"所引文件已失效", "document no longer in force"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary = {"公开依据所引的文件已被替代或废止。",
                "A document that is cited as basis was superseded or repealed."},
    .rationale =
        {"失效的文件不能作依据。改引替代它的文件。法规库里的效力状态未经核实的，只作提示。",
         "What is no longer in force is no basis. Cite its successor. Where the register's status "
         "was not verified this is a note."},
    .source = {"法规库（legal）的状态栏", "the status in the legal register"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《城市生活无着的流浪乞讨人员救助管理办法》（国务院令第381号）, 《农村五保供养工作条例》（国务院令第456号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《社会救助暂行办法》（国务院令第649号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
