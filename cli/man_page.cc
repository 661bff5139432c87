#include "cli/command_pages.h"
#include "report/version.h"

namespace catalog {

namespace {

/// Text for roff: backslashes, hyphens of options and leading dots escaped.
std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      if (line_begins && (c == '.' || c == '\'')) out += "\\&";
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string section(const Context& context, Bilingual title) {
  return ".SH " + context.say(title) + "\n";
}

std::string option_lines(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : command.get_options([](const CLI::Option*) { return true; })) {
    std::string names;
    for (const std::string& name : option->get_snames())
      names += (names.empty() ? "-" : ", -") + name;
    for (const std::string& name : option->get_lnames())
      names += (names.empty() ? "--" : ", --") + name;
    if (names.empty()) names = option->get_name(true);
    std::string value = option->get_option_text();
    if (!value.empty()) value = " \\fI" + roff(value) + "\\fR";
    out +=
        ".TP\n\\fB" + roff(names) + "\\fR" + value + "\n" + roff(option->get_description()) + "\n";
  }
  return out;
}

std::string exit_section(const Context& context) {
  return section(context, {"退出码", "EXIT STATUS"}) +
         context.say({".TP\n0\n完成，没有达到 --fail-on "
                      "级别的问题。\n.TP\n1\n有问题。\n."
                      "TP\n2\n无法完成：用法不对、文件不能读写、没有可检查的内容。\n",
                      ".TP\n0\ndone; nothing at or above --fail-on.\n.TP\n1\nthere are "
                      "findings.\n.TP\n2\nit could not be done: wrong usage, a file that can't be "
                      "read or written, nothing to check.\n"});
}

std::string commands_section(const CLI::App& app, const Context& context) {
  std::string out = section(context, {"命令", "COMMANDS"});
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App* c) { return !c->get_group().empty(); })) {
    out += ".TP\n\\fBcatalog\\-" + roff(command->get_name()) + "\\fR(1)\n" +
           roff(command->get_description()) + "\n";
  }
  return out;
}

std::string environment_section(const Context& context) {
  return section(context, {"环境变量", "ENVIRONMENT"}) + ".TP\nCATALOG_LANG\n" +
         context.say(
             {"语言：zh 或 en；缺省随系统区域设置。", "Language: zh or en; else the locale's."}) +
         "\n.TP\nCATALOG_DATA\n" +
         context.say({"随附数据所在的文件夹。", "Folder of the installed data."}) +
         "\n.TP\nXDG_CACHE_HOME\n" +
         context.say({"记下每个发布文件夹上一次由什么生成的地方：其下的 catalog/builds；缺省为 "
                      "~/.cache。可以随时删去。",
                      "Where it is kept in mind what each published folder was last made from: "
                      "catalog/builds below it; else below ~/.cache. It may be deleted at any "
                      "time."}) +
         "\n.TP\nNO_COLOR\n" + context.say({"设置后不用颜色。", "If set, no colour is used."}) +
         "\n";
}

}  // namespace

std::string man_page(const CLI::App& app, const CLI::App& command, const Context& context) {
  const bool whole = &app == &command;
  const std::string name = whole ? "catalog" : "catalog-" + command.get_name();
  std::string out = ".TH " + roff(name) + " 1 \"\" \"catalog " + std::string(kVersion) + "\"\n";
  out += section(context, {"名称", "NAME"}) + roff(name) + " \\- " +
         roff(command.get_description()) + "\n";
  out += section(context, {"用法", "SYNOPSIS"}) + "\\fBcatalog\\fR " +
         (whole ? "\\fICOMMAND\\fR" : "\\fB" + roff(command.get_name()) + "\\fR");
  out += " [\\fIOPTION\\fR]...";
  for (const CLI::Option* option :
       command.get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    out += " \\fI" + roff(option->get_name(true)) + "\\fR";
  }
  out += "\n" + section(context, {"选项", "OPTIONS"}) + option_lines(command);
  if (whole) {
    out += commands_section(app, context) + exit_section(context) + environment_section(context);
  } else {
    const std::string footer = command.get_footer();
    const size_t first_line = footer.find('\n', 1);
    if (first_line != footer.npos)
      out += section(context, {"示例", "EXAMPLES"}) + ".nf\n" +
             roff(footer.substr(first_line + 1)) + "\n.fi\n";
    out += exit_section(context) + section(context, {"参见", "SEE ALSO"}) + "\\fBcatalog\\fR(1)\n";
  }
  return out;
}

}  // namespace catalog
