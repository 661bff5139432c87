#pragma once

#include <optional>
#include <string_view>

#include "model/documents.h"
#include "model/kinds.h"
#include "model/problem.h"
#include "yaml/tree.h"

namespace catalog {

/// The kind of a document, if its first key says so.
std::optional<Kind> kind_of(const yaml::Tree& tree);

/// The language of a document's keys: that of its first key (`kind` or 类型).
Lang key_language(const yaml::Tree& tree);

/// Reads a document into its record by the field table. All that is wrong with its form is appended
/// to `problems`; what can be read is read, so that one mistake never hides the rest.
void read_document(const yaml::Tree& tree, Symbol file, WorkspaceFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, List& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, Standard& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, Adoption& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, Guideline& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, UnitsFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, LegalFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, CalendarFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, VocabularyFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, DemandsFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, TemplateFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, BaselineFile& out, Problems& problems);
void read_document(const yaml::Tree& tree, Symbol file, AdjustmentsFile& out, Problems& problems);

}  // namespace catalog
