#pragma once

#include <optional>
#include <string>

#include "model/problem.h"
#include "source/source_text.h"
#include "workspace/workspace.h"
#include "yaml/parse.h"

namespace catalog {

/// One file between reading and dropping: its text, its tree, what is wrong with its form.
class LoadedFile {
 public:
  LoadedFile(std::string path, std::string bytes, yaml::Tree& tree);

  const SourceText& text() const { return text_; }
  const yaml::Tree& tree() const { return tree_; }
  std::optional<Kind> kind() const { return kind_; }
  Symbol path() const { return path_; }
  bool parsed() const { return !syntax_; }
  Problems& problems() { return problems_; }
  FileRecord record() const;

  /// Reports that the file should have been of this kind, unless it can't be parsed at all.
  void demand_kind(Kind wanted);
  /// Shows the file to the visitor; `address` is list/U/D and the like, or empty.
  void show(const FileVisitor& visit, unsigned worker, std::string address) const;
  /// The text, when nothing looks at the file any more.
  SourceText take_text() { return std::move(text_); }

 private:
  SourceText text_;
  yaml::Tree& tree_;
  Symbol path_;
  std::optional<yaml::SyntaxProblem> syntax_;
  std::optional<Kind> kind_;
  Problems problems_;
};

/// A hash of a file's bytes, for knowing it again within one run.
uint64_t content_hash(std::string_view bytes);

}  // namespace catalog
