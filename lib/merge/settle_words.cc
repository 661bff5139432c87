#include "merge/settle_words.h"

#include "model/fields_item.h"
#include "text/similarity.h"

namespace catalog {

namespace {

std::optional<Message> read(const std::string& text, SettlePlan& plan) {
  const size_t equals = text.find('=');
  const std::string word = equals == text.npos ? text : text.substr(equals + 1);
  const auto how = settle_of(word);
  if (!how) {
    return say(
        {"--resolve 的取舍只有 stricter（从严）、department（从部门）、district（从区），没有“{}”",
         "--resolve takes stricter, department or district, not “{}”"},
        word);
  }
  if (equals == text.npos) {
    if (plan.all && *plan.all != *how) {
      return say({"--resolve 对全部栏目写了两种取舍：{}和{}",
                  "--resolve names two ways for all fields: {} and {}"},
                 settle_word(*plan.all), settle_word(*how));
    }
    plan.all = how;
    return std::nullopt;
  }
  const std::string key = text.substr(0, equals);
  const RecordInfo& item = *record_info<StandardItem>();
  const size_t end = key.find_first_of(".[");
  const auto field = item.find(key.substr(0, end));
  if (!field) {
    std::vector<std::string_view> known;
    for (const FieldInfo& info : item.fields) known.insert(known.end(), {info.key.en, info.key.zh});
    const auto meant = did_you_mean(key, known);
    return say({"--resolve 中没有“{}”这个栏目。{}", "--resolve: there is no field “{}”. {}"}, key,
               meant ? Phrase("是否指“" + std::string(*meant) + "”？",
                              "Did you mean “" + std::string(*meant) + "”?")
                     : Phrase("", ""));
  }
  std::string path(item.fields[field->index].key.en);
  if (end != key.npos) path += key.substr(end);
  const auto [known, is_new] = plan.by_field.emplace(path, *how);
  if (!is_new && known->second != *how) {
    return say(
        {"--resolve 对“{}”写了两种取舍：{}和{}", "--resolve names two ways for “{}”: {} and {}"},
        path, settle_word(known->second), settle_word(*how));
  }
  return std::nullopt;
}

}  // namespace

std::expected<SettlePlan, Message> settle_plan(const std::vector<std::string>& words) {
  SettlePlan plan;
  for (const std::string& word : words) {
    if (auto error = read(word, plan)) return std::unexpected(std::move(*error));
  }
  return plan;
}

}  // namespace catalog
