#include "report/adopt_report.h"

#include "report/safe_text.h"

namespace catalog {

namespace {

/// An item a line: its id and name, and of a changed one what says something else.
std::string lines_of(const std::vector<ChangedItem>& items, Lang lang) {
  std::string out;
  for (const ChangedItem& item : items) {
    out += "    " + one_line(item.id + " " + item.name);
    for (size_t i = 0; i < item.fields.size(); i++) {
      out += std::string(i == 0 ? Bilingual{"：", ": "}.in(lang) : Bilingual{"、", ", "}.in(lang));
      out += item.fields[i]->key.in(lang);
    }
    out += "\n";
  }
  return out;
}

std::string change_text(const StandardChange& change, const Workspace& workspace, Lang lang) {
  std::string out = say({"{0}：{1} → {2}", "{0}: {1} → {2}"}, workspace.domain_name(change.domain),
                        change.from, change.to)
                        .in(lang) +
                    "\n";
  if (!change.compared) {
    return out + say({"  没有找到{0}版，无法列出变化\n",
                      "  version {0} was not found, so what changed can't be listed\n"},
                     change.from)
                     .in(lang);
  }
  const auto part = [&](Bilingual form, const std::vector<ChangedItem>& items) {
    if (!items.empty()) out += say(form, items.size()).in(lang) + "\n" + lines_of(items, lang);
  };
  part({"  新增{}项", "  added: {}"}, change.added);
  part({"  删去{}项", "  removed: {}"}, change.removed);
  part({"  修改{}项", "  changed: {}"}, change.changed);
  if (change.added.empty() && change.removed.empty() && change.changed.empty())
    out += std::string(Bilingual{"  事项没有变化\n", "  no item changed\n"}.in(lang));
  return out;
}

}  // namespace

std::string adopt_text(const AdoptPlan& plan, const Workspace& workspace, Sources& sources,
                       Lang lang) {
  std::string out;
  if (!plan.changes.empty())
    out += std::string(Bilingual{"标准的变化：\n", "What changed in the standards:\n"}.in(lang));
  for (const StandardChange& change : plan.changes) out += change_text(change, workspace, lang);
  if (!plan.judgements.empty())
    out += std::string(
        Bilingual{"请逐项判断是否仍然适用：\n", "Look at each of these again:\n"}.in(lang));
  for (const Judgement& judgement : plan.judgements) {
    const PrintedPlace at = printed_place(sources, judgement.place);
    out += one_line(judgement.place.file.view());
    if (at.line > 0) out += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    out += "  " + one_line(judgement.item) + (lang == Lang::Zh ? "：" : ": ") +
           one_line(judgement.reason.in(lang)) + "\n";
  }
  return out;
}

}  // namespace catalog
