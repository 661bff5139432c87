#include <nlohmann/json.hpp>

#include "model/kinds.h"
#include "publish/read_published.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;
using yaml::Value;

constexpr int kDepth = 64;  // as deep as YAML may be

/// Numbers and words such as true are texts to us, as in YAML.
Value value_of(const Json& json, int depth) {
  if (json.is_string()) return Value(json.get<std::string>());
  if (json.is_null() || depth > kDepth) return {};
  if (!json.is_structured()) return Value(json.dump());
  Value out = json.is_array() ? Value::sequence() : Value::mapping();
  for (const auto& [key, child] : json.items()) {
    if (json.is_array()) {
      out.add(value_of(child, depth + 1));
    } else {
      out.add(key, value_of(child, depth + 1));
    }
  }
  return out;
}

}  // namespace

std::expected<PublishedDocument, Message> read_published_json(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (json.is_discarded()) return std::unexpected(say({"不是完整的JSON", "this is no JSON"}));
  const auto found = json.is_object() ? json.find("catalogue") : json.end();
  const bool is_there = json.is_object() && found != json.end() && found->is_object();
  const auto kind = is_there && found->contains("kind") && (*found)["kind"].is_string()
                        ? kind_of_word((*found)["kind"].get<std::string>())
                        : std::nullopt;
  if (kind != Kind::List && kind != Kind::Standard) {
    return std::unexpected(say(
        {"不是本工具公布的JSON目录：应有catalogue，其中kind为 list 或 standard",
         "this is no JSON catalogue of this tool: “catalogue” is wanted, and in it a kind, list "
         "or standard"}));
  }
  PublishedDocument out;
  out.value.add("kind", Value(kind_info(*kind).word.en));
  for (const auto& [key, child] : found->items()) {
    if (key != "kind") out.value.add(key, value_of(child, 0));
  }
  return out;
}

}  // namespace catalog
