#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr double kSimilar = 0.85;

struct Nearest {
  double score = 0;
  const Item* item = nullptr;
  const Text* entry = nullptr;
};

/// Whether the items of a row cite the document; else what is nearest to it by title.
bool is_cited(const ItemView& view, const RowDemand& row, const CitedDocument& wanted,
              Nearest& near) {
  for (const RowUse& use : view.catalogue.uses_of(row)) {
    const Item& item = view.catalogue.item(use.item);
    for (const Text& entry : item.basis) {
      for (const CitedDocument& own : view.context().cited(entry.value)) {
        if (same_document(own, wanted)) return true;
        if (const double score = similarity(own.form, wanted.form); score > near.score)
          near = {score, &item, &entry};
      }
    }
  }
  return false;
}

void report(const ItemView& view, const RowDemand& row, const Text& entry,
            const CitedDocument& wanted, const Nearest& near, Reporter& out) {
  const CellDemand cell{row, "basis", entry.span};
  const std::string citation = citation_text(*wanted.reference);
  const bool similar = near.score >= kSimilar;
  Finding& finding =
      similar ? report_demand(view, cell, view.place(near.entry->span),
                              say({"公开依据“{}”与指引所列的“{}”写法不同",
                                   "the basis “{}” differs from the demanded “{}”"},
                                  near.entry->view(), citation),
                              out, Certainty::Possible)
              : report_demand(
                    view, cell, view.place(span_of(view.item.basis)),
                    say({"公开依据缺少指引所列的{}", "the demanded basis {} is missing"}, citation),
                    out);
  if (similar) finding.address = view.catalogue.address + "/" + std::string(near.item->id.view());
  finding.values.push_back(wanted.reference->title);
  finding.advice =
      similar ? say({"同一文件的，改为“{}”", "write “{}” if it is the same document"}, citation)
              : say({"在公开依据中加上“{}”，或在偏离说明中写明理由和依据",
                     "add “{}” to the basis, or explain it in a deviation"},
                    citation);
}

void check(const ItemView& view, Reporter& out) {
  if (view.item.basis.empty()) return;
  for (const RowDemand* row : view.rows) {
    if (!view.first_of(*row)) continue;
    for (const Text& entry : row->basis) {
      for (const CitedDocument& wanted : view.context().cited(entry.value)) {
        Nearest near;
        if (!is_cited(view, *row, wanted, near)) report(view, *row, entry, wanted, near, out);
      }
    }
  }
}

constexpr std::string_view kFields[] = {"basis", "guideline"};

}  // namespace

extern const Rule basis_missing_rule{
    .name = "basis-missing",
    .title = {"缺少指引所列的公开依据", "demanded basis missing"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"指引列为公开依据的文件，事项没有引用。",
                "A document that the guideline names as basis is not cited."},
    .rationale = {"公开依据说明这项信息为什么要公开。补上该文件；已被新文件替代的，引用新文件即可。"
                  "概括用语不作要求。",
                  "The basis says why the information is disclosed. Cite the document, or the one "
                  "that replaced it. Generic words are never demanded."},
    .source = {"各领域标准指引“公开依据”栏", "the guidelines' column 公开依据"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《社会救助暂行办法》（国务院令第649号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《社会救助暂行办法》（国务院令第649号）, 《中华人民共和国政府信息公开条例》（国务院令第711号）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
