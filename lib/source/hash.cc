#include "source/hash.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <new>

namespace catalog {

namespace {

const EVP_MD* algorithm(Hash hash) { return hash == Hash::Sha1 ? EVP_sha1() : EVP_sha256(); }

std::string hex(const unsigned char* bytes, size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * count);
  for (size_t i = 0; i < count; i++) {
    out += kDigits[bytes[i] >> 4];
    out += kDigits[bytes[i] & 15];
  }
  return out;
}

}  // namespace

std::string hash_text(Hash hash, std::initializer_list<std::string_view> parts) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> state(EVP_MD_CTX_new(),
                                                                 &EVP_MD_CTX_free);
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
  unsigned count = 0;
  bool done = state && EVP_DigestInit_ex(state.get(), algorithm(hash), nullptr);
  for (const std::string_view part : parts)
    done = done && EVP_DigestUpdate(state.get(), part.data(), part.size());
  // Only a lack of memory makes these fail.
  if (!done || !EVP_DigestFinal_ex(state.get(), bytes.data(), &count)) throw std::bad_alloc();
  return hex(bytes.data(), count);
}

}  // namespace catalog
