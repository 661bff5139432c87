// publish_driver WORKSPACE OUT [--draft] [--codes] [--matrix] [--template NAME] [--path FILE]…
//
// Publishes a workspace in all formats without judging it first, so that the readers of other
// software can be tried on texts that no rule would let pass. Prints findings as `rule address
// field`; exit codes as the command's.

#include <cstdio>
#include <string>

#include "publish/build.h"

namespace catalog {
namespace {

int run(int count, char** arguments) {
  BuildOptions options;
  bool draft = false;
  for (int i = 3; i < count; i++) {
    const std::string_view word = arguments[i];
    if (word == "--draft") draft = true;
    if (word == "--codes") options.with_codes = true;
    if (word == "--matrix") options.channels = ChannelStyle::Matrix;
    if (word == "--template") options.template_name = arguments[++i];
    if (word == "--path") options.only_paths.emplace_back(arguments[++i]);
  }
  options.formats.clear();
  for (const PublishFormatInfo& format : publish_formats())
    options.formats.push_back(format.format);
  options.out = arguments[2];
  options.source_date_epoch = source_date_epoch();

  Validation validation;
  validation.complete = true;  // this driver lays out what it is given, checked or not
  auto workspace = load_workspace(disk(), arguments[1], {});
  if (!workspace) {
    std::fprintf(stderr, "%s\n", workspace.error().message.in(Lang::En).c_str());
    return 2;
  }
  validation.workspace = std::move(*workspace);
  const auto built = build(*ValidatedWorkspace::of(validation, draft), disk(), options);
  if (!built) {
    std::fprintf(stderr, "%s\n", built.error().message.in(Lang::En).c_str());
    return 2;
  }
  for (const Finding& finding : built->findings) {
    std::printf("%.*s %s %s\n", static_cast<int>(finding.rule.size()), finding.rule.data(),
                finding.address.c_str(), finding.field.c_str());
  }
  std::fprintf(stderr, "%zu written, %zu unchanged, %zu items\n", built->written.size(),
               built->unchanged.size(), built->items);
  return built->stopped() ? 1 : 0;
}

}  // namespace
}  // namespace catalog

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: publish_driver WORKSPACE OUT [options]\n");
    return 2;
  }
  return catalog::run(count, arguments);
}
