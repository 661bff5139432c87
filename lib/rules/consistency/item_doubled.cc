#include <string>
#include <unordered_map>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// The item's name in comparison form, its levels with it: one name at two levels may be two items.
std::string identity_of(const CatalogueView& view, const Item& item) {
  const Workspace& workspace = view.workspace();
  std::string out = workspace.form(item.category.value);
  for (const Text* part : {&item.topic, &item.subtopic, &item.detail})
    out += "\n" + workspace.form(part->value);
  const LevelSet levels = workspace.vocabulary.levels(item.levels);
  for (Level level : kLevels) out += levels.has(level) ? '1' : '0';
  return out;
}

void check(const CatalogueView& view, Reporter& out) {
  std::unordered_map<std::string, const Item*> seen;
  for (size_t i = 0; i < view.size(); i++) {
    const Item& item = view.item(i);
    if (item.topic.empty()) continue;
    const auto [first, fresh] = seen.try_emplace(identity_of(view, item), &item);
    if (fresh) continue;
    Finding& finding =
        out.add(view.place(item.topic.span),
                say({"事项“{}”与编号“{}”的事项重名", "item “{}” has the name of item “{}”"},
                    item_name(item), first->second->id.view()));
    finding.address = view.address + "/" + std::string(item.id.view());
    finding.field = "topic";
    finding.label = field_label("topic");
    finding.demand = Demand{say({"编号“{}”", "item “{}”"}, first->second->id.view()),
                            view.place(first->second->topic.span),
                            {"另见", "see also"}};
    finding.advice = say({"合并为一项，或用二级、三级事项区分",
                          "make them one, or tell them apart by subtopic or detail"});
  }
}

constexpr std::string_view kFields[] = {"category", "topic", "subtopic", "detail", "levels"};

}  // namespace

extern const Rule item_doubled_rule{
    .name = "item-doubled",
    .title = {"事项重名", "item named twice"},
    .family = Family::Consistency,
    .severity = Severity::Warning,
    .summary = {"同一份目录里，两个事项的名称和层级都相同。",
                "Two items of one catalogue have the same name and levels."},
    .rationale = {"公众分不清哪一项算数。合并为一项，或用二级、三级事项区分。",
                  "The public cannot tell which one holds. Make them one, or tell them apart by "
                  "subtopic or detail."},
    .source = {"《政府信息公开条例》第十二条：目录列明信息的名称",
               "条例 article 12: the catalogue lists the name of each information"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    topic: 综合业务
    subtopic: 政策法规文件
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    topic: 最低生活保障
    subtopic: 审批信息
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
