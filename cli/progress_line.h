#pragma once

#include <functional>

#include "publish/progress.h"
#include "text/bilingual.h"

namespace catalog {

struct Context;

/// A line on the terminal that says how far long work is; nothing where standard error is none, or
/// where the work is done before anybody would wonder. `form` has places for what is done and the
/// total.
Progress progress_line(const Context& context, Bilingual form);

}  // namespace catalog
