#include "workspace/draft.h"

#include "model/fields_item.h"
#include "model/writer.h"
#include "text/similarity.h"

namespace catalog {

namespace {

Text text(std::string_view value) { return {Symbol::of(value), {}}; }

Message unknown(Bilingual form, Bilingual with_hint, const std::string& given,
                const std::vector<std::string_view>& known) {
  if (const auto meant = did_you_mean(given, known)) return say(with_hint, given, *meant);
  return say(form, given);
}

/// Who discloses for a district's streets and towns, where a list names them all.
constexpr std::string_view kStreetOffices = "各街道办事处、镇人民政府";

class Drafter {
 public:
  Drafter(const Workspace& workspace, const Guideline& guideline, const Unit& unit, Level level,
          Lang keys)
      : workspace_(workspace), guideline_(guideline), unit_(unit), level_(level), keys_(keys) {}

  /// Whether the unit is asked for this row: it prints the unit's level, or no level at all;
  /// departments are shown all rows.
  bool wants(const Row& row) const {
    return level_ == Level::City || row.levels.empty() || !own_levels(row).empty();
  }

  Item item(const Row& row) const {
    Item out = row;  // the row's content; what belongs to the row alone is left behind
    out.id = text(row.id.view());
    out.guideline = {
        text(std::string(guideline_.domain.view()) + "/" + std::string(row.id.view()))};
    out.seldom = {};
    out.elements.clear();
    for (const Element& element : row.elements) {
      if (!workspace_.vocabulary.is_generic(element.name.value))
        out.elements.push_back({element.name, {}});
    }
    std::erase_if(out.basis,
                  [&](const Text& entry) { return workspace_.vocabulary.is_generic(entry.value); });
    out.levels = levels(row);
    out.publisher = publisher(out.levels);
    return out;
  }

  /// Of the row's levels those that the unit answers for: a district sorts out its streets' items
  /// too.
  std::vector<Level> own_levels(const Row& row) const {
    const LevelSet printed = workspace_.vocabulary.levels(row.levels);
    std::vector<Level> out;
    for (Level level : kLevels) {
      const bool below = level_ == Level::District && level == Level::Street;
      if (printed.has(level) && (level == level_ || below)) out.push_back(level);
    }
    return out;
  }

  Texts levels(const Row& row) const {
    Texts out;
    for (Level level : own_levels(row))
      out.push_back(text(workspace_.vocabulary.level_name(level)));
    if (out.empty()) out.push_back(text(workspace_.vocabulary.level_name(level_)));
    return out;
  }

  LevelText publisher(const Texts& levels) const {
    const Text own = text(unit_.office.empty() ? unit_.name.view() : unit_.office.view());
    if (levels.size() == 1) {
      const bool is_own = workspace_.vocabulary.level(levels.front().value) == level_;
      return {{{}, is_own ? own : text(kStreetOffices)}};
    }
    return {{levels.front(), own}, {levels.back(), text(kStreetOffices)}};
  }

  /// The lines above an item that is not complete or not verified.
  std::vector<std::string> remarks(const Row& row, const Item& item) const {
    std::vector<std::string> lines;
    std::string missing;
    const auto add = [&](std::string_view key, bool absent) {
      if (!absent) return;
      if (!missing.empty()) missing += keys_ == Lang::Zh ? "、" : ", ";
      missing += record_info<Item>()->field(key)->key.in(keys_);
    };
    add("elements", item.elements.empty());
    add("basis", item.basis.empty());
    add("deadline", item.deadline.empty());
    add("channels", item.channels.empty());
    add("audience", item.audience.empty());
    add("mode", item.mode.empty());
    if (!missing.empty()) {
      lines.push_back(
          say({"指引未载明，请补：{}", "not in the guideline, please add: {}"}, missing).in(keys_));
    }
    if (words::kSeen.index(row.seen.view()) == 2) {
      lines.emplace_back(Bilingual{"本行未经核验，请对照部委原文",
                                   "this row is not verified: compare it with the ministry's text"}
                             .in(keys_));
    }
    return lines;
  }

 private:
  const Workspace& workspace_;
  const Guideline& guideline_;
  const Unit& unit_;
  Level level_;
  Lang keys_;
};

}  // namespace

std::string draft_path(const DraftRequest& request) {
  return "lists/" + request.unit + "/" + request.domain + ".yaml";
}

std::expected<yaml::Value, Message> draft_list(const Workspace& workspace,
                                               const DraftRequest& request) {
  const Guideline* guideline = workspace.guideline(Symbol::of(request.domain));
  if (!guideline) {
    std::vector<std::string_view> domains;
    for (const Guideline& known : workspace.guidelines)
      domains.insert(domains.end(), {known.domain.view(), known.name.view()});
    return std::unexpected(
        unknown({"没有领域“{}”的标准指引：用 catalog stats 列出领域，或查看标准指引文件夹。",
                 "There is no guideline for the domain “{}”: look into the guidelines' folder."},
                {"没有领域“{}”的标准指引。是否指“{}”？",
                 "There is no guideline for the domain “{}”. Did you mean “{}”?"},
                request.domain, domains));
  }
  const Unit* unit = workspace.units.find(Symbol::of(request.unit));
  const auto level = unit ? workspace.units.level(*unit) : std::nullopt;
  if (!unit || !level) {
    return std::unexpected(
        unknown({"单位表中没有代码“{}”：请在单位表中查代码，或先加入该单位。",
                 "The units file has no code “{}”: look the code up there, or add the unit."},
                {"单位表中没有代码“{}”。是否指“{}”？",
                 "The units file has no code “{}”. Did you mean “{}”?"},
                request.unit, workspace.units.codes()));
  }
  List list;
  list.kind = text("list");
  list.domain = text(request.domain);
  list.unit = text(request.unit);
  list.version = workspace.config.version;

  const Drafter drafter(workspace, *guideline, *unit, *level, request.keys);
  std::vector<std::vector<std::string>> remarks;
  for (const Row& row : guideline->items) {
    if (!drafter.wants(row)) continue;
    list.items.push_back(drafter.item(row));
    remarks.push_back(drafter.remarks(row, list.items.back()));
  }
  if (list.items.empty()) {
    return std::unexpected(say(
        {"指引“{}”没有要求{}公开的事项。", "The guideline “{}” demands no item at the level {}."},
        guideline->name.view(), workspace.vocabulary.level_name(*level)));
  }
  return to_value_with_remarks(list, request.keys, remarks);
}

}  // namespace catalog
