#include "merge/output.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

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

/// The open conflicts by key, and the addresses of the items that they are in.
struct OpenConflicts {
  std::unordered_map<std::string, const Conflict*> by_key;
  std::unordered_set<std::string_view> items;
};

OpenConflicts open_conflicts_of(const PairMerged& merged) {
  OpenConflicts out;
  for (const Conflict& conflict : merged.conflicts) {
    if (!conflict.open()) continue;
    out.by_key.emplace(conflict_key(conflict), &conflict);
    out.items.insert(conflict.address);
  }
  return out;
}

/// Puts the alternatives in the place of marks.
void put_markers(Value& value, const OpenConflicts& conflicts, Lang keys) {
  if (value.kind() == Value::Kind::Scalar) {
    if (const auto key = key_of_mark(value.text()))
      value = marker(*conflicts.by_key.at(std::string(*key)), keys);
    return;
  }
  if (value.kind() == Value::Kind::Sequence && value.children().size() == 1) {
    if (const auto key = key_of_mark(value.children().front().second.text())) {
      value = marker(*conflicts.by_key.at(std::string(*key)), keys);
      return;
    }
  }
  value.each([&](std::string_view, Value& child) { put_markers(child, conflicts, keys); });
}

/// The merged standard with its comments in their places; items are made when they are asked for.
class MergedDocument {
 public:
  MergedDocument(const PairMerged& merged, const PairComments& comments, Lang keys)
      : merged_(merged), keys_(keys), conflicts_(open_conflicts_of(merged)) {
    Standard head;
    static_cast<StandardHead&>(head) = merged.standard;
    head_ = to_value(head, keys);
    const std::string domain(merged.standard.domain.view());
    prefix_ = "standard/" + domain + "/";
    place(comments.base, prefix_);
    for (size_t side = 0; side < 2 && side < merged.standard.drafted_by.size(); side++) {
      place(side == 0 ? comments.department : comments.district,
            "list/" + std::string(merged.standard.drafted_by[side].view()) + "/" + domain + "/");
    }
    Value& first = *head_.find(key_of<Standard>("kind"));
    for (const std::string& line : top_) first.comment(line);
    for (const std::string& line : tail_) head_.tail(line);
  }

  void write(unsigned threads, const yaml::Sink& sink) const {
    const yaml::Layout layout{.run = [&](size_t count, const auto& part) {
      parallel_for(count, threads, [&](size_t i, unsigned) { part(i); });
    }};
    const auto make = [&](size_t i) { return item(i); };
    yaml::emit(head_, {key_of<Standard>("items"), count(), make}, layout, sink);
  }

  Value value() const {
    Value items = Value::sequence();
    for (size_t i = 0; i < count(); i++) items.add(item(i));
    Value out = head_;
    out.add(key_of<Standard>("items"), std::move(items)).comment("");
    return out;
  }

 private:
  /// The comments that were placed already, by what they stand at.
  using Said = std::unordered_map<const Value*, std::vector<std::string>>;

  static bool is_new(Said& said, const Value* at, const std::string& text) {
    auto& known = said[at];
    if (std::ranges::find(known, text) != known.end()) return false;
    known.push_back(text);
    return true;
  }

  size_t count() const { return merged_.standard.items.size(); }

  template <class R>
  std::string key_of(std::string_view english) const {
    const FieldInfo* field = record_info<R>()->field(english);
    return std::string(field ? field->key.in(keys_) : english);
  }

  /// The items by the addresses that they had in the three versions.
  const std::unordered_map<std::string_view, size_t>& items() {
    if (!items_.empty()) return items_;
    std::unordered_map<std::string_view, size_t> by_id;
    for (size_t i = 0; i < count(); i++) by_id[merged_.standard.items[i].id.view()] = i;
    for (const PairedItem& pair : merged_.pairs) {
      const auto found = by_id.find(pair.id.view());
      if (found == by_id.end()) continue;
      for (const Symbol address : {pair.base, pair.department, pair.district})
        if (!address.empty()) items_.try_emplace(address.view(), found->second);
    }
    return items_;
  }

  /// `prefix` is the address of the author's items: list/U/D/.
  void place(const std::vector<AuthorComment>& comments, const std::string& prefix) {
    for (const AuthorComment& comment : comments) {
      if (comment.item.empty()) {
        place_in_head(comment);
      } else if (const auto item = items().find(prefix + comment.item); item != items().end()) {
        of_items_[item->second].push_back(&comment);
      } else {
        tail_.push_back(comment.text);
      }
    }
  }

  void place_in_head(const AuthorComment& comment) {
    if (comment.field.empty()) {
      if (is_new(said_, nullptr, comment.text)) tail_.push_back(comment.text);
      return;
    }
    Value* at = comment.field == "kind" ? nullptr : head_.find(key_of<Standard>(comment.field));
    if (!at) {
      if (is_new(said_, &head_, comment.text)) top_.push_back(comment.text);
    } else if (is_new(said_, at, comment.text)) {
      at->comment(comment.text);
    }
  }

  bool is_in_conflict(const StandardItem& item) const {
    return !conflicts_.items.empty() &&
           conflicts_.items.contains(prefix_ + std::string(item.id.view()));
  }

  Value item(size_t i) const {
    Value out = to_value(merged_.standard.items[i], keys_);
    if (is_in_conflict(merged_.standard.items[i])) put_markers(out, conflicts_, keys_);
    if (i > 0) out.comment("");  // an empty line between items
    if (const auto found = of_items_.find(i); found != of_items_.end())
      place_in_item(found->second, out);
    return out;
  }

  void place_in_item(const std::vector<const AuthorComment*>& comments, Value& item) const {
    Said said;
    std::unordered_set<const Value*> behind;
    for (const AuthorComment* comment : comments) {
      Value* at =
          comment->field.empty() ? nullptr : item.find(key_of<StandardItem>(comment->field));
      if (!is_new(said, at ? at : &item, comment->text)) continue;
      if (comment->behind && at && behind.insert(at).second) {
        at->behind(comment->text);
      } else {
        (at ? *at : item).comment(comment->text);
      }
    }
  }

  const PairMerged& merged_;
  Lang keys_;
  OpenConflicts conflicts_;
  std::string prefix_;  // of the items' addresses
  Value head_;
  std::unordered_map<std::string_view, size_t> items_;
  std::unordered_map<size_t, std::vector<const AuthorComment*>> of_items_;
  Said said_;
  std::vector<std::string> top_, tail_;  // above everything, below everything
};

}  // namespace

Value side_value(const ConflictSide& side) {
  if (!side.is_list) return side.values.empty() ? Value() : Value(side.values.front().view());
  Value out = Value::sequence();
  for (const Text& text : side.values) out.add(Value(text.view()));
  return out;
}

void write_merged(const PairMerged& merged, const PairComments& comments, Lang keys,
                  unsigned threads, const yaml::Sink& sink) {
  MergedDocument(merged, comments, keys).write(threads, sink);
}

Value merged_value(const PairMerged& merged, const PairComments& comments, Lang keys) {
  return MergedDocument(merged, comments, keys).value();
}

}  // namespace catalog
