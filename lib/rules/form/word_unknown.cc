#include "rules/demand.h"
#include "rules/item_words.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "yaml/quote.h"

namespace catalog {

namespace {

/// Where a word stands: catalogue item or guideline row.
struct Site {
  const Vocabulary& vocabulary;
  Symbol file;
  std::string address;
};

Finding& report(const Site& site, WordList list, std::string_view field, std::string_view word,
                Span at, Reporter& out) {
  Finding& finding =
      out.add({site.file, at}, say({"词表里没有“{}”", "“{}” is not in the vocabulary"}, word));
  finding.address = site.address;
  finding.field = field;
  finding.values.emplace_back(word);
  finding.label = field_label(field);
  const auto meant = similar_word(site.vocabulary, list, word);
  if (!meant) {
    finding.advice = say({"用词表里的词：{}", "use a word of the vocabulary: {}"},
                         words_of(site.vocabulary, list));
    return finding;
  }
  finding.advice = say({"是否应为“{}”？", "did you mean “{}”?"}, *meant);
  finding.fix = Fix{finding.advice, {{at, yaml::scalar_text(*meant, yaml::Context::Flow)}}, false};
  return finding;
}

void check_word(const ItemWord& word, const auto& site, Reporter& out) {
  if (word.list != WordList::Audiences) {
    const Site at = site();
    report(at, word.list, word.field, word.text.view(), word.text.span, out);
    return;
  }
  const Site at = site();
  for (const std::string& part : audience_meaning(at.vocabulary, word.text.view()).unknown)
    report(at, word.list, word.field, part, word.text.span, out);
}

void check_item(const ItemView& view, Reporter& out) {
  each_unknown_word(view.workspace().vocabulary, view.item, [&](const ItemWord& word) {
    check_word(
        word,
        [&] {
          return Site{view.workspace().vocabulary, view.catalogue.head.file, view.address()};
        },
        out);
  });
}

void check_workspace(const RuleContext& context, Reporter& out) {
  const Vocabulary& vocabulary = context.workspace().vocabulary;
  for (const Guideline& guideline : context.workspace().guidelines) {
    for (const Row& row : guideline.items) {
      each_unknown_word(vocabulary, row, [&](const ItemWord& word) {
        check_word(
            word,
            [&] {
              return Site{vocabulary, guideline.file,
                          "guideline/" + std::string(guideline.domain.view()) + "/" +
                              std::string(row.id.view())};
            },
            out);
      });
    }
  }
  for (const Unit& unit : context.workspace().units.all()) {
    if (unit.level.empty() || vocabulary.find(WordList::Levels, unit.level.value)) continue;
    const Site site{vocabulary, context.workspace().units.path(), {}};
    Finding& finding =
        report(site, WordList::Levels, "level", unit.level.view(), unit.level.span, out);
    finding.field = "units[" + std::string(unit.code.view()) + "].level";
  }
}

constexpr std::string_view kFields[] = {"levels", "channels", "audience", "mode", "extent"};

}  // namespace

extern const Rule word_unknown_rule{
    .name = "word-unknown",
    .title = {"词表中没有的词", "word not in the vocabulary"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"公开层级、渠道、对象、方式、范围用了词表里没有的词。",
                "A level, channel, audience, mode or extent is no word of the vocabulary."},
    .rationale =
        {"同一渠道写成几样就无法检索和比较。用词表里的词或别名；确有其他渠道，写“其他（…）”。",
         "A channel spelt in several ways can be neither searched nor compared. Use a word of the "
         "vocabulary or one of its aliases; for another channel write 其他（…）."},
    .source = {"词表（vocabulary）；基层政务公开标准指引的渠道、对象、方式、层级各栏",
               "the vocabulary; the columns of the ministries' guidelines"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    mode: 积极
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    mode: 主动
)yaml",
    .check_item = check_item,
    .check_workspace = check_workspace,
};

}  // namespace catalog
