#include "source/git_log.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "source/git_process.h"
#include "text/split.h"

namespace catalog {

namespace {

constexpr size_t kShortest = 7;  // characters of a commit's name, as git shows it
constexpr char kCommitMark = '\x01';

/// The parts of a text that NUL bytes end.
class Parts {
 public:
  explicit Parts(std::string_view text) : rest_(text) {}
  bool ended() const { return rest_.empty(); }
  std::string_view next() {
    const size_t end = std::min(rest_.find('\0'), rest_.size());
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return part;
  }

 private:
  std::string_view rest_;
};

/// A name of zeros is that of no blob.
std::string blob_name(std::string_view name) {
  return name.find_first_not_of('0') == name.npos ? std::string() : std::string(name);
}

/// `:MODE MODE NAME NAME STATUS`, with a colon, a mode and a name more for each further parent.
LoggedFile read_file(std::string_view raw, std::string_view path) {
  const size_t parents = std::min(raw.find_first_not_of(':'), raw.size());
  const auto words = split_filled(raw.substr(parents), ' ');
  LoggedFile out{std::string(path), {}, {}};
  if (words.size() < 2 * (parents + 1)) return out;
  for (size_t i = 0; i < parents; i++) out.before.push_back(blob_name(words[parents + 1 + i]));
  out.after = blob_name(words[2 * parents + 1]);
  return out;
}

LoggedCommit read_commit(std::string_view hash, Parts& parts) {
  LoggedCommit out;
  out.hash = hash;
  for (const std::string_view parent : split_filled(parts.next(), ' '))
    out.parents.emplace_back(parent);
  out.date = parts.next();
  out.author = parts.next();
  out.subject = parts.next();
  return out;
}

/// The first characters of each name, as many as tell the commits of the log apart.
void shorten(std::vector<LoggedCommit>& commits) {
  std::vector<std::string_view> names;
  for (const LoggedCommit& commit : commits) names.push_back(commit.hash);
  std::ranges::sort(names);
  size_t length = kShortest;
  for (size_t i = 1; i < names.size(); i++) {
    while (length < names[i].size() && names[i].starts_with(names[i - 1].substr(0, length)))
      length++;
  }
  for (LoggedCommit& commit : commits) commit.short_hash = commit.hash.substr(0, length);
}

}  // namespace

std::expected<std::vector<LoggedCommit>, IoError> git_log(const GitRepository& repository,
                                                          const LogRange& range) {
  std::vector<std::string> arguments{"--literal-pathspecs",
                                     "-c",
                                     "i18n.logOutputEncoding=UTF-8",
                                     "log",
                                     "--topo-order",
                                     "--parents",
                                     "--raw",
                                     "-c",
                                     "--root",
                                     "--no-abbrev",
                                     "--no-renames",
                                     "--no-color",
                                     "--no-show-signature",
                                     "-z",
                                     "--format=%x01%H%x00%P%x00%aI%x00%an%x00%s%x00"};
  arguments.push_back(range.commit);
  if (!range.without.empty()) arguments.push_back("^" + range.without);
  arguments.emplace_back("--");
  arguments.insert(arguments.end(), range.below.begin(), range.below.end());
  const auto log = run_git(repository.root(), arguments);
  if (!log) return std::unexpected(log.error());
  if (!log->ok()) {
    return std::unexpected(IoError{
        repository.root(), EIO, say({"git log 失败：{}", "git log failed: {}"}, log->complaint)});
  }
  std::vector<LoggedCommit> out;
  Parts parts(log->out);
  while (!parts.ended()) {
    std::string_view part = parts.next();
    while (part.starts_with('\n')) part.remove_prefix(1);
    if (part.starts_with(kCommitMark)) {
      out.push_back(read_commit(part.substr(1), parts));
    } else if (part.starts_with(':') && !out.empty()) {
      out.back().files.push_back(read_file(part, parts.next()));
    }
  }
  shorten(out);
  return out;
}

}  // namespace catalog
