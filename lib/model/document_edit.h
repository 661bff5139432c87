#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/field.h"
#include "text/bilingual.h"

namespace catalog {

/// Changes fields at the head of a document; every other byte stays.
class DocumentEditor {
 public:
  /// The text of a document of this record.
  DocumentEditor(const RecordInfo& record, std::string text)
      : record_(record), text_(std::move(text)) {}

  /// The language of the document's keys.
  Lang language();
  /// What a field is written as now, as a text; empty where it is not there.
  std::string text_of(std::string_view key);
  /// Gives a field, by its English key, what is written in YAML on one line.
  void set(std::string_view key, const std::string& written);
  /// Gives a field a record of its own, a line a key, in the place of what it has.
  void set_record(std::string_view key,
                  const std::vector<std::pair<std::string_view, std::string>>& fields);
  /// Removes a field with the comment on its own lines; nothing where it is not there.
  void remove(std::string_view key);
  /// The text; none where one of the changes could not be written.
  std::optional<std::string> take();

 private:
  template <class F>
  void edit(F&& make);

  const RecordInfo& record_;
  std::string text_;
  bool failed_ = false;
};

}  // namespace catalog
