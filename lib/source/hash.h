#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace catalog {

/// Cryptographic hashes: SHA-256 for digests, SHA-1 for the names that git gives to its objects.
enum class Hash : unsigned char { Sha1, Sha256 };

/// The hash of the parts, one behind the other, as small hexadecimal digits (40 or 64).
std::string hash_text(Hash hash, std::initializer_list<std::string_view> parts);

}  // namespace catalog
