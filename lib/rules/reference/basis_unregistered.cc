#include <unordered_map>

#include "rules/basis_entries.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/rule_context.h"

namespace catalog {

namespace {

/// A document that is not in the register: where it is first cited, and how often in all.
struct Unregistered {
  std::string citation;
  Place first;
  size_t uses = 0;
};

/// Counts the citations of all catalogues in scope, one entry a document: it is mended once, in the
/// register, however often it is cited.
class Census {
 public:
  explicit Census(const RuleContext& context) : context_(context) {}

  template <class Catalogues>
  void count(const Catalogues& catalogues) {
    for (const auto& catalogue : catalogues) {
      const FileRecord* file = context_.workspace().file(catalogue.file);
      if (file && !file->in_scope) continue;
      for (const Item& item : catalogue.items) {
        for (const Text& entry : item.basis) count(catalogue.file, entry);
      }
    }
  }

  const std::vector<Unregistered>& found() const { return found_; }

 private:
  void count(Symbol file, const Text& entry) {
    const auto [known, fresh] = by_entry_.try_emplace(entry.value);
    if (fresh) known->second = documents_of(file, entry);
    for (const size_t index : known->second) found_[index].uses++;
  }

  std::vector<size_t> documents_of(Symbol file, const Text& entry) {
    std::vector<size_t> out;
    for (const CitedDocument& cited : context_.cited(entry.value)) {
      if (cited.lookup.match != LegalMatch::None || cited.reference->derived) continue;
      const std::string key = cited.form + "\n" + cited.reference->normal_number;
      const auto [known, fresh] = by_document_.try_emplace(key, found_.size());
      if (fresh) {
        found_.push_back(
            {citation_text(*cited.reference), {file, part_in(entry, cited.reference->at)}});
      }
      out.push_back(known->second);
    }
    return out;
  }

  const RuleContext& context_;
  std::unordered_map<Symbol, std::vector<size_t>> by_entry_;
  std::unordered_map<std::string, size_t> by_document_;
  std::vector<Unregistered> found_;
};

void check(const RuleContext& context, Reporter& out) {
  if (context.workspace().legal.size() == 0) return;
  Census census(context);
  census.count(context.workspace().lists);
  census.count(context.workspace().standards);
  for (const Unregistered& document : census.found()) {
    Finding& finding = out.add(
        document.first,
        say({"法规库里没有{}，共引用{}处", "{} is not in the legal register; cited {} times"},
            document.citation, document.uses));
    finding.address = "legal";  // what is to be mended; the first place may change
    finding.field = "basis";
    finding.label = field_label("basis");
    finding.values = {document.citation};
    finding.advice =
        say({"核对名称和文号，或在法规库里登记", "check its title and number, or register it"});
  }
}

constexpr std::string_view kFields[] = {"basis"};

}  // namespace

extern const Rule basis_unregistered_rule{
    .name = "basis-unregistered",
    .title = {"法规库中没有的文件", "document not in the register"},
    .family = Family::Reference,
    .severity = Severity::Note,
    .summary = {"公开依据所引的文件，法规库里没有；一份文件只报一次。",
                "A document that is cited as basis is not in the legal register; reported once."},
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
    .check_workspace = check,
};

}  // namespace catalog
