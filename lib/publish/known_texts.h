#pragma once

#include <string>

#include "text/symbol.h"

namespace catalog {

/// As append_escaped() and append_json() of the symbol's text; what the text holds is remembered,
/// so that one that occurs many times is looked through once a thread.
void append_escaped(std::string& out, Symbol text);
void append_json(std::string& out, Symbol text);

}  // namespace catalog
