#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "source/file_system.h"
#include "text/message.h"

namespace CLI {
class App;
}

namespace catalog {

/// Exit codes, which scripts rely on.
enum class Exit : int {
  Done = 0,      ///< done; nothing at or above --fail-on
  Findings = 1,  ///< findings, conflicts, or differences that the caller asked to fail on
  Failed =
      2,  ///< it could not be done: usage, a file that can't be read, nothing to check, disk full
};

/// What every command is given: language, streams, disk, and where the installed data are.
struct Context {
  Lang lang = Lang::En;
  bool color_out = false;
  bool color_err = false;
  FileSystem* files = nullptr;
  std::string builtin;  ///< folder of the installed national set
  std::string schemas;  ///< folder of the installed schemas
  Exit exit = Exit::Done;
  unsigned threads = 0;
  std::optional<std::string> as_of;

  std::string say(Bilingual text) const { return std::string(text.in(lang)); }
  /// The day that counts as today: --as-of, else the clock's (UTC+8, as the offices keep it).
  /// Complains and fails where --as-of is no date.
  std::optional<Date> today();

  /// Results, to standard output; a write error is remembered and ends the command with exit
  /// code 2.
  void print(std::string_view text);
  /// Diagnostics, to standard error.
  void complain(const Message& message);
  void complain(const IoError& error);
  /// Complains and sets exit code 2.
  void fail(const Message& message);
  void fail(const IoError& error);
  /// Writes a result to a file, or to standard output for `-`; complains and fails if it can't.
  bool write(const std::string& path, std::string_view bytes);
  /// Begins to write a result that comes piece by piece; standard output gets it when it is whole.
  /// Complains, fails and returns null if it can't.
  std::unique_ptr<PendingFile> begin(const std::string& path);
  /// Lets it take its place; complains and fails where it, or a piece of it, could not be written.
  bool finish(PendingFile& pending);
  /// Keeps something large until the process ends, when all its memory goes at once: taking a
  /// workspace apart item by item takes as long as half of loading it.
  template <class T>
  T& keep(T thing) {
    auto kept = std::make_unique<T>(std::move(thing));
    T& out = *kept;
    keep_for_good(kept.release());
    return out;
  }

 private:
  static void keep_for_good(const void* thing);
};

/// A command adds itself to the application; its work runs from CLI11's callback.
void add_init(CLI::App& app, Context& context);
void add_new(CLI::App& app, Context& context);
void add_validate(CLI::App& app, Context& context);
void add_diff(CLI::App& app, Context& context);
void add_adjust(CLI::App& app, Context& context);
void add_log(CLI::App& app, Context& context);
void add_release(CLI::App& app, Context& context);
void add_impact(CLI::App& app, Context& context);
void add_fmt(CLI::App& app, Context& context);
void add_confirm(CLI::App& app, Context& context);
void add_build(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_resolve(CLI::App& app, Context& context);
void add_why(CLI::App& app, Context& context);
void add_adopt(CLI::App& app, Context& context);
void add_merge(CLI::App& app, Context& context);
void add_git_setup(CLI::App& app, Context& context);
void add_rules(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_schema(CLI::App& app, Context& context);
void add_completion(CLI::App& app, Context& context);
void add_man(CLI::App& app, Context& context);

}  // namespace catalog
