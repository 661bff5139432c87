#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

void check(const CatalogueView& view, Reporter& out) {
  const DomainEntry* entry = view.workspace().domain_entry(view.head.domain.value);
  if (!entry || !is_left_out(*entry)) return;
  Finding& finding =
      out.add(view.place(view.head.domain.span),
              say({"工作区写明不设领域“{}”，却有它的{}",
                   "the workspace leaves out the domain “{}”, of which this is a {}"},
                  view.workspace().domain_name(view.head.domain.value),
                  view.standard ? Bilingual{"标准", "standard"} : Bilingual{"清单", "list"}));
  finding.address = view.address;
  finding.field = "domain";
  finding.demand = Demand{say({"领域的状态", "status of the domain"}),
                          {view.workspace().config.file, entry->span},
                          {"工作区", "workspace"}};
  finding.advice = say({"改工作区里该领域的状态，或删去这个文件",
                        "change the domain's status, or remove this file"});
}

constexpr std::string_view kFields[] = {"domain", "domains", "status"};

}  // namespace

extern const Rule domain_status_rule{
    .name = "domain-status",
    .title = {"不设的领域仍有目录", "domain that is left out"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"工作区写明不设的领域，仍有标准或清单。",
                "A domain that the workspace leaves out has a standard or a list."},
    .rationale =
        {"去留的说法与文件相反，不知以哪个为准。改工作区的状态，或删去该文件。",
         "The two contradict one another. Change the domain's status, or remove the file."},
    .source = {"《文件格式》：领域的去留", "the file formats: the status of domains"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
domains:
  - {domain: social-assistance, status: 不设, reason: 由国家统一公开}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
domains:
  - {domain: social-assistance, status: 保留}
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
