#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/writer.h"
#include "report/change_formats.h"
#include "report/change_json.h"
#include "report/version.h"
#include "report/yaml_json.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

/// A whole item by its English keys.
Json item_json(const Item& item) {
  List list;
  list.items.push_back(item);
  return json_of(to_value(list, Lang::En))["items"][0];
}

Json name_json(const Item& item) {
  Json out = Json::object();
  if (!item.topic.empty()) out["topic"] = item.topic.view();
  if (!item.subtopic.empty()) out["subtopic"] = item.subtopic.view();
  if (!item.detail.empty()) out["detail"] = item.detail.view();
  return out;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// An element with its own keys is a record.
Json member_json(const Change& change, const std::string& text, const Item* item) {
  if (change.field != "elements" || !item) return text_or_null(text);
  for (const Element& element : item->elements) {
    if (element.name.view() != text || !element.own.present()) continue;
    Item alone;
    alone.elements.push_back(element);
    return item_json(alone)["elements"][0];
  }
  return text_or_null(text);
}

/// The document of a catalogue without its items.
Json head_json(const CatalogueVersion& catalogue) {
  Json out;
  with_document(catalogue, [&](const auto& document) {
    auto head = document;
    head.items.clear();
    out = json_of(to_value(head, Lang::En));
    out.erase("items");
  });
  return out;
}

/// A row left out, with its reason.
Json omission_json(const CatalogueVersion& catalogue, const std::string& row) {
  if (row.empty() || !catalogue.omitted) return {};
  for (const Omission& omission : *catalogue.omitted) {
    if (omission.guideline.view() != row) continue;
    List list;
    list.omitted.push_back(omission);
    return json_of(to_value(list, Lang::En))["omitted"][0];
  }
  return {};
}

/// The whole items of a split or joining, so that the change can be carried out; in the order of
/// their addresses, not in that of the file.
Json pieces_json(const CatalogueVersion& catalogue, const std::vector<std::string>& addresses) {
  std::vector<const Item*> items(addresses.size());
  for (const Item* item : catalogue.items) {
    const auto found = std::ranges::find(addresses, catalogue.item_address(*item));
    if (found != addresses.end()) items[static_cast<size_t>(found - addresses.begin())] = item;
  }
  Json out = Json::array();
  for (const Item* item : items) {
    if (item) out.push_back(item_json(*item));
  }
  return out;
}

Json value_json(const Change& change, bool before) {
  const std::string& text = before ? change.before : change.after;
  const Item* item = before ? change.before_item : change.after_item;
  switch (change.kind) {
    case ChangeKind::ItemRemoved:
    case ChangeKind::ItemAdded:
    case ChangeKind::ItemMoved:
      return item ? item_json(*item) : Json();
    case ChangeKind::ItemSplit:
    case ChangeKind::ItemJoined:
      return before ? pieces_json(*change.before_catalogue, change.was)
                    : pieces_json(*change.after_catalogue, change.now);
    case ChangeKind::CatalogueRemoved:
    case ChangeKind::CatalogueAdded: {
      const CatalogueVersion* own = before ? change.before_catalogue : change.after_catalogue;
      return own ? head_json(*own) : Json();
    }
    case ChangeKind::OmissionRemoved:
    case ChangeKind::OmissionAdded:
      return omission_json(before ? *change.before_catalogue : *change.after_catalogue, text);
    case ChangeKind::ItemRenamed:
      return name_json(*item);
    case ChangeKind::MemberRemoved:
    case ChangeKind::MemberAdded:
    case ChangeKind::MemberChanged:
      return member_json(change, text, item);
    default:
      return text_or_null(text);
  }
}

Json explained_json(const Explanation& explanation) {
  Json out{{"reason", explanation.reason}};
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) out[key] = text;
  };
  add("basis", explanation.basis);
  add("by", explanation.approved_by);
  add("on", explanation.approved_on);
  add("document", explanation.document);
  out["file"] = explanation.place.file.view();
  return out;
}

}  // namespace

Json change_json(const Change& change, uint32_t line) {
  Json out{{"fingerprint", fingerprint_text(change.fingerprint)},
           {"class", class_key(change.cls)},
           {"certain", change.certain},
           {"kind", kind_key(change.kind)},
           {"rule", change.rule()},
           {"address", change.address},
           {"name", change.item_name},
           {"domain", change.domain.view()},
           {"unit", change.unit.empty() ? Json() : Json(change.unit.view())},
           {"field", text_or_null(change.field)}};
  const auto add = [&](const char* key, std::string_view text) {
    if (!text.empty()) out[key] = text;
  };
  add("part", part_key(change.part));
  if (!change.levels.empty()) out["levels"] = change.levels;
  add("element", change.element);
  out["before"] = value_json(change, true);
  out["after"] = value_json(change, false);
  add("before_words", change.before_words);
  add("after_words", change.after_words);
  if (!change.was.empty()) out["was"] = change.was;
  if (!change.now.empty()) out["now"] = change.now;
  add("note", change.note.en);
  if (change.score > 0) out["score"] = static_cast<int>(change.score * 1000 + 0.5) / 1000.0;
  out["explained"] = change.explained ? explained_json(*change.explained) : Json();
  const Place place = change.place();
  out["file"] = place.file.empty() ? Json() : Json(place.file.view());
  out["line"] = line;
  return out;
}

Json change_json(const Change& change, Sources& sources) {
  return change_json(change, is_there(change) ? printed_line(sources, change.place()) : 0);
}

namespace {

Json counts_json(const ClassCounts& counts) {
  return {{"narrowed", counts.narrowed},
          {"widened", counts.widened},
          {"changed", counts.changed},
          {"editorial", counts.editorial},
          {"unexplained", counts.unexplained}};
}

Json domain_json(const DomainChange& domain) {
  Json out{{"domain", domain.domain.view()},
           {"name", domain.name},
           {"status", domain_status_key(domain.status)},
           {"news", domain.is_news}};
  if (!domain.reason.empty()) out["reason"] = domain.reason;
  if (!domain.basis.empty()) out["basis"] = domain.basis;
  out.update(counts_json(domain.counts));
  return out;
}

Json summary_json(const VersionDiff& diff) {
  Json out = counts_json(diff.counts);
  for (size_t i = 0; i < kDomainStatuses; i++) {
    const auto status = static_cast<DomainStatus>(i);
    out["domains"][std::string(domain_status_key(status))] = diff.domain_counts[i];
  }
  return out;
}

Json idle_json(const IdleAdjustment& idle) {
  return {{"file", idle.file.view()},
          {"fingerprint", idle.adjustment->fingerprint.view()},
          {"item", idle.adjustment->item.view()},
          {"without_reason", idle.without_reason}};
}

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class Values, class Make>
std::string array_of(const Values& values, Make make) {
  std::string out = "[";
  const char* separator = "\n  ";
  for (const auto& value : values) {
    out += separator + line_of(make(value));
    separator = ",\n  ";
  }
  return out + (values.empty() ? "]" : "\n ]");
}

}  // namespace

std::string changes_json(const ChangeReport& report, Sources& sources) {
  const Json sides{{"before", report.before.in(Lang::En)}, {"after", report.after.in(Lang::En)}};
  return "{\"tool\": \"catalog\", \"version\": \"" + std::string(kVersion) +
         "\",\n \"sides\": " + line_of(sides) +
         ",\n \"summary\": " + line_of(summary_json(report.diff)) +
         ",\n \"domains\": " + array_of(report.diff.domains, domain_json) + ",\n \"remarks\": " +
         array_of(report.remarks, [](const Message& remark) { return Json(remark.in(Lang::En)); }) +
         ",\n \"idle_adjustments\": " + array_of(report.idle, idle_json) + ",\n \"changes\": " +
         array_of(report.diff.changes,
                  [&](const Change& change) { return change_json(change, sources); }) +
         "}\n";
}

}  // namespace catalog
