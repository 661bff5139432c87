#include "workspace/adopt.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/version_order.h"
#include "model/writer.h"
#include "source/source_text.h"
#include "workspace/adopt_judgement.h"
#include "workspace/adoption_edit.h"
#include "workspace/adoption_review.h"

namespace catalog {

namespace {

Text text(Symbol value) { return {value, {}}; }

/// Whether a unit of this level, or for a district a street of its, has an item of the standard.
bool concerns(const Workspace& workspace, const Standard& standard, Level level) {
  return std::ranges::any_of(standard.items, [&](const StandardItem& item) {
    const LevelSet levels = workspace.vocabulary.levels(item.levels);
    return levels.has(level) || (level == Level::District && levels.has(Level::Street));
  });
}

/// Plans one file after the other.
class Planner {
 public:
  Planner(const Workspace& workspace, FileSystem& files, const AdoptRequest& request, Date as_of,
          const EarlierStandard& earlier)
      : workspace_(workspace), files_(files), request_(request), as_of_(as_of), earlier_(earlier) {
    for (const Standard& standard : workspace.standards) standards_.push_back(&standard);
    std::ranges::stable_sort(standards_, {}, [&](const Standard* standard) {
      const auto& domains = workspace.config.domains;
      const auto at = std::ranges::find(domains, standard->domain.value,
                                        [](const auto& entry) { return entry.domain.value; });
      return std::pair(at - domains.begin(), standard->domain.view());
    });
  }

  std::expected<AdoptPlan, Message> run() {
    if (auto wrong = check_version()) return std::unexpected(std::move(*wrong));
    auto units = chosen_units();
    if (!units) return std::unexpected(std::move(units.error()));
    for (const Unit* unit : *units) {
      plan_.looked_at++;
      const Adoption* adoption = workspace_.adoption(unit->code.value);
      if (!adoption) {
        create(*unit);
      } else if (auto wrong = raise(*adoption, *unit)) {
        return std::unexpected(std::move(*wrong));
      }
    }
    return std::move(plan_);
  }

 private:
  std::optional<Message> check_version() const {
    if (workspace_.standards.empty())
      return say({"工作区没有标准目录，没有可采用的内容",
                  "The workspace has no standard, so there is nothing to adopt"});
    if (request_.to.empty()) return std::nullopt;
    std::set<std::string_view> known;
    for (const Standard* standard : standards_) known.insert(standard->version.view());
    if (known.contains(request_.to)) return std::nullopt;
    std::string all;
    for (std::string_view version : known) all += (all.empty() ? "" : "、") + std::string(version);
    return say({"没有一个标准是{}版；现有：{}", "No standard has the version {}; there are: {}"},
               request_.to, all);
  }

  std::expected<std::vector<const Unit*>, Message> chosen_units() const {
    std::vector<const Unit*> out;
    for (const std::string& given : request_.units) {
      const auto unit = find_unit(workspace_, given);
      if (!unit) return std::unexpected(unit.error());
      if (std::ranges::find(out, *unit) == out.end()) out.push_back(*unit);
    }
    if (!request_.all_units) return out;
    for (const Unit& unit : workspace_.units.all()) {
      const bool wanted = workspace_.units.level(unit) == Level::District ||
                          workspace_.adoption(unit.code.value) != nullptr;
      if (wanted && std::ranges::find(out, &unit) == out.end()) out.push_back(&unit);
    }
    return out;
  }

  void create(const Unit& unit) {
    const auto level = workspace_.units.level(unit);
    Adoption adoption;
    adoption.kind = text(Symbol::of("adoption"));
    adoption.unit = text(unit.code.value);
    const Unit* district = workspace_.units.district_of(unit);
    if (level == Level::Street && district) {
      adoption.extends = text(district->code.value);
    } else {
      for (const Standard* standard : standards_) {
        const bool led = level == Level::City && leads(unit, standard->domain.value);
        if (level && (led || (level != Level::City && concerns(workspace_, *standard, *level))))
          adoption.standards.push_back(
              {text(standard->domain.value), text(standard->version.value), {}});
      }
    }
    const std::string path =
        join_path(workspace_.root, "adoptions/" + std::string(unit.code.view()) + ".yaml");
    plan_.files.push_back({path, "",
                           schema_comment(request_.schema) + "# " + std::string(unit.name.view()) +
                               "\n" + yaml::emit(to_value(adoption, request_.keys))});
  }

  static bool leads(const Unit& unit, Symbol domain) {
    return std::ranges::any_of(unit.domains, [&](const Text& led) { return led.value == domain; });
  }

  bool wants(const Standard& standard) const {
    return request_.to.empty() || standard.version.view() == request_.to;
  }

  /// The versions to write, and the standards to add behind them.
  AdoptionEdits edits_for(const Adoption& adoption, const Unit& unit) const {
    AdoptionEdits out;
    for (const AdoptedStandard& entry : adoption.standards) {
      const Standard* standard = workspace_.standard(entry.domain.value);
      if (standard && wants(*standard) &&
          version_order(entry.version.view(), standard->version.view()) < 0)
        out.raised.push_back({entry.domain.value, entry.version.value, standard->version.value});
    }
    const auto level = workspace_.units.level(unit);
    if (adoption.standards.empty() || !level || *level == Level::City) return out;
    const AdoptionChain chain = adoption_chain(workspace_, unit);
    for (const Standard* standard : standards_) {
      const Symbol domain = standard->domain.value;
      if (chain.standard(domain) || !wants(*standard) || !concerns(workspace_, *standard, *level) ||
          excludes(chain, domain))
        continue;
      out.added.push_back({domain, {}, standard->version.value});
    }
    return out;
  }

  static bool excludes(const AdoptionChain& chain, Symbol domain) {
    return std::ranges::any_of(chain.layers, [&](const Adoption* layer) {
      return std::ranges::any_of(layer->exclude, [&](const Exclusion& exclusion) {
        return exclusion.item.empty() && exclusion.domain.value == domain;
      });
    });
  }

  std::optional<Message> raise(const Adoption& adoption, const Unit& unit) {
    const AdoptionEdits edits = edits_for(adoption, unit);
    if (edits.raised.empty() && edits.added.empty()) return std::nullopt;
    const std::string path(adoption.file.view());
    auto before = files_.read(path);
    if (!before) return before.error().message;
    auto after = edited_adoption(path, *before, edits);
    if (!after) return after.error();
    plan_.files.push_back({path, std::move(*before), std::move(*after)});
    for (const AdoptionEdits::Entry& entry : edits.raised) {
      const Standard& current = *workspace_.standard(entry.domain);
      const Standard* before_it = earlier_ ? earlier_(entry.domain, entry.from) : nullptr;
      note_change(before_it, current, entry.from.view());
      judge_raise({workspace_, adoption, as_of_, before_it, current}, plan_.judgements);
    }
    return std::nullopt;
  }

  void note_change(const Standard* earlier, const Standard& current, std::string_view from) {
    const bool told = std::ranges::any_of(plan_.changes, [&](const StandardChange& change) {
      return change.domain == current.domain.value && change.from == from;
    });
    if (!told) plan_.changes.push_back(change_between(workspace_, earlier, current, from));
  }

  const Workspace& workspace_;
  FileSystem& files_;
  const AdoptRequest& request_;
  Date as_of_;
  const EarlierStandard& earlier_;
  std::vector<const Standard*> standards_;
  AdoptPlan plan_;
};

}  // namespace

std::expected<AdoptPlan, Message> plan_adoptions(const Workspace& workspace, FileSystem& files,
                                                 const AdoptRequest& request, Date as_of,
                                                 const EarlierStandard& earlier) {
  return Planner(workspace, files, request, as_of, earlier).run();
}

}  // namespace catalog
