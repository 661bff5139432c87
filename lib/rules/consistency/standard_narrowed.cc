#include <algorithm>
#include <optional>

#include "rules/deadline_demand.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// One item of a list beside the items of the city's standard that implement the same row. What
/// the row itself demands is left to the rules of the guideline, so that it is reported once.
class Beside {
 public:
  Beside(const CatalogueView& list, const CatalogueView& standard, uint32_t own,
         const StandardItem& item, const std::vector<uint32_t>& sharing,
         const std::vector<const RowDemand*>& rows, Reporter& out)
      : list_(list),
        standard_(standard),
        own_(list.item(own)),
        item_(item),
        sharing_(sharing),
        rows_(rows),
        out_(out) {}

  void check() {
    deadlines();
    channels();
    audience();
    mode();
  }
  /// What the items that share the row must have between them.
  void check_together() {
    elements();
    levels();
  }

 private:
  const Vocabulary& vocabulary() const { return list_.workspace().vocabulary; }

  Finding& report(std::string_view field, Span at, std::string_view value, Message message) {
    Finding& finding = out_.add(list_.place(at.end > 0 ? at : own_.topic.span), std::move(message));
    finding.address = list_.address + "/" + std::string(own_.id.view());
    finding.field = field;
    finding.label = field_label(field);
    const std::string address = standard_.address + "/" + std::string(item_.id.view());
    finding.values = {address, std::string(field), std::string(value)};
    finding.demand = Demand{say({"{} {}", "{} {}"}, address, item_name(item_)),
                            standard_.place(item_.topic.span),
                            {"市标准", "standard"}};
    finding.advice = say({"照标准改，或在偏离说明中写明理由和依据",
                          "change it as the standard has it, or explain it in a deviation"});
    return finding;
  }

  template <class Holds>
  bool row_has(Holds&& holds) const {
    return std::ranges::any_of(rows_, holds);
  }

  /// Whether a row of the item is as much missed by this phrase.
  bool row_missed(const Text& phrase, DeadlinePart part) const {
    return row_has([&](const RowDemand* row) {
      return std::ranges::any_of(row->row.deadline, [&](const auto& demanded) {
        if (demanded.value.empty() || demanded.value.value == phrase.value) return false;
        const auto relation =
            worst(list_.context.comparison(phrase.value, demanded.value.value), part);
        return relation && possibly_weaker(*relation);
      });
    });
  }

  void deadlines() {
    const LevelSet levels = vocabulary().levels(own_.levels);
    for (const auto& own : own_.deadline) {
      const auto level = vocabulary().level(own.level.value);
      for (const auto& demanded : item_.deadline) {
        if (!levels_meet(level, vocabulary().level(demanded.level.value), levels)) continue;
        if (are_comparable(list_.context, own.value, demanded.value))
          deadline(own.value, demanded.value);
      }
    }
  }

  void deadline(const Text& own, const Text& demanded) {
    const auto& comparison = list_.context.comparison(own.value, demanded.value);
    for (const DeadlinePart part : {DeadlinePart::Limit, DeadlinePart::Display}) {
      const auto relation = worst(comparison, part);
      if (!relation || !possibly_weaker(*relation) || row_missed(own, part)) continue;
      Finding& finding = report("deadline", own.span, own.view(),
                                part == DeadlinePart::Limit
                                    ? say({"公开时限“{}”长于市标准的“{}”",
                                           "the deadline “{}” is longer than the standard's “{}”"},
                                          own.view(), demanded.view())
                                    : say({"公示期“{}”短于市标准的“{}”",
                                           "“{}” displays for less time than the standard's “{}”"},
                                          own.view(), demanded.view()));
      if (!certainly_weaker(*relation)) finding.severity = lowered(finding.severity);
      return;
    }
  }

  void channels() {
    for (const auto& demanded : item_.channels) {
      const auto at = vocabulary().level(demanded.level.value);
      for (const Text& channel : demanded.value) {
        const WordUse& use = vocabulary().find(WordList::Channels, channel.value);
        if (!use || use.word->id.view() == "other" || has_channel(use.word, at)) continue;
        const bool of_row = row_has([&](const RowDemand* row) {
          return std::ranges::any_of(
              row->channels, [&](const ChannelDemand& own) { return own.word == use.word; });
        });
        if (of_row || own_.channels.empty()) continue;
        report("channels", span_of(own_.channels.front().value), use.word->name.view(),
               say({"缺少市标准的公开渠道“{}”", "the standard's channel “{}” is missing"},
                   use.word->name.view()));
      }
    }
  }

  /// Whether the item uses a channel where the standard asks for it, or has nothing to do there.
  bool has_channel(const VocabularyWord* word, std::optional<Level> at) const {
    const LevelSet levels = vocabulary().levels(own_.levels);
    if (at && !levels.has(*at)) return true;
    return std::ranges::any_of(own_.channels, [&](const auto& own) {
      const auto level = vocabulary().level(own.level.value);
      if (at && level && *at != *level) return false;
      return std::ranges::any_of(own.value, [&](const Text& channel) {
        return vocabulary().find(WordList::Channels, channel.value).word == word;
      });
    });
  }

  void audience() {
    const AudienceMeaning& demanded = list_.context.audience(item_.audience.value);
    const AudienceMeaning& own = list_.context.audience(own_.audience.value);
    if (!demanded.everyone || own.everyone || !own.group) return;
    if (row_has([](const RowDemand* row) { return row->everyone; })) return;
    report("audience", own_.audience.span, own_.audience.view(),
           say({"公开对象“{}”窄于市标准的“{}”", "the audience “{}” is narrower than “{}”"},
               own_.audience.view(), item_.audience.view()));
  }

  void mode() {
    const auto demanded = mode_rank(vocabulary(), item_.mode.value);
    const auto own = mode_rank(vocabulary(), own_.mode.value);
    if (!demanded || !own || *own <= *demanded) return;
    if (row_has([&](const RowDemand* row) { return row->mode && *row->mode < *own; })) return;
    report("mode", own_.mode.span, own_.mode.view(),
           say({"公开方式“{}”窄于市标准的“{}”", "the mode “{}” is narrower than “{}”"},
               own_.mode.view(), item_.mode.view()));
  }

  void elements() {
    for (const Element& element : item_.elements) {
      if (element.name.empty() || vocabulary().is_generic(element.name.value)) continue;
      const std::string& form = list_.workspace().form(element.name.value);
      const bool of_row = row_has([&](const RowDemand* row) {
        return std::ranges::any_of(row->elements,
                                   [&](const ElementDemand& own) { return own.form == form; });
      });
      if (of_row || has_element(form)) continue;
      report("elements", span_of(own_.elements), element.name.view(),
             say({"缺少市标准的公开内容“{}”", "the standard's element “{}” is missing"},
                 element.name.view()));
    }
  }

  bool has_element(const std::string& form) const {
    bool none = true;
    for (const uint32_t index : sharing_) {
      for (const Element& element : list_.item(index).elements) {
        none = false;
        const auto& forms = list_.context.element_forms(element.name.value);
        if (std::ranges::find(forms, form) != forms.end()) return true;
      }
    }
    return none;  // an item without elements is reported as such
  }

  void levels() {
    const LevelSet demanded = vocabulary().levels(item_.levels);
    for (const Level level : kLevels) {
      if (!demanded.has(level) || !list_.answers_for(level) || has_level(level)) continue;
      if (row_has([&](const RowDemand* row) { return row->levels.has(level); })) continue;
      report("levels", span_of(own_.levels), vocabulary().level_name(level),
             say({"缺少市标准的公开层级“{}”", "the standard's level “{}” is missing"},
                 vocabulary().level_name(level)));
    }
  }

  bool has_level(Level level) const {
    return std::ranges::any_of(sharing_, [&](uint32_t index) {
      const LevelSet own = vocabulary().levels(list_.item(index).levels);
      return own.has(level) || own.empty();
    });
  }

  const CatalogueView& list_;
  const CatalogueView& standard_;
  const Item& own_;
  const StandardItem& item_;
  const std::vector<uint32_t>& sharing_;  ///< items of the list that implement the row
  const std::vector<const RowDemand*>& rows_;
  Reporter& out_;
};

void check(const CatalogueView& view, Reporter& out) {
  if (!view.list || !view.level || view.at_city_level()) return;
  const Standard* standard = view.workspace().standard(view.head.domain.value);
  if (!standard || view.uses.empty()) return;
  const CatalogueView city = view_of(view.context, *standard);
  for (const RowUse& use : city.uses) {
    // An item of several rows is compared at the first of them.
    const StandardItem& item = standard->items[use.item];
    if (view.context.demand(item.guideline.front().value) != use.row) continue;
    const auto uses = view.uses_of(*use.row);
    std::vector<uint32_t> sharing;
    for (const RowUse& own : uses) sharing.push_back(own.item);
    for (size_t i = 0; i < sharing.size(); i++) {
      std::vector<const RowDemand*> rows;
      for (const Text& reference : view.item(sharing[i]).guideline) {
        if (const RowDemand* row = view.context.demand(reference.value)) rows.push_back(row);
      }
      Beside beside(view, city, sharing[i], item, sharing, rows, out);
      // Several items of the standard on one row are met by the list's between them: not by each.
      if (city.uses_of(*use.row).size() == 1) beside.check();
      if (i == 0) beside.check_together();
    }
  }
}

constexpr std::string_view kFields[] = {"deadline", "elements", "channels",
                                        "levels",   "audience", "mode"};

}  // namespace

extern const Rule standard_narrowed_rule{
    .name = "standard-narrowed",
    .title = {"区的事项窄于市标准", "item narrower than the city's standard"},
    .family = Family::Consistency,
    .severity = Severity::Warning,
    .summary = {"区、街镇清单的事项比本领域市标准中同一指引事项的时限长、内容或渠道或层级少、对象或"
                "方式窄。",
                "An item of a district or town is due later, has fewer elements, channels or "
                "levels, or a narrower audience or mode, than the city's standard for the same "
                "row."},
    .rationale = {"标准是全市的底线，各区只能更宽。照标准改，或在偏离说明中写明理由和依据。指引本身"
                  "就要求的，由指引类规则报告。",
                  "The standard is the least for the whole city; districts may only disclose more. "
                  "What the guideline itself demands is reported by its own rules."},
    .source = {"沪府办〔2020〕20号第三部分：全市统一的标准目录",
               "沪府办〔2020〕20号, part three: one standard for the whole city"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml item 6
    deadline: 制定或获取信息之日起5个工作日内
    elements: [低保对象名单及相关信息, 监督电话]
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml item 6
    deadline: 制定或获取信息之日起10个工作日内
    elements: [低保对象名单及相关信息]
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
