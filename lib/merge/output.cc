#include "merge/output.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "model/conflict_marker.h"
#include "model/fields_files.h"
#include "model/writer.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

using yaml::Value;

Value marker(const Conflict& conflict, Lang keys) {
  Value sides = Value::mapping();
  const auto add = [&](Bilingual key, const ConflictSide& side) {
    if (side.known && (side.is_list || !side.values.empty()))
      sides.add(std::string(key.in(keys)), side_value(side));
  };
  add(kConflictKeys.base, conflict.base);
  add(kConflictKeys.department, conflict.department);
  add(kConflictKeys.district, conflict.district);
  Value out = Value::mapping();
  out.add(std::string(kConflictKeys.conflict.in(keys)), std::move(sides));
  return out;
}

/// The open conflicts by key.
using OpenConflicts = std::map<std::string, const Conflict*, std::less<>>;

OpenConflicts open_conflicts_of(const PairMerged& merged) {
  OpenConflicts out;
  for (const Conflict& conflict : merged.conflicts) {
    if (conflict.open()) out.emplace(conflict_key(conflict), &conflict);
  }
  return out;
}

/// Puts the alternatives in the place of marks.
void put_markers(Value& value, const OpenConflicts& conflicts, Lang keys) {
  if (value.kind() == Value::Kind::Scalar) {
    if (const auto key = key_of_mark(value.text()))
      value = marker(*conflicts.find(*key)->second, keys);
    return;
  }
  if (value.kind() == Value::Kind::Sequence && value.children().size() == 1) {
    if (const auto key = key_of_mark(value.children().front().second.text())) {
      value = marker(*conflicts.find(*key)->second, keys);
      return;
    }
  }
  value.each([&](const std::string&, Value& child) { put_markers(child, conflicts, keys); });
}

/// The items' values, made by several threads.
Value items_value(const PairMerged& merged, Lang keys, unsigned threads) {
  constexpr size_t kAtOnce = 256;
  const std::vector<StandardItem>& items = merged.standard.items;
  const OpenConflicts conflicts = open_conflicts_of(merged);
  std::vector<Value> values(items.size());
  parallel_for((items.size() + kAtOnce - 1) / kAtOnce, threads, [&](size_t part, unsigned) {
    for (size_t i = part * kAtOnce; i < std::min(items.size(), (part + 1) * kAtOnce); i++) {
      values[i] = to_value(items[i], keys);
      if (!conflicts.empty()) put_markers(values[i], conflicts, keys);
      if (i > 0) values[i].comment("");  // an empty line between items
    }
  });
  Value out = Value::sequence();
  for (Value& value : values) out.add(std::move(value));
  return out;
}

/// Finds the places of comments in the merged document.
class CommentPlacer {
 public:
  CommentPlacer(const PairMerged& merged, Value& document, Value& items, Lang keys)
      : document_(document), keys_(keys) {
    std::unordered_map<std::string_view, Value*> by_id;
    items.each([&](const std::string&, Value& item) {
      if (const Value* id = item.find(key_of("id", true))) by_id[id->text()] = &item;
    });
    const auto remember = [&](const std::string& address, Value* item) {
      if (!address.empty() && item) items_.try_emplace(address, item);
    };
    for (const PairedItem& pair : merged.pairs) {
      const auto found = by_id.find(pair.id);
      if (found == by_id.end()) continue;
      for (const std::string& address : {pair.base, pair.department, pair.district})
        remember(address, found->second);
    }
  }

  /// `prefix` is the address of the author's items: list/U/D/.
  void place(const std::vector<AuthorComment>& comments, const std::string& prefix) {
    for (const AuthorComment& comment : comments) {
      if (comment.item.empty()) {
        place_in_head(comment);
      } else if (const auto item = items_.find(prefix + comment.item); item != items_.end()) {
        place_in_item(comment, *item->second);
      } else {
        tail.push_back(comment.text);
      }
    }
  }

  std::vector<std::string> top, tail;  ///< above everything, below everything

 private:
  std::string key_of(std::string_view english, bool of_item) const {
    const RecordInfo& record = of_item ? *record_info<StandardItem>() : *record_info<Standard>();
    const FieldInfo* field = record.field(english);
    return std::string(field ? field->key.in(keys_) : english);
  }

  bool is_new(const Value* at, const std::string& text) {
    auto& known = said_[at];
    if (std::ranges::find(known, text) != known.end()) return false;
    known.push_back(text);
    return true;
  }

  void place_in_head(const AuthorComment& comment) {
    if (comment.field.empty()) {
      if (is_new(nullptr, comment.text)) tail.push_back(comment.text);
      return;
    }
    Value* at = comment.field == "kind" ? nullptr : document_.find(key_of(comment.field, false));
    if (!at) {
      if (is_new(&document_, comment.text)) top.push_back(comment.text);
    } else if (is_new(at, comment.text)) {
      at->comment(comment.text);
    }
  }

  void place_in_item(const AuthorComment& comment, Value& item) {
    Value* at = comment.field.empty() ? nullptr : item.find(key_of(comment.field, true));
    if (!is_new(at ? at : &item, comment.text)) return;
    const bool at_line_end = comment.behind && at && !behind_[at];
    if (at_line_end) {
      at->behind(comment.text);
      behind_[at] = true;
    } else {
      (at ? *at : item).comment(comment.text);
    }
  }

  Value& document_;
  Lang keys_;
  std::unordered_map<std::string, Value*> items_;
  std::unordered_map<const Value*, std::vector<std::string>> said_;
  std::unordered_map<const Value*, bool> behind_;
};

}  // namespace

Value side_value(const ConflictSide& side) {
  if (!side.is_list) return side.values.empty() ? Value() : Value(side.values.front().view());
  Value out = Value::sequence();
  for (const Text& text : side.values) out.add(Value(text.view()));
  return out;
}

Value merged_value(const PairMerged& merged, const PairComments& comments, Lang keys,
                   unsigned threads) {
  const Standard& standard = merged.standard;
  Value items = items_value(merged, keys, threads);
  Standard head;
  static_cast<StandardHead&>(head) = standard;
  Value out = to_value(head, keys);

  CommentPlacer placer(merged, out, items, keys);
  const std::string domain(standard.domain.view());
  placer.place(comments.base, "standard/" + domain + "/");
  for (size_t side = 0; side < 2 && side < standard.drafted_by.size(); side++) {
    placer.place(side == 0 ? comments.department : comments.district,
                 "list/" + std::string(standard.drafted_by[side].view()) + "/" + domain + "/");
  }
  Value& first = *out.find(record_info<Standard>()->field("kind")->key.in(keys));
  for (const std::string& line : placer.top) first.comment(line);
  out.add(std::string(record_info<Standard>()->field("items")->key.in(keys)), std::move(items))
      .comment("");
  for (const std::string& line : placer.tail) out.tail(line);
  return out;
}

}  // namespace catalog
