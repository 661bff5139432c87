#include "workspace/adopt_judgement.h"

#include <map>
#include <set>
#include <unordered_map>

#include "model/fields_item.h"
#include "model/meaning_digest.h"
#include "workspace/adoption_review.h"

namespace catalog {

namespace {

using ById = std::unordered_map<Symbol, const StandardItem*>;

ById by_id(const Standard* standard) {
  ById out;
  if (!standard) return out;
  for (const StandardItem& item : standard->items) out.emplace(item.id.value, &item);
  return out;
}

/// Whether two versions of an item tell the public something else.
bool differs(const Workspace& workspace, const Item& before, const Item& after) {
  return meaning_digest(before, workspace.vocabulary) !=
         meaning_digest(after, workspace.vocabulary);
}

/// The fields that say something else; neither remarks nor where an item came from.
std::vector<const FieldInfo*> changed_fields(const Workspace& workspace, const Item& before,
                                             const Item& after) {
  const RecordInfo& info = *record_info<Item>();
  std::vector<const FieldInfo*> out;
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    Item old, now;
    Field::edit(old) = Field::get(before);
    Field::edit(now) = Field::get(after);
    if (field.told && differs(workspace, old, now)) out.push_back(&field);
  });
  return out;
}

class Judge {
 public:
  Judge(const Raise& raise, std::vector<Judgement>& out)
      : raise_(raise), out_(out), earlier_(by_id(raise.earlier)), current_(by_id(&raise.current)) {}

  void run() {
    for (const Exclusion& exclusion : raise_.adoption.exclude) judge(exclusion);
    std::map<const AdoptionSet*, std::set<Symbol, ByNumber>> met;
    each_set_use(raise_.workspace, raise_.adoption, raise_.as_of, [&](const SetUse& use) {
      if (use.domain == domain()) met[&use.set].insert(use.id);
    });
    for (const AdoptionSet& set : raise_.adoption.set) judge(set, met[&set]);
  }

 private:
  struct ByNumber {
    bool operator()(Symbol a, Symbol b) const { return a.number() < b.number(); }
  };

  Symbol domain() const { return raise_.current.domain.value; }

  /// Why an item needs a look; an empty message where it is as it was.
  Message reason(Symbol id) const {
    const auto now = current_.find(id);
    if (now == current_.end())
      return say({"新版已没有这一事项", "the new version has the item no more"});
    if (!raise_.earlier)
      return say({"没有找到旧版，无法比较", "the earlier version was not found to compare with"});
    const auto before = earlier_.find(id);
    if (before == earlier_.end()) return say({"新版新增的事项", "the item is new in this version"});
    if (differs(raise_.workspace, *before->second, *now->second))
      return say({"新版改了这一事项", "the new version changed the item"});
    return {};
  }

  void add(Span span, std::string item, Message reason) {
    out_.push_back({{raise_.adoption.file, span},
                    "adoption/" + std::string(raise_.adoption.unit.view()),
                    std::move(item),
                    std::move(reason)});
  }

  void judge(const Exclusion& exclusion) {
    const std::string prefix = std::string(domain().view()) + "/";
    if (!exclusion.item.view().starts_with(prefix)) return;
    Message why = reason(Symbol::of(exclusion.item.view().substr(prefix.size())));
    if (!why.empty()) add(exclusion.span, std::string(exclusion.item.view()), std::move(why));
  }

  void judge(const AdoptionSet& set, const std::set<Symbol, ByNumber>& met) {
    const Text& wanted = set.match->domain;
    if (met.empty()) {
      if (wanted.value == domain())
        add(set.span, std::string(domain().view()),
            say({"新版没有符合条件的事项", "nothing in the new version matches"}));
      return;
    }
    for (const Symbol id : met) {
      Message why = reason(id);
      if (!why.empty())
        add(set.span, std::string(domain().view()) + "/" + std::string(id.view()), std::move(why));
    }
  }

  const Raise& raise_;
  std::vector<Judgement>& out_;
  ById earlier_, current_;
};

}  // namespace

void judge_raise(const Raise& raise, std::vector<Judgement>& out) { Judge(raise, out).run(); }

StandardChange change_between(const Workspace& workspace, const Standard* earlier,
                              const Standard& current, std::string_view from) {
  StandardChange out;
  out.domain = current.domain.value;
  out.from = from;
  out.to = current.version.view();
  if (!earlier) return out;
  out.compared = true;
  const ById before = by_id(earlier), now = by_id(&current);
  for (const StandardItem& item : current.items) {
    const auto old = before.find(item.id.value);
    if (old == before.end()) {
      out.added.push_back({std::string(item.id.view()), item_name(item)});
    } else if (differs(workspace, *old->second, item)) {
      out.changed.push_back({std::string(item.id.view()), item_name(item),
                             changed_fields(workspace, *old->second, item)});
    }
  }
  for (const StandardItem& item : earlier->items) {
    if (!now.contains(item.id.value))
      out.removed.push_back({std::string(item.id.view()), item_name(item)});
  }
  return out;
}

}  // namespace catalog
