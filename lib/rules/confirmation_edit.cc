#include "rules/confirmation_edit.h"

#include "model/fields_files.h"
#include "model/meaning_digest.h"
#include "yaml/quote.h"

namespace catalog {

bool is_changed_since_confirmed(const Standard& standard, const Vocabulary& vocabulary) {
  return standard.confirmed.present() && !standard.confirmed->digest.empty() &&
         standard.confirmed->digest.view() != meaning_digest(standard, vocabulary);
}

StandardEditor::StandardEditor(std::string text)
    : DocumentEditor(*record_info<Standard>(), std::move(text)) {}

void StandardEditor::set_state(StandardState state) {
  // Words may be Chinese among English keys: what stands there says which.
  const std::string now = text_of("state");
  const auto index = words::kState.index(now);
  const Lang lang =
      index ? (words::kState.words[*index].zh == now ? Lang::Zh : Lang::En) : language();
  set("state", yaml::scalar_text(state_word(state).in(lang)));
}

void StandardEditor::set_opinion(std::string_view opinion) {
  set("opinion", yaml::scalar_text(opinion));
}

void StandardEditor::set_confirmed(const ConfirmationRecord& record) {
  set_record("confirmed", {{"by", yaml::scalar_text(record.by)},
                           {"on", yaml::double_quoted(record.on)},
                           {"document", yaml::scalar_text(record.document)},
                           {"digest", yaml::scalar_text(record.digest)}});
}

}  // namespace catalog
