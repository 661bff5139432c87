#pragma once

#include <string_view>

#include "model/documents.h"

namespace catalog {

/// A column's heading: as the template has it, else the field's Chinese name from the field table.
std::string_view heading_of(const TemplateColumn& column);

}  // namespace catalog
