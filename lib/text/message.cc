#include "text/message.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace catalog {

std::string Message::in(Lang lang) const {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  store.reserve(args.size(), 0);
  for (const auto& arg : args) store.push_back(arg.in(lang));
  return fmt::vformat(form.in(lang), store);
}

}  // namespace catalog
