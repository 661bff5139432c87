// Resolves the catalogues of all units of a workspace and checks them again, as `build --all-units`
// does before it writes; keeps none of them.
#include <atomic>
#include <cstdio>

#include "arguments.h"
#include "rules/check_resolved.h"
#include "workspace/parallel.h"

int main(int count, char** values) {
  using namespace catalog;
  bench::Arguments arguments(
      count, values,
      "bench_resolve WORKSPACE [--threads N] : resolves all units, prints how many, and their "
      "items\n");
  arguments.only({"threads"});
  if (arguments.rest().size() != 1) arguments.leave(2);
  ValidateOptions options;
  options.threads = static_cast<unsigned>(arguments.whole("threads", 0));
  options.as_of = *Date::of(2020, 12, 31);
  const auto validation = validate_workspace(disk(), arguments.rest()[0], options);
  const auto validated = validation ? ValidatedWorkspace::of(*validation, false) : std::nullopt;
  if (!validated) {
    std::fprintf(stderr, "bench_resolve: %s can't be resolved\n", arguments.rest()[0].c_str());
    return 2;
  }
  const auto& units = validated->workspace().units.all();
  const ResolvedChecks checks(*validated, options);
  std::atomic<size_t> resolved = 0, items = 0, errors = 0;
  parallel_for(units.size(), options.threads, [&](size_t i, unsigned) {
    const UnitResolver resolver(*validated, units[i], {.as_of = options.as_of});
    if (resolver.domains().empty()) return;
    const UnitCatalogues catalogues = resolve_unit(resolver, checks);
    resolved++;
    errors += catalogues.has_errors();
    for (const ResolvedCatalogue& catalogue : catalogues.catalogues)
      items += catalogue.list.items.size();
  });
  std::printf("%zu units, %zu items\n", resolved.load(), items.load());
  return errors == 0 ? 0 : 1;
}
