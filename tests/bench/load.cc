// Loads a workspace and does nothing with it: trees and model, as `validate` does before its rules.
#include <cstdio>

#include "arguments.h"
#include "workspace/workspace.h"

int main(int count, char** values) {
  catalog::bench::Arguments arguments(
      count, values,
      "bench_load WORKSPACE [--threads N] : loads it, prints how many lists and items\n");
  arguments.only({"threads"});
  if (arguments.rest().size() != 1) arguments.leave(2);
  catalog::LoadOptions options;
  options.threads = static_cast<unsigned>(arguments.whole("threads", 0));
  auto workspace = catalog::load_workspace(catalog::disk(), arguments.rest()[0], options);
  if (!workspace) {
    std::fprintf(stderr, "bench_load: %s: %s\n", workspace.error().path.c_str(),
                 workspace.error().message.in(catalog::Lang::En).c_str());
    return 2;
  }
  size_t items = 0;
  for (const catalog::List& list : (*workspace)->lists) items += list.items.size();
  std::printf("%zu lists, %zu items\n", (*workspace)->lists.size(), items);
  return 0;
}
