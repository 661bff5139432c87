#pragma once

#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "publish/build.h"
#include "publish/last_build.h"
#include "publish/manifest.h"
#include "publish/office.h"
#include "source/staged_folder.h"

namespace catalog {

/// A private key, as it is given.
struct PrivateKey {
  std::string name;
  std::string pem;
};

/// The folder of a build: what a build writes appears in it in one step, with a manifest, and
/// signed where a key is given. A folder with files that no build listed is refused.
class BuildFolder {
 public:
  /// Begins; reads the manifest of the build before. `out` may be missing or empty.
  static std::expected<BuildFolder, Message> begin(const std::string& out,
                                                   std::optional<PrivateKey> key);

  FileSystem& files() { return stage_->files(); }
  /// Prints each workbook of the result to a PDF beside it; one that was printed from the same
  /// bytes before is not printed again.
  std::expected<void, Message> print(const Office& office, unsigned threads, BuildResult& result);
  /// Lets finish() keep in this file what the build was made from, for stands() of the next one;
  /// `fresh`: this build is to be made whatever the last one was.
  void remember_in(std::string file, bool fresh = false) {
    memory_ = std::move(file);
    fresh_ = fresh;
  }
  /// Notes the origin of this build (build_origin()). Whether the last one here had the same and
  /// all its files are as it left them; then they are added to the result as unchanged.
  bool stands(std::string origin, unsigned threads, BuildResult& result);
  /// Notes what was built, before anything is added to it.
  void made(const BuildResult& result);
  /// With an address of the site (with `/` at its end), finish() adds sitemap.xml of all pages.
  void set_site(std::string address) { site_ = std::move(address); }
  /// Puts the result in place. Files of earlier builds stay, but for those that `answers_for` says
  /// this build answers for and did not make. Where nothing changed, nothing is touched. The
  /// manifest and the signature are added to the result, and what went to `removed`.
  std::expected<void, Message> finish(BuildResult& result, unsigned threads,
                                      const std::function<bool(std::string_view)>& answers_for);

 private:
  BuildFolder(std::string out, std::optional<PrivateKey> key);
  /// A path of the result as it is below the folder.
  std::string below(const std::string& path) const;
  std::optional<Message> read_old();
  std::expected<std::map<std::string, std::string>, Message> digests(const BuildResult& result,
                                                                     unsigned threads) const;
  std::expected<void, Message> add(std::string_view name, const std::string& bytes,
                                   BuildResult& result);
  std::expected<void, Message> add_sitemaps(std::map<std::string, std::string>& held,
                                            BuildResult& result);
  std::expected<void, Message> add_manifest(const std::map<std::string, std::string>& held,
                                            BuildResult& result);
  /// The style of embedded pages goes with the last of them, whichever build had made it.
  void drop_unused_style(std::map<std::string, std::string>& held, std::vector<std::string>& others,
                         BuildResult& result) const;
  void keep_in_mind(const BuildResult& result, const std::map<std::string, std::string>& held);
  std::expected<void, Message> sign(const std::string& manifest, bool is_new, BuildResult& result);

  std::string out_;
  std::string site_;
  std::optional<PrivateKey> key_;
  std::unique_ptr<StagedFolder> stage_;
  std::vector<ManifestEntry> old_;
  std::string memory_;  ///< the file that outlasts the build; empty: nothing is kept
  bool fresh_ = false;
  LastBuildHead made_;  ///< of this build; without an origin nothing is kept
  size_t made_written_ = 0, made_unchanged_ = 0;  ///< files of the result that were there then
  std::vector<std::string> standing_;  ///< digests that stands() took, of the first unchanged files
};

}  // namespace catalog
