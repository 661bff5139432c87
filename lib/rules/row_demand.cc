#include "rules/row_demand.h"

#include <algorithm>

#include "model/fields_item.h"

namespace catalog {

namespace {

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

}  // namespace catalog
