#include "report/confirmation_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "model/meaning_digest.h"
#include "publish/confirmation_form.h"
#include "report/safe_text.h"
#include "report/version.h"

namespace catalog {

namespace {

std::string digest_of(const Validation& validation, const ConfirmationStatus& status) {
  return meaning_digest(*status.standard, validation.workspace->vocabulary);
}

}  // namespace

std::string confirmation_text(const Validation& validation,
                              const std::vector<ConfirmationStatus>& statuses, Lang lang) {
  std::string out;
  for (const ConfirmationStatus& status : statuses) {
    const Bilingual state = status.standard             ? state_word(status.state)
                            : status.unreadable.empty() ? Bilingual{"没有标准目录", "no standard"}
                                                        : Bilingual{"读不出", "unreadable"};
    out += one_line(status.domain + " " + status.name) +
           std::string(Bilingual{"：", ": "}.in(lang)) + std::string(state.in(lang));
    if (status.standard) out += "  " + short_digest(digest_of(validation, status));
    out += "\n";
    for (const Message& message : status.missing) out += "  - " + one_line(message.in(lang)) + "\n";
  }
  if (statuses.size() == 1) return out;
  const auto settled = std::ranges::count_if(statuses, &ConfirmationStatus::settled);
  return out + say({"共{}个领域，已确认{}个。\n", "{} domains, {} confirmed.\n"}, statuses.size(),
                   static_cast<size_t>(settled))
                   .in(lang);
}

std::string confirmation_json(const Validation& validation,
                              const std::vector<ConfirmationStatus>& statuses) {
  using Json = nlohmann::ordered_json;
  Json out{{"tool", "catalog"}, {"version", kVersion}, {"domains", Json::array()}};
  for (const ConfirmationStatus& status : statuses) {
    Json one{{"domain", status.domain}, {"name", status.name}};
    if (!status.unreadable.empty()) one["file"] = status.unreadable;
    if (status.confirmer) one["confirmer"] = status.confirmer->code.view();
    if (const Standard* standard = status.standard) {
      one["file"] = standard->file.view();
      one["state"] = state_word(status.state).en;
      if (!standard->opinion.empty()) one["opinion"] = standard->opinion.view();
      one["digest"] = digest_of(validation, status);
      one["next"] = Json::array();
      for (const StandardState next : next_states(status.state))
        one["next"].push_back(state_word(next).en);
    }
    one["errors"] = status.errors.size();
    one["warnings"] = status.warnings;
    one["changed"] = status.changed;
    one["confirmed"] = status.settled();
    one["missing"] = Json::array();
    for (const Message& message : status.missing)
      one["missing"].push_back({{"zh", message.in(Lang::Zh)}, {"en", message.in(Lang::En)}});
    out["domains"].push_back(std::move(one));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog
