#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "source/finding.h"
#include "workspace/workspace.h"
#include "yaml/slips.h"

namespace catalog {

/// Where something stands, in terms that survive edits: an item's address and its field, or a key
/// path alone.
struct FieldPlace {
  std::string address;
  std::string field;
};

/// One file with what the form rules need; made once a file, used by one thread.
class FileContext {
 public:
  FileContext(const FileView& view, const yaml::KnownWords& known);

  const FileView& view() const { return view_; }
  Place place(Span span) const { return {view_.path, span}; }

  /// Slips of the Chinese keyboard in the text.
  const std::vector<yaml::Slip>& slips() const { return slips_; }
  /// What is wrong with the document, without what follows from a slip and goes when it is mended.
  const Problems& problems() const { return slips_.empty() ? view_.problems : own_problems_; }
  /// Why the text can't be parsed; null where it can, or where its slips are the cause.
  const yaml::SyntaxProblem* syntax() const {
    return slips_explain_syntax_ ? nullptr : view_.syntax;
  }

  /// Splits a key path such as items[6].deadline at its item.
  FieldPlace field_place(std::string_view path) const;

 private:
  void look_behind_slips();
  bool has_item(std::string_view id) const;

  const FileView& view_;
  std::vector<yaml::Slip> slips_;
  Problems own_problems_;
  bool slips_explain_syntax_ = false;
  mutable std::optional<std::unordered_set<std::string_view>> ids_;
};

/// Whether a key of this name occurs in any kind of file.
bool is_key_name(std::string_view name);

}  // namespace catalog
