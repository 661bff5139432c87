#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "text/message.h"

namespace catalog {

/// Detached Ed25519 signatures (RFC 8032) of 64 bytes, as `openssl pkeyutl -rawin` makes and takes
/// them. Keys are PEM texts, as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout`
/// write them; `name` is what a message calls the key.
std::expected<std::string, Message> sign_ed25519(std::string_view private_pem,
                                                 const std::string& name, std::string_view text);
/// Whether the signature is the key's over the text.
std::expected<bool, Message> is_signed_ed25519(std::string_view public_pem, const std::string& name,
                                               std::string_view text, std::string_view signature);

}  // namespace catalog
