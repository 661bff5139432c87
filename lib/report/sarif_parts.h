#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/sarif_uri.h"
#include "report/sources.h"

namespace catalog {

inline constexpr size_t kMostSarifResults = 25'000;  ///< that GitHub takes
inline constexpr size_t kMostSarifShown = 5'000;     ///< that it shows

/// A message object of SARIF.
nlohmann::ordered_json sarif_text(std::string_view words);

/// Writes places as SARIF has them; each file's URI is worked out once.
class SarifPlaces {
 public:
  using Json = nlohmann::ordered_json;

  explicit SarifPlaces(Sources& sources) : sources_(sources) {}

  Json region(const Place& place);
  Json artifact(Symbol file);
  Json location(const Place& place);

 private:
  Sources& sources_;
  std::unordered_map<Symbol, SarifUri> artifacts_;
};

/// What a reader of the file must know who sees fewer results than there are.
nlohmann::ordered_json sarif_notifications(size_t given, size_t found, Lang lang);

/// One value on one line; bytes that are not UTF-8 become U+FFFD.
std::string sarif_line(const nlohmann::ordered_json& value);

/// A whole file of one run of the tool: its rules, what it has to say of the run, and the results,
/// each on a line.
std::string sarif_file(const nlohmann::ordered_json& rules,
                       const nlohmann::ordered_json& notifications,
                       const std::vector<std::string>& results);

}  // namespace catalog
