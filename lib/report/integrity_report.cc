#include "report/integrity_report.h"

#include <nlohmann/json.hpp>

#include "report/safe_text.h"
#include "report/version.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;
using Signature = Integrity::Signature;

Bilingual signature_words(Signature signature) {
  switch (signature) {
    case Signature::NotChecked:
      return {"签名没有核对：用 --key 给出公钥",
              "the signature was not checked: give the public key with --key"};
    case Signature::Good:
      return {"签名有效", "the signature is good"};
    case Signature::Bad:
      return {"签名无效：SHA256SUMS 不是由该密钥签署的，或签署后有改动",
              "the signature is not good: SHA256SUMS was not signed with this key, or was changed "
              "since"};
    case Signature::Missing:
      return {"没有签名（SHA256SUMS.sig）", "there is no signature (SHA256SUMS.sig)"};
    case Signature::None:
      break;
  }
  return {"没有签名", "not signed"};
}

std::string_view signature_name(Signature signature) {
  constexpr std::string_view kNames[]{"none", "not-checked", "good", "bad", "missing"};
  return kNames[static_cast<size_t>(signature)];
}

}  // namespace

std::string integrity_text(const Integrity& integrity, Lang lang) {
  std::string out;
  const auto add = [&](Bilingual word, const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
      out += std::string(word.in(lang)) + "  " + one_line(path) + "\n";
  };
  add({"有改动", "changed"}, integrity.changed);
  add({"缺少", "lost"}, integrity.lost);
  add({"多出", "added"}, integrity.added);
  out +=
      say({"{}个文件：有改动{}，缺少{}，多出{}；{}", "{} files: {} changed, {} lost, {} added; {}"},
          integrity.files, integrity.changed.size(), integrity.lost.size(), integrity.added.size(),
          signature_words(integrity.signature))
          .in(lang);
  return out + "\n";
}

std::string integrity_json(const Integrity& integrity) {
  const Json out{{"tool", "catalog"},
                 {"version", kVersion},
                 {"files", integrity.files},
                 {"sound", integrity.sound()},
                 {"changed", integrity.changed},
                 {"lost", integrity.lost},
                 {"added", integrity.added},
                 {"signature", signature_name(integrity.signature)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog
