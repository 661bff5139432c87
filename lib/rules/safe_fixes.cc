#include "rules/safe_fixes.h"

#include <algorithm>

#include "source/source_text.h"
#include "workspace/loaded_file.h"

namespace catalog {

namespace {

constexpr int kMostRounds =
    8;  // a fix may uncover another; two rules that undo one another must not go on for ever

/// The edits of one file, taken finding by finding: a fix is applied whole or not at all.
class FilePatch {
 public:
  void take(const Fix& fix) {
    if (std::ranges::any_of(fix.edits, [&](const Edit& edit) { return touches(edit.span); }))
      return;
    edits_.insert(edits_.end(), fix.edits.begin(), fix.edits.end());
    fixes_++;
  }

  FixedFile apply(std::string path, std::string before) const {
    std::string after = apply_edits(before, edits_);
    return {std::move(path), std::move(before), std::move(after), fixes_};
  }

 private:
  /// Neighbouring edits count too: what one of them makes may be what the other looked at.
  bool touches(Span span) const {
    return std::ranges::any_of(edits_, [&](const Edit& edit) {
      return span.begin <= edit.span.end && edit.span.begin <= span.end;
    });
  }

  std::vector<Edit> edits_;
  size_t fixes_ = 0;
};

IoError changed_meanwhile(const std::string& path) {
  return {path, 0,
          say({"“{}”在检查之后又有改动，没有修改：请再运行一次。",
               "“{}” was changed after it was checked and was left alone: run this again."},
              path)};
}

}  // namespace

std::expected<std::vector<FixedFile>, IoError> safe_fixes(FileSystem& files,
                                                          const Validation& validation) {
  std::vector<FixedFile> out;
  const auto& findings = validation.findings;  // sorted by file
  for (auto at = findings.begin(); at != findings.end();) {
    const Symbol file = at->place.file;
    FilePatch patch;
    bool any = false;
    for (; at != findings.end() && at->place.file == file; ++at) {
      if (!at->fix || !at->fix->safe) continue;
      patch.take(*at->fix);
      any = true;
    }
    if (!any) continue;
    const std::string path(file.view());
    auto bytes = files.read(path);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    const FileRecord* record = validation.workspace->file(file);
    if (!record || record->hash != content_hash(*bytes))
      return std::unexpected(changed_meanwhile(path));
    out.push_back(patch.apply(path, std::move(*bytes)));
  }
  return out;
}

std::expected<Mending, IoError> mend(
    FileSystem& files, const std::function<std::expected<Validation, IoError>()>& check) {
  std::vector<FixedFile> all;
  for (int round = 0;; round++) {
    auto validation = check();
    if (!validation) return std::unexpected(std::move(validation.error()));
    if (round == kMostRounds) return Mending{std::move(*validation), std::move(all)};
    auto fixed = safe_fixes(files, *validation);
    if (!fixed) return std::unexpected(std::move(fixed.error()));
    if (fixed->empty()) return Mending{std::move(*validation), std::move(all)};
    for (FixedFile& file : *fixed) {
      if (auto written = write_file(files, file.path, file.after); !written)
        return std::unexpected(std::move(written.error()));
      const auto known = std::ranges::find(all, file.path, &FixedFile::path);
      if (known == all.end()) {
        all.push_back(std::move(file));
      } else {
        known->after = std::move(file.after);
        known->fixes += file.fixes;
      }
    }
  }
}

}  // namespace catalog
