#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

using Channels = Leveled<Texts>;

bool uses(const ItemView& view, const Channels& channels, const VocabularyWord* word) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  return std::ranges::any_of(channels.value, [&](const Text& channel) {
    return vocabulary.find(WordList::Channels, channel.value).word == word;
  });
}

Finding& report(const ItemView& view, const RowDemand& row, const Channels& channels, Span at,
                Message message, Reporter& out) {
  const auto level = view.workspace().vocabulary.level(channels.level.value);
  Finding& finding = report_demand(view, {row, "channels", at}, view.place(span_of(channels.value)),
                                   std::move(message), out);
  finding.field = level_field(view.workspace().vocabulary, "channels", level);
  return finding;
}

std::string names_of(const std::vector<const ChannelDemand*>& demands) {
  std::string out;
  for (const ChannelDemand* demand : demands) {
    if (!out.empty()) out += "、";
    out += demand->word->name.view();
  }
  return out;
}

void check_any(const ItemView& view, const RowDemand& row, const Channels& channels,
               const std::vector<const ChannelDemand*>& missing, Reporter& out) {
  const std::string names = names_of(missing);
  Finding& finding = report(view, row, channels, missing.front()->text.span,
                            say({"没有采用指引所列的任何一种公开渠道：{}",
                                 "none of the guideline's channels is used: {}"},
                                names),
                            out);
  finding.advice = say({"至少采用其中一种", "use at least one of them"});
}

void check_all(const ItemView& view, const RowDemand& row, const Channels& channels,
               const std::vector<const ChannelDemand*>& missing, Reporter& out) {
  for (const ChannelDemand* demand : missing) {
    const std::string_view name = demand->word->name.view();
    Finding& finding = report(
        view, row, channels, demand->text.span,
        say({"公开渠道缺少指引要求的“{}”", "the demanded channel “{}” is missing"}, name), out);
    finding.values.emplace_back(name);
    finding.advice = say({"在公开渠道和载体中加上“{}”，或在偏离说明中写明理由和依据",
                          "add “{}” to the channels, or explain it in a deviation"},
                         name);
  }
}

void check_row(const ItemView& view, const RowDemand& row, const Channels& channels,
               Reporter& out) {
  const auto level = view.workspace().vocabulary.level(channels.level.value);
  std::vector<const ChannelDemand*> missing;
  size_t demanded = 0;
  for (const ChannelDemand& demand : row.channels) {
    if (!levels_meet(level, demand.level, view.levels)) continue;
    demanded++;
    if (!uses(view, channels, demand.word)) missing.push_back(&demand);
  }
  if (missing.empty()) return;
  if (!row.any_channel) return check_all(view, row, channels, missing, out);
  if (missing.size() == demanded) check_any(view, row, channels, missing, out);
}

void check(const ItemView& view, Reporter& out) {
  if (view.catalogue.at_city_level()) return;
  for (const RowDemand* row : view.rows) {
    for (const Channels& channels : view.item.channels) {
      if (!channels.value.empty()) check_row(view, *row, channels, out);
    }
  }
}

constexpr std::string_view kFields[] = {"channels", "guideline"};

}  // namespace

extern const Rule channel_missing_rule{
    .name = "channel-missing",
    .title = {"缺少指引要求的公开渠道", "demanded channel missing"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"指引标■的公开渠道，事项没有采用（全部，或至少其一，依指引而定）。",
                "A channel that the guideline marks ■ is not used (all of them or at least one, as "
                "the guideline has it)."},
    .rationale =
        {"公众按指引所列的渠道去找信息。加上该渠道，或在偏离说明中写明理由。",
         "The public looks where the guideline says. Add the channel, or give a deviation."},
    .source = {"国办发〔2019〕54号附带的各领域基层政务公开标准指引",
               "the ministries' guidelines for the pilot areas (国办发〔2019〕54号)"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    channels: [政府网站]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    channels: [政府网站, 社区/企事业单位/村公示栏（电子屏）, 精准推送]
)yaml",
    .check_item = check,
};

}  // namespace catalog
