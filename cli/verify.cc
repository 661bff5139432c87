#include "cli/options.h"
#include "publish/manifest.h"
#include "report/integrity_report.h"

namespace catalog {

namespace {

struct VerifyArguments {
  std::string folder;
  std::string key;
  std::string format = "text";
};

void run_verify(const VerifyArguments& arguments, Context& context) {
  std::optional<PublicKey> key;
  if (!arguments.key.empty()) {
    auto pem = context.files->read(arguments.key);
    if (!pem) return context.fail(pem.error());
    key = {arguments.key, std::move(*pem)};
  }
  const auto integrity = check_integrity(*context.files, arguments.folder, key);
  if (!integrity) return context.fail(integrity.error());
  context.print(arguments.format == "json" ? integrity_json(*integrity)
                                           : integrity_text(*integrity, context.lang));
  if (context.exit == Exit::Done && !integrity->sound()) context.exit = Exit::Findings;
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<VerifyArguments>();
  CLI::App* command = add_command(
      app, context, "verify",
      {"核对已生成的文件夹：哪些文件有改动、缺少或多出，签名是否有效",
       "check a built folder: which files were changed, lost or added, and is the signature good"},
      {"  catalog verify build\n"
       "  catalog verify build --key public.pem\n"
       "  catalog verify build --format json",
       "  catalog verify build\n"
       "  catalog verify build --key public.pem\n"
       "  catalog verify build --format json"});
  command
      ->add_option("FOLDER", arguments->folder,
                   context.say({"catalog build 生成的文件夹", "a folder that catalog build made"}))
      ->required();
  command
      ->add_option("--key", arguments->key,
                   context.say({"Ed25519公钥（PEM），用来核对 SHA256SUMS.sig",
                                "the Ed25519 public key (PEM) to check SHA256SUMS.sig with"}))
      ->option_text("FILE");
  command
      ->add_option("--format", arguments->format,
                   context.say({"text（缺省）或 json", "text (default) or json"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([arguments, &context] { run_verify(*arguments, context); });
}

}  // namespace catalog
