#include "diff/pieces.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace catalog {

namespace {

constexpr double kPiece = 0.5;      ///< part of its elements that a piece has from the whole
constexpr size_t kMostLinks = 256;  ///< that lost one and the same element of a row

using Forms = std::vector<std::string_view>;

/// What may be a piece of what pair.
struct PieceEdge {
  bool before;   ///< the side that the piece is on
  size_t item;   ///< the piece
  size_t link;   ///< the pair
  double share;  ///< part of its elements that come from the whole
};

/// One side's leftovers held against the pairs that lost elements towards it.
class PieceFinder {
 public:
  PieceFinder(PairingSide& before, PairingSide& after, std::vector<ItemLink>& links)
      : before_(before), after_(after), links_(links) {}

  void run() {
    std::vector<PieceEdge> edges;
    find(true, edges);
    find(false, edges);
    std::ranges::sort(edges, {}, [&](const PieceEdge& edge) {
      const PairKey a = key_of(links_[edge.link], true);
      const PairKey b = key_of(links_[edge.link], false);
      return std::tuple(-edge.share, side(edge.before).key(edge.item), std::min(a, b),
                        std::max(a, b), edge.before);
    });
    for (const PieceEdge& edge : edges) take(edge);
  }

 private:
  PairingSide& side(bool before) { return before ? before_ : after_; }
  static std::vector<size_t>& part(ItemLink& link, bool before) {
    return before ? link.before : link.after;
  }
  PairKey key_of(ItemLink& link, bool before) {
    return side(before).key(part(link, before).front());
  }

  /// The elements of the whole, which stands on the other side, that nothing on this side has.
  Forms lost(ItemLink& link, bool before) {
    Forms out = element_forms(side(!before).item(part(link, !before).front()));
    for (const size_t i : part(link, before)) {
      const Forms kept = element_forms(side(before).item(i));
      std::erase_if(out,
                    [&](std::string_view form) { return std::ranges::binary_search(kept, form); });
    }
    return out;
  }

  static double share_of(const Forms& piece, const Forms& lost) {
    Forms common;
    std::ranges::set_intersection(piece, lost, std::back_inserter(common));
    return static_cast<double>(common.size()) / static_cast<double>(piece.size());
  }

  /// By row and element, the pairs that lost it.
  using LostIndex = std::map<std::pair<uint32_t, std::string_view>, std::vector<size_t>>;
  LostIndex index_of(bool before) {
    LostIndex out;
    for (size_t k = 0; k < links_.size(); k++) {
      const Forms forms = lost(links_[k], before);
      for (const Symbol row : side(before).rows(part(links_[k], before).front())) {
        for (const std::string_view form : forms) out[{row.number(), form}].push_back(k);
      }
    }
    return out;
  }

  void find(bool before, std::vector<PieceEdge>& edges) {
    const auto open = side(before).still_open();
    if (open.empty()) return;
    const LostIndex index = index_of(before);
    for (const size_t i : open) {
      const Forms forms = element_forms(side(before).item(i));
      std::vector<size_t> near;
      for (const Symbol row : side(before).rows(i)) {
        for (const std::string_view form : forms) {
          const auto found = index.find({row.number(), form});
          if (found == index.end() || found->second.size() > kMostLinks) continue;
          near.insert(near.end(), found->second.begin(), found->second.end());
        }
      }
      std::ranges::sort(near);
      near.erase(std::ranges::unique(near).begin(), near.end());
      for (const size_t k : near) {
        const double share = share_of(forms, lost(links_[k], before));
        if (share >= kPiece) edges.push_back({before, i, k, share});
      }
    }
  }

  void take(const PieceEdge& edge) {
    ItemLink& link = links_[edge.link];
    PairingSide& own = side(edge.before);
    if (!own.is_open(edge.item) || part(link, !edge.before).size() > 1) return;
    // Others may have taken some of what was lost.
    const double share = share_of(element_forms(own.item(edge.item)), lost(link, edge.before));
    if (share < kPiece) return;
    part(link, edge.before).push_back(edge.item);
    link.score = std::min(link.score, share);
    own.close(edge.item);
  }

  PairingSide& before_;
  PairingSide& after_;
  std::vector<ItemLink>& links_;
};

}  // namespace

void add_pieces(PairingSide& before, PairingSide& after, std::vector<ItemLink>& links) {
  PieceFinder(before, after, links).run();
}

}  // namespace catalog
