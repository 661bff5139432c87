#include <algorithm>
#include <set>
#include <unordered_map>

#include "rules/demand.h"
#include "rules/domain_names.h"
#include "rules/near_names.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr double kNear = 0.9;
constexpr size_t kShortest = 8;  // shorter names differ by a character that matters

/// Two names that differ only by fillers, or by few characters that are no numbers.
std::vector<NearPair> pairs_of(const std::vector<DomainName>& names) {
  std::vector<std::u32string> forms;
  for (const DomainName& name : names) forms.push_back(name.form);
  std::vector<NearPair> out;
  for (const NearPair& pair : near_names(forms, kNear)) {
    const DomainName& a = names[pair.first];
    const DomainName& b = names[pair.second];
    if (std::min(a.form.size(), b.form.size()) < kShortest || a.form == b.form) continue;
    if (a.essential == b.essential) continue;  // found below
    if (a.digits == b.digits && a.twin_base != b.twin_base) out.push_back(pair);
  }
  std::unordered_map<std::string_view, uint32_t> first;
  for (uint32_t i = 0; i < names.size(); i++) {
    const auto [same, fresh] = first.try_emplace(names[i].essential, i);
    const DomainName& other = names[same->second];
    if (fresh || other.form == names[i].form || other.twin_base == names[i].twin_base) continue;
    out.push_back({same->second, i, similarity(other.form, names[i].form)});
  }
  return out;
}

/// Reports pairs of items; each item once, against what is nearest to it.
class Pairs {
 public:
  Pairs(const RuleContext& context, const std::vector<CatalogueItems>& catalogues, Reporter& out)
      : context_(context), catalogues_(catalogues), out_(out) {}

  void check(const std::vector<DomainName>& names) {
    std::vector<NearPair> across;
    for (const NearPair& pair : pairs_of(names)) {
      within_catalogues(names[pair.first], names[pair.second], pair.score);
      across.push_back(pair);
    }
    among_lists(names, across);
  }

 private:
  const Item& item(const Occurrence& at) const { return catalogues_[at.catalogue].item(at.item); }

  std::string address(const Occurrence& at) const {
    const CatalogueItems& catalogue = catalogues_[at.catalogue];
    const std::string head =
        catalogue.list ? list_address(*catalogue.list) : standard_address(*catalogue.standard);
    return head + "/" + std::string(item(at).id.view());
  }

  /// Whether both implement rows, but not one together: the guideline tells them apart.
  bool has_other_rows(const Item& a, const Item& b) const {
    if (a.guideline.empty() || b.guideline.empty()) return false;
    return std::ranges::none_of(a.guideline, [&](const Text& row) {
      return std::ranges::any_of(b.guideline,
                                 [&](const Text& other) { return other.value == row.value; });
    });
  }

  bool levels_apart(const Item& a, const Item& b) const {
    const Vocabulary& vocabulary = context_.workspace().vocabulary;
    const LevelSet first = vocabulary.levels(a.levels), second = vocabulary.levels(b.levels);
    if (first.empty() || second.empty()) return false;
    return std::ranges::none_of(kLevels,
                                [&](Level level) { return first.has(level) && second.has(level); });
  }

  void within_catalogues(const DomainName& a, const DomainName& b, double score) {
    for (size_t i = 0, k = 0; i < a.items.size() && k < b.items.size();) {
      const Occurrence &x = a.items[i], &y = b.items[k];
      if (x.catalogue != y.catalogue) {
        x.catalogue < y.catalogue ? i++ : k++;
        continue;
      }
      const bool in_order = x.item < y.item;
      const Occurrence &earlier = in_order ? x : y, &later = in_order ? y : x;
      if (!has_other_rows(item(x), item(y)) && !levels_apart(item(x), item(y)))
        report(later, earlier, score, true);
      i++;
      k++;
    }
  }

  /// Of two names in different lists the rarer one is reported, where no row tells what it is.
  void among_lists(const std::vector<DomainName>& names, const std::vector<NearPair>& pairs) {
    struct Best {
      uint32_t other = 0;
      double score = 0;
    };
    std::unordered_map<uint32_t, Best> best;
    for (const NearPair& pair : pairs) {
      const bool first_rarer = names[pair.first].items.size() < names[pair.second].items.size();
      const uint32_t rare = first_rarer ? pair.first : pair.second;
      Best& known = best[rare];
      if (pair.score > known.score) known = {first_rarer ? pair.second : pair.first, pair.score};
    }
    for (uint32_t i = 0; i < names.size(); i++) {
      const auto found = best.find(i);
      if (found == best.end()) continue;
      const Usual usual = usual_of(names[found->second.other]);
      for (const Occurrence& at : names[i].items) report_among(at, usual, found->second.score);
    }
  }

  /// Where a name stands: in which catalogues, and the first of its lists.
  struct Usual {
    std::set<uint32_t> catalogues;
    const Occurrence* first = nullptr;
  };

  Usual usual_of(const DomainName& name) const {
    Usual out;
    for (const Occurrence& at : name.items) {
      out.catalogues.insert(at.catalogue);
      if (!out.first && catalogues_[at.catalogue].list) out.first = &at;
    }
    return out;
  }

  void report_among(const Occurrence& at, const Usual& usual, double score) {
    if (!catalogues_[at.catalogue].list || !item(at).guideline.empty()) return;
    if (usual.first && !usual.catalogues.contains(at.catalogue))
      report(at, *usual.first, score, false);
  }

  void report(const Occurrence& at, const Occurrence& other, double score, bool same_catalogue) {
    const Item& own = item(at);
    const std::string name = item_name(item(other));
    const std::string where = same_catalogue ? std::string(item(other).id.view()) : address(other);
    const CatalogueItems& catalogue = catalogues_[at.catalogue];
    Finding& finding = out_.add({catalogue.head->file, own.topic.span},
                                say({"事项“{}”与“{}”（{}）名称相近（相似度{}%）",
                                     "item “{}” is named nearly as “{}” ({}) (likeness {}%)"},
                                    item_name(own), name, where, static_cast<int>(score * 100)));
    finding.address = address(at);
    finding.field = "topic";
    finding.label = field_label("topic");
    finding.values = {address(other)};
    finding.match = Match{name, score};
    finding.demand = Demand{say({"{}", "{}"}, name),
                            {catalogues_[other.catalogue].head->file, item(other).topic.span},
                            {"另见", "see also"}};
    if (!same_catalogue) finding.severity = lowered(finding.severity);
    finding.advice = same_catalogue
                         ? say({"同一事项的，合并为一项；不同的，名称写得能分清",
                                "make them one if they are the same, else name them apart"})
                         : say({"同一事项的，用同一名称，合并标准时才能对上",
                                "if it is the same, name it alike, so that merging pairs them"});
  }

  const RuleContext& context_;
  const std::vector<CatalogueItems>& catalogues_;
  Reporter& out_;
};

void check(const DomainView& view, Reporter& out) {
  const auto catalogues = catalogues_of(view);
  Pairs(view.context, catalogues, out).check(domain_names(view.context, catalogues));
}

constexpr std::string_view kFields[] = {"topic", "subtopic", "detail", "guideline", "levels"};

}  // namespace

extern const Rule item_similar_rule{
    .name = "item-similar",
    .title = {"事项名称相近", "item named nearly as another"},
    .family = Family::Consistency,
    .severity = Severity::Warning,
    .summary = {"同一份目录里、或同一领域各单位的清单里，有名称相近的事项，疑似同一事项。",
                "An item of the same catalogue, or of another unit's list in the domain, has "
                "nearly the same name."},
    .rationale =
        {"同一事项写了两种名称，公众找到的可能是旧的一条，合并时也对不上。名称去掉虚词后相同，或相"
         "似"
         "度达90%、数字相同的，列出相似度；分属不同指引事项的不报；其他单位清单里的，只作提示。",
         "One thing under two names is found in one place and missed in the other, and does not "
         "pair when lists are merged. Reported where names differ only by fillers, or are alike by "
         "90% with the same numbers; never where the guideline has a row for each. Across units "
         "it is a note."},
    .source = {"《政府信息公开条例》第十二条：目录列明信息的名称；第二十五条：便于检索",
               "条例 article 12: the catalogue lists the name of each information; article 25"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 最低生活保障
    subtopic: 审批有关情况
    elements: [低保对象名单]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    topic: 最低生活保障
    subtopic: 资金使用情况
    elements: [资金使用明细]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起10个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_domain = check,
};

}  // namespace catalog
