#include "publish/last_build.h"

#include <nlohmann/json.hpp>

namespace catalog {

namespace {

constexpr int kForm = 1;  ///< raised whenever the record changes

}  // namespace

std::string write_last_build(const LastBuild& last) {
  auto files = nlohmann::ordered_json::array();
  for (const LastBuild::File& file : last.files)
    files.push_back({file.path, file.digest, file.day});
  const nlohmann::ordered_json out = {{"form", kForm},
                                      {"origin", last.origin},
                                      {"editions", last.editions},
                                      {"items", last.items},
                                      {"files", std::move(files)}};
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::optional<LastBuild> read_last_build(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("form", nlohmann::json()) != kForm) return std::nullopt;
  try {
    LastBuild out;
    json.at("origin").get_to(out.origin);
    json.at("editions").get_to(out.editions);
    json.at("items").get_to(out.items);
    for (const auto& file : json.at("files"))
      out.files.push_back({file.at(0), file.at(1), file.at(2)});
    return out;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

}  // namespace catalog
