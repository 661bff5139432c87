#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/equality.h"
#include "merge/merger.h"
#include "model/value_writer.h"
#include "model/writer.h"
#include "source/span.h"
#include "yaml/edit.h"
#include "yaml/emit.h"
#include "yaml/quote.h"

namespace catalog {

/// One version of a file with its tree.
struct VersionText {
  std::string_view text;
  const yaml::Tree& tree;
};

/// Turns the text of one version (ours) into that of a merged record by edits: what did not change
/// keeps its bytes, what is new is taken over from theirs as it is written there (in the same
/// language of keys).
class Patcher {
 public:
  Patcher(const MergeMeanings& meanings, VersionText ours, VersionText theirs, Lang keys,
          bool same_keys)
      : meanings_(meanings), ours_(ours), theirs_(theirs), keys_(keys), same_keys_(same_keys) {}

  /// The edits, or nothing where the file is written in a way that they don't reach.
  template <class R>
  std::optional<std::vector<Edit>> patch(const R& ours, const R& merged, const R& theirs) {
    record(ours_.tree.root(), ours, merged, theirs_.tree.root(), theirs);
    return failed_ ? std::nullopt : std::optional(std::move(edits_));
  }

 private:
  template <class R>
  void record(yaml::NodeId node, const R& ours, const R& merged, yaml::NodeId theirs_node,
              const R& theirs) {
    const RecordInfo& info = *record_info<R>();
    yaml::NodeId previous = yaml::kNoNode;
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field&) {
      const FieldInfo& field = info.fields[index++];
      const yaml::Pair at = pair_of(ours_.tree, node, field);
      const auto &ov = Field::get(ours), &mv = Field::get(merged);
      if (!exactly(ov, mv)) {
        const yaml::Pair other = theirs_node == yaml::kNoNode
                                     ? yaml::Pair{yaml::kNoNode, yaml::kNoNode}
                                     : pair_of(theirs_.tree, theirs_node, field);
        if (is_absent(mv)) {
          if (at.key != yaml::kNoNode)
            take(yaml::remove_pair(ours_.text, ours_.tree, node, at.key));
        } else if (at.key == yaml::kNoNode) {
          const bool as_theirs = other.key != yaml::kNoNode && exactly(Field::get(theirs), mv);
          if (!as_theirs || node != ours_.tree.root() || !insert_lines(previous, other))
            take(yaml::insert_pair(ours_.text, ours_.tree, node, previous, field.key.in(keys_),
                                   yaml::emit_flow(written(field, mv))));
        } else {
          change(field, at.value, ov, mv, other.value, Field::get(theirs));
        }
      }
      if (at.key != yaml::kNoNode) previous = at.key;
    });
  }

  /// Writes the whole node anew.
  template <class T>
  void rewrite(const FieldInfo& field, yaml::NodeId node, const T& merged) {
    const yaml::Value value = written(field, merged);
    if (value.kind() == yaml::Value::Kind::Scalar) {
      take(yaml::replace_scalar(ours_.text, ours_.tree, node, value.text()));
    } else {
      take(yaml::replace_node(ours_.text, ours_.tree, node, yaml::emit_flow(value)));
    }
  }

  void change(const FieldInfo& field, yaml::NodeId node, const Text&, const Text& merged,
              yaml::NodeId, const Text&) {
    rewrite(field, node, merged);
  }
  void change(const FieldInfo& field, yaml::NodeId node, const TextMap&, const TextMap& merged,
              yaml::NodeId, const TextMap&) {
    rewrite(field, node, merged);
  }
  void change(const FieldInfo& field, yaml::NodeId node, const Texts& ours, const Texts& merged,
              yaml::NodeId theirs_node, const Texts& theirs) {
    if (!entries(field, node, ours, merged, theirs_node, theirs)) rewrite(field, node, merged);
  }
  template <class R>
  void change(const FieldInfo& field, yaml::NodeId node, const Rare<R>& ours, const Rare<R>& merged,
              yaml::NodeId theirs_node, const Rare<R>& theirs) {
    record(node, ours.get(), merged.get(), theirs_node, theirs.get());
    (void)field;
  }
  template <class T>
  void change(const FieldInfo& field, yaml::NodeId node, const std::vector<Leveled<T>>& ours,
              const std::vector<Leveled<T>>& merged, yaml::NodeId, const std::vector<Leveled<T>>&) {
    const bool maps =
        ours_.tree.resolved(node).kind == yaml::NodeKind::Mapping && ours.size() == merged.size() &&
        std::ranges::equal(ours, merged,
                           [](const auto& a, const auto& b) { return exactly(a.level, b.level); });
    if (!maps) {
      return rewrite(field, node, merged);
    }
    static const T kNone{};
    size_t index = 0;
    ours_.tree.each_pair(node, [&](yaml::Pair pair) {
      if (index < ours.size() && !exactly(ours[index].value, merged[index].value))
        change(field, pair.value, ours[index].value, merged[index].value, yaml::kNoNode, kNone);
      index++;
    });
  }
  template <class R>
  void change(const FieldInfo& field, yaml::NodeId node, const std::vector<R>& ours,
              const std::vector<R>& merged, yaml::NodeId theirs_node,
              const std::vector<R>& theirs) {
    if (!entries(field, node, ours, merged, theirs_node, theirs)) rewrite(field, node, merged);
  }

  /// Entries of a list one by one; false where the list as a whole must be written anew.
  template <class T>
  bool entries(const FieldInfo& field, yaml::NodeId node, const std::vector<T>& ours,
               const std::vector<T>& merged, yaml::NodeId theirs_node,
               const std::vector<T>& theirs) {
    const yaml::Node& list = ours_.tree.resolved(node);
    if (list.kind != yaml::NodeKind::Sequence || list.child_count != ours.size() || ours.empty())
      return false;
    std::vector<yaml::NodeId> nodes, other_nodes;
    ours_.tree.each(node, [&](yaml::NodeId child) { nodes.push_back(child); });
    if (theirs_node != yaml::kNoNode &&
        theirs_.tree.resolved(theirs_node).kind == yaml::NodeKind::Sequence)
      theirs_.tree.each(theirs_node, [&](yaml::NodeId child) { other_nodes.push_back(child); });
    const auto index_of = [&](const std::vector<T>& in) {
      std::unordered_map<Symbol, size_t> out;
      for (size_t i = 0; i < in.size(); i++) out.emplace(key_of(field, in[i]), i);
      return out;
    };
    const auto at_ours = index_of(ours), at_merged = index_of(merged), at_theirs = index_of(theirs);
    if (at_ours.size() != ours.size() || at_merged.size() != merged.size()) return false;
    size_t kept = 0;
    for (size_t i = 0; i < ours.size(); i++) kept += at_merged.contains(key_of(field, ours[i]));
    if (kept == 0) return false;
    size_t last = 0;
    for (const T& entry : merged) {  // in another order: anew
      const auto found = at_ours.find(key_of(field, entry));
      if (found == at_ours.end()) continue;
      if (found->second + 1 < last) return false;
      last = found->second + 1;
    }
    for (size_t i = 0; i < ours.size(); i++) {
      if (!at_merged.contains(key_of(field, ours[i])))
        take(yaml::remove_item(ours_.text, ours_.tree, node, nodes[i]));
    }
    yaml::NodeId previous = yaml::kNoNode;
    for (const T& entry : merged) {
      const Symbol key = key_of(field, entry);
      const auto theirs_at = at_theirs.find(key);
      const T* other = theirs_at == at_theirs.end() ? nullptr : &theirs[theirs_at->second];
      const yaml::NodeId other_node = other && theirs_at->second < other_nodes.size()
                                          ? other_nodes[theirs_at->second]
                                          : yaml::kNoNode;
      const auto found = at_ours.find(key);
      if (found == at_ours.end()) {
        insert(field, node, previous, entry, other, other_node);
        continue;
      }
      previous = nodes[found->second];
      static const T kNone{};
      if (!exactly(ours[found->second], entry))
        change_entry(field, previous, ours[found->second], entry, other_node,
                     other ? *other : kNone);
    }
    return true;
  }

  void change_entry(const FieldInfo&, yaml::NodeId node, const Text&, const Text& merged,
                    yaml::NodeId, const Text&) {
    take(yaml::replace_scalar(ours_.text, ours_.tree, node, merged.view()));
  }
  template <class R>
  void change_entry(const FieldInfo& field, yaml::NodeId node, const R& ours, const R& merged,
                    yaml::NodeId other_node, const R& theirs) {
    if (ours_.tree.resolved(node).kind == yaml::NodeKind::Mapping &&
        (other_node == yaml::kNoNode ||
         theirs_.tree.resolved(other_node).kind == yaml::NodeKind::Mapping)) {
      record(node, ours, merged, other_node, theirs);
    } else {
      take(yaml::replace_node(ours_.text, ours_.tree, node,
                              yaml::emit_flow(written_entry(field, merged))));
    }
  }

  template <class T>
  void insert(const FieldInfo& field, yaml::NodeId list, yaml::NodeId previous, const T& entry,
              const T* other, yaml::NodeId other_node) {
    const bool block = ours_.tree.resolved(list).style == yaml::Style::Block;
    if constexpr (!std::is_same_v<T, Text>) {
      const bool as_theirs =
          same_keys_ && other && other_node != yaml::kNoNode && exactly(*other, entry);
      const bool item = std::is_base_of_v<Item, T>;
      if (item && !block) {
        failed_ = true;
        return;
      }
      if (block && (item || as_theirs))
        return insert_item(list, previous, written_entry(field, entry),
                           as_theirs ? other_node : yaml::kNoNode, item);
    }
    take(yaml::insert_item(ours_.text, ours_.tree, list, previous,
                           yaml::emit_flow(written_entry(field, entry))));
  }

  Symbol key_of(const FieldInfo& field, const Text& text) const {
    return meanings_.key(field, text.value);
  }
  template <class R>
  Symbol key_of(const FieldInfo&, const R& entry) const {
    return record_key(meanings_, entry);
  }
  template <class T>
  yaml::Value written(const FieldInfo& field, const T& value) const {
    return ValueWriter(keys_).value(field, value);
  }
  template <class T>
  yaml::Value written_entry(const FieldInfo& field, const T& entry) const {
    if constexpr (std::is_same_v<T, Text>) {
      return ValueWriter(keys_).value(field, entry);
    } else {
      return ValueWriter(keys_).value(field, std::vector<T>{entry}).children().front().second;
    }
  }

  static yaml::Pair pair_of(const yaml::Tree& tree, yaml::NodeId mapping, const FieldInfo& field);
  void insert_item(yaml::NodeId list, yaml::NodeId previous, const yaml::Value& value,
                   yaml::NodeId as_theirs, bool spaced);
  bool insert_lines(yaml::NodeId previous, yaml::Pair as_theirs);
  void take(std::vector<Edit> edits);

  const MergeMeanings& meanings_;
  VersionText ours_, theirs_;
  Lang keys_;
  bool same_keys_;  ///< in theirs as in ours
  std::vector<Edit> edits_;
  bool failed_ = false;
};

/// The lines of an item of a block list as they stand, with its dash in the first column. The
/// comments above it are the business of edit_comments(), which knows whose they are.
std::string item_lines(std::string_view text, const yaml::Tree& tree, yaml::NodeId item);

}  // namespace catalog
