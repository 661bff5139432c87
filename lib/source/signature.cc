#include "source/signature.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <climits>
#include <memory>
#include <new>

namespace catalog {

namespace {

constexpr size_t kSignatureBytes = 64;

using Key = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)>;
using State = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)>;

State new_state() {
  State state(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  if (!state) throw std::bad_alloc();
  return state;
}

/// A key under a password is not asked for: the command may run where nobody is.
int no_password(char*, int, int, void*) { return -1; }

Key read_key(std::string_view pem, bool is_private) {
  const std::unique_ptr<BIO, int (*)(BIO*)> bytes(
      BIO_new_mem_buf(pem.data(), static_cast<int>(std::min<size_t>(pem.size(), INT_MAX))),
      &BIO_free);
  if (!bytes) throw std::bad_alloc();
  const auto read = is_private ? &PEM_read_bio_PrivateKey : &PEM_read_bio_PUBKEY;
  return {read(bytes.get(), nullptr, &no_password, nullptr), &EVP_PKEY_free};
}

std::expected<Key, Message> ed25519_key(std::string_view pem, const std::string& name,
                                        bool is_private) {
  Key key = read_key(pem, is_private);
  if (key && EVP_PKEY_get_id(key.get()) == EVP_PKEY_ED25519) return key;
  if (is_private) {
    return std::unexpected(
        say({"“{}”不是没有口令的Ed25519私钥（PEM）：可用 openssl genpkey -algorithm ed25519 生成",
             "“{}” is no Ed25519 private key without a password (PEM): openssl genpkey -algorithm "
             "ed25519 makes one"},
            name));
  }
  return std::unexpected(
      say({"“{}”不是Ed25519公钥（PEM）：可用 openssl pkey -in 私钥 -pubout 导出",
           "“{}” is no Ed25519 public key (PEM): openssl pkey -in KEY -pubout writes it"},
          name));
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::expected<std::string, Message> sign_ed25519(std::string_view private_pem,
                                                 const std::string& name, std::string_view text) {
  const auto key = ed25519_key(private_pem, name, true);
  if (!key) return std::unexpected(key.error());
  const State state = new_state();
  std::string out(kSignatureBytes, '\0');
  size_t size = out.size();
  auto* const bytes = reinterpret_cast<unsigned char*>(out.data());
  if (EVP_DigestSignInit(state.get(), nullptr, nullptr, nullptr, key->get()) != 1 ||
      EVP_DigestSign(state.get(), bytes, &size, bytes_of(text), text.size()) != 1)
    throw std::bad_alloc();  // nothing else makes these fail
  return out;
}

std::expected<bool, Message> is_signed_ed25519(std::string_view public_pem, const std::string& name,
                                               std::string_view text, std::string_view signature) {
  const auto key = ed25519_key(public_pem, name, false);
  if (!key) return std::unexpected(key.error());
  const State state = new_state();
  if (EVP_DigestVerifyInit(state.get(), nullptr, nullptr, nullptr, key->get()) != 1)
    throw std::bad_alloc();
  return signature.size() == kSignatureBytes &&
         EVP_DigestVerify(state.get(), bytes_of(signature), signature.size(), bytes_of(text),
                          text.size()) == 1;
}

}  // namespace catalog
