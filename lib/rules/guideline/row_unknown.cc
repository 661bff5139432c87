#include "model/content.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// The row of the same name, perhaps meant.
const Row* row_of_name(const Guideline& guideline, const Item& item) {
  const std::string name = comparison_form(item_name(item));
  for (const Row& row : guideline.items) {
    if (comparison_form(item_name(row)) == name) return &row;
  }
  return nullptr;
}

void report(const CatalogueView& view, const Text& reference, const Item* item, Reporter& out) {
  const size_t slash = reference.view().find('/');
  if (slash == std::string_view::npos || view.context.demand(reference.value)) return;
  const std::string_view domain = reference.view().substr(0, slash);
  const std::string_view id = reference.view().substr(slash + 1);
  if (!is_id(domain) || !is_id(id)) return;
  const Guideline* guideline = view.workspace().guideline(Symbol::of(domain));
  const auto complete =
      guideline ? words::kComplete.index(guideline->complete.view()) : std::nullopt;
  const bool has_all = complete && words::kComplete.words[*complete].en == "yes";
  Finding& finding = out.add(
      view.place(reference.span),
      !guideline ? say({"没有领域“{}”的指引", "there is no guideline for the domain “{}”"}, domain)
      : has_all ? say({"指引“{}”没有编号为“{}”的事项", "the guideline “{}” has no row “{}”"},
                      guideline->name.view(), id)
                : say({"指引“{}”的文件里没有编号为“{}”的事项（该指引尚未收全）",
                       "the file of the guideline “{}”, which is not complete, has no row “{}”"},
                      guideline->name.view(), id));
  finding.address = item ? view.address + "/" + std::string(item->id.view()) : view.address;
  finding.field = item ? "guideline" : "omitted";
  finding.values.emplace_back(reference.view());
  finding.label = say({"指引", "guideline"});
  const Row* meant = guideline && item ? row_of_name(*guideline, *item) : nullptr;
  if (!meant) {
    finding.advice = say({"改成指引里的编号；本地自有的事项不写“指引”",
                          "use an id of the guideline; an item of your own has no `guideline`"});
    return;
  }
  const std::string right = std::string(domain) + "/" + std::string(meant->id.view());
  finding.advice =
      say({"是否应为“{}”（{}）？", "did you mean “{}” ({})?"}, right, item_name(*meant));
  finding.fix = Fix{finding.advice, {{reference.span, right}}, false};
}

void check(const CatalogueView& view, Reporter& out) {
  for (size_t i = 0; i < view.size(); i++) {
    const Item& item = view.item(i);
    for (const Text& reference : item.guideline) report(view, reference, &item, out);
  }
  for (const Omission& omission : view.head.omitted) report(view, omission.guideline, nullptr, out);
}

constexpr std::string_view kFields[] = {"guideline", "omitted"};

}  // namespace

extern const Rule row_unknown_rule{
    .name = "row-unknown",
    .title = {"指引中没有的事项", "no such guideline row"},
    .family = Family::Guideline,
    .severity = Severity::Error,
    .summary = {"事项或不设说明所引的指引事项不存在。",
                "The guideline row that an item or an omission refers to does not exist."},
    .rationale =
        {"引错了编号，指引的各项要求就对不上。改成指引里的编号；本地自有的事项不写“指引”。",
         "With a wrong reference the guideline's demands are not checked. Use an id of the "
         "guideline; an item of your own has no `guideline`."},
    .source = {"《文件格式》：指引事项写作“领域/编号”",
               "the file formats: a row is referred to as domain/id"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 7
    guideline: social-assistance/60
    topic: 最低生活保障
    subtopic: 复核信息
    elements: [低保对象复核结果]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    guideline: social-assistance/6
)yaml",
    .check_catalogue = check,
};

}  // namespace catalog
