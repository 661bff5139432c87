#include <algorithm>

#include "rules/law_limits.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

bool is_way(const LegalDemand& demand, const VocabularyWord* word) {
  return std::ranges::any_of(demand.words,
                             [&](const Text& id) { return id.value == word->id.value; });
}

/// Whether a row of the item marks channels: then the rules of the guideline report what is
/// missing.
bool rows_have_channels(const ItemView& view) {
  return std::ranges::any_of(view.rows,
                             [](const RowDemand* row) { return !row->channels.empty(); });
}

/// Whether one of the channels is a way of the law, or one that the vocabulary doesn't know.
bool has_way(const Vocabulary& vocabulary, const Texts& channels, const LegalDemand& demand) {
  return std::ranges::any_of(channels, [&](const Text& channel) {
    const WordUse& use = vocabulary.find(WordList::Channels, channel.value);
    return !use || is_way(demand, use.word);
  });
}

void check(const ItemView& view, Reporter& out) {
  if (!is_active(view) || rows_have_channels(view)) return;
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  if (view.context().audience(view.item.audience.value).group) return;
  for (const LegalDemand& demand : view.workspace().demands.channels) {
    for (const auto& [level, channels] : view.item.channels) {
      if (channels.empty() || has_way(vocabulary, channels, demand)) continue;
      Finding& finding = report_item(
          view, level_field(vocabulary, "channels", vocabulary.level(level.value)),
          view.place(span_of(channels)),
          say({"公开渠道里没有一种是{}所列的途径", "none of the channels is a way of {}"},
              law_text(demand)),
          out);
      finding.values = {std::string(demand.id.view())};
      finding.advice = say({"至少加上一种，如“政府网站”", "add one at least, as “政府网站”"});
      rest_on(finding, view.workspace().demands, demand);
    }
  }
}

constexpr std::string_view kFields[] = {"channels", "mode", "audience"};

}  // namespace

extern const Rule channel_unlawful_rule{
    .name = "channel-unlawful",
    .title = {"没有采用条例所列的公开途径", "no channel that the law names"},
    .family = Family::Law,
    .severity = Severity::Warning,
    .summary = {"向全社会主动公开的事项，没有一种渠道是条例第二十三条至第二十五条所列的途径。",
                "An item that is disclosed to everyone has no channel that articles 23 to 25 "
                "name."},
    .rationale = {"只靠入户、推送或其他渠道，公众查不到。至少要有政府网站、公报、媒体、查阅场所或公"
                  "告栏之一；指引列了渠道的，由channel-missing报告。",
                  "Visits, notifications or other channels alone leave the public nothing to look "
                  "up. Use a website, gazette, medium, reading point or notice board. Where the "
                  "guideline marks channels, channel-missing reports."},
    .source = {"《政府信息公开条例》第二十三条至第二十五条", "条例 articles 23 to 25"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 走访慰问
    elements: [慰问安排]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [入户/现场, 精准推送]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 走访慰问
    elements: [慰问安排]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站, 入户/现场, 精准推送]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_item = check,
};

}  // namespace catalog
