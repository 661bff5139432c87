// Loads workspaces, all held at once, and does nothing with them: trees and model, as `validate`
// does before its rules.
#include <cstdio>
#include <memory>
#include <vector>

#include "arguments.h"
#include "source/allocator.h"
#include "workspace/workspace.h"

int main(int count, char** values) {
  catalog::return_memory_early();
  catalog::bench::Arguments arguments(
      count, values,
      "bench_load WORKSPACE… [--threads N] : loads them, prints how many lists and items\n");
  arguments.only({"threads"});
  if (arguments.rest().empty()) arguments.leave(2);
  catalog::LoadOptions options;
  options.threads = static_cast<unsigned>(arguments.whole("threads", 0));
  std::vector<std::unique_ptr<catalog::Workspace>> loaded;
  size_t lists = 0;
  size_t items = 0;
  for (const std::string& path : arguments.rest()) {
    auto workspace = catalog::load_workspace(catalog::disk(), path, options);
    if (!workspace) {
      std::fprintf(stderr, "bench_load: %s: %s\n", workspace.error().path.c_str(),
                   workspace.error().message.in(catalog::Lang::En).c_str());
      return 2;
    }
    lists += (*workspace)->lists.size();
    for (const catalog::List& list : (*workspace)->lists) items += list.items.size();
    loaded.push_back(std::move(*workspace));
  }
  std::printf("%zu lists, %zu items\n", lists, items);
  return 0;
}
