#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "yaml/quote.h"

namespace catalog {

namespace {

/// The channels in the order of the vocabulary; none where one of them is not a word of it.
std::vector<const Text*> ordered(const Vocabulary& vocabulary, const Texts& channels) {
  std::vector<const Text*> out;
  for (const Text& channel : channels) {
    if (!vocabulary.find(WordList::Channels, channel.value)) return {};
    out.push_back(&channel);
  }
  std::ranges::stable_sort(out, {}, [&](const Text* channel) {
    return vocabulary.find(WordList::Channels, channel->value).word;  // words stand in one array
  });
  return out;
}

bool out_of_order(const Vocabulary& vocabulary, const LevelTexts& by_level) {
  const auto wrong = [&](const Text& a, const Text& b) {
    const WordUse& before = vocabulary.find(WordList::Channels, a.value);
    const WordUse& after = vocabulary.find(WordList::Channels, b.value);
    return before && after && before.word > after.word;
  };
  return std::ranges::any_of(by_level, [&](const auto& entry) {
    return std::ranges::adjacent_find(entry.value, wrong) != entry.value.end();
  });
}

void check(const ItemView& view, Reporter& out) {
  const Vocabulary& vocabulary = view.workspace().vocabulary;
  if (!out_of_order(vocabulary, view.item.channels)) return;
  // A guideline that has an order of its own may be followed.
  for (const RowDemand* row : view.rows) {
    if (out_of_order(vocabulary, row->row.channels)) return;
  }
  for (const auto& [level, channels] : view.item.channels) {
    const auto wanted = ordered(vocabulary, channels);
    std::string names;
    std::vector<Edit> edits;
    edits.reserve(wanted.size());
    for (size_t i = 0; i < wanted.size(); i++) {
      names += (i ? "、" : "") + std::string(wanted[i]->view());
      if (wanted[i]->value != channels[i].value)
        edits.push_back(
            {channels[i].span, yaml::scalar_text(wanted[i]->view(), yaml::Context::Flow)});
    }
    if (edits.empty()) continue;
    Finding& finding = report_item(
        view, level_field(vocabulary, "channels", vocabulary.level(level.value)),
        view.place(span_of(channels)),
        say({"公开渠道的次序与标准目录不同", "the channels stand in another order"}), out);
    finding.advice = say({"改为：{}", "write: {}"}, names);
    finding.fix = Fix{say({"按标准目录的次序排列", "put them into the standard order"}),
                      std::move(edits), true};
  }
}

constexpr std::string_view kFields[] = {"channels"};

}  // namespace

extern const Rule channels_order_rule{
    .name = "channels-order",
    .title = {"公开渠道的次序不一", "channels in another order"},
    .family = Family::Text,
    .severity = Severity::Note,
    .summary = {"公开渠道没有照词表（即各部委标准目录）的次序排列。",
                "The channels do not stand in the order of the vocabulary, which is that of the "
                "ministries' tables."},
    .rationale = {"同样的渠道各单位次序不一，表格难以对照，比较版本时也有假的差别。",
                  "The same channels in other orders are hard to compare, and show false "
                  "differences between versions."},
    .source = {"国办发〔2019〕54号附带的标准指引“公开渠道和载体”栏；词表",
               "the column 公开渠道和载体 of the ministries' guidelines; the vocabulary"},
    .fields = kFields,
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    channels: [社区/企事业单位/村公示栏（电子屏）, 政府网站]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    channels: [政府网站, 社区/企事业单位/村公示栏（电子屏）]
)yaml",
    .check_item = check,
};

}  // namespace catalog
