#pragma once

#include <expected>
#include <string>

#include "diff/published.h"
#include "yaml/emit.h"

namespace catalog {

// What `build` wrote, read back.

/// Reads the file or folder at a path: .xml and .json without loss, .xlsx as far as its columns go.
/// Of a folder each catalogue once, from the form that keeps the most.
std::expected<PublishedCatalogues, Message> read_published(FileSystem& files,
                                                           const std::string& path,
                                                           const Workspace& words);

/// A document as YAML values with English keys, and what in it is unknown.
struct PublishedDocument {
  yaml::Value value = yaml::Value::mapping();
  std::vector<std::string> unknown;
};
/// An error where the bytes are no XML of a catalogue.
std::expected<PublishedDocument, Message> read_published_xml(std::string bytes);
/// An error where the bytes are no JSON of a catalogue.
std::expected<PublishedDocument, Message> read_published_json(const std::string& bytes);
/// The tables of a workbook, by the workspace's templates. An error where none is in it, or a table
/// does not say of which catalogue it is.
std::expected<PublishedCatalogues, Message> read_published_xlsx(const std::string& bytes,
                                                                const std::string& path,
                                                                const Workspace& words);

}  // namespace catalog
