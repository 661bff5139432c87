#include "yaml/tree.h"

#include <algorithm>
#include <cstring>

namespace catalog::yaml {

namespace {
constexpr size_t kChunkBytes = 16 * 1024;
}  // namespace

const Node& Tree::resolved(NodeId id) const {
  const Node& node = nodes_[id];
  return node.kind == NodeKind::Alias ? nodes_[node.target] : node;
}

NodeId Tree::find(NodeId mapping, std::string_view key) const {
  const Node& node = resolved(mapping);
  if (node.kind != NodeKind::Mapping) return kNoNode;
  for (NodeId at = node.first_child; at != kNoNode;) {
    const Node& name = resolved(at);
    const NodeId value = nodes_[at].next;
    if (name.kind == NodeKind::Scalar && name.text == key) return value;
    at = nodes_[value].next;
  }
  return kNoNode;
}

NodeId Tree::node_at(uint32_t byte) const {
  // Nodes stand in written order, an outer one before the inner ones that begin at the same byte.
  const auto behind =
      std::upper_bound(nodes_.begin(), nodes_.end(), byte,
                       [](uint32_t wanted, const Node& node) { return wanted < node.span.begin; });
  if (behind == nodes_.begin() || std::prev(behind)->span.begin != byte) return kNoNode;
  return static_cast<NodeId>(behind - nodes_.begin() - 1);
}

std::string_view Tree::keep(std::string_view bytes) {
  if (bytes.empty()) return {};
  if (static_cast<size_t>(end_ - at_) < bytes.size()) {
    const size_t size = std::max(kChunkBytes, bytes.size());
    chunks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
    at_ = chunks_.back().bytes.get();
    end_ = at_ + size;
  }
  std::memcpy(at_, bytes.data(), bytes.size());
  at_ += bytes.size();
  return {at_ - bytes.size(), bytes.size()};
}

void Tree::clear() {
  nodes_.clear();
  comments_.clear();
  if (chunks_.empty()) return;
  chunks_.resize(1);
  at_ = chunks_[0].bytes.get();
  end_ = at_ + chunks_[0].size;
}

size_t Tree::capacity_bytes() const {
  size_t bytes = nodes_.capacity() * sizeof(Node) + comments_.capacity() * sizeof(Span);
  for (const auto& chunk : chunks_) bytes += chunk.size;
  return bytes;
}

}  // namespace catalog::yaml
