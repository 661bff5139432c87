#pragma once

#include <string>

#include "publish/edition.h"

namespace catalog {

/// An edition as JSON with every field of its file: `catalogue` holds what the YAML file holds,
/// under the English keys and in the order of the field table, as the schema named in `schema`
/// describes it; before it stand title, names and the address (an item's address is that, a slash
/// and its id). The memory of `room` is used for the result.
std::string write_json(const Edition& edition, std::string room = {});

/// The items of an edition as NDJSON, an object a line, so that a program can take them one by one:
/// address, names, version and dates of the catalogue, then every field of the item as in JSON.
std::string write_ndjson(const Edition& edition, std::string room = {});

}  // namespace catalog
