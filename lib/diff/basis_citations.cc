#include "diff/basis_citations.h"

#include "model/kinds.h"
#include "model/reader.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;
using yaml::NodeKind;
using yaml::Tree;

/// The value of a field of a record, in whichever language its key is.
NodeId value_of(const Tree& tree, NodeId record, const RecordInfo& info, std::string_view key) {
  const FieldInfo* field = info.field(key);
  if (!field) return kNoNode;
  const NodeId found = tree.find(record, field->key.en);
  return found != kNoNode ? found : tree.find(record, field->key.zh);
}

std::string text_of(const Tree& tree, NodeId node) {
  return node == kNoNode ? std::string() : std::string(tree.resolved(node).text);
}

class CitationFinder {
 public:
  explicit CitationFinder(const Tree& tree) : tree_(tree) {}

  std::vector<CitationList> find() {
    const auto kind = kind_of(tree_);
    if (!kind || tree_.empty()) return {};
    const RecordInfo& info = *kind_info(*kind).record();
    std::string address(kind_info(*kind).word.en);
    for (const std::string_view key : {"unit", "domain"}) {
      const NodeId value = value_of(tree_, tree_.root(), info, key);
      if (value != kNoNode) address += "/" + text_of(tree_, value);
    }
    record(tree_.root(), info, address, "");
    return std::move(out_);
  }

 private:
  void record(NodeId node, const RecordInfo& info, std::string address, const std::string& prefix) {
    if (tree_.resolved(node).kind != NodeKind::Mapping) return;
    const FieldInfo* id = info.field("id");
    if (id && id->required) address += "/" + text_of(tree_, value_of(tree_, node, info, "id"));
    const bool of_item = id != nullptr || info.field("deadline") != nullptr;
    std::vector<NodeId> deadlines;
    std::vector<size_t> own;
    tree_.each_pair(node, [&](yaml::Pair pair) {
      const auto found = info.find(tree_.resolved(pair.key).text);
      if (!found) return;
      const FieldInfo& field = info.fields[found->index];
      const std::string path = prefix + std::string(field.key.en);
      if (field.content == Content::Citation) {
        own.push_back(out_.size());
        citations(pair.value, address, path, field.key.en == "ground");
      } else if (field.content == Content::Deadline) {
        texts(pair.value, deadlines);
      } else if (field.record && field.record()) {
        const RecordInfo& inner = *field.record();
        const bool items = inner.field("id") && inner.field("id")->required;
        each_record(pair.value, [&](NodeId child) {
          record(child, inner, address, items ? "" : path + ".");
          if (field.shape == Shape::Elements) deadlines_of_element(child, inner, deadlines);
        });
      }
    });
    for (const size_t at : own) {
      CitationList& list = out_[at];
      if (of_item && !list.keeps_articles) list.deadlines = deadlines;
      list.reason = value_of(tree_, node, info, "reason");
    }
  }

  void citations(NodeId value, const std::string& address, const std::string& path, bool ground) {
    CitationList& out = out_.emplace_back();
    out.address = address;
    out.field = path;
    out.keeps_articles = ground;
    if (tree_.resolved(value).kind == NodeKind::Sequence) {
      out.list = value;
      tree_.each(value, [&](NodeId entry) { out.entries.push_back(entry); });
    } else {
      out.entries.push_back(value);
    }
    std::erase_if(out.entries,
                  [&](NodeId entry) { return tree_.resolved(entry).kind != NodeKind::Scalar; });
  }

  /// Records of a list, or one alone.
  template <class F>
  void each_record(NodeId value, F f) const {
    if (tree_.resolved(value).kind == NodeKind::Sequence) {
      tree_.each(value, f);
    } else {
      f(value);
    }
  }

  /// The scalars of a text, or of a map by level.
  void texts(NodeId value, std::vector<NodeId>& out) const {
    const yaml::Node& node = tree_.resolved(value);
    if (node.kind == NodeKind::Scalar) out.push_back(value);
    if (node.kind == NodeKind::Mapping)
      tree_.each_pair(value, [&](yaml::Pair pair) { texts(pair.value, out); });
  }

  void deadlines_of_element(NodeId element, const RecordInfo& info,
                            std::vector<NodeId>& out) const {
    if (tree_.resolved(element).kind != NodeKind::Mapping) return;
    const NodeId value = value_of(tree_, element, info, "deadline");
    if (value != kNoNode) texts(value, out);
  }

  const Tree& tree_;
  std::vector<CitationList> out_;
};

}  // namespace

std::vector<CitationList> citation_lists(const Tree& tree) { return CitationFinder(tree).find(); }

NodeId confirmation_node(const Tree& tree) {
  const auto kind = kind_of(tree);
  if (kind != Kind::Standard) return kNoNode;
  return value_of(tree, tree.root(), *kind_info(*kind).record(), "confirmed");
}

}  // namespace catalog
