#include "rules/row_demand.h"

#include <algorithm>

#include "model/fields_item.h"
#include "text/normal.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr std::string_view kEveryone = "everyone";  // ids of the vocabulary's audiences
constexpr std::string_view kGroup = "group";
constexpr std::string_view kWordDividers = "、，,；;/";

/// The English keys of the cells that a row says were not read.
std::vector<std::string_view> unsure_keys(const Row& row) {
  std::vector<std::string_view> out;
  for (const Text& key : row.unsure) {
    const auto found = record_info<Row>()->find(key.view());
    out.push_back(found ? record_info<Row>()->fields[found->index].key.en : key.view());
  }
  return out;
}

bool is_recalled(const Row& row) {
  const auto seen = words::kSeen.index(row.seen.view());
  return !seen || words::kSeen.words[*seen].en == "recalled";
}

bool says(const WordSet& set, const Text& text, std::string_view english) {
  const auto index = set.index(text.view());
  return index && set.words[*index].en == english;
}

std::vector<ElementDemand> element_demands(const Workspace& workspace, const Row& row) {
  std::vector<ElementDemand> out;
  for (const Element& element : row.elements) {
    if (element.name.empty() || workspace.vocabulary.is_generic(element.name.value)) continue;
    if (says(words::kYesNo, element.own->required, "no")) continue;
    out.push_back({element.name, workspace.form(element.name.value)});
  }
  return out;
}

std::vector<ChannelDemand> channel_demands(const Vocabulary& vocabulary, const Row& row) {
  std::vector<ChannelDemand> out;
  for (const auto& [level, texts] : row.channels) {
    for (const Text& text : texts) {
      if (const WordUse& use = vocabulary.find(WordList::Channels, text.value))
        out.push_back({vocabulary.level(level.value), text, use.word});
    }
  }
  return out;
}

std::vector<Text> basis_demands(const Vocabulary& vocabulary, const Row& row) {
  std::vector<Text> out;
  for (const Text& entry : row.basis) {
    if (!vocabulary.is_generic(entry.value)) out.push_back(entry);
  }
  return out;
}

}  // namespace

RowDemand::RowDemand(const Workspace& workspace, const Guideline& of, const Row& that,
                     uint32_t place)
    : row(that),
      guideline(of),
      order(place),
      recalled(is_recalled(that)),
      levels(workspace.vocabulary.levels(that.levels)),
      elements(element_demands(workspace, that)),
      channels(channel_demands(workspace.vocabulary, that)),
      any_channel(says(words::kDemand,
                       that.channels_demand.empty() ? of.channels_demand : that.channels_demand,
                       "any")),
      everyone(audience_meaning(workspace.vocabulary, that.audience.view()).everyone),
      mode(mode_rank(workspace.vocabulary, that.mode.value)),
      basis(basis_demands(workspace.vocabulary, that)),
      unsure_(unsure_keys(that)),
      domain_name_(workspace.domain_name(of.domain.value)) {}

bool RowDemand::verified(std::string_view field) const {
  return !recalled && std::ranges::find(unsure_, field) == unsure_.end();
}

std::string RowDemand::reference() const {
  return std::string(guideline.domain.view()) + "/" + std::string(row.id.view());
}

Phrase RowDemand::name() const {
  const std::string domain(domain_name_);
  const std::string what = item_name(row);
  if (row.number.empty()) {
    const std::string id(row.id.view());
    return {domain + " 编号" + id + " " + what, domain + " id " + id + " " + what};
  }
  const std::string number(row.number.view());
  return {domain + " 第" + number + "项 " + what, domain + " item " + number + " " + what};
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view dividers) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  int depth = 0;
  const auto take = [&](size_t end) {
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) out.push_back(part);
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const std::string_view sign = text.substr(at, point.length);
    if (sign == "（" || sign == "(" || sign == "《") depth++;
    if ((sign == "）" || sign == ")" || sign == "》") && depth > 0) depth--;
    if (depth == 0 && dividers.find(sign) != dividers.npos) {
      take(at);
      begin = at + point.length;
    }
    at += point.length;
  }
  take(text.size());
  return out;
}

std::optional<size_t> mode_rank(const Vocabulary& vocabulary, Symbol mode) {
  const auto rank = [&](const WordUse& use) {
    return static_cast<size_t>(use.word - vocabulary.words(WordList::Modes).data());
  };
  if (const WordUse& use = vocabulary.find(WordList::Modes, mode)) return rank(use);
  std::optional<size_t> narrowest;
  for (std::string_view part : parts_of(mode.view(), kWordDividers)) {
    const WordUse& use = vocabulary.find(WordList::Modes, Symbol::of(part));
    if (!use) return std::nullopt;
    narrowest = std::max(narrowest.value_or(0), rank(use));
  }
  return narrowest;
}

AudienceMeaning audience_meaning(const Vocabulary& vocabulary, std::string_view text) {
  AudienceMeaning out;
  for (std::string_view part : parts_of(text, kWordDividers)) {
    const WordUse& use = vocabulary.find(WordList::Audiences, Symbol::of(part));
    if (!use) {
      out.unknown.emplace_back(part);
    } else if (use.word->id.view() == kEveryone) {
      out.everyone = true;
    } else if (use.word->id.view() == kGroup) {
      out.group = true;
    }
  }
  return out;
}

}  // namespace catalog
