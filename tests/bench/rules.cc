// Loads and checks a workspace on one thread, and counts what that took in memory asked for: the
// same number on every run and machine, so that a test can hold it to the number of items.
#include <cstdio>
#include <cstdlib>
#include <new>

#include "arguments.h"
#include "rules/validate.h"

namespace {

size_t allocations = 0;
size_t allocated_bytes = 0;

}  // namespace

void* operator new(size_t bytes) {
  allocations++;
  allocated_bytes += bytes;
  if (void* place = std::malloc(bytes)) return place;
  throw std::bad_alloc();
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, size_t) noexcept { std::free(place); }

int main(int count, char** values) {
  using namespace catalog;
  bench::Arguments arguments(
      count, values,
      "bench_rules WORKSPACE : checks it on one thread, prints items, findings, allocations and "
      "the bytes of these\n");
  arguments.only({});
  if (arguments.rest().size() != 1) arguments.leave(2);
  ValidateOptions options;
  options.threads = 1;
  options.as_of = *Date::of(2020, 12, 31);
  const auto validation = validate_workspace(disk(), arguments.rest()[0], options);
  if (!validation) {
    std::fprintf(stderr, "bench_rules: %s: %s\n", validation.error().path.c_str(),
                 validation.error().message.in(Lang::En).c_str());
    return 2;
  }
  std::printf("%zu %zu %zu %zu\n", validation->summary.items, validation->findings.size(),
              allocations, allocated_bytes);
  return 0;
}
