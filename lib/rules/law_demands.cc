#include "rules/law_demands.h"

#include <algorithm>

#include "model/words.h"
#include "rules/row_demand.h"

namespace catalog {

namespace {

bool holds(std::string_view text, const Texts& words) {
  return std::ranges::any_of(words, [&](const Text& word) {
    return !word.empty() && text.find(word.view()) != text.npos;
  });
}

bool ends(std::string_view text, const Texts& words) {
  return std::ranges::any_of(
      words, [&](const Text& word) { return !word.empty() && text.ends_with(word.view()); });
}

std::vector<uint16_t> demands_in(std::string_view text, const std::vector<LegalDemand>& demands) {
  std::vector<uint16_t> out;
  for (size_t i = 0; i < demands.size() && i <= UINT16_MAX; i++) {
    if (holds(text, demands[i].words) && !holds(text, demands[i].except))
      out.push_back(static_cast<uint16_t>(i));
  }
  return out;
}

}  // namespace

LawDemands::LawDemands(const DemandsFile& file) : file_(file) {}

const std::vector<uint16_t>& LawDemands::deadlines_of(Symbol text) const {
  return deadlines_.get(text,
                        [&](std::string_view view) { return demands_in(view, file_.deadlines); });
}

const std::vector<uint16_t>& LawDemands::classes_of(Symbol text) const {
  return classes_.get(text, [&](std::string_view view) { return demands_in(view, file_.classes); });
}

std::string LawDemands::office_in(std::string_view publisher) const {
  for (const LegalDemand& demand : file_.publishers) {
    for (std::string_view part : parts_of(publisher, "、，,；;")) {
      if (ends(part, demand.words) && !ends(part, demand.except)) return std::string(part);
    }
  }
  return {};
}

const std::string& LawDemands::internal_office(Symbol publisher) const {
  return offices_.get(publisher, [&](std::string_view view) { return office_in(view); });
}

bool is_verified(const LegalDemand& demand) {
  return words::kRegisterSeen.index(demand.seen.view()) == 0;
}

std::string law_text(const LegalDemand& demand) {
  std::string out = "《" + std::string(demand.title.view()) + "》";
  if (demand.article.empty() && !demand.number.empty())
    return out + "（" + std::string(demand.number.view()) + "）";
  return out + std::string(demand.article.view());
}

void rest_on(Finding& finding, const DemandsFile& file, const LegalDemand& demand) {
  const bool verified = is_verified(demand);
  finding.demand = Demand{verified ? say({"{}：{}", "{}: {}"}, law_text(demand), demand.name.view())
                                   : say({"{}：{}（未核实）", "{}: {} (unverified)"},
                                         law_text(demand), demand.name.view()),
                          {file.file, demand.span},
                          {"法规", "law"}};
  if (!verified) finding.severity = std::min(finding.severity, Severity::Note);
}

}  // namespace catalog
