#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document_edit.h"
#include "rules/confirmation.h"

namespace catalog {

/// Whether a standard with a record of its confirmation says something else by now.
bool is_changed_since_confirmed(const Standard& standard, const Vocabulary& vocabulary);

/// What `confirmed` records.
struct ConfirmationRecord {
  std::string by;
  std::string on;
  std::string document;
  std::string digest;
};

/// Changes the fields of a standard's file that confirming touches; every other byte stays.
class StandardEditor : public DocumentEditor {
 public:
  explicit StandardEditor(std::string text);

  void set_state(StandardState state);
  void set_opinion(std::string_view opinion);
  void set_confirmed(const ConfirmationRecord& record);
};

}  // namespace catalog
