#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// One of the two rows in which a penalty is published.
struct Twin {
  uint32_t item;
  const VocabularyWord* word;
  std::string base;    ///< the name without the word
  std::string masked;  ///< the base with # for numbers
  bool paired = false;
};

std::string without_numbers(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || !out.ends_with('#')) out += digit ? '#' : c;
  }
  return out;
}

std::vector<Twin> twins_of(const CatalogueView& view) {
  std::vector<Twin> out;
  for (uint32_t i = 0; i < view.size(); i++) {
    const Item& item = view.item(i);
    const Text* parts[] = {&item.category, &item.topic, &item.subtopic, &item.detail};
    Twin twin{i, nullptr, {}, {}};
    for (const Text* part : parts) {
      if (part->empty()) continue;
      if (const VocabularyWord* word = view.context.twin_part(part->value).word) twin.word = word;
    }
    if (!twin.word) continue;
    for (const Text* part : parts) {
      if (!part->empty()) twin.base += "/" + view.context.twin_part(part->value).rest;
    }
    twin.masked = without_numbers(twin.base);
    out.push_back(std::move(twin));
  }
  return out;
}

class Check {
 public:
  Check(const CatalogueView& view, Reporter& out) : view_(view), out_(out) {}

  void run() {
    std::vector<Twin> twins = twins_of(view_);
    pair(twins, &Twin::base, [&](const Twin& a, const Twin& b) { compare(a, b); });
    pair(twins, &Twin::masked, [&](const Twin& a, const Twin& b) { report_name(a, b); });
  }

 private:
  /// Rows of one word that wait for a partner, the first of them at `next`.
  struct Waiting {
    const VocabularyWord* word;
    std::vector<Twin*> rows;
    size_t next = 0;
  };

  /// Calls f(a, b) for each row and the first row of another word that has the same key and no
  /// partner yet.
  template <class F>
  static void pair(std::vector<Twin>& twins, std::string Twin::*key, F&& f) {
    std::unordered_map<std::string_view, std::vector<Waiting>> open;
    for (Twin& twin : twins) {
      if (twin.paired) continue;
      auto& words = open[twin.*key];
      const auto other = std::ranges::find_if(words, [&](const Waiting& one) {
        return one.word != twin.word && one.next < one.rows.size();
      });
      if (other != words.end()) {
        Twin& first = *other->rows[other->next++];
        twin.paired = first.paired = true;
        f(first, twin);
        continue;
      }
      auto own = std::ranges::find(words, twin.word, &Waiting::word);
      if (own == words.end()) own = words.insert(words.end(), Waiting{twin.word, {}});
      own->rows.push_back(&twin);
    }
  }

  const Item& item(const Twin& twin) const { return view_.item(twin.item); }

  Finding& report(const Twin& a, const Twin& b, std::string_view field, Span at, Message message) {
    Finding& finding = out_.add(view_.place(at), std::move(message));
    finding.address = view_.address + "/" + std::string(item(b).id.view());
    finding.field = field;
    finding.label = field_label(field);
    finding.values.emplace_back(item(a).id.view());
    finding.demand =
        Demand{say({"编号“{}”：{}", "item “{}”: {}"}, item(a).id.view(), item_name(item(a))),
               view_.place(item(a).topic.span),
               {"另一行", "other row"}};
    finding.advice =
        say({"核对原件，把两行改为一致", "compare with the original and make both rows agree"});
    return finding;
  }

  /// The part of the names in which the rows differ, besides the words that tell them apart.
  std::pair<std::string_view, const Text*> differing(const Item& a, const Item& b) const {
    constexpr std::pair<std::string_view, Text Item::*> kParts[] = {
        {"category", &Item::category}, {"subtopic", &Item::subtopic}, {"detail", &Item::detail}};
    for (const auto& [field, part] : kParts) {
      const Text &first = a.*part, &second = b.*part;
      if (!second.empty() &&
          view_.context.twin_part(first.value).rest != view_.context.twin_part(second.value).rest)
        return {field, &second};
    }
    return {"topic", &b.topic};
  }

  void report_name(const Twin& a, const Twin& b) {
    const auto [field, part] = differing(item(a), item(b));
    report(a, b, field, part->span,
           say({"同一事项的两行名称不一致：“{}”与“{}”",
                "the two rows of one item are named differently: “{}” and “{}”"},
               item_name(item(a)), item_name(item(b))));
  }

  std::set<std::string> channels(const Item& of) const {
    std::set<std::string> out;
    for (const auto& [level, texts] : of.channels) {
      for (const Text& text : texts) {
        const WordUse& use = view_.workspace().vocabulary.find(WordList::Channels, text.value);
        out.insert(std::string(level.view()) + ":" +
                   (use && use.note.empty() ? std::string(use.word->id.view())
                                            : view_.workspace().form(text.value)));
      }
    }
    return out;
  }

  std::string deadlines(const Item& of) const {
    std::string out;
    for (const auto& [level, text] : of.deadline)
      out += std::string(level.view()) + ":" + view_.workspace().form(text.value) + "\n";
    return out;
  }

  void compare(const Twin& a, const Twin& b) {
    const Item &first = item(a), &second = item(b);
    const Workspace& workspace = view_.workspace();
    if (!first.audience.empty() && !second.audience.empty() &&
        workspace.form(first.audience.value) != workspace.form(second.audience.value)) {
      report(a, b, "audience", second.audience.span,
             say({"同一事项的两行公开对象不一致：“{}”与“{}”",
                  "the two rows of one item have different audiences: “{}” and “{}”"},
                 first.audience.view(), second.audience.view()));
    }
    if (!first.channels.empty() && !second.channels.empty() &&
        channels(first) != channels(second)) {
      const Texts& texts = second.channels.front().value;
      report(a, b, "channels", texts.empty() ? second.topic.span : span_of(texts),
             say({"同一事项的两行公开渠道不一致", "the two rows of one item have other channels"}));
    }
    if (!first.deadline.empty() && !second.deadline.empty() &&
        deadlines(first) != deadlines(second)) {
      Finding& finding =
          report(a, b, "deadline", second.deadline.front().value.span,
                 say({"同一事项的两行公开时限不一致：“{}”与“{}”",
                      "the two rows of one item have different deadlines: “{}” and “{}”"},
                     first.deadline.front().value.view(), second.deadline.front().value.view()));
      // Particulars and outcome may well be due at different times.
      finding.severity = lowered(finding.severity);
    }
  }

  const CatalogueView& view_;
  Reporter& out_;
};

void check(const CatalogueView& view, Reporter& out) { Check(view, out).run(); }

constexpr std::string_view kFields[] = {"topic",    "subtopic", "detail",
                                        "audience", "channels", "deadline"};

}  // namespace

extern const Rule twin_disagrees_rule{
    .name = "twin-disagrees",
    .title = {"同一事项的两行不一致", "twin rows that disagree"},
    .family = Family::Consistency,
    .severity = Severity::Warning,
    .summary =
        {"同一处罚等分“基本信息”“处罚结果”两行的，名称中的数字、公开对象、渠道或时限不一致。",
         "The two rows of one penalty (基本信息, 处罚结果) differ in the numbers of their "
         "names, in audience, channels or deadline."},
    .rationale =
        {"一件处罚分两行公布，抄写时容易只改一行（如“超过48小时”与“超过49小时”）。核对原件，改为一"
         "致；时限可以不同，只作提示。分行用语在词表里。",
         "Where a penalty takes two rows, a change is easily made in one only (超过48小时, "
         "超过49小时). Compare with the original. Deadlines may differ: a note. The words that "
         "tell the rows apart stand in the vocabulary."},
    .source = {"国办发〔2019〕54号附带的城市综合执法等领域标准指引；各地公布的目录",
               "the ministries' guidelines (国办发〔2019〕54号); published catalogues"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 行政处罚
    subtopic: 对救助申请材料留存超过48小时未归还的处罚
    detail: 基本信息
    elements: [执法依据]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
# file: lists/310104/social-assistance.yaml item 8
    topic: 行政处罚
    subtopic: 对救助申请材料留存超过49小时未归还的处罚
    detail: 处罚结果
    elements: [处罚结果]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 行政处罚
    subtopic: 对救助申请材料留存超过48小时未归还的处罚
    detail: 基本信息
    elements: [执法依据]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
# file: lists/310104/social-assistance.yaml item 8
    topic: 行政处罚
    subtopic: 对救助申请材料留存超过48小时未归还的处罚
    detail: 处罚结果
    elements: [处罚结果]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
