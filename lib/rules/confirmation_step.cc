#include <algorithm>

#include "model/legal_number.h"
#include "model/meaning_digest.h"
#include "model/reader.h"
#include "model/writer.h"
#include "rules/confirmation.h"
#include "rules/confirmation_edit.h"
#include "text/normal.h"
#include "text/utf8.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

constexpr size_t kShortestDigest = 8;  // characters that are enough to tell two versions apart

std::string name_of(const Unit& unit) { return std::string(unit.name.view()); }

/// 征求意见、送审
Phrase joined(const std::vector<StandardState>& states) {
  std::string zh, en;
  for (const StandardState state : states) {
    zh += (zh.empty() ? "" : "、") + std::string(state_word(state).zh);
    en += (en.empty() ? "" : ", ") + std::string(state_word(state).en);
  }
  return {zh, en};
}

/// Why no step can be taken at all.
std::optional<Message> nothing_to_step(const Validation& validation,
                                       const ConfirmationStatus& status) {
  if (!status.unreadable.empty())
    return say({"{}读不出，请先改正", "{} can't be read: mend it first"}, status.unreadable);
  if (!status.standard)
    return say({"“{}”还没有标准目录：先用 catalog merge --domain {} 合并清单",
                "{} has no standard yet: merge its lists first, with catalog merge --domain {}"},
               status.name, status.domain);
  if (status.standards < 2) return std::nullopt;
  const auto& standards = validation.workspace->standards;
  const auto other = std::ranges::find_if(standards, [&](const Standard& one) {
    return one.domain.value == status.standard->domain.value && &one != status.standard;
  });
  return say({"“{}”的标准目录有{}份，如{}和{}：请只留一份",
              "{} has {} standards, such as {} and {}: keep one"},
             status.name, status.standards, status.standard->file.view(), other->file.view());
}

/// Whether the unit that is said to confirm is the one that may.
std::optional<Message> wrong_confirmer(const Workspace& workspace, const ConfirmationStatus& status,
                                       std::string_view by) {
  if (!status.pairing)
    return say({"工作区没有写明“{}”的结对，不知由谁确认：请在 catalog.yaml 的 pairings 里写明",
                "the workspace names no pair for {}, so nobody is known to confirm it: write it "
                "into `pairings` of catalog.yaml"},
               status.name);
  if (!status.confirmer)
    return say({"“{}”的结对没有写明部门，也没有写明由谁确认：请在 catalog.yaml 的结对中写 confirms",
                "the pairing of {} names neither a department nor who confirms: write `confirms` "
                "into it in catalog.yaml"},
               status.name);
  const Unit* unit = workspace.units.find(Symbol::of(by));
  if (!unit) unit = workspace.units.by_name(by);
  if (unit == status.confirmer) return std::nullopt;
  return say({"“{}”由{}（{}）确认，不是“{}”", "{0} is confirmed by {1} ({2}), not by “{3}”"},
             status.name, name_of(*status.confirmer), status.confirmer->code.view(), by);
}

/// The hexadecimal digits of a digest.
std::string_view digits_of(std::string_view digest) {
  const size_t colon = digest.find(':');
  return colon == digest.npos ? digest : digest.substr(colon + 1);
}

/// Whether what was signed is another text than what stands in the file.
std::optional<Message> other_text(const std::string& now, std::string_view signed_digest) {
  const std::string_view digits = digits_of(signed_digest);
  if (digits.size() < kShortestDigest)
    return say({"内容摘要“{}”太短：请照确认表页脚写全",
                "the digest “{}” is too short: copy all of it from the foot of the form"},
               signed_digest);
  if (digits_of(now).starts_with(digits)) return std::nullopt;
  return say({"所签确认表的内容摘要是{}，现在的内容是{}：请核对改动，重新打印、签字",
              "the form that was signed has the digest {}, the text has {} now: look at what was "
              "changed, print and sign it anew"},
             signed_digest, digits_of(now).substr(0, digits.size()));
}

void check_confirmation(const Validation& validation, const ConfirmationStatus& status,
                        const ConfirmationStep& step, Date today, Refusal& refusal) {
  const auto refuse = [&](Message message) { refusal.reasons.push_back(std::move(message)); };
  if (auto wrong = wrong_confirmer(*validation.workspace, status, step.by))
    refuse(std::move(*wrong));
  if (trim(step.document).empty())
    refuse(say({"没有写明确认文件的文号（--document）",
                "the number of the confirming document is missing (--document)"}));
  if (step.on && *step.on > today)
    refuse(say({"确认日期{}在今天（{}）之后", "the day {} is later than today, {}"}, step.on->iso(),
               today.iso()));
  const std::string digest = meaning_digest(*status.standard, validation.workspace->vocabulary);
  if (!step.digest.empty()) {
    if (auto other = other_text(digest, step.digest)) refuse(std::move(*other));
  }
  if (!validation.complete) refuse(say({"检查没有做全", "not all checks were run"}));
  refusal.findings = status.errors;
  if (!status.errors.empty())
    refuse(say({"有{}个错误，改正后才能确认", "{} errors must be mended first"},
               status.errors.size()));
}

/// 文号 as it should be written; anything else as it was given.
std::string document_number(std::string_view given) {
  const std::string_view trimmed = trim(given);
  const std::string normal = normalize_number(trimmed);
  const std::u32string points = to_code_points(normal);
  return find_number(points, 0, points.size()) ? normal : std::string(trimmed);
}

/// All of a standard but what a step changes.
std::string rest_of(Standard standard) {
  standard.state = {};
  standard.opinion = {};
  standard.confirmed = {};
  return yaml::emit_flow(to_value(standard, Lang::En));
}

/// Whether the text, read again, says what was asked for and otherwise what it said before.
bool is_as_meant(const std::string& text, const Standard& before, const ConfirmationStep& step,
                 const ConfirmationRecord& record) {
  yaml::Tree tree;
  if (!yaml::parse(text, tree) || tree.empty()) return false;
  Standard after;
  Problems problems;
  read_document(tree, before.file, after, problems);
  if (state_of(after) != step.to || rest_of(after) != rest_of(before)) return false;
  if (step.to == StandardState::Returned) return after.opinion.view() == step.opinion;
  if (step.to == StandardState::Consultation) return !after.confirmed.present();
  if (step.to != StandardState::Confirmed) return true;
  const Confirmation& confirmed = after.confirmed.get();
  return after.opinion.empty() && confirmed.by.view() == record.by &&
         confirmed.on.view() == record.on && confirmed.document.view() == record.document &&
         confirmed.digest.view() == record.digest;
}

}  // namespace

std::expected<std::string, Refusal> after_step(const Validation& validation,
                                               const ConfirmationStatus& status,
                                               std::string_view text, const ConfirmationStep& step,
                                               Date today) {
  Refusal refusal;
  const auto refused = [&](Message reason) {
    refusal.reasons.push_back(std::move(reason));
    return std::unexpected(std::move(refusal));
  };
  if (auto nothing = nothing_to_step(validation, status)) {
    refusal.findings = status.errors;
    return refused(std::move(*nothing));
  }
  const auto next = next_states(status.state);
  if (std::ranges::find(next, step.to) == next.end())
    return refused(say({"“{}”现在是“{}”，不能改为“{}”；可以改为：{}",
                        "{0} is “{1}” now and can't become “{2}”; it can become: {3}"},
                       status.name, state_word(status.state), state_word(step.to), joined(next)));
  if (step.to == StandardState::Returned && trim(step.opinion).empty())
    return refused(say({"退回须写明意见", "a return needs an opinion"}));
  if (find_invalid_utf8(step.opinion) || find_invalid_utf8(step.document))
    return refused(
        say({"意见或文号不是UTF-8编码：请检查终端的编码",
             "opinion or document number are not UTF-8: check the terminal's encoding"}));
  if (step.to == StandardState::Confirmed)
    check_confirmation(validation, status, step, today, refusal);
  if (!refusal.reasons.empty()) return std::unexpected(std::move(refusal));

  const Standard& standard = *status.standard;
  ConfirmationRecord record;
  StandardEditor editor{std::string(text)};
  editor.set_state(step.to);
  if (step.to == StandardState::Returned) editor.set_opinion(step.opinion);
  if (step.to == StandardState::Confirmed || step.to == StandardState::Consultation)
    editor.remove("opinion");
  if (step.to == StandardState::Consultation) editor.remove("confirmed");
  if (step.to == StandardState::Confirmed) {
    record = {name_of(*status.confirmer), step.on.value_or(today).iso(),
              document_number(step.document),
              meaning_digest(standard, validation.workspace->vocabulary)};
    editor.set_confirmed(record);
  }
  auto made = editor.take();
  if (made && is_as_meant(*made, standard, step, record)) return std::move(*made);
  return refused(say(
      {"{}的写法特殊，不能自动改动：请把状态、意见、确认几栏改成普通写法，不用锚点（&）、别名（*）"
       "和“?”开头的键",
       "{} is written in an unusual way and can't be edited: write state, opinion and confirmed "
       "plainly, without anchors (&), aliases (*) and keys that begin with ?"},
      standard.file.view()));
}

}  // namespace catalog
