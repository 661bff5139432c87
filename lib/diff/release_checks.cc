#include "diff/release_checks.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "diff/adjustment_stubs.h"
#include "diff/release_changes.h"
#include "diff/release_files.h"
#include "model/version_order.h"
#include "rules/confirmation.h"

namespace catalog {

namespace {

/// What the confirmation of each standard says already, and what follows a release.
constexpr std::string_view kToldElsewhere[] = {"standard-unconfirmed", "confirmed-changed",
                                               "adoption-outdated"};

class HindranceFinder {
 public:
  HindranceFinder(const ReleasePlan& plan, const ReleaseRequest& request, const ReleaseBase& base)
      : plan_(plan), changes_(plan.changes), request_(request), base_(base) {}

  std::vector<Hindrance> find() {
    version();
    losses();
    confirmations();
    addresses();
    findings();
    return std::move(out_);
  }

 private:
  void add(Message what, Message mend) { out_.push_back({std::move(what), std::move(mend)}); }

  void version() {
    if (changes_.is_first()) return;
    const bool of_substance = changes_.is_of_substance();
    const std::string& last = changes_.last_version;
    const bool is_changed = of_substance || changes_.diff.counts.all() > 0;
    if (!is_changed && !anything_to_publish()) {
      return add(say({"与已发布的{}版相比没有变化", "nothing changed since version {}"}, last),
                 say({"不需要发布；比较的对象不对的，用 --since 指明上次发布的版本",
                      "there is nothing to release; if it was compared with the wrong version, say "
                      "which with --since"}));
    }
    if (is_raised(changes_.version, last, of_substance)) return;
    const std::string needed = next_version(last, of_substance);
    const ClassCounts& counts = changes_.diff.counts;
    if (of_substance) {
      return add(
          say({"版本{}相对已发布的{}提高得不够：有缩小{}处、扩大{}处、变更{}处，点后的数字至少加一",
               "version {} is not raised enough over {}: {} narrowed, {} widened, {} changed; at "
               "least the number behind the dot is to be raised"},
              changes_.version, last, counts.narrowed, counts.widened, counts.changed),
          say({"改为{0}：catalog release {0}", "make it {0}: catalog release {0}"}, needed));
    }
    add(say({"版本{}没有高于已发布的{}", "version {} is not above {}, which was published"},
            changes_.version, last),
        say({"只有文字调整，改为{0}即可：catalog release {0}",
             "there are editorial changes only, so {0} will do: catalog release {0}"},
            needed));
  }

  bool anything_to_publish() const {
    return std::ranges::any_of(plan_.workspace->standards, [&](const Standard& standard) {
      return is_to_publish(standard, plan_.workspace->vocabulary);
    });
  }

  void losses() {
    const auto missing = unexplained_changes(changes_.diff);
    if (missing.empty()) return;
    Hindrance hindrance{
        say({"{}处缩小没有说明理由", "{} losses have no reason on record"}, missing.size()),
        say({"用 catalog adjust {} 列入动态调整文件，填写理由和依据",
             "list them with catalog adjust {}, then fill in reason and basis"},
            base_.revision)};
    for (const Change* change : missing)
      hindrance.cases.push_back(say({"{} {}：“{}” → “{}”", "{} {}: “{}” → “{}”"}, change->address,
                                    subject_of(*change), words(*change, true),
                                    words(*change, false)));
    out_.push_back(std::move(hindrance));
  }

  static Phrase subject_of(const Change& change) {
    if (change.field.empty()) return kind_word(change.kind);
    const FieldInfo* field =
        change.root().field(std::string_view(change.field).substr(0, change.field.find('.')));
    return field ? Phrase(field->key) : Phrase(change.field);
  }
  static std::string words(const Change& change, bool before) {
    const bool by_words = !change.before_words.empty() || !change.after_words.empty();
    if (before) return by_words ? change.before_words : change.before;
    return by_words ? change.after_words : change.after;
  }

  /// Standards that this release publishes and that are not confirmed.
  void confirmations() {
    Hindrance hindrance{{},
                        say({"按 catalog confirm 所列逐项办理，由牵头部门确认",
                             "do what catalog confirm lists, and have the department confirm "
                             "it"})};
    for (const ConfirmationStatus& status : confirmation_statuses(plan_.validation)) {
      if (!status.standard || status.settled() ||
          !is_published_now(*plan_.workspace, status.standard->file))
        continue;
      std::string zh;
      std::string en;
      for (const Message& missing : status.missing) {
        zh += (zh.empty() ? "" : "；") + missing.in(Lang::Zh);
        en += (en.empty() ? "" : "; ") + missing.in(Lang::En);
      }
      hindrance.cases.push_back(
          say({"{}（{}）：{}", "{} ({}): {}"}, status.domain, status.name, Phrase(zh, en)));
    }
    if (hindrance.cases.empty()) return;
    hindrance.what =
        say({"{}个标准没有确认", "{} standards are not confirmed"}, hindrance.cases.size());
    out_.push_back(std::move(hindrance));
  }

  static bool is_published_now(const Workspace& before, Symbol file) {
    const auto found = std::ranges::find(before.standards, file, &Standard::file);
    return found != before.standards.end() && is_to_publish(*found, before.vocabulary);
  }

  /// A publication needs an address.
  void addresses() {
    if (!request_.url.empty()) return;
    std::vector<Message> cases;
    for (const Standard& standard : plan_.workspace->standards) {
      if (!is_to_publish(standard, plan_.workspace->vocabulary)) continue;
      if (!standard.published.present() || standard.published->url.empty())
        cases.push_back(say({"{}", "{}"}, standard.domain.view()));
    }
    if (cases.empty()) return;
    out_.push_back({say({"{}个标准没有发布的网址", "{} standards have no address of publication"},
                        cases.size()),
                    say({"用 --url 写明，网址中的 {{domain}} 代表领域，如 --url "
                         "https://www.shanghai.gov.cn/{{domain}}.html",
                         "give it with --url, where {{domain}} stands for the domain, as in --url "
                         "https://www.shanghai.gov.cn/{{domain}}.html"}),
                    std::move(cases)});
  }

  /// Drafts and adoptions are not published with the release: only their errors count.
  bool is_released(const Finding& finding) const {
    const Workspace& workspace = *plan_.validation.workspace;
    const Symbol file = finding.place.file;
    const bool adoption =
        std::ranges::find(workspace.adoptions, file, &Adoption::file) != workspace.adoptions.end();
    const auto list = std::ranges::find(workspace.lists, file, &List::file);
    return !adoption && (list == workspace.lists.end() || is_published_list(workspace, *list));
  }

  bool hinders(const Finding& finding) const {
    if (std::ranges::find(kToldElsewhere, finding.rule) != std::end(kToldElsewhere)) return false;
    if (finding.severity == Severity::Error) return true;
    const Rule* rule = find_rule(finding.rule);
    return rule && rule->family == Family::Publication && is_released(finding);
  }

  void findings() {
    std::map<std::string_view, std::vector<const Finding*>> by_rule;
    for (const Finding& finding : plan_.validation.findings) {
      if (hinders(finding)) by_rule[finding.rule].push_back(&finding);
    }
    for (auto& [name, found] : by_rule) {
      const Rule* rule = find_rule(name);
      Message mend = found.front()->advice;
      if (mend.empty()) mend = say({"见 catalog explain {}", "see catalog explain {}"}, name);
      out_.push_back({say({"{}：{}处（{}）", "{}: {} ({})"}, rule->title, found.size(), name),
                      std::move(mend),
                      {},
                      std::move(found)});
    }
  }

  const ReleasePlan& plan_;
  const ReleaseChanges& changes_;
  const ReleaseRequest& request_;
  const ReleaseBase& base_;
  std::vector<Hindrance> out_;
};

}  // namespace

std::vector<Hindrance> find_hindrances(const ReleasePlan& plan, const ReleaseRequest& request,
                                       const ReleaseBase& base) {
  return HindranceFinder(plan, request, base).find();
}

}  // namespace catalog
