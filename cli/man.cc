#include "cli/command_pages.h"
#include "cli/options.h"

namespace catalog {

namespace {

void write_pages(const CLI::App& app, const std::string& folder, Context& context) {
  const auto write = [&](const CLI::App& command, const std::string& name) {
    const auto written = write_if_changed(*context.files, join_path(folder, name + ".1"),
                                          man_page(app, command, context));
    if (!written) context.fail(written.error());
    return written.has_value();
  };
  if (!write(app, "catalog")) return;
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App* c) { return !c->get_group().empty(); })) {
    if (!write(*command, "catalog-" + command->get_name())) return;
  }
}

}  // namespace

void add_man(CLI::App& app, Context& context) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = add_command(app, context, "man",
                                  {"把手册页写入文件夹", "write the manual pages into a folder"},
                                  {"  catalog man man --lang en", "  catalog man man --lang en"});
  command->add_option("FOLDER", *folder, context.say({"文件夹", "the folder"}))->required();
  command->group("");  // for whoever packages the tool; not in the list of commands
  command->callback([folder, &app, &context] { write_pages(app, *folder, context); });
}

}  // namespace catalog
