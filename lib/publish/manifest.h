#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// The list of a published folder's files with their digests, as `sha256sum -c` takes it.
inline constexpr std::string_view kManifestName = "SHA256SUMS";
/// The Ed25519 signature over the manifest's bytes.
inline constexpr std::string_view kSignatureName = "SHA256SUMS.sig";

/// A file of a published folder.
struct ManifestEntry {
  std::string path;    ///< below the folder, with `/`
  std::string digest;  ///< SHA-256, 64 small hexadecimal digits
};

/// The manifest's text, of digests by path.
std::string write_manifest(const std::map<std::string, std::string>& digests);
/// Reads a manifest; a message names the line that is none, a path that leads out of the folder, or
/// one that is there twice.
std::expected<std::vector<ManifestEntry>, Message> read_manifest(std::string_view text);

/// What a check of a published folder found; paths are below the folder, sorted.
struct Integrity {
  enum class Signature { None, NotChecked, Good, Bad, Missing };

  size_t files = 0;  ///< as the manifest has them
  std::vector<std::string> changed, lost, added;
  Signature signature = Signature::None;  ///< Missing: a key was given, but nothing is signed

  bool sound() const {
    return changed.empty() && lost.empty() && added.empty() && signature != Signature::Bad &&
           signature != Signature::Missing;
  }
};

/// A public key, as it is given.
struct PublicKey {
  std::string name;
  std::string pem;
};

/// Compares a folder with its manifest, and the manifest with its signature where a key is given.
/// It could not be done where there is no manifest, it can't be read, or the key is none.
std::expected<Integrity, Message> check_integrity(FileSystem& files, const std::string& folder,
                                                  const std::optional<PublicKey>& key);

/// All files below a folder, as paths below it, sorted; links count as what they lead to.
std::expected<std::vector<std::string>, IoError> files_below(FileSystem& files,
                                                             const std::string& folder);

}  // namespace catalog
