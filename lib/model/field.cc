#include "model/field.h"

namespace catalog {

std::optional<RecordInfo::Found> RecordInfo::find(std::string_view key) const {
  for (size_t i = 0; i < fields.size(); i++) {
    const FieldInfo& field = fields[i];
    if (field.key.en == key) return Found{i, Lang::En};
    if (field.key.zh == key || (!field.other_key.empty() && field.other_key == key)) {
      return Found{i, Lang::Zh};
    }
  }
  return std::nullopt;
}

const FieldInfo* RecordInfo::field(std::string_view english_key) const {
  for (const FieldInfo& field : fields) {
    if (field.key.en == english_key) return &field;
  }
  return nullptr;
}

}  // namespace catalog
