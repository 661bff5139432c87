#include "rules/validate.h"
#include "text/similarity.h"

namespace catalog {

std::optional<Message> unknown_rule(const ValidateOptions& options) {
  std::vector<std::string_view> known;
  for (const Rule* rule : all_rules()) known.insert(known.end(), {rule->name, rule->title.zh});
  for (const auto* names : {&options.only_rules, &options.skip_rules}) {
    for (const std::string& name : *names) {
      if (find_rule(name)) continue;
      if (const auto meant = did_you_mean(name, known)) {
        return say({"没有规则“{}”。是否指“{}”？", "There is no rule “{}”. Did you mean “{}”?"},
                   name, *meant);
      }
      return say({"没有规则“{}”：用 catalog rules 列出全部规则。",
                  "There is no rule “{}”: catalog rules lists them."},
                 name);
    }
  }
  return std::nullopt;
}

}  // namespace catalog
