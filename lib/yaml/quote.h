#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yaml/tree.h"

namespace catalog::yaml {

/// Where a scalar is written: in block style, or between brackets, where commas and brackets end
/// it.
enum class Context : uint8_t { Block, Flow };

/// Whether a text may stand without quotes and is read back as this very text, and as text (no
/// number, date, yes/no or null), by libyaml, yaml-cpp and YAML 1.2's core schema alike.
bool is_plain_safe(std::string_view value, Context context);

/// The text between double quotes, with escapes for what cannot stand there as it is; always one
/// line.
std::string double_quoted(std::string_view value);

/// How a text is written as a scalar: plain where that is safe, else double-quoted.
std::string scalar_text(std::string_view value, Context context = Context::Block);

/// The same, keeping the quotes that the author used before (`old`) where they still serve.
std::string scalar_text_like(std::string_view value, Style old, Context context);

}  // namespace catalog::yaml
