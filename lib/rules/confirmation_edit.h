#pragma once

#include <optional>
#include <string>
#include <string_view>

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
class StandardEditor {
 public:
  explicit StandardEditor(std::string text) : text_(std::move(text)) {}

  void set_state(StandardState state);
  void set_opinion(std::string_view opinion);
  void set_confirmed(const ConfirmationRecord& record);
  /// Removes a field, given by its English key, with the comment on its own lines; nothing where it
  /// is not there.
  void remove(std::string_view key);
  /// The text; none where one of the changes could not be written.
  std::optional<std::string> take();

 private:
  void set(std::string_view key, const std::string& written);
  template <class F>
  void edit(F&& make);

  std::string text_;
  bool failed_ = false;
};

}  // namespace catalog
