#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "publish/edition.h"
#include "source/finding.h"

namespace catalog {

/// How channels are written: all of them in one cell with ■ and □, or a column each.
enum class ChannelStyle : uint8_t { List, Matrix };

/// What the caller asks of a table beside its template.
struct FormOptions {
  bool codes = false;                    ///< with the column 事项编码, if the template has one
  std::optional<ChannelStyle> channels;  ///< else as the template says
};

/// One column of a published table.
struct Column {
  std::string field;  ///< English key of the item, `number` or `code`
  std::string heading;
  std::string group;                     ///< the merged cell above; may be empty
  const VocabularyWord* word = nullptr;  ///< the column ticks this word
  double width = 0;                      ///< display columns
  bool optional = false;                 ///< there only where it is asked for or used
  bool merge = false;                    ///< equal neighbours below one another are merged

  bool ticks() const { return word != nullptr; }
};

/// A template as it applies to one edition: its columns and marks.
struct TableForm {
  std::vector<Column> columns;
  std::string chosen, unchosen, tick, bullet;

  bool has(std::string_view field) const;
  /// The column of this field that ticks this word of the vocabulary, if there is one.
  const Column* ticking(std::string_view field, const VocabularyWord* word) const;
};

/// The template's form for an edition. Optional columns are there when asked for (事项编码) or when
/// an item has something in them, so that nothing written is lost for want of a column.
TableForm table_form(const TemplateFile& file, const Edition& edition, const FormOptions& options);

/// The same with all columns that the template has, whatever the items need: for reading back.
TableForm whole_form(const TemplateFile& file, const Workspace& workspace, ChannelStyle channels);

/// What is wrong with a template: columns of no field, words outside the vocabulary, widths that
/// Excel does not know (0 to 255 characters).
std::vector<Finding> check_template(const TemplateFile& file, const Workspace& workspace);

}  // namespace catalog
