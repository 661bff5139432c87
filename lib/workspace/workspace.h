#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/deadline.h"
#include "model/documents.h"
#include "model/legal_reference.h"
#include "model/legal_register.h"
#include "model/problem.h"
#include "model/reader.h"
#include "model/unit_table.h"
#include "model/vocabulary.h"
#include "model/working_days.h"
#include "source/file_system.h"
#include "source/source_text.h"
#include "yaml/parse.h"

namespace catalog {

/// One file as it was found: enough to know it again when a diagnostic reads its lines a second
/// time.
struct FileRecord {
  Symbol path;
  std::optional<Kind> kind;
  uint32_t bytes = 0;
  uint64_t hash = 0;
  bool in_scope = true;  ///< findings in it are wanted (validate PATH)
};

/// One file while its text and tree are still there; what the form rules look at. Dropped after
/// modelling.
struct FileView {
  const SourceText& text;
  const yaml::Tree& tree;             ///< empty where the text can't be parsed
  const yaml::SyntaxProblem* syntax;  ///< null where it could
  const Problems& problems;           ///< of reading the document by the field table
  std::optional<Kind> kind;
  Symbol path;
  std::string address;  ///< list/U/D, standard/D, adoption/U, guideline/D; empty for other files
  Lang language;        ///< of its keys
};

/// What is called for each file, from several threads at once; `worker` tells them apart.
using FileVisitor = std::function<void(const FileView&, unsigned worker)>;

/// A guideline's file that is read although catalog.yaml does not name it (`impact`).
struct GuidelineInPlace {
  std::string file;
  std::string replaced;  ///< the file that it stands for; empty: beside all others
};

struct LoadOptions {
  std::string builtin{};            ///< folder of the installed national set (builtin:national)
  unsigned threads = 0;             ///< 0: one for each processor
  std::vector<std::string> only{};  ///< paths whose findings are wanted; empty: all
  FileVisitor visit{};              ///< may be empty
  /// The baseline to load in the place of the one that catalog.yaml names; an empty path: none.
  std::optional<std::string> baseline{};
  /// Lists and standards that are not to be read (by path); may be empty.
  std::function<bool(const std::string& path)> skip{};
  std::optional<GuidelineInPlace> guideline{};
  /// Catalogues whose texts stay in memory, for reports that show many of their lines; may be
  /// empty. `address` as in FileView.
  std::function<bool(Symbol path, std::string_view address)> keep_text{};
};

/// Whether a domain is one that the workspace leaves out (不设).
bool is_left_out(const DomainEntry& entry);

/// The reference data and catalogues of one workspace, with the indexes that checks and builds
/// need. Immutable once loaded.
class Workspace {
 public:
  std::string root;  ///< folder of catalog.yaml, as opened
  WorkspaceFile config;
  Vocabulary vocabulary;
  UnitTable units;
  LegalFile legal_file;  ///< the register as written; `legal` is its index
  LegalRegister legal;
  WorkingDays calendar;
  DemandsFile demands;  ///< what the law demands of disclosure
  std::vector<Guideline> guidelines;
  std::vector<List> lists;
  std::vector<Standard> standards;
  std::vector<Adoption> adoptions;
  std::vector<TemplateFile> templates;
  BaselineFile baseline;  ///< its file is empty where there is none
  std::vector<AdjustmentsFile> adjustments;
  std::vector<FileRecord> files;
  std::unordered_map<Symbol, SourceText> texts;  ///< those that were to be kept, by path

  const Guideline* guideline(Symbol domain) const;
  /// The guideline row of a reference `domain/id` (ids of former numbers too).
  const Row* row(Symbol reference) const;
  const Guideline* guideline_of(const Row& row) const;
  const Standard* standard(Symbol domain) const;
  /// The adoption of a unit (its first, where it has several); null if there is none.
  const Adoption* adoption(Symbol unit) const;
  /// The Chinese name of a domain: its guideline's, else the domain itself.
  std::string_view domain_name(Symbol domain) const;
  const TemplateFile* find_template(std::string_view name) const;
  const DomainEntry* domain_entry(Symbol domain) const;
  /// Whether the workspace says that it leaves this domain out.
  bool is_left_out(Symbol domain) const;
  const FileRecord* file(Symbol path) const;

  /// The meaning of a deadline phrase; each distinct phrase is parsed once.
  const Deadline& deadline(Symbol phrase) const { return deadline_of(phrase); }
  /// The documents that a basis entry cites; each distinct entry is parsed once.
  const std::vector<LegalReference>& citations(Symbol entry) const {
    return basis_of(entry).references;
  }
  /// The comparison form of a text; remembered.
  const std::string& form(Symbol text) const;

  /// Makes the indexes; called once by the loader.
  void make_indexes();

 private:
  std::unordered_map<Symbol, const Guideline*> guideline_by_domain_;
  std::unordered_map<Symbol, const Row*> rows_;
  std::unordered_map<const Row*, const Guideline*> guideline_of_row_;
  std::unordered_map<Symbol, const Standard*> standard_by_domain_;
  std::unordered_map<Symbol, const Adoption*> adoption_by_unit_;
  std::unordered_map<Symbol, size_t> file_by_path_;
  std::unique_ptr<SymbolMemo<std::string>> forms_ = std::make_unique<SymbolMemo<std::string>>();
};

/// The folder at or above `start` that holds catalog.yaml.
std::optional<std::string> find_workspace(FileSystem& files, const std::string& start);

/// Loads the workspace at `root` (a folder with catalog.yaml). Errors of the user's text are given
/// to the visitor; an IoError is returned only where there is nothing to work on (catalog.yaml, or
/// a file named by it, can't be read).
std::expected<std::unique_ptr<Workspace>, IoError> load_workspace(FileSystem& files,
                                                                  const std::string& root,
                                                                  const LoadOptions& options);

/// Loads what the words of a file mean: the reference data of the workspace around it, without its
/// catalogues; the installed national set where there is none, or it can't be read.
std::expected<std::unique_ptr<Workspace>, IoError> load_words(FileSystem& files,
                                                              const std::string& path,
                                                              const LoadOptions& options);

/// Loads bare files that belong to no workspace, against the installed national set.
std::expected<std::unique_ptr<Workspace>, IoError> load_files(FileSystem& files,
                                                              const std::vector<std::string>& paths,
                                                              const LoadOptions& options);

}  // namespace catalog
