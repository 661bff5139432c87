#include "model/schema.h"

#include "cli/options.h"
#include "model/reference_page.h"
#include "text/similarity.h"

namespace catalog {

namespace {

struct SchemaArguments {
  std::string kind;
  std::string folder;
  std::string format = "json";
};

void write_all(const std::string& folder, Context& context) {
  for (const KindInfo& kind : kinds()) {
    const std::string path = join_path(folder, schema_file_name(kind.kind));
    const auto written = write_if_changed(*context.files, path, schema_of(kind.kind));
    if (!written) return context.fail(written.error());
    context.print(path + "\n");
  }
}

void run_schema(const SchemaArguments& arguments, Context& context) {
  if (arguments.format == "markdown") return context.print(file_format_page(context.lang));
  if (!arguments.folder.empty()) return write_all(arguments.folder, context);
  if (arguments.kind.empty()) {
    for (const KindInfo& kind : kinds()) {
      context.print(std::string(kind.word.en) + "\t" + std::string(kind.word.zh) + "\t" +
                    std::string(kind.record()->meaning.in(context.lang)) + "\n");
    }
    return;
  }
  if (const auto kind = kind_of_word(arguments.kind)) return context.print(schema_of(*kind));
  std::vector<std::string_view> words;
  for (const KindInfo& kind : kinds()) words.insert(words.end(), {kind.word.en, kind.word.zh});
  const auto meant = did_you_mean(arguments.kind, words);
  context.fail(say({"没有“{}”这种文件。{}", "There is no kind of file “{}”. {}"}, arguments.kind,
                   meant ? Phrase("是否指“" + std::string(*meant) + "”？",
                                  "Did you mean “" + std::string(*meant) + "”?")
                         : Phrase("用 catalog schema 列出全部。", "catalog schema lists them.")));
}

}  // namespace

void add_schema(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<SchemaArguments>();
  CLI::App* command = add_command(
      app, context, "schema",
      {"输出一种文件的 JSON Schema，或文件格式的说明",
       "print the JSON Schema of a kind of file, or the page of the file formats"},
      {"  catalog schema                        列出文件的种类\n  catalog schema list\n  catalog "
       "schema --all schemas          全部写入文件夹\n  catalog schema --format markdown",
       "  catalog schema                        the kinds of files\n  catalog schema list\n  "
       "catalog schema --all schemas          all of them into a folder\n  catalog schema --format "
       "markdown"});
  command->add_option(
      "KIND", arguments->kind,
      context.say({"文件的种类，如 list 或 事项清单", "the kind of file, as list or 事项清单"}));
  command
      ->add_option(
          "--all", arguments->folder,
          context.say({"把全部 Schema 写入该文件夹", "write all schemas into this folder"}))
      ->option_text("FOLDER");
  command
      ->add_option("--format", arguments->format,
                   context.say({"json 或 markdown", "json or markdown"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"json", "markdown"}));
  command->callback([arguments, &context] { run_schema(*arguments, context); });
}

}  // namespace catalog
